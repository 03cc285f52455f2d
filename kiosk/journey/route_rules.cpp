// SPDX-License-Identifier: Apache-2.0
#include "route_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "deadlines.h"
#include "named_rules.h"
#include "plates.h"
#include "request_fields.h"
#include "verdict.h"

namespace journey {
namespace {

using Asked = RouteRule::Asked;

std::string textOf(const FieldValues& given, std::string_view field) {
  const auto found = given.find(field);
  const auto* text = found == given.end() ? nullptr : std::get_if<std::string>(&found->second);
  return text == nullptr ? std::string() : *text;
}

// The day on which the test must be in date: that of the request, unless the procedure's rule
// names another one (who sells: the day of the sale, F1707).
Date testedOn(const Asked& asked) {
  const auto& rules = asked.officer.rules;
  const auto found = std::find_if(rules.begin(), rules.end(), [](const OfficerRule& rule) {
    return rule.rule->name == "roadworthiness-test" && !rule.at.words.empty();
  });
  if (found == rules.end()) return asked.today;
  return parseIsoDate(textOf(asked.given, found->at.text)).value_or(asked.today);
}

// Asked as well while the first registration is not known: the paper may be needed.
bool needsTest(const Asked& asked) {
  const auto first = parseIsoDate(textOf(asked.given, "vehicle.firstRegistrationDate"));
  return !first || needsRoadworthinessTest(textOf(asked.given, "vehicle.nationalKind"), *first,
                                           testedOn(asked), Delays{});
}

bool isOldPlate(const Asked& asked) {
  return plateKind(textOf(asked.given, "vehicle.registrationNumber")) == PlateKind::Fni;
}

bool isCodeExpired(const Asked& asked) {
  const auto written = parseIsoDate(textOf(asked.given, "transfer.codeDate"));
  return written && plusDays(*written, Delays{}.transferCodeDays) < asked.today;
}

bool isRequestLate(const Asked& asked) {
  if (!asked.officer.deadline) return false;
  const auto from = parseIsoDate(textOf(asked.given, asked.officer.deadline->from.text));
  return from && lastDayOf(asked.officer.deadline->period.in(Delays{}), *from) < asked.today;
}

// The officer's reading of what is answered so far: one home for the delay and its exceptions.
bool officerFinds(const Asked& asked) {
  nlohmann::json request = requestFromFields(asked.given);
  request["procedure"] = "asked-on-the-way";
  request["procedureVersion"] = 1;
  const Verdict verdict = verdictOf(request, asked.officer, asked.today);
  return std::any_of(verdict.findings.begin(), verdict.findings.end(),
                     [&](const Finding& finding) { return finding.code == asked.name; });
}

// Cards of 2004 to 2013 count longer for those who were adults then. The papers come before the
// birth date: an age that is not known yet must send nobody away, so an adult is supposed.
bool isIdentityExpired(const Asked& asked) {
  FieldValues known = asked.given;
  known.try_emplace("holder.birthDate", std::string("1950-01-01"));
  return officerFinds({asked.name, asked.officer, known, asked.today});
}

// Not of age on the day of the request: a guardian signs (F1726).
bool isMinor(const Asked& asked) {
  const auto born = parseIsoDate(textOf(asked.given, "holder.birthDate"));
  return born && asked.today < plusYears(*born, 18);
}

// Heirs have three months to sell without a certificate in their own name (F1480).
bool isDeathRecent(const Asked& asked) {
  const auto died = parseIsoDate(textOf(asked.given, "death.date"));
  return died && !isOverMonths(*died, 3, asked.today);
}

// Within the month in which adding husband or wife costs the fixed part only (F10613).
bool isMarriageRecent(const Asked& asked) {
  const auto married = parseIsoDate(textOf(asked.given, "coHolderChange.marriageDate"));
  return married && !isOverMonths(*married, Delays{}.spouseMonths, asked.today);
}

}  // namespace

const std::vector<RouteRule>& routeRules() {
  static const std::vector<RouteRule> rules = {
      {"needs-roadworthiness-test",
       {"vehicle.firstRegistrationDate", "vehicle.nationalKind"},
       needsTest},
      {"old-plate", {"vehicle.registrationNumber"}, isOldPlate},
      {"transfer-code-expired", {"transfer.codeDate"}, isCodeExpired},
      {"request-late", {"transfer.date", "move.date"}, isRequestLate},
      {"holder-is-minor", {"holder.birthDate"}, isMinor},
      {"death-is-recent", {"death.date"}, isDeathRecent},
      {"marriage-is-recent", {"coHolderChange.marriageDate"}, isMarriageRecent},
      {"administrative-status-too-old",
       {"documents[administrative-status].issueDate"},
       officerFinds},
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
