// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "kiosk/journey/fields.h"
#include "kiosk/journey/route.h"
#include "tests/journey/fixtures.h"

// Conditions on the way, and the proof that every way to sending asks for what is mandatory.
namespace {

using namespace journey;
using nlohmann::json;

json choice(const std::string& id, const json& next) {
  return {{"id", id},     {"chapter", "all"},         {"answer", "choice"},
          {"next", next}, {"options", {"yes", "no"}}, {"mayBeUnknown", true}};
}

json plainly(const std::string& go) {
  return json::array({{{"go", go}}});
}

json when(const json& condition, const std::string& go, const std::string& otherwise) {
  return json::array({{{"when", condition}, {"go", go}}, {{"go", otherwise}}});
}

/// A step that asks for this field.
json asking(const std::string& id, std::string_view field, const std::string& go) {
  json step = {{"id", id}, {"chapter", "all"}, {"next", plainly(go)}};
  switch (*fieldType(field)) {
    case FieldType::CalendarDate:
      step.update({{"answer", "date"}, {"keys", "past-date"}, {"rule", "past-date"}});
      break;
    case FieldType::YesNo:
      step.update({{"answer", "choice"}, {"options", {"yes", "no"}}});
      step["sets"]["yes"][std::string(field)] = true;
      return step;
    case FieldType::Integer:
      step.update({{"answer", "keyed"}, {"keys", "power"}, {"rule", "fiscal-power"}});
      break;
    case FieldType::Text:
      step.update({{"answer", "keyed"}, {"keys", "name"}, {"rule", "name"}});
      break;
  }
  step["field"] = field;
  return step;
}

json procedureOf(const std::string& start, json steps) {
  steps.push_back({{"id", "send"}, {"chapter", "all"}, {"answer", "send"}});
  const json rules = shipped::document("procedures/change-of-holder.json");
  return {{"id", "change-of-holder"},
          {"version", 1},
          {"minutes", 5},
          {"officer", rules["officer"]},
          {"cost", rules["cost"]},
          {"chapters", {"all"}},
          {"start", start},
          {"steps", steps}};
}

/// Steps that ask for every mandatory field but `without`, one after the other, then lead to `go`.
json askingForAll(const std::string& first, std::string_view without, const std::string& go) {
  json steps = json::array();
  const auto fields = mandatoryFields(fixtures::changeOfHolder().officer);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool isLast = i + 1 == fields.size();
    const std::string id = i == 0 ? first : "asks-" + std::to_string(i);
    const std::string next = isLast ? go : "asks-" + std::to_string(i + 1);
    json step = asking(id, fields[i].field, next);
    if (fields[i].field == without) step = choice(id, plainly(next));
    steps.push_back(step);
  }
  return steps;
}

TEST(MandatoryFields, AskedOnEachWayAreTaken) {
  EXPECT_TRUE(
      parseProcedure(procedureOf("first", askingForAll("first", "", "send")), shipped::parts()));
}

TEST(MandatoryFields, EachOneMissedIsTold) {
  for (const MandatoryField& field : mandatoryFields(fixtures::changeOfHolder().officer)) {
    const auto parsed = parseProcedure(
        procedureOf("first", askingForAll("first", field.field, "send")), shipped::parts());
    ASSERT_FALSE(parsed) << field.field;
    EXPECT_NE(parsed.error().what.find(field.field), std::string::npos) << parsed.error().what;
  }
}

TEST(MandatoryFields, AreFollowedThroughConditionsOnEarlierAnswers) {
  const std::string_view form = "vehicle.certificateFormNumber";
  const std::string_view day = "vehicle.certificateDate";
  // The code is asked at the start when there is one; form number and date at the end when not.
  const auto procedure = [&](const json& laterCondition) {
    json steps = json::array(
        {choice("has-code", when({{"step", "has-code"}, {"is", "yes"}}, "code", "rest")),
         asking("code", "transfer.code", "rest")});
    for (json& step : askingForAll("rest", form, "ask-form")) {
      if (step.value("field", "") == day) step = choice(step["id"], step["next"]);
      steps.push_back(step);
    }
    steps.push_back(choice("ask-form", when(laterCondition, "send", "form")));
    steps.push_back(asking("form", form, "day"));
    steps.push_back(asking("day", day, "send"));
    return parseProcedure(procedureOf("has-code", steps), shipped::parts());
  };
  EXPECT_TRUE(procedure({{"step", "has-code"}, {"is", "yes"}}));
  EXPECT_TRUE(procedure({{"step", "code"}, {"answered", true}}));
  EXPECT_FALSE(procedure({{"step", "has-code"}, {"is", "no"}}));
  EXPECT_FALSE(procedure({{"step", "has-code"}, {"isNot", "no"}})) << "unknown is no code";
  EXPECT_FALSE(procedure({{"step", "code"}, {"answered", false}}));
  EXPECT_FALSE(procedure({{"rule", "transfer-code-expired"}})) << "a rule may hold or not";
}

TEST(MandatoryFields, TooManyDifferentWaysAreRefused) {
  json steps = json::array();
  for (int i = 0; i < 12; ++i) {
    steps.push_back(choice("early-" + std::to_string(i),
                           plainly(i == 11 ? "late-0" : "early-" + std::to_string(i + 1))));
  }
  for (int i = 0; i < 12; ++i) {
    const std::string next = i == 11 ? "rest" : "late-" + std::to_string(i + 1);
    steps.push_back(
        choice("late-" + std::to_string(i),
               when({{"step", "early-" + std::to_string(i)}, {"is", "yes"}}, "rest", next)));
  }
  for (const json& step : askingForAll("rest", "", "send"))
    steps.push_back(step);
  const auto parsed = parseProcedure(procedureOf("early-0", steps), shipped::parts());
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.error().what.find("too many different ways"), std::string::npos);
}

/// Where one goes from `asks` under this condition, with these answers.
std::string next(const json& condition, const Answers& answers) {
  json document = procedureOf(
      "first",
      json::array(
          {choice("first", when({{"step", "first"}, {"is", "yes"}}, "typed", "asks")),
           asking("typed", "holder.birthSurname", "asks"),
           choice("asks", when(condition, "held", "send")),
           {{"id", "held"}, {"chapter", "all"}, {"answer", "inform"}, {"leadsTo", "agent"}}}));
  document["officer"]["rules"] = {
      {{"rule", "co-holders"}, {"optional", true}, {"source", "F10477"}},
      {{"rule", "papers"}, {"source", "F1050"}},
      {{"rule", "mandate"}, {"source", "F1050"}}};
  document["steps"][1]["mayBeUnknown"] = true;
  document["steps"][1]["mayBeEmpty"] = true;
  const Procedure procedure = fixtures::procedure(document);
  const Route way = route(procedure, answers, fixtures::today());
  return way.current().id;
}

TEST(Conditions, CompareAnswersThatLieOnTheRoute) {
  const Answers named = {{"first", "yes"}, {"typed", "PY"}, {"asks", "yes"}};
  const Answers unknown = {{"first", "yes"}, {"typed", "unknown"}, {"asks", "yes"}};
  const Answers none = {{"first", "yes"}, {"typed", ""}, {"asks", "yes"}};
  const Answers offRoute = {{"first", "no"}, {"typed", "PY"}, {"asks", "yes"}};

  const json answered = {{"step", "typed"}, {"answered", true}};
  EXPECT_EQ(next(answered, named), "held");
  EXPECT_EQ(next(answered, unknown), "send");
  EXPECT_EQ(next(answered, none), "send");
  EXPECT_EQ(next(answered, offRoute), "send");

  const json notAnswered = {{"step", "typed"}, {"answered", false}};
  EXPECT_EQ(next(notAnswered, named), "send");
  EXPECT_EQ(next(notAnswered, unknown), "held");
  EXPECT_EQ(next(notAnswered, offRoute), "held");

  const json isUnknown = {{"step", "typed"}, {"is", "unknown"}};
  EXPECT_EQ(next(isUnknown, unknown), "held");
  EXPECT_EQ(next(isUnknown, none), "send");

  const json isEmpty = {{"step", "typed"}, {"is", "empty"}};
  EXPECT_EQ(next(isEmpty, none), "held");
  EXPECT_EQ(next(isEmpty, named), "send");

  const json isNot = {{"step", "first"}, {"isNot", "yes"}};
  EXPECT_EQ(next(isNot, named), "send");
  EXPECT_EQ(next(isNot, offRoute), "held");
  EXPECT_EQ(next({{"step", "typed"}, {"isNot", "unknown"}}, offRoute), "held");
}

}  // namespace
