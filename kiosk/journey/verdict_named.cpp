// SPDX-License-Identifier: Apache-2.0
// The rules with which a procedure file asks for what no rule of its own name asks for.
#include <algorithm>

#include "verdict_parts.h"

namespace journey {
namespace {

/// What the field holds, or null when it is absent; the code that the rule gives is told then.
const nlohmann::json* present(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const nlohmann::json* value = rule.field.find(request.object());
  if (value == nullptr && !rule.optional) {
    dossier.findings.refuse(rule.code.empty() ? "field-missing" : rule.code, rule.field.kind,
                            rule.field.text);
  }
  return value;
}

void invalid(const OfficerRule& rule, Dossier& dossier) {
  dossier.findings.refuse("field-invalid", rule.field.kind, rule.field.text);
}

std::optional<Date> dayAt(const RequestPath& path, const Block& request) {
  const nlohmann::json* value = path.find(request.object());
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return parseIsoDate(value->get_ref<const std::string&>());
}

bool fitsType(const nlohmann::json& value, FieldType type) {
  switch (type) {
    case FieldType::YesNo:
      return value.is_boolean();
    case FieldType::Integer:
      return value.is_number_integer() && value >= 0 && value <= 10000000;
    case FieldType::CalendarDate:
      return value.is_string() && parseIsoDate(value.get_ref<const std::string&>()).has_value();
    case FieldType::Text:
      return value.is_string() && value.get_ref<const std::string&>().size() <= 400;
  }
  return false;
}

}  // namespace

void judgeField(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const nlohmann::json* value = present(rule, request, dossier);
  if (value == nullptr) return;
  const FieldType type = fieldType(rule.field.text).value_or(FieldType::Text);
  if (!fitsType(*value, type)) return invalid(rule, dossier);
  if (type == FieldType::CalendarDate &&
      parseIsoDate(value->get_ref<const std::string&>()) > dossier.requestDate) {
    return invalid(rule, dossier);
  }
  if (rule.oneOf.empty()) return;
  const std::string word = value->is_string() ? value->get<std::string>() : value->dump();
  if (std::find(rule.oneOf.begin(), rule.oneOf.end(), word) == rule.oneOf.end()) {
    invalid(rule, dossier);
  }
}

void judgeNamedStatement(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const nlohmann::json* value = present(rule, request, dossier);
  if (value == nullptr) return;
  if (!value->is_boolean()) return invalid(rule, dossier);
  if (!value->get<bool>()) {
    dossier.findings.refuse(rule.code, rule.field.kind, rule.field.text);
  }
}

// The very last day of the period still counts.
void judgePeriod(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const auto from = dayAt(rule.field, request);
  const auto day =
      rule.at.words.empty() ? std::optional(dossier.requestDate) : dayAt(rule.at, request);
  if (from && day && *day > lastDayOf(rule.period.in(dossier.delays), *from)) {
    dossier.findings.refuse(rule.code, rule.field.kind, rule.field.text);
  }
}

}  // namespace journey
