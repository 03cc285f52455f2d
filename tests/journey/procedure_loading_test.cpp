// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "kiosk/journey/procedure.h"
#include "tests/journey/fixtures.h"

namespace {

using namespace journey;
using nlohmann::json;

json base() {
  return fixtures::read(fixtures::source("tests/fixtures/procedures/base.json"));
}

TEST(ProcedureLoading, TakesAWellMadeProcedure) {
  const Procedure procedure = fixtures::procedure(base());
  EXPECT_EQ(procedure.id, "try-out");
  EXPECT_EQ(procedure.version, 1);
  EXPECT_EQ(procedure.steps.front().id, procedure.start);
  ASSERT_NE(procedure.find("plate"), nullptr);
  EXPECT_EQ(procedure.find("plate")->rule, "registration-number");
  EXPECT_EQ(procedure.find("garage"), nullptr);
}

TEST(ProcedureLoading, PutsEachStepBeforeThoseItLeadsTo) {
  const Procedure procedure = fixtures::changeOfHolder();
  for (std::size_t place = 0; place < procedure.steps.size(); ++place) {
    for (const Branch& branch : procedure.steps[place].next) {
      EXPECT_GT(procedure.places.at(branch.go), place) << procedure.steps[place].id;
    }
  }
}

TEST(ProcedureLoading, RepeatsAGroup) {
  const Procedure procedure = fixtures::procedure(base());
  const Step* third = procedure.find("co-holder-surname-3");
  ASSERT_NE(third, nullptr);
  EXPECT_EQ(third->textId, "co-holder-surname");
  EXPECT_EQ(third->instance, 3);
  EXPECT_EQ(third->field, "coHolders[2].birthSurname");
  EXPECT_EQ(third->next.back().go, "postcode") << "the last one is not asked for another";
  EXPECT_EQ(procedure.find("co-holder-another-3"), nullptr);
  EXPECT_EQ(procedure.find("co-holder-another")->next.front().go, "co-holder-surname-2");
  EXPECT_EQ(procedure.find("co-holder-another-2")->next.front().when.front().step,
            "co-holder-another-2");
}

TEST(ProcedureLoading, AFollowingGroupLooksAtTheSameInstance) {
  const Procedure procedure = fixtures::procedure(base());
  const Step* second = procedure.find("co-holder-confirms-2");
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->sets.at("yes").front().field, "coHolders[1].confirmed");
  EXPECT_EQ(second->next.front().when.front().step, "co-holder-another-2");
  EXPECT_EQ(second->next.front().go, "co-holder-confirms-3");
  EXPECT_EQ(procedure.find("co-holder-confirms-3")->next.size(), 1U);
}

// One file a refusal: a change to base.json, and what must be told of it.
class Refused : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Refused, SaysWhereWhatAndHowToMendIt) {
  const json fixture = fixtures::read(GetParam());
  ASSERT_TRUE(fixture.is_object());
  const auto parsed = parseProcedure(base().patch(fixture["patch"]), shipped::parts());
  ASSERT_FALSE(parsed) << "it was taken";
  const ConfigFault& fault = parsed.error();
  EXPECT_EQ(fault.where, fixture["where"]);
  EXPECT_NE(fault.what.find(fixture["what"].get<std::string>()), std::string::npos) << fault.what;
  EXPECT_FALSE(fault.mend.empty());
}

INSTANTIATE_TEST_SUITE_P(Files, Refused,
                         testing::ValuesIn(fixtures::files("tests/fixtures/procedures",
                                                           ".refused.json")),
                         [](const auto& file) { return fixtures::testName(file.param); });

TEST(ProcedureLoading, TakesNothingElseForAProcedure) {
  for (const char* text : {"null", "3", "\"x\"", "[]", "{}", R"({"steps":[]})"}) {
    EXPECT_FALSE(parseProcedure(json::parse(text), shipped::parts())) << text;
  }
  EXPECT_FALSE(parseProcedure(json(json::value_t::discarded), shipped::parts()));
}

// Any one value of a good procedure replaced by something absurd: never a crash, never taken as
// something else than refused or still well made.
TEST(ProcedureLoading, SurvivesEachValueReplaced) {
  const json good = fixtures::read(fixtures::source("config/procedures/change-of-holder.json"));
  const json flat = good.flatten();
  const json odd[] = {nullptr,
                      true,
                      -1,
                      1e300,
                      "",
                      "é\u0000\n",
                      json::array(),
                      json::object(),
                      18446744073709551615U};
  std::size_t refused = 0;
  std::size_t place = 0;
  for (const auto& item : flat.items()) {
    json broken = good;
    broken[json::json_pointer(item.key())] = odd[place++ % std::size(odd)];
    refused += parseProcedure(broken, shipped::parts()) ? 0U : 1U;
  }
  EXPECT_GT(refused, flat.size() * 9 / 10);
}

}  // namespace
