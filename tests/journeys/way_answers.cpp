// SPDX-License-Identifier: Apache-2.0
#include "way_answers.h"

#include <algorithm>
#include <map>
#include <optional>

#include "kiosk/journey/date.h"
#include "kiosk/journey/named_rules.h"

namespace every_way {
namespace {

using namespace journey;

/// A day so far from another one. Limits are looked at on the day itself and the day after.
struct Distance {
  int years = 0;
  int months = 0;
  int days = 0;

  [[nodiscard]] Date from(Date day) const {
    return plusDays(plusMonths(plusYears(day, years), months), days);
  }
};

/// The limits of the law that each route rule knows: deadlines.h, domain facts 3.
const std::map<std::string_view, std::vector<Distance>>& limits() {
  static const std::map<std::string_view, std::vector<Distance>> all = {
      {"needs-roadworthiness-test", {{-4, 0, 0}, {-4, 0, -1}, {-5, 0, 0}, {-5, 0, -1}}},
      {"transfer-code-expired", {{0, 0, -15}, {0, 0, -16}}},
      {"request-late", {{0, -1, 0}, {0, -1, -1}, {0, 0, -15}, {0, 0, -16}}},
      {"holder-is-minor", {{-18, 0, 0}, {-18, 0, 1}}},
      {"death-is-recent", {{0, -3, 0}, {0, -3, -1}}},
      {"marriage-is-recent", {{0, -1, 0}, {0, -1, -1}}},
      {"administrative-status-too-old", {{0, 0, -15}, {0, 0, -16}}},
      {"proof-of-address-too-old", {{0, -6, 0}, {0, -6, -1}, {-1, 0, 0}, {-2, 0, 0}}},
      {"identity-document-expired", {{0, 0, 0}, {0, 0, -1}, {-5, 0, 0}, {-5, 0, -1}}},
      {"roadworthiness-too-old", {{0, -6, 0}, {0, -6, -1}}},
      {"roadworthiness-retest-overdue", {{0, -2, 0}, {0, -2, -1}}},
  };
  return all;
}

/// What must be in date on the day of the transfer, not on that of the request.
bool countsFromTransfer(const RouteRule& rule, const OfficerRules& officer) {
  const bool isTest = rule.name.find("roadworthiness") != std::string_view::npos;
  return std::any_of(officer.rules.begin(), officer.rules.end(), [&](const OfficerRule& asked) {
    if (asked.at.words.empty()) return false;
    if (asked.rule->name == "roadworthiness-test") return isTest;
    return std::find(rule.reads.begin(), rule.reads.end(), asked.field.text) != rule.reads.end();
  });
}

/// What papers of a kind are held against when it is asked whether they are in date.
bool isHeldAgainst(std::string_view kind, const std::string& field) {
  if (kind == "roadworthiness-test") {
    return field == "vehicle.firstRegistrationDate" || field == "vehicle.nationalKind";
  }
  if (kind == "proof-of-address") return field == "holder.hostedBy";
  if (kind == "identity-document") return field == "holder.birthDate" || field == "onBehalf";
  return false;
}

/// Those that a rule names, the rest of the same papers, and what these are held against.
bool isLookedAt(const RouteRule& rule, const OfficerRules& officer, const std::string& field) {
  const auto path = documentPath(field);
  for (const std::string_view read : rule.reads) {
    if (read == field) return true;
    const auto paper = documentPath(read);
    if (!paper) continue;
    if ((path && path->kind == paper->kind) || isHeldAgainst(paper->kind, field)) return true;
  }
  return field == "transfer.date" && countsFromTransfer(rule, officer);
}

std::string usualDate(const Step& step, Date today) {
  static const std::map<std::string_view, std::string> byRule = {
      {"birth-date", "1952-04-03"},
      {"first-registration-date", "2012-03-01"},
      {"certificate-date", "2013-06-04"}};
  const auto found = byRule.find(step.rule);
  if (found != byRule.end()) return found->second;
  return isoDate(plusDays(today, step.rule == "expiry-date" ? 800 : -9));
}

std::optional<Date> transferDay(const Procedure& procedure, const Answers& given) {
  for (const auto& [id, answer] : given) {
    const Step* step = procedure.find(id);
    if (step != nullptr && step->field == "transfer.date") return parseIsoDate(answer);
  }
  return std::nullopt;
}

std::vector<std::string> datesAt(const Procedure& procedure, const Step& step,
                                 const std::set<std::string_view>& rules, const Answers& given,
                                 Date today) {
  std::vector<std::string> dates = {usualDate(step, today)};
  const auto transfer = transferDay(procedure, given);
  for (const std::string_view name : rules) {
    const RouteRule& rule = *routeRule(name);
    const auto known = limits().find(name);
    if (known == limits().end() || !looksAt(rule, procedure.officer, step)) continue;
    const bool fromTransfer = transfer && countsFromTransfer(rule, procedure.officer);
    for (const Distance& distance : known->second)
      dates.push_back(isoDate(distance.from(fromTransfer ? *transfer : today)));
  }
  std::sort(dates.begin() + 1, dates.end());
  dates.erase(std::unique(dates.begin() + 1, dates.end()), dates.end());
  return dates;
}

std::vector<std::string> typedAt(const Step& step) {
  static const std::map<std::string_view, std::vector<std::string>> byRule = {
      {"registration-number", {"AB-123-CD", "123 ABC 45"}},
      {"transfer-code", {"AB12C"}},
      {"form-number", {"2013BZ80335"}},
      {"vin", {"VF1AAAAA123456789"}},
      {"fiscal-power", {"5"}},
      {"name", {"DURAND"}},
      {"given-names", {"ROLANDE"}},
      {"place", {"BELFORT"}},
      {"street-number", {"12"}},
      {"address-line", {"RUE DES LILAS"}},
      {"number", {"1500"}},
      {"time", {"14:30"}},
      {"siren", {"732829320"}},
      {"reference", {"K7PM-22QX-9RTB"}},
      {"text", {"DURAND"}},
      {"postcode", {"25200"}},
      {"telephone", {"03 81 00 00 00"}}};
  const auto found = byRule.find(step.rule);
  return found == byRule.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace

bool looksAt(const RouteRule& rule, const OfficerRules& officer, const Step& step) {
  if (isLookedAt(rule, officer, step.field)) return true;
  for (const auto& [answer, settings] : step.sets) {
    for (const FieldSetting& setting : settings) {
      if (isLookedAt(rule, officer, setting.field)) return true;
    }
  }
  return false;
}

std::vector<std::string> answersAt(const Procedure& procedure, const Step& step,
                                   const std::set<std::string_view>& rules, const Answers& given,
                                   Date today) {
  std::vector<std::string> all;
  switch (step.answer) {
    case AnswerKind::Choice:
      all = step.options;
      // "0", "1" …: as many signatures as holders.
      if (step.asInteger) std::reverse(all.begin(), all.end());
      break;
    case AnswerKind::Keyed:
      all = typedAt(step);
      break;
    case AnswerKind::CalendarDate:
      all = datesAt(procedure, step, rules, given, today);
      break;
    case AnswerKind::Town:
      all = {"MONTBELIARD"};
      break;
    case AnswerKind::Country:
      all = {"FR", "DZ"};
      break;
    default:
      all = {std::string(doneAnswer)};
  }
  if (step.mayBeUnknown) all.emplace_back(unknownAnswer);
  if (step.mayBeEmpty) all.emplace_back(emptyAnswer);
  return all;
}

}  // namespace every_way
