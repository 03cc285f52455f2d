// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "every_way.h"
#include "tests/journey/fixtures.h"
#include "tests/journey/shipped.h"

// No way ends without one of the five ends, whatever is answered: every way of every procedure,
// with the reception before it.
namespace {

using namespace journey;
using every_way::End;
using every_way::Ways;

std::vector<std::string> procedureIds() {
  std::vector<std::string> ids;
  for (const auto& [id, procedure] : shipped::procedures())
    ids.push_back(id);
  return ids;
}

class EveryWay : public testing::TestWithParam<std::string> {};

TEST_P(EveryWay, EndsInOneOfTheFiveEnds) {
  const Procedure procedure = shipped::way(GetParam());
  const Ways ways = every_way::waysThrough(procedure, fixtures::today());
  for (const std::string& fault : ways.faults)
    ADD_FAILURE() << fault;
  std::set<End> ends;
  for (const auto& [step, answers] : ways.ends)
    ends.merge(every_way::endsOf(*procedure.find(step)));
  EXPECT_EQ(ends, (std::set<End>{End::Sent, End::Kept, End::List, End::CallBack}));
  EXPECT_TRUE(ways.mayBeSent) << "the officer refuses whatever comes to the sending";
  for (const std::string& fault :
       every_way::strayed(procedure, fixtures::today(), ways, 20261120, 100))
    ADD_FAILURE() << fault;
  std::cout << GetParam() << ": " << procedure.steps.size() << " steps, " << ways.places
            << " places, " << ways.ends.size() << " ends\n";
}

// Procedures that the loader takes, or would take, and that leave somebody without an end: each
// must be found, or the test above proves nothing.
struct Broken {
  const char* why;
  const char* procedure;
  void (*change)(Procedure&);
  const char* fault;
};

std::ostream& operator<<(std::ostream& out, const Broken& one) {
  return out << one.why;
}

Step& step(Procedure& procedure, const char* id) {
  return procedure.steps[procedure.places.at(id)];
}

Condition is(const char* stepId, const char* value) {
  return {stepId, Condition::Test::Is, value};
}

const Broken broken[] = {
    {"an end that calls nobody", "answer-the-centre",
     [](Procedure& all) { step(all, "no-reference-agent").leadsTo.clear(); },
     "a way breaks off at no-reference-agent"},
    {"a list that is none", "duplicate",
     [](Procedure& all) { step(all, "no-police-report").leadsTo.clear(); },
     "a way breaks off at no-police-report"},
    {"a sending that sends nothing", "withdrawal",
     [](Procedure& all) { step(all, "send").answer = AnswerKind::Inform; },
     "a way breaks off at send"},
    {"no way for who answers otherwise", "duplicate",
     [](Procedure& all) { step(all, "police-report").next.pop_back(); },
     "no way goes on from police-report"},
    {"a way to a step that there is not", "duplicate",
     [](Procedure& all) { step(all, "loss-kind").next.front().go = "loss-sort"; },
     "no way goes on from loss-kind"},
    {"a condition that never holds", "duplicate",
     [](Procedure& all) {
       step(all, "certificate-named").next[2].when.push_back(is("loss-kind", "lost"));
     },
     "no way comes to police-report"},
    {"a branch behind one that always holds", "new-vehicle",
     [](Procedure& all) {
       auto& next = step(all, "vehicle-origin").next;
       std::swap(next.front(), next.back());
     },
     "no way comes to opens-new-vehicle"},
    {"a limit that no day passes", "duplicate",
     [](Procedure& all) {
       step(all, "first-registration").next[1].when.front().value = "death-is-recent";
     },
     "no way comes to have-test"},
    {"a question without an answer", "duplicate",
     [](Procedure& all) { step(all, "loss-kind").options.clear(); }, "loss-kind takes no answer"},
};

class BrokenWay : public testing::TestWithParam<Broken> {};

TEST_P(BrokenWay, IsFound) {
  Procedure procedure = shipped::way(GetParam().procedure);
  GetParam().change(procedure);
  const Ways ways = every_way::waysThrough(procedure, fixtures::today());
  EXPECT_EQ(ways.faults.count(GetParam().fault), 1U) << testing::PrintToString(ways.faults);
}

INSTANTIATE_TEST_SUITE_P(Procedures, BrokenWay, testing::ValuesIn(broken));

// The officer asks for a paper that the way never asks for.
TEST(BrokenWays, ThatNothingCanBeSentFromAreFound) {
  Procedure procedure = shipped::way("withdrawal");
  const auto& other = shipped::procedure("inheritance").officer.rules;
  const auto attestation = std::find_if(other.begin(), other.end(), [](const OfficerRule& rule) {
    return rule.kinds == std::vector<std::string>{"heirs-attestation"};
  });
  ASSERT_NE(attestation, other.end());
  procedure.officer.rules.push_back(*attestation);
  EXPECT_FALSE(every_way::waysThrough(procedure, fixtures::today()).mayBeSent);
}

INSTANTIATE_TEST_SUITE_P(Procedures, EveryWay, testing::ValuesIn(procedureIds()),
                         [](const auto& id) { return fixtures::testName(id.param); });

}  // namespace
