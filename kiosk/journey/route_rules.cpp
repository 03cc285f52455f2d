// SPDX-License-Identifier: Apache-2.0
#include "route_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "deadlines.h"
#include "plates.h"
#include "request_fields.h"
#include "verdict.h"

namespace journey {
namespace {

std::string textOf(const FieldValues& given, std::string_view field) {
  const auto found = given.find(field);
  const auto* text = found == given.end() ? nullptr : std::get_if<std::string>(&found->second);
  return text == nullptr ? std::string() : *text;
}

// Asked as well while the first registration is not known: the paper may be needed.
bool needsTest(std::string_view, const FieldValues& given, Date today) {
  const auto first = parseIsoDate(textOf(given, "vehicle.firstRegistrationDate"));
  return !first ||
         needsRoadworthinessTest(textOf(given, "vehicle.nationalKind"), *first, today, Delays{});
}

bool isOldPlate(std::string_view, const FieldValues& given, Date) {
  return plateKind(textOf(given, "vehicle.registrationNumber")) == PlateKind::Fni;
}

bool isCodeExpired(std::string_view, const FieldValues& given, Date today) {
  const auto written = parseIsoDate(textOf(given, "transfer.codeDate"));
  return written && plusDays(*written, Delays{}.transferCodeDays) < today;
}

bool isRequestLate(std::string_view, const FieldValues& given, Date today) {
  const auto transfer = parseIsoDate(textOf(given, "transfer.date"));
  return transfer && requestDeadline(*transfer, Delays{}) < today;
}

// The officer's reading of what is answered so far: one home for the delay and its exceptions.
bool officerFinds(std::string_view code, const FieldValues& given, Date today) {
  nlohmann::json request = requestFromFields(given);
  request["procedure"] = "change-of-holder";
  request["procedureVersion"] = 1;
  const Verdict verdict = verdictOf(request, today);
  return std::any_of(verdict.findings.begin(), verdict.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

// Cards of 2004 to 2013 count longer for those who were adults then. The papers come before the
// birth date: an age that is not known yet must send nobody away, so an adult is supposed.
bool isIdentityExpired(std::string_view code, const FieldValues& given, Date today) {
  FieldValues known = given;
  known.try_emplace("holder.birthDate", std::string("1950-01-01"));
  return officerFinds(code, known, today);
}

}  // namespace

const std::vector<RouteRule>& routeRules() {
  static const std::vector<RouteRule> rules = {
      {"needs-roadworthiness-test",
       {"vehicle.firstRegistrationDate", "vehicle.nationalKind"},
       needsTest},
      {"old-plate", {"vehicle.registrationNumber"}, isOldPlate},
      {"transfer-code-expired", {"transfer.codeDate"}, isCodeExpired},
      {"request-late", {"transfer.date"}, isRequestLate},
      {"proof-of-address-too-old",
       {"documents[proof-of-address].issueDate", "documents[host-proof-of-address].issueDate"},
       officerFinds},
      {"identity-document-expired",
       {"documents[identity-document].expiryDate",
        "documents[mandator-identity-document].expiryDate"},
       isIdentityExpired},
      {"roadworthiness-too-old", {"documents[roadworthiness-test].date"}, officerFinds},
      {"roadworthiness-retest-overdue", {"documents[roadworthiness-test].date"}, officerFinds},
  };
  return rules;
}

const RouteRule* routeRule(std::string_view name) {
  const auto& rules = routeRules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const RouteRule& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace journey
