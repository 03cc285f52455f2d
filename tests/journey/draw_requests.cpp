// SPDX-License-Identifier: Apache-2.0
// Prints invented requests as JSON lines, for dossier-check: draw-requests [COUNT [FIRST]].
// With --labels each line is {"number", "request", "vehicle", "refusals", "warnings", "causes"}.
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>

#include "drawn/drawn.h"

namespace {

int usage() {
  std::fprintf(stderr, "draw-requests: give [--labels] [COUNT [FIRST]], whole numbers from 0\n");
  return 2;
}

bool isCount(const char* text) {
  return std::strlen(text) < 9 && std::strspn(text, "0123456789") == std::strlen(text) &&
         *text != '\0';
}

}  // namespace

int main(int argc, char** argv) {
  const bool labels = argc > 1 && std::strcmp(argv[1], "--labels") == 0;
  const int first = labels ? 2 : 1;
  if (argc > first + 2) return usage();
  for (int i = first; i < argc; ++i)
    if (!isCount(argv[i])) return usage();
  const int count = argc > first ? std::atoi(argv[first]) : drawn::wholeCount;
  const int from = argc > first + 1 ? std::atoi(argv[first + 1]) : 0;
  std::ios::sync_with_stdio(false);
  for (int number = from; number < from + count; ++number) {
    const auto one = drawn::draw(number);
    if (!labels) {
      std::cout << one.request.dump() << '\n';
      continue;
    }
    const nlohmann::json line{{"number", number},         {"request", one.request},
                              {"vehicle", one.vehicle},   {"refusals", one.refusals},
                              {"warnings", one.warnings}, {"causes", one.causes}};
    std::cout << line.dump() << '\n';
  }
  return 0;
}
