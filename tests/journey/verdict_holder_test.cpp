// SPDX-License-Identifier: Apache-2.0
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;

TEST(VerdictHolder, mandatoryFields) {
  std::vector<Case> cases;
  for (const char* key :
       {"kind", "birthSurname", "givenNames", "sex", "birthDate", "birthPlace", "birthCountry"}) {
    const std::string pointer = std::string("/holder/") + key;
    const std::string path = std::string("@holder.") + key;
    cases.push_back({pointer + " gone", {{pointer, gone}}, {"field-missing" + path}});
    cases.push_back({pointer + " blank", {{pointer, "  "}}, {"field-missing" + path}});
    cases.push_back({pointer + " number", {{pointer, 5}}, {"field-invalid" + path}});
  }
  for (const char* key : {"street", "postcode", "town"}) {
    const std::string pointer = std::string("/holder/address/") + key;
    const std::string path = std::string("@holder.address.") + key;
    cases.push_back({pointer + " gone", {{pointer, gone}}, {"field-missing" + path}});
    cases.push_back({pointer + " list", {{pointer, json::array()}}, {"field-invalid" + path}});
  }
  check(cases);
}

TEST(VerdictHolder, names) {
  check(
      {{"no used surname", {{"/holder/usedSurname", nullptr}, {proof + "/surname", "DURAND"}}, {}},
       {"one letter", {{"/holder/birthSurname", "O"}, {identity + "/birthSurname", "O"}}, {}},
       {"apostrophe",
        {{"/holder/birthSurname", "D\u2019ARTAGNAN"}, {identity + "/birthSurname", "D'ARTAGNAN"}},
        {}},
       {"figures", {{"/holder/birthSurname", "DURAND 2"}}, {"field-invalid@holder.birthSurname"}},
       {"used surname of signs",
        {{"/holder/usedSurname", "**"}, {proof + "/surname", "DURAND"}},
        {"field-invalid@holder.usedSurname"}},
       {"too long",
        {{"/holder/givenNames", std::string(101, 'A')}},
        {"field-invalid@holder.givenNames"}},
       {"far too long",
        {{"/holder/givenNames", std::string(10000, 'A')}},
        {"field-invalid@holder.givenNames"}}});
}

TEST(VerdictHolder, formats) {
  const std::string birth = "/holder/birthDate";
  const auto born = [&](const char* day) {
    return std::vector<Change>{{birth, day}, {identity + "/birthDate", day}};
  };
  check(
      {{"man", {{"/holder/sex", "M"}}, {}},
       {"sex in words", {{"/holder/sex", "female"}}, {"field-invalid@holder.sex"}},
       {"born abroad", {{"/holder/birthCountry", "DZ"}}, {}},
       {"country in words",
        {{"/holder/birthCountry", "FRANCE"}},
        {"field-invalid@holder.birthCountry"}},
       {"country in small letters",
        {{"/holder/birthCountry", "fr"}},
        {"field-invalid@holder.birthCountry"}},
       {"arrondissement", {{"/holder/birthPlace", "PARIS 12E"}}, {}},
       {"place of figures", {{"/holder/birthPlace", "75012"}}, {"field-invalid@holder.birthPlace"}},
       {"a minor, of age tomorrow",
        born("2008-11-21"),
        {"field-missing@guardian.surname", "field-missing@guardian.givenNames",
         "field-missing@guardian.confirmed"}},
       {"of age today", born("2008-11-20"), {}},
       {"120 years old", born("1906-11-20"), {}},
       {"120 years and a day", born("1906-11-19"), {"field-invalid@holder.birthDate"}},
       {"born tomorrow", {{birth, "2026-11-21"}}, {"field-invalid@holder.birthDate"}},
       {"29 February of no leap year", {{birth, "1953-02-29"}}, {"field-invalid@holder.birthDate"}},
       {"a company", {{"/holder/kind", "company"}}, {"field-invalid@holder.kind"}}});
}

TEST(VerdictHolder, address) {
  const std::string at = "/holder/address";
  check(
      {{"no number", {{at + "/number", gone}}, {}},
       {"a hamlet without street", {{at + "/street", nullptr}, {at + "/locality", "LE BOURG"}}, {}},
       {"a street of figures", {{at + "/street", "1234"}}, {"field-invalid@holder.address.street"}},
       {"a street with figures", {{at + "/street", "RUE DU 8 MAI 1945"}}, {}},
       {"a short postcode",
        {{at + "/postcode", "2520"}},
        {"field-invalid@holder.address.postcode"}},
       {"a number for a postcode",
        {{at + "/postcode", 25200}},
        {"field-invalid@holder.address.postcode"}},
       {"no department", {{at + "/department", gone}}, {}},
       {"department 99", {{at + "/department", "99"}}, {"field-invalid@holder.address.department"}},
       {"department as number",
        {{at + "/department", 25}},
        {"field-invalid@holder.address.department"}},
       {"Corsica",
        {{at + "/postcode", "20000"}, {at + "/department", "2A"}, {proof + "/postcode", "20000"}},
        {}},
       {"served from the next department",
        {{at + "/postcode", "33220"}, {at + "/department", "24"}, {proof + "/postcode", "33220"}},
        {}},
       {"no address",
        {{at, gone}},
        {"field-missing@holder.address.street", "field-missing@holder.address.postcode",
         "field-missing@holder.address.town"}}});
}

TEST(VerdictHolder, coHolders) {
  const json whole = {{"birthSurname", "DURAND"},  {"givenNames", "PAUL"},   {"sex", "M"},
                      {"birthDate", "1950-01-31"}, {"birthPlace", "VESOUL"}, {"birthCountry", "FR"},
                      {"confirmed", true}};
  const auto with = [&](const Change& change) {
    json one = whole;
    apply(one, change);
    return Change{"/coHolders", json::array({whole, one})};
  };
  const std::string second = "coHolders[1]";
  check(
      {{"two that agree", {{"/coHolders", {whole, whole}}}, {}},
       {"null", {{"/coHolders", nullptr}}, {}},
       {"not confirmed",
        {with({"/confirmed", false})},
        {"co-holder-confirmation-missing@coHolders[1].confirmed"}},
       {"no word of it", {with({"/confirmed", gone})}, {"co-holder-confirmation-missing"}},
       {"a yes in words", {with({"/confirmed", "yes"})}, {"field-invalid@coHolders[1].confirmed"}},
       {"no surname", {with({"/birthSurname", gone})}, {"field-missing@coHolders[1].birthSurname"}},
       {"no birth date", {with({"/birthDate", gone})}, {"field-missing@coHolders[1].birthDate"}},
       {"no birth place", {with({"/birthPlace", gone})}, {}},
       {"strange sex", {with({"/sex", "?"})}, {"field-invalid@coHolders[1].sex"}},
       {"no object", {{"/coHolders", {whole, "PAUL"}}}, {"field-invalid@coHolders[1]"}},
       {"no list", {{"/coHolders", whole}}, {"field-invalid@coHolders"}}});
}

TEST(VerdictHolder, declarations) {
  std::vector<Case> cases;
  const std::vector<std::pair<std::string, std::string>> codes = {{"licence", "licence-missing"},
                                                                  {"insured", "insurance-missing"},
                                                                  {"onHonour", "honour-missing"}};
  for (const auto& [key, code] : codes) {
    const std::string pointer = "/declarations/" + key;
    cases.push_back({key + " no", {{pointer, false}}, {code + "@declarations." + key}});
    cases.push_back({key + " unknown", {{pointer, nullptr}}, {code}});
    cases.push_back({key + " gone", {{pointer, gone}}, {code}});
    cases.push_back(
        {key + " in words", {{pointer, "true"}}, {"field-invalid@declarations." + key}});
  }
  cases.push_back({"none",
                   {{"/declarations", gone}},
                   {"licence-missing", "insurance-missing", "honour-missing"}});
  cases.push_back({"holder without the licence",
                   {{"/holder/licenceOfCategory", false}},
                   {"licence-missing@holder.licenceOfCategory"}});
  cases.push_back({"holder's licence not told", {{"/holder/licenceOfCategory", nullptr}}, {}});
  check(cases);
}

}  // namespace
