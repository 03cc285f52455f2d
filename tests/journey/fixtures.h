// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "kiosk/journey/date.h"
#include "kiosk/journey/procedure.h"
#include "tests/journey/shipped.h"

// What the tests of procedures share: files of the source tree, and the day on which it is always
// 20 November 2026. KIOSK_SOURCE_DIR is the root of the project.
namespace fixtures {

inline std::filesystem::path source(const std::string& path) {
  return shipped::root() / path;
}

inline nlohmann::json read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  EXPECT_TRUE(stream.good()) << file;
  return nlohmann::json::parse(stream, nullptr, false);
}

/// The files of this folder of the project with this ending, in order.
inline std::vector<std::filesystem::path> files(const std::string& folder,
                                                const std::string& ending) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::is_directory(source(folder))) return found;
  for (const auto& entry : std::filesystem::directory_iterator(source(folder))) {
    const std::string name = entry.path().filename().string();
    if (name.size() > ending.size() &&
        name.compare(name.size() - ending.size(), ending.size(), ending) == 0) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

inline journey::Procedure procedure(const nlohmann::json& document) {
  auto parsed = journey::parseProcedure(document, shipped::parts());
  if (!parsed) {
    ADD_FAILURE() << parsed.error().where << ": " << parsed.error().what << "; "
                  << parsed.error().mend;
    return {};
  }
  return *std::move(parsed);
}

/// A small procedure in which every kind of step happens.
inline journey::Procedure tryOut() {
  return procedure(read(source("tests/fixtures/procedures/base.json")));
}

inline journey::Procedure changeOfHolder() {
  return shipped::procedure("change-of-holder");
}

inline journey::Date day(const std::string& iso) {
  return journey::parseIsoDate(iso).value();
}

inline journey::Date today() {
  return day("2026-11-20");
}

/// A name that gtest takes: letters, digits, underscores.
inline std::string testName(const std::filesystem::path& file) {
  std::string name = file.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace fixtures
