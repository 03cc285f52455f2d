// SPDX-License-Identifier: Apache-2.0
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;

Change onCard(const char* key, json value) {
  return {identity + "/" + key, std::move(value)};
}

TEST(VerdictIdentity, expiry) {
  check({{"last day", {onCard("expiryDate", "2026-11-20")}, {}},
         {"a day over",
          {onCard("expiryDate", "2026-11-19")},
          {"identity-document-expired#identity-document"}},
         {"no date", {onCard("expiryDate", nullptr)}, {"field-missing@documents[3].expiryDate"}},
         {"no real date",
          {onCard("expiryDate", "2029-02-29")},
          {"field-invalid@documents[3].expiryDate"}},
         {"pink licence bears none",
          {onCard("type", "driving-licence"), onCard("expiryDate", nullptr)},
          {}},
         {"licence over",
          {onCard("type", "driving-licence"), onCard("expiryDate", "2026-01-01")},
          {"identity-document-expired"}},
         {"kind of document not told", {onCard("type", nullptr)}, {}},
         {"kind a number", {onCard("type", 5)}, {"field-invalid@documents[3].type"}}});
}

TEST(VerdictIdentity, frenchCardsCountFiveMoreYears) {
  const auto expiry = [](const char* day) { return onCard("expiryDate", day); };
  const std::string expired = "identity-document-expired";
  const auto born = [](const char* day) {
    return std::vector<Change>{{"/holder/birthDate", day}, onCard("birthDate", day)};
  };
  const auto with = [](std::vector<Change> changes, Change more) {
    changes.push_back(std::move(more));
    return changes;
  };
  check(
      {{"last day of the five years", {expiry("2021-11-20")}, {}},
       {"a day over", {expiry("2021-11-19")}, {expired}},
       {"last card of 2013", {expiry("2023-12-30")}, {}},
       {"first card of 2014", {expiry("2023-12-31")}, {expired}},
       {"told to be of 2013", {expiry("2023-12-31"), onCard("issueDate", "2013-12-31")}, {}},
       {"told to be of 2014", {expiry("2023-12-30"), onCard("issueDate", "2014-01-01")}, {expired}},
       {"a passport", {expiry("2022-05-01"), onCard("type", "passport")}, {expired}},
       {"an Italian card", {expiry("2022-05-01"), onCard("issuingCountry", "IT")}, {expired}},
       {"a French one", {expiry("2022-05-01"), onCard("issuingCountry", "FR")}, {}},
       {"18 on the day of issue", with(born("1994-05-02"), expiry("2022-05-01")), {}},
       {"17 on the day of issue", with(born("1994-05-03"), expiry("2022-05-01")), {expired}}});
}

TEST(VerdictIdentity, names) {
  const auto doc = [](const char* surname, const char* given) {
    return std::vector<Change>{onCard("birthSurname", surname), onCard("givenNames", given)};
  };
  const auto holder = [](const char* surname, const char* given) {
    return std::vector<Change>{{"/holder/birthSurname", surname},
                               {"/holder/givenNames", given},
                               onCard("birthSurname", surname),
                               onCard("givenNames", given),
                               {proof + "/givenNames", given}};
  };
  const auto both = [](std::vector<Change> a, const std::vector<Change>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  check(
      {{"small letters", doc("Durand", "Rolande"), {}},
       {"accents", doc("D\u00DBRAND", "ROL\u00C0NDE"), {}},
       {"more given names", doc("DURAND", "ROLANDE, MARIE, JEANNE"), {}},
       {"another surname",
        doc("DURANT", "ROLANDE"),
        {"identity-mismatch@documents[3].birthSurname"}},
       {"the used surname", doc("MARTIN", "ROLANDE"), {"identity-mismatch"}},
       {"another given name",
        doc("DURAND", "MONIQUE"),
        {"identity-mismatch@documents[3].givenNames"}},
       {"second given name first", doc("DURAND", "MARIE ROLANDE"), {"identity-mismatch"}},
       {"hyphen or space", both(holder("LE-GOFF", "MARIE-ANNE"), doc("LE GOFF", "MARIE ANNE")), {}},
       {"half of a compound",
        both(holder("DURAND", "MARIE"), doc("DURAND", "MARIE-ANNE")),
        {"identity-mismatch"}},
       {"typed more than the document holds",
        both(holder("DURAND", "ROLANDE MARIE"), doc("DURAND", "ROLANDE")),
        {"identity-mismatch"}},
       {"cut by the card",
        both(holder("DE LA ROCHEFOUCAULD MONTBEL", "JEAN-CHRISTOPHE"),
             doc("DE LA ROCHEFOUCAULD MONTB", "JEAN-CHRISTOP")),
        {}},
       {"no surname", doc("", "ROLANDE"), {"field-missing@documents[3].birthSurname"}},
       {"figures", doc("DURAND2", "ROLANDE"), {"field-invalid@documents[3].birthSurname"}},
       {"given names a list",
        {onCard("givenNames", {"ROLANDE"})},
        {"field-invalid@documents[3].givenNames"}},
       {"another birthday",
        {onCard("birthDate", "1952-03-04")},
        {"identity-mismatch@documents[3].birthDate"}},
       {"no birthday", {onCard("birthDate", nullptr)}, {"field-missing@documents[3].birthDate"}},
       {"the co-holder's document beside it",
        {{another,
          {{"kind", "identity-document"},
           {"legible", true},
           {"type", "passport"},
           {"expiryDate", "2020-01-01"},
           {"birthSurname", "DUPONT"},
           {"givenNames", "PAUL"},
           {"birthDate", "1950-01-01"}}}},
        {}}});
}

TEST(VerdictIdentity, onBehalf) {
  const Change onBehalf{"/onBehalf", true};
  const json mandate = {{"kind", "mandate"}, {"legible", true}, {"signed", true}};
  const json bare = {{"kind", "mandator-identity-document"}, {"legible", true}};
  json whole = readyRequest()["documents"][3];
  whole["kind"] = "mandator-identity-document";
  json unsigned_ = mandate;
  unsigned_["signed"] = false;
  json expired = whole;
  expired["expiryDate"] = "2026-01-01";
  json someoneElse = readyRequest()["documents"][3];
  someoneElse["birthSurname"] = "DUPONT";
  check({{"whole", {onBehalf, {another, mandate}, {another, bare}}, {}},
         {"for oneself, no mandate", {{"/onBehalf", false}}, {}},
         {"not told", {{"/onBehalf", nullptr}}, {}},
         {"told in words", {{"/onBehalf", "no"}}, {"field-invalid@onBehalf"}},
         {"no mandate", {onBehalf, {another, bare}}, {"mandate-missing#mandate"}},
         {"no identity of the principal",
          {onBehalf, {another, mandate}},
          {"mandate-missing#mandator-identity-document"}},
         {"nothing", {onBehalf}, {"mandate-missing", "mandate-missing"}},
         {"not signed",
          {onBehalf, {another, unsigned_}, {another, bare}},
          {"mandate-missing@documents[5].signed"}},
         {"unreadable mandate",
          {onBehalf, {another, {{"kind", "mandate"}, {"legible", false}}}, {another, bare}},
          {"document-unreadable#mandate"}},
         {"the principal's document is the holder's",
          {onBehalf, {another, mandate}, {another, whole}, {identity, gone}},
          {}},
         {"and only there", {onBehalf, {another, mandate}, {another, bare}, {identity, gone}}, {}},
         {"it is over",
          {onBehalf, {another, mandate}, {another, expired}, {identity, gone}},
          {"identity-document-expired#mandator-identity-document"}},
         {"the helper's own document beside it",
          {onBehalf, {another, mandate}, {another, whole}, {identity, someoneElse}},
          {}},
         {"the holder's document differs, the principal's tells nothing",
          {onBehalf, {another, mandate}, {another, bare}, {identity, someoneElse}},
          {"identity-mismatch"}},
         {"no identity at all",
          {onBehalf, {another, mandate}, {identity, gone}},
          {"mandate-missing#mandator-identity-document", "document-missing#identity-document"}}});
}

}  // namespace
