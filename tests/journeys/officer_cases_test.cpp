// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "kiosk/journey/verdict.h"
#include "tests/journey/fixtures.h"
#include "tests/journey/shipped.h"

// What the officer finds in a good request, the golden file of a journey, once something in it is
// changed: officer/<procedure>.json, as RFC 6902 patches. Days on both sides of a limit stand
// beside each other. A new procedure brings a file, no code.
namespace {

using nlohmann::json;
using namespace journey;

class OfficerCases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(OfficerCases, AreFound) {
  const json groups = fixtures::read(GetParam());
  ASSERT_TRUE(groups.is_array()) << "half a file";
  for (const json& group : groups) {
    const std::string name = group["request"];
    const json good = fixtures::read(fixtures::source("tests/journeys/" + name + ".request.json"));
    ASSERT_EQ(good["procedure"], GetParam().stem().string()) << name;
    for (const json& one : group["cases"]) {
      SCOPED_TRACE(name + ": " + one["why"].get<std::string>());
      const json changed = good.patch(one["patch"]);
      json codes = json::array();
      for (const Finding& finding : shipped::verdictOf(changed, fixtures::today()).findings)
        codes.push_back(finding.code);
      EXPECT_EQ(codes, one["codes"]);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Procedures, OfficerCases,
                         testing::ValuesIn(fixtures::files("tests/journeys/officer", ".json")),
                         [](const auto& file) { return fixtures::testName(file.param); });

}  // namespace
