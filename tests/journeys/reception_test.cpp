// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "kiosk/journey/route.h"
#include "tests/journey/shipped.h"

// "What happened to you?", walked along every way.
namespace {

using namespace journey;

const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{20}};

/// Calls `atEnd` with the route and its answers, for each way that there is.
void eachWay(const Procedure& procedure, const Answers& answers,
             const std::function<void(const Route&, const Answers&)>& atEnd) {
  const Route way = route(procedure, answers, today);
  const Step& step = way.current();
  if (step.next.empty()) return atEnd(way, answers);
  std::vector<std::string> given = step.options;
  if (given.empty()) given.emplace_back(doneAnswer);
  if (step.mayBeUnknown) given.emplace_back(unknownAnswer);
  for (const std::string& answer : given) {
    Answers more = answers;
    more[step.id] = answer;
    eachWay(procedure, more, atEnd);
  }
}

/// "Je ne sais pas" goes on by itself, so does an inform; an answer is chosen and confirmed.
int touches(const Step& step, const std::string& answer) {
  return step.answer == AnswerKind::Choice && answer != unknownAnswer ? 2 : 1;
}

// The procedures of the contract.
const std::set<std::string> twelve = {"change-of-holder", "sale-declaration", "change-of-address",
                                      "duplicate",        "change-of-name",   "co-holder",
                                      "inheritance",      "withdrawal",       "error-correction",
                                      "new-vehicle",      "imported-vehicle", "answer-the-centre"};

TEST(Reception, LeadsToEveryProcedure) {
  std::set<std::string> opened;
  eachWay(shipped::reception(), {}, [&](const Route& way, const Answers&) {
    opened.insert(way.current().opens.begin(), way.current().opens.end());
  });
  EXPECT_TRUE(std::includes(opened.begin(), opened.end(), twelve.begin(), twelve.end()));
  std::set<std::string> all;
  for (const auto& [id, procedure] : shipped::procedures())
    all.insert(id);
  EXPECT_EQ(opened, all);
}

TEST(Reception, EndsBeforeAProcedureOrAnAgent) {
  eachWay(shipped::reception(), {}, [](const Route& way, const Answers&) {
    const Step& end = way.current();
    EXPECT_TRUE(!end.opens.empty() || end.leadsTo == "agent") << end.id;
  });
}

TEST(Reception, AsksFiveQuestionsAtMost) {
  eachWay(shipped::reception(), {}, [](const Route& way, const Answers&) {
    const auto asked = std::count_if(way.steps.begin(), way.steps.end(), [](const Step* step) {
      return step->answer == AnswerKind::Choice;
    });
    EXPECT_LE(asked, 5) << way.current().id;
  });
}

TEST(Reception, WhoAlwaysSaysDontKnowIsHelpedInFiveTouches) {
  bool met = false;
  eachWay(shipped::reception(), {}, [&](const Route& way, const Answers& answers) {
    int count = 1;  // "Commencer"
    for (const Step* step : way.steps) {
      const auto given = answers.find(step->id);
      if (given == answers.end()) continue;
      if (step->mayBeUnknown && given->second != unknownAnswer) return;
      count += touches(*step, given->second);
    }
    met = true;
    EXPECT_LE(count, 5) << way.current().id;
  });
  EXPECT_TRUE(met);
}

// Large targets: eight answers fill a screen.
TEST(Reception, OffersEightAnswersAtMost) {
  for (const Step& step : shipped::reception().steps) {
    EXPECT_LE(step.options.size(), 8U) << step.id;
    EXPECT_TRUE(step.answer != AnswerKind::Choice || step.mayBeUnknown) << step.id;
  }
}

// The address comes first: what is printed or declared afterwards bears it.
TEST(Reception, OpensTheAddressBeforeAnythingElse) {
  for (const Step& step : shipped::reception().steps) {
    const auto& opens = step.opens;
    const auto address = std::find(opens.begin(), opens.end(), "change-of-address");
    EXPECT_TRUE(address == opens.end() || address == opens.begin()) << step.id;
  }
}

}  // namespace
