// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/journey/procedure.h"
#include "tests/journey/fixtures.h"

// What of the shared parts stays in a procedure.
namespace {

using namespace journey;
using nlohmann::json;

json choice(const std::string& id, json next) {
  return {{"id", id}, {"answer", "choice"}, {"options", {"yes", "no"}}, {"next", std::move(next)}};
}

json plainly(const std::string& go) {
  return json::array({{{"go", go}}});
}

json use(const std::string& part, const std::string& next) {
  return {{"part", part}, {"chapter", "all"}, {"next", plainly(next)}};
}

/// Enters the part "papers" behind the question that the part "later" looks at.
TEST(PrunedParts, aStepLeftOutDecidesTheConditionsOfAnotherPart) {
  const Parts parts = {
      {"papers",
       {{"id", "papers"},
        {"steps", {choice("whose", plainly("which")), choice("which", plainly("onwards"))}}}},
      {"later",
       {{"id", "later"},
        {"steps",
         {choice("place",
                 json::array({{{"when", {{"step", "whose"}, {"is", "no"}}}, {"go", "host"}},
                              {{"go", "onwards"}}})),
          choice("host", plainly("onwards"))}}}}};
  json start = choice("start", plainly("which"));
  start["chapter"] = "all";
  json document = {
      {"id", "any"},
      {"version", 1},
      {"minutes", 5},
      {"chapters", {"all"}},
      {"start", "start"},
      {"steps",
       {start,
        use("papers", "place"),
        use("later", "send"),
        {{"id", "send"}, {"chapter", "all"}, {"answer", "send"}}}},
      {"officer",
       {{"rules",
         {{{"rule", "papers"}, {"source", "F1050"}},
          {{"rule", "mandate"}, {"source", "F1050"}},
          {{"rule", "paper"}, {"kinds", {"invoice"}}, {"optional", true}, {"source", "F1050"}}}}}},
      {"cost", {{{"lines", json::array()}, {"source", "F1050"}}}}};
  const auto whole = parseProcedure(document, parts);
  ASSERT_TRUE(whole) << whole.error().where << " " << whole.error().what;
  EXPECT_EQ(whole->find("whose"), nullptr);
  EXPECT_EQ(whole->find("host"), nullptr) << "only \"whose\" leads there";
  ASSERT_NE(whole->find("place"), nullptr);
  EXPECT_EQ(whole->find("place")->next.size(), 1U);

  document["steps"][0]["next"] = plainly("whose");
  const auto asked = parseProcedure(document, parts);
  ASSERT_TRUE(asked) << asked.error().where << " " << asked.error().what;
  EXPECT_NE(asked->find("host"), nullptr);
}

}  // namespace
