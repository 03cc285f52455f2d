// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

// The gestures of tests/fixtures/gestures (its README tells the format).
struct Trace {
  std::string name;
  nlohmann::json document;
};

inline std::vector<Trace> traces() {
  std::vector<Trace> all;
  const std::filesystem::path folder = KIOSK_SOURCE_DIR "/tests/fixtures/gestures";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::string name =
        entry.path().parent_path().stem().string() + "_" + entry.path().stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    all.push_back({name, nlohmann::json::parse(std::ifstream(entry.path()))});
  }
  std::sort(all.begin(), all.end(), [](const Trace& a, const Trace& b) { return a.name < b.name; });
  return all;
}
