// SPDX-License-Identifier: Apache-2.0
#include "rules.h"

#include <algorithm>
#include <optional>

#include "address_lines.h"
#include "names.h"
#include "places.h"
#include "plain_answers.h"
#include "plates.h"
#include "route.h"
#include "step_words.h"
#include "vehicle_numbers.h"

namespace journey {
namespace {

constexpr std::size_t mostBytes = 200;
constexpr int longestLife = 120;  // years

/// What a date is compared with besides the calendar: the fields answered so far, and today.
struct Context {
  FieldValues given;
  Date today;

  [[nodiscard]] std::optional<Date> date(std::string_view field) const {
    const auto found = given.find(field);
    const auto* text = found == given.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::nullopt : parseIsoDate(*text);
  }
};

Date dateOf(int year, unsigned month, unsigned dayOfMonth) {
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(dayOfMonth)};
}

/// Refuses a date that lies before (or after) the one in `field`, where that one is known.
enum class Order { NotBefore, NotAfter };
Checked ordered(Checked date, Order order, const Context& context, std::string_view field,
                std::string_view breach) {
  const auto other = context.date(field);
  if (!date || !other) return date;
  const Date self = *parseIsoDate(*date);
  const bool fits = order == Order::NotBefore ? self >= *other : self <= *other;
  if (fits) return date;
  return tl::make_unexpected(RuleBreach{std::string(breach)});
}

Checked pastDate(std::string_view typed, const Context& context) {
  return typedDateBetween(typed, dateOf(1900, 1, 1), context.today);
}

Checked anyDate(std::string_view typed, const Context&) {
  Checked date = typedDateBetween(typed, dateOf(1900, 1, 1), dateOf(2100, 12, 31));
  if (!date && date.error().key == "date.future") date.error().key = "date.too-far";
  return date;
}

Checked birthDate(std::string_view typed, const Context& context) {
  return typedDateBetween(typed, plusYears(context.today, -longestLife), context.today);
}

Checked transferDate(std::string_view typed, const Context& context) {
  Checked date = pastDate(typed, context);
  date = ordered(std::move(date), Order::NotBefore, context, "vehicle.firstRegistrationDate",
                 "transfer-date.before-first-registration");
  return ordered(std::move(date), Order::NotBefore, context, "vehicle.certificateDate",
                 "transfer-date.before-certificate");
}

Checked certificateDate(std::string_view typed, const Context& context) {
  Checked date = pastDate(typed, context);
  date = ordered(std::move(date), Order::NotBefore, context, "vehicle.firstRegistrationDate",
                 "certificate-date.before-first-registration");
  return ordered(std::move(date), Order::NotAfter, context, "transfer.date",
                 "certificate-date.after-transfer");
}

Checked firstRegistrationDate(std::string_view typed, const Context& context) {
  Checked date = pastDate(typed, context);
  date = ordered(std::move(date), Order::NotAfter, context, "vehicle.certificateDate",
                 "first-registration-date.after-certificate");
  return ordered(std::move(date), Order::NotAfter, context, "transfer.date",
                 "first-registration-date.after-transfer");
}

template <Checked (*read)(std::string_view)>
Checked text(std::string_view typed, const Context&) {
  return read(typed);
}

struct AnswerRule {
  std::string_view name;
  RuleKind kind;
  Checked (*read)(std::string_view typed, const Context& context);
  std::string_view subject;
  std::vector<std::string_view> breaches;  ///< under the subject, or whole where they have a dot
};

const std::vector<AnswerRule>& rules() {
  using enum RuleKind;
  static const std::vector<std::string_view> past = {"empty", "incomplete", "impossible", "too-old",
                                                     "future"};
  static const std::vector<AnswerRule> all = {
      {"registration-number",
       Text,
       text<registrationNumber>,
       "plate",
       {"empty", "incomplete", "figures", "letters", "reserved", "zero", "department", "unknown"}},
      {"transfer-code",
       Text,
       text<transferCode>,
       "transfer-code",
       {"empty", "length", "characters"}},
      {"form-number", Text, text<formNumber>, "form-number", {"empty", "incomplete", "unknown"}},
      {"vin", Text, text<vin>, "vin", {"empty", "length", "characters"}},
      {"fiscal-power", Text, text<fiscalPower>, "power", {"empty", "unknown"}},
      {"name", Text, text<personName>, "name", {"empty", "letters", "too-long"}},
      {"given-names", Text, text<personName>, "name", {"empty", "letters", "too-long"}},
      {"place", Text, text<placeName>, "place", {"empty", "characters", "too-long"}},
      {"street-number", Text, text<streetNumber>, "street-number", {"empty", "unknown"}},
      {"address-line",
       Text,
       text<addressLine>,
       "address-line",
       {"empty", "characters", "too-long"}},
      {"number", Text, text<wholeNumber>, "number", {"empty", "unknown", "whole"}},
      {"time", Text, text<timeOfDay>, "time", {"empty", "incomplete", "impossible"}},
      {"siren", Text, text<siren>, "siren", {"empty", "length"}},
      {"reference",
       Text,
       text<requestReference>,
       "reference",
       {"empty", "incomplete", "characters"}},
      {"text", Text, text<plainText>, "text", {"empty", "too-long"}},
      {"postcode", Text, text<postcode>, "postcode", {"empty", "incomplete", "unknown"}},
      {"telephone", Text, text<telephone>, "telephone", {"empty", "incomplete"}},
      {"town", Place, text<townName>, "town", {"empty", "characters"}},
      {"country", Place, text<countryCode>, "country", {"unknown"}},
      {"past-date", RuleKind::CalendarDate, pastDate, "date", past},
      {"document-date", RuleKind::CalendarDate, pastDate, "date", past},
      {"code-date", RuleKind::CalendarDate, pastDate, "date", past},
      {"birth-date", RuleKind::CalendarDate, birthDate, "date", past},
      {"any-date",
       RuleKind::CalendarDate,
       anyDate,
       "date",
       {"empty", "incomplete", "impossible", "too-old", "too-far"}},
      {"expiry-date",
       RuleKind::CalendarDate,
       anyDate,
       "date",
       {"empty", "incomplete", "impossible", "too-old", "too-far"}},
      {"transfer-date",
       RuleKind::CalendarDate,
       transferDate,
       "date",
       {"empty", "incomplete", "impossible", "too-old", "future",
        "transfer-date.before-first-registration", "transfer-date.before-certificate"}},
      {"certificate-date",
       RuleKind::CalendarDate,
       certificateDate,
       "date",
       {"empty", "incomplete", "impossible", "too-old", "future",
        "certificate-date.before-first-registration", "certificate-date.after-transfer"}},
      {"first-registration-date",
       RuleKind::CalendarDate,
       firstRegistrationDate,
       "date",
       {"empty", "incomplete", "impossible", "too-old", "future",
        "first-registration-date.after-certificate", "first-registration-date.after-transfer"}},
  };
  return all;
}

const AnswerRule* ruleOf(std::string_view name) {
  const auto found = std::find_if(rules().begin(), rules().end(),
                                  [&](const AnswerRule& rule) { return rule.name == name; });
  return found == rules().end() ? nullptr : &*found;
}

Checked refused(std::string_view key) {
  return tl::make_unexpected(RuleBreach{std::string(key)});
}

Checked checkOffered(const Step& step, std::string_view typed) {
  if (typed.empty()) return refused("answer.blank");
  if (!isPossibleAnswer(step, typed)) return refused("answer.not-offered");
  return std::string(typed);
}

}  // namespace

std::vector<std::string_view> answerRules(RuleKind kind) {
  std::vector<std::string_view> names;
  for (const AnswerRule& rule : rules()) {
    if (rule.kind == kind) names.push_back(rule.name);
  }
  return names;
}

std::vector<std::string> breachesOf(std::string_view name) {
  std::vector<std::string> keys;
  const AnswerRule* rule = ruleOf(name);
  if (rule == nullptr) return keys;
  for (std::string_view breach : rule->breaches) {
    const bool isWhole = breach.find('.') != std::string_view::npos;
    keys.push_back(isWhole ? std::string(breach)
                           : std::string(rule->subject) + "." + std::string(breach));
  }
  return keys;
}

const std::vector<std::string>& commonBreaches() {
  static const std::vector<std::string> keys = {"answer.blank", "answer.too-long",
                                                "answer.not-offered"};
  return keys;
}

Checked check(const Procedure& procedure, const Step& step, std::string_view typed,
              const Answers& answers, Date today) {
  if (typed.size() > mostBytes) return refused("answer.too-long");
  const bool isSpecial = typed == unknownAnswer || typed == emptyAnswer;
  if (isSpecial && isPossibleAnswer(step, typed)) return std::string(typed);
  if (step.answer == AnswerKind::Choice || !givesValue(step.answer)) {
    return checkOffered(step, typed);
  }
  const AnswerRule* rule = ruleOf(step.rule);
  if (rule == nullptr) return refused("answer.not-offered");
  Context context{{}, today};
  if (rule->kind == RuleKind::CalendarDate) context.given = fieldsOf(procedure, answers, today);
  return rule->read(typed, context);
}

}  // namespace journey
