// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/exercise.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "shipped.h"

namespace {

using namespace journey;
using fixtures::today;
using nlohmann::json;
using Kind = Miss::Kind;

// What parsing says of a file of one exercise with these members: "" when it is taken.
std::string refusal(const char* members) {
  const std::string text =
      R"({"facts": {}, "way": {}, "exercises": [{"id": "one", )" + std::string(members) + "}]}";
  const auto parsed = parseExercises(json::parse(text));
  return parsed ? std::string() : parsed.error().where + ": " + parsed.error().what;
}

TEST(Exercises, AreReadStrictly) {
  const std::string aim = R"("aims": [{"procedure": "change-of-holder", "end": "send")";
  EXPECT_EQ(refusal((aim + "}]").c_str()), "");
  EXPECT_EQ(refusal(R"("aims": [])"), "/exercises/0/aims: this is no list of the right length");
  EXPECT_EQ(refusal(R"("aims": [{"procedure": "change-of-holder", "end": "home"}])").substr(0, 24),
            "/exercises/0/aims/0/end:");
  EXPECT_EQ(refusal((aim + R"(, "verdict": "good"}])").c_str()).substr(0, 28),
            "/exercises/0/aims/0/verdict:");
  EXPECT_EQ(refusal((aim + R"(, "answers": {"plate": 3}}])").c_str()).substr(0, 33),
            "/exercises/0/aims/0/answers/plate");
  EXPECT_EQ(refusal((aim + R"(, "answers": {"plate": {"daysAgo": 1, "daysAhead": 2}}}])").c_str()),
            "/exercises/0/aims/0/answers/plate: this is neither a text nor a day");
  EXPECT_EQ(refusal((aim + R"(, "reward": 1}])").c_str()),
            "/exercises/0/aims/0/reward: unknown word \"reward\"");
  const auto twice = parseExercises(json::parse(
      R"({"facts": {}, "way": {}, "exercises": [
        {"id": "one", "aims": [{"procedure": "a", "end": "list"}]},
        {"id": "one", "aims": [{"procedure": "a", "end": "list"}]}]})"));
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().where, "/exercises/1/id");
}

Exercise exerciseOf(std::vector<Aim> aims) {
  return {"one", {}, std::move(aims)};
}

std::string faultOf(Aim aim) {
  Exercises all;
  all.all = {exerciseOf({std::move(aim)})};
  const auto fault =
      exerciseFault(all, shipped::reception(), {shipped::procedure("change-of-holder")});
  return fault ? fault->where : "";
}

TEST(Exercises, NameOnlyWhatThereIs) {
  const std::string of = "change-of-holder";
  const std::string at = "/exercises/0/aims/0";
  EXPECT_EQ(faultOf({of, {{"for-whom", {"us", {}}}}, {"mandate"}, "", {}, "send"}), "");
  EXPECT_EQ(faultOf({of, {{"has-code", {"unknown", {}}}}, {}, "", {}, "send"}), "");
  EXPECT_EQ(faultOf({of, {{"coHolders[].givenNames", {"PAUL", {}}}}, {}, "", {}, "send"}), "");
  EXPECT_EQ(faultOf({of, {{"what-happened", {"bought", {}}}}, {}, "", {}, "send"}), "");
  EXPECT_EQ(faultOf({"reception", {{"what-happened", {"sold", {}}}}, {}, "", {}, "agent"}), "");
  EXPECT_EQ(faultOf({"reception", {{"for-whom", {"me", {}}}}, {}, "", {}, "agent"}),
            at + "/answers/for-whom");
  EXPECT_EQ(faultOf({"change-of-sky", {}, {}, "", {}, "send"}), at + "/procedure");
  EXPECT_EQ(faultOf({of, {{"for-whom", {"the-cat", {}}}}, {}, "", {}, "send"}),
            at + "/answers/for-whom");
  EXPECT_EQ(faultOf({of, {{"for-what", {"us", {}}}}, {}, "", {}, "send"}),
            at + "/answers/for-what");
  EXPECT_EQ(faultOf({of, {{"holder.shoeSize", {"42", {}}}}, {}, "", {}, "send"}),
            at + "/answers/holder.shoeSize");
  EXPECT_EQ(faultOf({of, {}, {"mandate", "love-letter"}, "", {}, "send"}), at + "/papers/1");
}

TEST(Facts, AreFoundByStepBeforeByField) {
  const Procedure& procedure = shipped::procedure("change-of-holder");
  const Facts facts = {{"plate", {"BB-222-BB", {}}},
                       {"vehicle.registrationNumber", {"AA-123-AA", {}}},
                       {"transfer.date", {"", -10}},
                       {"co-holder-given-names", {"PAUL", {}}}};
  const auto at = [&](const char* step) { return factAt(facts, *procedure.find(step)); };
  EXPECT_EQ(at("plate")->text, "BB-222-BB");
  EXPECT_EQ(at("transfer-date")->on(today()), "2026-11-10");
  EXPECT_EQ(at("co-holder-given-names-2")->text, "PAUL");
  EXPECT_EQ(at("street"), nullptr);
}

// The case of the table: a couple who moved and lost their card, both in this order.
const Aim moved{"change-of-address", {{"street", {"RUE NEUVE", {}}}}, {}, "", {}, "send"};
const Aim lost{"duplicate",
               {{"why", {"lost", {}}}, {"vehicle.fiscalPower", {"5", {}}}, {"day", {"", -3}}},
               {"loss-declaration"},
               "ready",
               {},
               "send"};

Reached doneMove() {
  return {
      "change-of-address", {{"street", "RUE NEUVE"}, {"floor", "2"}}, {}, {}, "ready", {}, "send"};
}
Reached doneLoss() {
  return {"duplicate",
          {{"why", "lost"}, {"day", "2026-11-17"}},
          {{"vehicle.fiscalPower", 5}},
          {"loss-declaration", "identity-document"},
          "ready",
          {},
          "send"};
}

struct Done {
  const char* about;
  std::vector<Reached> reached;
  std::vector<Miss> misses;
};

Reached with(Reached reached, const std::function<void(Reached&)>& change) {
  change(reached);
  return reached;
}

std::vector<Done> rows() {
  const std::string address = "change-of-address";
  const std::string duplicate = "duplicate";
  return {
      {"all of it", {doneMove(), doneLoss()}, {}},
      {"nothing",
       {},
       {{Kind::NotOpened, address, {}, {}, {}}, {Kind::NotOpened, duplicate, {}, {}, {}}}},
      {"the second alone", {doneLoss()}, {{Kind::NotOpened, address, {}, {}, {}}}},
      {"the other way round", {doneLoss(), doneMove()}, {{Kind::TooLate, duplicate, {}, {}, {}}}},
      {"one too many",
       {doneMove(), {"withdrawal", {}, {}, {}, "", {}, ""}, doneLoss()},
       {{Kind::NotWanted, "withdrawal", {}, {}, {}}}},
      {"another answer",
       {doneMove(), with(doneLoss(), [](Reached& r) { r.answers["why"] = "stolen"; })},
       {{Kind::Answer, duplicate, "why", "lost", "stolen"}}},
      {"another day",
       {doneMove(), with(doneLoss(), [](Reached& r) { r.answers["day"] = "2026-11-16"; })},
       {{Kind::Answer, duplicate, "day", "2026-11-17", "2026-11-16"}}},
      {"another figure in a field",
       {doneMove(), with(doneLoss(), [](Reached& r) { r.fields["vehicle.fiscalPower"] = 6; })},
       {{Kind::Answer, duplicate, "vehicle.fiscalPower", "5", "6"}}},
      {"not come to the answer",
       {with(doneMove(), [](Reached& r) { r.answers.erase("street"); }), doneLoss()},
       {{Kind::Answer, address, "street", "RUE NEUVE", ""}}},
      {"a paper forgotten",
       {doneMove(), with(doneLoss(), [](Reached& r) { r.papers = {"identity-document"}; })},
       {{Kind::Paper, duplicate, "loss-declaration", {}, {}}}},
      {"a verdict that is not theirs",
       {doneMove(), with(doneLoss(), [](Reached& r) { r.verdict = "not-yet"; })},
       {{Kind::Verdict, duplicate, {}, "ready", "not-yet"}}},
      {"left before the end",
       {with(doneMove(), [](Reached& r) { r.end = ""; }), doneLoss()},
       {{Kind::End, address, {}, "send", ""}}},
  };
}

TEST(Misses, AreWhatTheCaseAskedForAndWasNotReached) {
  for (const Done& row : rows())
    EXPECT_EQ(missesOf(exerciseOf({moved, lost}), row.reached, today()), row.misses) << row.about;
}

TEST(Misses, TellAFindingThatWasNotRaised) {
  Aim aim{"change-of-holder", {}, {}, "not-yet", {"certificate-not-struck"}, "list"};
  Reached reached{"change-of-holder", {}, {}, {}, "not-yet", {"certificate-not-struck"}, "list"};
  EXPECT_TRUE(missesOf(exerciseOf({aim}), {reached}, today()).empty());
  reached.findings = {"request-late"};
  const std::vector<Miss> missed = {
      {Kind::Finding, "change-of-holder", "certificate-not-struck", {}, {}}};
  EXPECT_EQ(missesOf(exerciseOf({aim}), {reached}, today()), missed);
}

}  // namespace
