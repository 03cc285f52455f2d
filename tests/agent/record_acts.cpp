// SPDX-License-Identifier: Apache-2.0
// record-acts JOURNAL COUNT: so many acts of one visit, for tests of programs.
#include <chrono>
#include <cstdio>
#include <string>

#include "agent/journal.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto journal = agent::Journal::open(argv[1]);
  if (!journal) {
    std::fprintf(stderr, "record-acts: %s\n", journal.error().detail.c_str());
    return 2;
  }
  agent::Agent sylvie;
  sylvie.id = "sylvie";
  const auto visit = agent::VisitNumber::random();
  for (int i = 0; i < std::stoi(argv[2]); ++i)
    if (!journal->record(agent::AgentId(sylvie), visit, std::chrono::seconds(i),
                         agent::Act::opened()))
      return 1;
  return 0;
}
