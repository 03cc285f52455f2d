// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "services/agent/journal.h"

#include "kiosk/config/catalogue.h"

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

  // Both outlive it. Acts name steps of the catalogue only.
  JournalBook(std::filesystem::path folder, const agent::AgentsConfig& agents,
              const config::Catalogue& catalogue, SteadyClock clock);

  bool record(const std::string& agent, Act act, const std::string& step) override;
  std::vector<agent::Fact> facts() override;

 private:
  [[nodiscard]] std::optional<agent::Act> actOf(Act act, const std::string& step) const;
  [[nodiscard]] bool open();

  std::filesystem::path m_folder;
  const agent::AgentsConfig& m_agents;
  const config::Catalogue& m_catalogue;
  // Made with the first act: it wants every procedure read.
  std::optional<agent::Vocabulary> m_vocabulary;
  SteadyClock m_clock;
  std::chrono::milliseconds m_start;
  agent::VisitNumber m_visit = agent::VisitNumber::random();
  std::optional<agent::Journal> m_journal;
};

}  // namespace session
