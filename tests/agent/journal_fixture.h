// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../fixtures/temporary_folder.h"
#include "agent/journal.h"
#include "agent/journal_check.h"
#include "agent/journal_line.h"
#include "crypto/crypto.h"

namespace agent_test {

inline agent::AgentId idOf(const std::string& name) {
  agent::Agent agent;
  agent.id = name;
  return agent::AgentId(agent);
}

inline const agent::Vocabulary& vocabulary() {
  static const agent::Vocabulary words({"plate", "name", "co-holder.2:name"}, {"licence-missing"});
  return words;
}

// One act of each kind, then from the start again.
inline agent::Act actNumber(std::uint64_t number) {
  using agent::Act;
  const auto plate = *vocabulary().step("plate");
  const auto name = *vocabulary().step("name");
  const Act acts[] = {Act::opened(),
                      Act::jumped(plate),
                      Act::filled(name),
                      Act::suggested(name, agent::Outcome::Accepted),
                      Act::suggested(plate, agent::Outcome::Refused),
                      Act::pointed(*vocabulary().step("co-holder.2:name")),
                      Act::explained(plate),
                      Act::explained(*vocabulary().rule("licence-missing")),
                      Act::looked(),
                      Act::stopped(),
                      Act::extended(),
                      Act::mandateRead(),
                      Act::mandateMade(),
                      Act::mandateUsed(),
                      Act::mandateCancelled(),
                      Act::left()};
  return acts[number % std::size(acts)];
}

inline std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

// A provisioned journal and its auditor.
struct Audited {
  fixtures::TemporaryFolder folder;
  crypto::BoxKeys auditor = crypto::makeBoxKeys();
  std::string head = agent::provisionJournal(path(), auditor.publicKey).value();

  [[nodiscard]] std::filesystem::path path() const { return folder.path() / "journal"; }
  [[nodiscard]] std::filesystem::path firstFile() const {
    return path() / agent::journal::fileNameOf(0);
  }
  void record(std::uint64_t count) const {
    auto journal = agent::Journal::open(path()).value();
    const auto visit = agent::VisitNumber::random();
    for (std::uint64_t i = 0; i < count; ++i)
      ASSERT_TRUE(journal.record(idOf("sylvie"), visit, std::chrono::seconds(i), actNumber(i)));
  }
  [[nodiscard]] agent::journal::Report report() const {
    return agent::journal::checkJournal(path(), auditor, head, nullptr).value();
  }
  [[nodiscard]] bool sound() const { return report().findings.empty(); }
};

// As Journal::record writes them, without a disk; leaves `at` behind the last one.
inline std::vector<std::string> linesFrom(agent::journal::Position& at, std::uint64_t count) {
  std::vector<std::string> lines;
  const auto sylvie = idOf("sylvie");
  const auto visit = agent::VisitNumber::random();
  for (std::uint64_t i = 0; i < count; ++i) {
    lines.push_back(agent::journal::sealed(
        at.number, agent::journal::bodyOf(sylvie, visit, std::chrono::seconds(i), actNumber(i)),
        at.previous, at.key));
    at.previous = agent::journal::hashOf(lines.back());
    crypto::evolveKey(at.key);
    ++at.number;
  }
  return lines;
}

}  // namespace agent_test
