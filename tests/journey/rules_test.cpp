// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/rules.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "kiosk/journey/address_lines.h"
#include "kiosk/journey/route_rules.h"
#include "tests/journey/fixtures.h"

namespace {

using namespace journey;

struct Typed {
  const char* rule;
  const char* typed;
  const char* expected;  ///< the value, or the breach when it begins with !
};

std::ostream& operator<<(std::ostream& out, const Typed& row) {
  return out << row.rule << " " << row.typed;
}

/// A step of the real procedure's kind for this rule.
Step stepWith(const std::string& rule) {
  Step step;
  step.id = "asked";
  step.rule = rule;
  const auto among = [&](RuleKind kind) {
    const auto names = answerRules(kind);
    return std::find(names.begin(), names.end(), rule) != names.end();
  };
  step.answer = among(RuleKind::CalendarDate) ? AnswerKind::CalendarDate : AnswerKind::Keyed;
  if (rule == "town") step.answer = AnswerKind::Town;
  if (rule == "country") step.answer = AnswerKind::Country;
  return step;
}

class NamedRule : public testing::TestWithParam<Typed> {};

TEST_P(NamedRule, ReadsWhatIsTyped) {
  const Procedure none;
  const Typed& row = GetParam();
  const Checked read = check(none, stepWith(row.rule), row.typed, {}, fixtures::today());
  const std::string expected = row.expected;
  EXPECT_EQ(read ? *read : "!" + read.error().key, expected);
}

constexpr Typed rows[] = {
    {"registration-number", "ab 123 cd", "AB-123-CD"},
    {"registration-number", "", "!plate.empty"},
    {"transfer-code", "ab12c", "AB12C"},
    {"form-number", "2013 bz 80335", "2013BZ80335"},
    {"fiscal-power", "5 CV", "5"},
    {"fiscal-power", "0", "!power.unknown"},
    {"name", "d’Almeida", "D'ALMEIDA"},
    {"given-names", "jean-noël", "JEAN-NOËL"},
    {"name", "R2D2", "!name.letters"},
    {"name", "e\xcc\x81lise", "ÉLISE"},
    {"name", " \xcd\x89t", "!name.letters"},  // a mark that stands on no letter
    {"place", "Saint-Étienne", "SAINT-ÉTIENNE"},
    {"place", "paris 14", "PARIS 14"},
    {"place", "L'Haÿ-les-Roses (94)", "L'HAŸ-LES-ROSES (94)"},
    {"place", "  ", "!place.empty"},
    {"place", "東京", "!place.characters"},
    {"street-number", "3 bis", "3 BIS"},
    {"street-number", " 12b ", "12B"},
    {"street-number", "3-5", "3-5"},
    {"street-number", "bis", "!street-number.unknown"},
    {"street-number", "12345678901", "!street-number.unknown"},
    {"street-number", "", "!street-number.empty"},
    {"address-line", "impasse de l'église", "IMPASSE DE L'ÉGLISE"},
    {"address-line", "2e étage,  porte 4", "2E ÉTAGE, PORTE 4"},
    {"address-line", "bâtiment n°3", "BÂTIMENT N°3"},
    {"address-line", "rue <b>", "!address-line.characters"},
    {"address-line", "", "!address-line.empty"},
    {"text", "chalet  « Les 🌲 »", "chalet « Les 🌲 »"},
    {"reference", "K7PM-22QX-9RTB", "K7PM-22QX-9RTB"},
    {"reference", "K7PM22QX9RTB", "K7PM-22QX-9RTB"},
    {"reference", "k7pm22qx9rtb", "K7PM-22QX-9RTB"},
    {"reference", "k7pm-22qx 9rtb", "K7PM-22QX-9RTB"},
    {"reference", " K7 PM 22 QX 9R TB ", "K7PM-22QX-9RTB"},
    {"reference", "K7PM-22QX-9RTB-", "K7PM-22QX-9RTB"},
    {"reference", "K7PM--22QX9R-TB", "K7PM-22QX-9RTB"},
    // Of another length it stays as its letter writes it.
    {"reference", "cg-2026-7f3k9", "CG-2026-7F3K9"},
    {"reference", "K7PM22QX9RT", "K7PM22QX9RT"},
    {"reference", "----", "!reference.incomplete"},
    {"reference", "K7P", "!reference.incomplete"},
    {"reference", "", "!reference.empty"},
    {"reference", "K7PM/22QX", "!reference.characters"},
    {"reference", "K7PM-22QX-9RTB-9RTB-9", "!reference.characters"},
    {"postcode", "25 200", "25200"},
    {"postcode", "00000", "!postcode.unknown"},
    {"town", "Montbeliard", "MONTBELIARD"},
    {"town", "", "!town.empty"},
    {"country", "FR", "FR"},
    {"country", "France", "!country.unknown"},
    {"country", "fr", "!country.unknown"},
    {"telephone", "0381000000", "03 81 00 00 00"},
    {"telephone", "+33 3 81 00 00 00", "03 81 00 00 00"},
    {"telephone", "0033381000000", "03 81 00 00 00"},
    {"telephone", "00 41 32 000 00 00", "+41320000000"},
    {"telephone", "0081", "!telephone.incomplete"},
    {"telephone", "081", "!telephone.incomplete"},
    {"telephone", "00 00 93 34 00", "!telephone.incomplete"},
    {"telephone", "+0123456789", "!telephone.incomplete"},
    {"telephone", "1381000000", "!telephone.incomplete"},
    {"telephone", "O381000000", "!telephone.incomplete"},
    {"telephone", "", "!telephone.empty"},
    {"number", "84 500", "84500"},
    {"number", "84\u202f500", "84500"},
    {"number", "0084500", "84500"},
    {"number", "000", "0"},
    {"number", "84,5", "!number.whole"},
    {"number", "84.500", "!number.whole"},
    {"number", "-84", "!number.whole"},
    {"number", "84 500 km", "!number.unknown"},
    {"number", "1234567", "!number.unknown"},
    {"number", ",", "!number.unknown"},
    {"number", " ", "!number.empty"},
    {"number", "", "!number.empty"},
    {"past-date", "3/4/1952", "1952-04-03"},
    {"past-date", "2026-11-20", "2026-11-20"},
    {"past-date", "21/11/2026", "!date.future"},
    {"past-date", "31/12/1899", "!date.too-old"},
    {"past-date", "29/02/2025", "!date.impossible"},
    {"past-date", "29/02/2024", "2024-02-29"},
    {"past-date", "2026-11-", "!date.incomplete"},
    {"past-date", "--20", "!date.incomplete"},
    {"past-date", "-11-20", "!date.incomplete"},
    {"past-date", "", "!date.empty"},
    {"expiry-date", "1/1/2031", "2031-01-01"},
    {"expiry-date", "1/1/2131", "!date.too-far"},
    {"birth-date", "20/11/1906", "1906-11-20"},
    {"birth-date", "19/11/1906", "!date.too-old"},
    {"birth-date", "21/11/2026", "!date.future"},
};
INSTANTIATE_TEST_SUITE_P(Table, NamedRule, testing::ValuesIn(rows));

TEST(NamedRules, CompareDatesWithWhatIsAnswered) {
  const Procedure procedure = shipped::way("change-of-holder");
  const Date today = fixtures::today();
  Answers answers;
  // Somebody who has answered everything up to the first registration.
  const auto script = fixtures::read(fixtures::source("tests/journeys/couple-without-a-code.json"));
  for (const auto& entry : script["answers"]) {
    const Step& step = *procedure.find(entry["step"].get<std::string>());
    const std::string typed = entry.value("type", entry.value("choose", std::string("yes")));
    if (const Checked taken = check(procedure, step, typed, answers, today)) {
      answers[step.id] = *taken;
    }
    if (step.rule == "first-registration-date") break;
  }
  const auto breach = [&](const char* stepId, const char* typed) {
    const Checked read = check(procedure, *procedure.find(stepId), typed, answers, today);
    return read ? std::string() : read.error().key;
  };
  EXPECT_EQ(breach("transfer-date", "14/11/2026"), "");
  EXPECT_EQ(breach("transfer-date", "16/05/2011"), "transfer-date.before-first-registration");
  EXPECT_EQ(breach("transfer-date", "21/09/2014"), "transfer-date.before-certificate");
  EXPECT_EQ(breach("certificate-date", "16/05/2011"), "certificate-date.before-first-registration");
  EXPECT_EQ(breach("certificate-date", "15/11/2026"), "certificate-date.after-transfer");
  EXPECT_EQ(breach("first-registration", "23/09/2014"),
            "first-registration-date.after-certificate");
  EXPECT_EQ(breach("first-registration", "22/09/2014"), "");
}

TEST(NamedRules, AChoiceTakesWhatItOffers) {
  const Procedure none;
  Step step;
  step.answer = AnswerKind::Choice;
  step.options = {"yes", "no"};
  EXPECT_EQ(check(none, step, "no", {}, fixtures::today()), Checked("no"));
  EXPECT_EQ(check(none, step, "", {}, fixtures::today()).error().key, "answer.blank");
  EXPECT_EQ(check(none, step, "unknown", {}, fixtures::today()).error().key, "answer.not-offered");
  step.mayBeUnknown = true;
  EXPECT_EQ(check(none, step, "unknown", {}, fixtures::today()), Checked("unknown"));
}

TEST(NamedRules, UnknownAndNoneOnlyWhereOffered) {
  const Procedure none;
  Step step = stepWith("name");
  EXPECT_EQ(check(none, step, "", {}, fixtures::today()).error().key, "name.empty");
  step.mayBeEmpty = true;
  step.mayBeUnknown = true;
  EXPECT_EQ(check(none, step, "", {}, fixtures::today()), Checked(""));
  EXPECT_EQ(check(none, step, "unknown", {}, fixtures::today()), Checked("unknown"));
}

TEST(NamedRules, ScreensThatOnlyGoOnTakeYes) {
  const Procedure none;
  for (AnswerKind kind : {AnswerKind::Declare, AnswerKind::Inform, AnswerKind::OfficersLook,
                          AnswerKind::Review, AnswerKind::Cost, AnswerKind::Send}) {
    Step step;
    step.answer = kind;
    EXPECT_EQ(check(none, step, "yes", {}, fixtures::today()), Checked("yes"));
    EXPECT_FALSE(check(none, step, "no", {}, fixtures::today()));
  }
}

TEST(NamedRules, LongTextIsToldOnce) {
  const Procedure none;
  const std::string text(201, 'A');
  EXPECT_EQ(check(none, stepWith("name"), text, {}, fixtures::today()).error().key,
            "answer.too-long");
}

// Whatever is typed, a rule tells only breaches that have a text, and what it stores it takes
// again.
TEST(NamedRules, TellOnlyWhatTheyDeclareAndKeepWhatTheyStore) {
  const Procedure none;
  std::mt19937 random(2026);
  const std::string signs[] = {"A", "b", "É", "œ", "1", "0", "O",  "I",    "-", "'", "’",  " ", "/",
                               "W", "S", "2", "9", ".", "+", "\n", "\xff", "°", "U", "19", "20"};
  for (RuleKind kind : {RuleKind::Text, RuleKind::CalendarDate, RuleKind::Place}) {
    for (std::string_view rule : answerRules(kind)) {
      const auto declared = breachesOf(rule);
      const std::set<std::string> known(declared.begin(), declared.end());
      const Step step = stepWith(std::string(rule));
      for (int i = 0; i < 4000; ++i) {
        std::string typed;
        for (auto length = random() % 14; length > 0; --length) {
          typed += signs[random() % std::size(signs)];
        }
        const Checked read = check(none, step, typed, {}, fixtures::today());
        if (!read) {
          ASSERT_EQ(known.count(read.error().key), 1U) << rule << " " << read.error().key;
        } else {
          ASSERT_EQ(check(none, step, *read, {}, fixtures::today()), read) << rule << " " << typed;
        }
      }
    }
  }
}

FieldValues fields(std::initializer_list<std::pair<const char*, const char*>> items) {
  FieldValues given;
  for (const auto& [path, value] : items)
    given.emplace(path, std::string(value));
  return given;
}

bool holds(const char* rule, const FieldValues& given) {
  const RouteRule* found = routeRule(rule);
  EXPECT_NE(found, nullptr) << rule;
  return found != nullptr &&
         found->holds({found->name, fixtures::changeOfHolder().officer, given, fixtures::today()});
}

TEST(RouteRules, NeedsRoadworthinessTest) {
  const auto vehicle = [](const char* kind, const char* first) {
    return fields({{"vehicle.nationalKind", kind}, {"vehicle.firstRegistrationDate", first}});
  };
  const char* rule = "needs-roadworthiness-test";
  EXPECT_TRUE(holds(rule, vehicle("VP", "2022-11-19")));
  EXPECT_FALSE(holds(rule, vehicle("VP", "2022-11-20")));
  EXPECT_FALSE(holds(rule, vehicle("MTL", "2021-11-20")));
  EXPECT_TRUE(holds(rule, vehicle("MTL", "2021-11-19")));
  EXPECT_TRUE(holds(rule, {})) << "asked while nothing is known";
}

TEST(RouteRules, OldPlate) {
  EXPECT_TRUE(holds("old-plate", fields({{"vehicle.registrationNumber", "4321 XY 25"}})));
  EXPECT_FALSE(holds("old-plate", fields({{"vehicle.registrationNumber", "AB-123-CD"}})));
  EXPECT_FALSE(holds("old-plate", {}));
}

TEST(RouteRules, CodeExpiredAfterFifteenDays) {
  const char* rule = "transfer-code-expired";
  EXPECT_FALSE(holds(rule, fields({{"transfer.codeDate", "2026-11-05"}})));
  EXPECT_TRUE(holds(rule, fields({{"transfer.codeDate", "2026-11-04"}})));
  EXPECT_FALSE(holds(rule, {}));
}

TEST(RouteRules, RequestLateAfterAMonth) {
  EXPECT_FALSE(holds("request-late", fields({{"transfer.date", "2026-10-20"}})));
  EXPECT_TRUE(holds("request-late", fields({{"transfer.date", "2026-10-19"}})));
}

TEST(RouteRules, AskTheOfficer) {
  EXPECT_TRUE(holds("proof-of-address-too-old",
                    fields({{"documents[proof-of-address].issueDate", "2026-05-19"}})));
  EXPECT_FALSE(holds("proof-of-address-too-old",
                     fields({{"documents[proof-of-address].issueDate", "2026-05-20"}})));
  EXPECT_TRUE(holds("identity-document-expired",
                    fields({{"documents[identity-document].expiryDate", "2026-11-19"}})));
  EXPECT_FALSE(holds("identity-document-expired",
                     fields({{"documents[identity-document].expiryDate", "2026-11-20"}})));
  const auto test = [](const char* day, const char* result) {
    return fields({{"vehicle.nationalKind", "VP"},
                   {"vehicle.firstRegistrationDate", "2012-03-01"},
                   {"documents[roadworthiness-test].date", day},
                   {"documents[roadworthiness-test].result", result}});
  };
  EXPECT_TRUE(holds("roadworthiness-too-old", test("2026-05-19", "favourable")));
  EXPECT_FALSE(holds("roadworthiness-too-old", test("2026-05-20", "favourable")));
  EXPECT_TRUE(holds("roadworthiness-retest-overdue", test("2026-09-19", "counter-visit")));
  EXPECT_FALSE(holds("roadworthiness-retest-overdue", test("2026-09-20", "counter-visit")));
}

}  // namespace
