// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "services/agent/journal.h"

#include "kiosk/journey/procedure.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

namespace session {

// The acts of one visit in the agents' journal. Opened with the first act: a visit without an agent
// costs nothing. GUI thread.
class JournalBook final : public ActBook {
 public:
  using SteadyClock = std::function<std::chrono::milliseconds()>;

  // `agents` outlives it. Acts name steps of this procedure only.
  JournalBook(std::filesystem::path folder, const agent::AgentsConfig& agents,
              const journey::Procedure& procedure, SteadyClock clock);

  bool record(const std::string& agent, Act act, const std::string& step) override;
  std::vector<agent::Fact> facts() override;

 private:
  [[nodiscard]] std::optional<agent::Act> actOf(Act act, const std::string& step) const;
  [[nodiscard]] bool open();

  std::filesystem::path m_folder;
  const agent::AgentsConfig& m_agents;
  agent::Vocabulary m_vocabulary;
  SteadyClock m_clock;
  std::chrono::milliseconds m_start;
  agent::VisitNumber m_visit = agent::VisitNumber::random();
  std::optional<agent::Journal> m_journal;
};

}  // namespace session
