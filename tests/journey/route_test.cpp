// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/route.h"

#include <gtest/gtest.h>

#include <random>

#include "kiosk/journey/request.h"
#include "kiosk/journey/rules.h"
#include "kiosk/journey/step_words.h"
#include "tests/journey/fixtures.h"

namespace {

using namespace journey;
using fixtures::tryOut;
using nlohmann::json;

Answers couple() {
  return {{"for-whom", "us"},
          {"plate", "AB-123-CD"},
          {"sold-on", "2026-11-10"},
          {"co-holder-surname", "PY"},
          {"co-holder-another", "yes"},
          {"co-holder-surname-2", "LE"},
          {"co-holder-another-2", "no"},
          {"postcode", "25200"},
          {"town", "MONTBELIARD"},
          {"struck-through", "yes"}};
}

TEST(Route, StandsAtTheStartWithoutAnswers) {
  const Procedure procedure = tryOut();
  const Route way = route(procedure, {}, fixtures::today());
  EXPECT_EQ(way.current().id, "for-whom");
  EXPECT_EQ(way.previous(), nullptr);
}

TEST(Route, StopsAtTheFirstStepWithoutAnswer) {
  const Procedure procedure = tryOut();
  Answers answers = couple();
  answers.erase("co-holder-surname-2");
  const Route way = route(procedure, answers, fixtures::today());
  EXPECT_EQ(way.current().id, "co-holder-surname-2");
  EXPECT_EQ(way.previous()->id, "co-holder-another");
  EXPECT_TRUE(way.passes("plate"));
  EXPECT_FALSE(way.passes("postcode"));
}

TEST(Route, AnAnswerThatTheStepDoesNotOfferIsNone) {
  const Procedure procedure = tryOut();
  EXPECT_EQ(route(procedure, {{"for-whom", "them"}}, fixtures::today()).current().id, "for-whom");
  EXPECT_EQ(route(procedure, {{"for-whom", "unknown"}}, fixtures::today()).current().id,
            "for-whom");
  EXPECT_EQ(route(procedure, {{"for-whom", "me"}, {"plate", ""}}, fixtures::today()).current().id,
            "plate");
}

TEST(Route, AWayThatEndsEarlyStaysThere) {
  const Procedure procedure = tryOut();
  const Answers answers = {{"for-whom", "company"}, {"ask-an-agent", "yes"}};
  EXPECT_EQ(route(procedure, answers, fixtures::today()).current().id, "ask-an-agent");
}

TEST(Route, LaterAnswersSurviveADetour) {
  const Procedure procedure = tryOut();
  Answers answers = couple();
  const json before = requestOf(procedure, answers, fixtures::today());
  answers = withAnswer(procedure, answers, "for-whom", "company", fixtures::today());
  EXPECT_EQ(route(procedure, answers, fixtures::today()).current().id, "ask-an-agent");
  answers = withAnswer(procedure, answers, "for-whom", "us", fixtures::today());
  EXPECT_EQ(requestOf(procedure, answers, fixtures::today()), before);
}

TEST(Route, AnswersOffTheRouteNeverReachTheRequest) {
  const Procedure procedure = tryOut();
  Answers answers = couple();
  answers["for-whom"] = "me";
  EXPECT_EQ(reachable(procedure, answers, fixtures::today()).count("co-holder-surname"), 0U);
  EXPECT_TRUE(requestOf(procedure, answers, fixtures::today())["coHolders"].empty());
}

TEST(Route, AnswersOffTheRouteDecideNothing) {
  const Procedure procedure = tryOut();
  Answers answers = couple();
  answers["for-whom"] = "me";
  answers["review"] = "yes";
  EXPECT_EQ(route(procedure, answers, fixtures::today()).current().id, "send");
}

TEST(WithAnswer, AChangeIsConfirmedAgain) {
  const Procedure procedure = tryOut();
  Answers answers = couple();
  answers["review"] = "yes";
  answers["co-holder-confirms"] = "yes";
  const Answers same = withAnswer(procedure, answers, "plate", "AB-123-CD", fixtures::today());
  EXPECT_EQ(same, answers) << "the same answer again changes nothing";
  const Answers other = withAnswer(procedure, answers, "plate", "AB-124-CD", fixtures::today());
  EXPECT_EQ(other.count("review"), 0U);
  EXPECT_EQ(other.count("co-holder-confirms"), 0U);
  EXPECT_EQ(other.at("co-holder-surname-2"), "LE");
}

TEST(WithAnswer, AnotherPostcodeAsksForTheTownAgain) {
  const Procedure procedure = tryOut();
  const Answers answers = withAnswer(procedure, couple(), "postcode", "90000", fixtures::today());
  EXPECT_EQ(answers.count("town"), 0U);
  EXPECT_EQ(route(procedure, answers, fixtures::today()).current().id, "town");
}

TEST(WithAnswer, WhatWasComparedWithAChangedAnswerIsComparedAgain) {
  const Procedure procedure = tryOut();
  const Answers answers =
      withAnswer(procedure, couple(), "sold-on", "2026-11-11", fixtures::today());
  EXPECT_EQ(answers.count("struck-through"), 0U);
}

TEST(WithAnswer, AnUnknownStepChangesNothing) {
  const Procedure procedure = tryOut();
  EXPECT_EQ(withAnswer(procedure, couple(), "garage", "yes", fixtures::today()), couple());
}

TEST(Route, LeadsFromAFindingToTheStepThatMendsIt) {
  const Procedure procedure = tryOut();
  const Answers answers = couple();
  const Route way = route(procedure, answers, fixtures::today());
  EXPECT_EQ(stepOfField(way, "coHolders[1].birthSurname")->id, "co-holder-surname-2");
  EXPECT_EQ(stepOfField(way, "holder.birthSurname"), nullptr);
  EXPECT_EQ(stepOfDocument(way, "registration-certificate")->id, "struck-through");
  EXPECT_EQ(stepOfDocument(way, "mandate"), nullptr);
}

/// Somebody who answers at random, but only with what each step takes.
class Wanderer {
 public:
  explicit Wanderer(unsigned seed) : m_random(seed) {}

  std::string answer(const Procedure& procedure, const Step& step, const Answers& answers) {
    if (!givesValue(step.answer)) return "yes";
    if (step.mayBeUnknown && oneIn(6)) return "unknown";
    if (step.mayBeEmpty && oneIn(3)) return "";
    if (step.answer == AnswerKind::Choice) {
      // The first option mostly: it is the one that leads on.
      return oneIn(3) ? pick(step.options) : step.options.front();
    }
    for (const char* typed : {"AB-123-CD", "AB12C", "2013BZ80335", "12", "25200", "FR", "MARTIN",
                              "0381000000", "20/11/2026", "1/6/2019", "3/4/1952", "1/1/2030"}) {
      if (oneIn(2)) continue;
      const Checked taken = check(procedure, step, typed, answers, fixtures::today());
      if (taken) return *taken;
    }
    return answer(procedure, step, answers);
  }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[m_random() % from.size()];
  }
  bool oneIn(unsigned chances) { return m_random() % chances == 0; }

 private:
  std::mt19937 m_random;
};

TEST(Route, RandomWalksEnd) {
  const Procedure procedure = fixtures::changeOfHolder();
  std::map<std::string, int> ends;
  for (unsigned seed = 0; seed < 500; ++seed) {
    Wanderer wanderer(seed);
    Answers answers;
    const Step* current = &route(procedure, answers, fixtures::today()).current();
    for (std::size_t asked = 0; !current->next.empty(); ++asked) {
      ASSERT_LE(asked, procedure.steps.size()) << "seed " << seed;
      answers = withAnswer(procedure, answers, current->id,
                           wanderer.answer(procedure, *current, answers), fixtures::today());
      current = &route(procedure, answers, fixtures::today()).current();
    }
    ++ends[current->leadsTo.empty() ? "send" : current->leadsTo];
  }
  EXPECT_GT(ends["send"], 0);
  EXPECT_GT(ends["list"], 0);
  EXPECT_GT(ends["agent"], 0);
}

// Back and forth, anywhere: nothing typed is lost, the route stays pure, and what lies off it stays
// out of the request.
TEST(Route, GoingBackLosesNothing) {
  const Procedure procedure = fixtures::changeOfHolder();
  for (unsigned seed = 0; seed < 200; ++seed) {
    Wanderer wanderer(seed);
    Answers answers;
    std::map<std::string, std::string> typed;
    for (int gesture = 0; gesture < 150; ++gesture) {
      const Route way = route(procedure, answers, fixtures::today());
      const Step& step = wanderer.oneIn(5) ? *wanderer.pick(way.steps) : way.current();
      if (step.next.empty()) break;
      const std::string answer = wanderer.answer(procedure, step, answers);
      answers = withAnswer(procedure, answers, step.id, answer, fixtures::today());
      if (step.answer == AnswerKind::Keyed || step.answer == AnswerKind::CalendarDate) {
        typed[step.id] = answer;
      }
    }
    for (const auto& [step, answer] : typed)
      ASSERT_EQ(answers.at(step), answer) << step;
    const Answers onRoute = reachable(procedure, answers, fixtures::today());
    EXPECT_EQ(route(procedure, answers, fixtures::today()).steps,
              route(procedure, onRoute, fixtures::today()).steps);
    EXPECT_EQ(requestOf(procedure, answers, fixtures::today()),
              requestOf(procedure, onRoute, fixtures::today()));
  }
}

}  // namespace
