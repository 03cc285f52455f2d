// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/graph.h"

#include <gtest/gtest.h>

#include "kiosk/journey/words_check.h"
#include "tests/journey/fixtures.h"

namespace {

using namespace journey;
using fixtures::tryOut;
using nlohmann::json;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Graph, DrawsEachStepOnceInItsChapterWithItsTitle) {
  const json words = json::parse(R"({"chapters": {"start": "Pour \"commencer\""},
    "steps": {"for-whom": {"title": "Pour qui ?", "options": {"company": "Une société"}}}})");
  const std::string graph = graphvizOf(tryOut(), words);
  EXPECT_TRUE(has(graph, "digraph \"try-out\" {"));
  EXPECT_TRUE(has(graph, "subgraph \"cluster_start\""));
  EXPECT_TRUE(has(graph, R"(label="1. Pour \"commencer\"")"));
  EXPECT_TRUE(has(graph, R"(label="for-whom\nPour qui ?")"));
  EXPECT_TRUE(has(graph, R"("for-whom" -> "ask-an-agent" [label="Une société"];)"));
  EXPECT_TRUE(has(graph, R"("sold-on" -> "co-holder-surname" [label="for-whom = us"];)"));
  EXPECT_TRUE(has(graph, R"("co-holder-another" -> "co-holder-surname" [label="yes"];)"));
  EXPECT_FALSE(has(graph, "co-holder-surname-2"));
}

TEST(Graph, NeedsNoWords) {
  EXPECT_TRUE(has(graphvizOf(tryOut(), nullptr), "\"plate\""));
}

/// Words that are all there for the procedure.
json wordsFor(const Procedure& procedure) {
  json words;
  for (std::string key : wordsNeeded(procedure).mandatory) {
    std::replace(key.begin(), key.end(), '.', '/');
    words[json::json_pointer("/" + key)] = "…";
  }
  return words;
}

TEST(Words, AllThereIsWell) {
  const Procedure procedure = tryOut();
  EXPECT_TRUE(wordFaults({procedure}, wordsFor(procedure)).empty());
}

TEST(Words, MissingAndEmptyTextsAreTold) {
  const Procedure procedure = tryOut();
  json words = wordsFor(procedure);
  words["steps"]["plate"].erase("why");
  words["steps"]["for-whom"]["options"]["us"] = "";
  words["problems"]["plate"].erase("zero");
  const auto faults = wordFaults({procedure}, words);
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults[0].where, "/problems/plate/zero");
  EXPECT_EQ(faults[1].where, "/steps/for-whom/options/us");
  EXPECT_EQ(faults[2].where, "/steps/plate/why");
}

TEST(Words, TextsThatNothingShowsAreTold) {
  const Procedure procedure = tryOut();
  json words = wordsFor(procedure);
  words["steps"]["garage"]["title"] = "Où ?";
  words["steps"]["plate"]["options"]["red"] = "Rouge";
  words["steps"]["co-holder-surname-2"]["title"] = "Et lui ?";
  words["problems"]["vin"]["empty"] = "…";
  words["lists"]["ask-an-agent"]["1"] = "…";
  words["lists"]["plate"]["1"] = "…";
  words["otherwise"]["for-whom"]["us"]["plate"]["title"] = "…";
  words["otherwise"]["for-whom"]["them"]["plate"]["title"] = "…";
  words["otherwise"]["for-whom"]["us"]["plate"]["colour"] = "…";
  std::vector<std::string> told;
  for (const ConfigFault& fault : wordFaults({procedure}, words))
    told.push_back(fault.where);
  const std::vector<std::string> expected = {"/steps/co-holder-surname-2/title",
                                             "/steps/garage/title",
                                             "/steps/plate/options/red",
                                             "/problems/vin/empty",
                                             "/lists/plate/1",
                                             "/otherwise/for-whom/them/plate/title",
                                             "/otherwise/for-whom/us/plate/colour"};
  EXPECT_EQ(told, expected);
}

TEST(Words, NoWordsAtAllAreAllMissing) {
  const Procedure procedure = tryOut();
  EXPECT_EQ(wordFaults({procedure}, nullptr).size(), wordsNeeded(procedure).mandatory.size());
}

}  // namespace
