// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>

#include "contains.h"
#include "draft.h"
#include "object_reader.h"
#include "rules.h"
#include "step_words.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;

bool isWholeNumber(std::string_view text) {
  return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

/// A word of the step that only some kinds of answer have.
MaybeFault misplaced(const std::string& pointer, std::string_view word, AnswerKind kind) {
  return ConfigFault{
      pointer + "/" + std::string(word),
      "a step of kind " + std::string(wordOf(kind)) + " has no \"" + std::string(word) + "\"",
      "leave it out"};
}

MaybeFault faultOfKeys(const Step& step, const std::string& pointer) {
  const std::vector<std::string_view>& grids = keyGrids(step.answer);
  if (grids.empty()) {
    if (!step.keys.empty()) return misplaced(pointer, "keys", step.answer);
    if (!step.rule.empty()) return misplaced(pointer, "rule", step.answer);
    return std::nullopt;
  }
  if (!contains(grids, step.keys)) {
    return ConfigFault{pointer + "/keys", "unknown key grid \"" + step.keys + "\"",
                       "use one of: " + listed(grids)};
  }
  const bool isDate = step.answer == AnswerKind::CalendarDate;
  const std::vector<std::string_view> rules =
      answerRules(isDate ? RuleKind::CalendarDate : RuleKind::Text);
  if (!contains(rules, step.rule)) {
    return ConfigFault{pointer + "/rule", "unknown rule \"" + step.rule + "\"",
                       "use one of: " + listed(rules)};
  }
  return std::nullopt;
}

MaybeFault faultOfKind(const Step& step, const std::string& pointer) {
  const bool isChoice = step.answer == AnswerKind::Choice;
  if (isChoice && step.options.empty()) {
    return ConfigFault{pointer, "a choice without options", "add \"options\": two at the least"};
  }
  if (!isChoice && !step.options.empty()) return misplaced(pointer, "options", step.answer);
  const bool isTown = step.answer == AnswerKind::Town;
  if (isTown && step.of.empty()) {
    return ConfigFault{pointer, "a town without postcode",
                       "add \"of\": the step that asks for the postcode"};
  }
  if (!isTown && !step.of.empty()) return misplaced(pointer, "of", step.answer);
  const bool given = givesValue(step.answer);
  if (step.mayBeUnknown && !given) return misplaced(pointer, "mayBeUnknown", step.answer);
  if (step.mayBeEmpty && (!given || isChoice)) return misplaced(pointer, "mayBeEmpty", step.answer);
  if (!step.field.empty() && !given) return misplaced(pointer, "field", step.answer);
  if (!step.leadsTo.empty() && step.answer != AnswerKind::Inform) {
    return misplaced(pointer, "leadsTo", step.answer);
  }
  if (!step.opens.empty() && step.answer != AnswerKind::Inform) {
    return misplaced(pointer, "opens", step.answer);
  }
  const bool ends = step.answer == AnswerKind::Send || !step.leadsTo.empty() || !step.opens.empty();
  if (ends && !step.next.empty()) {
    return ConfigFault{pointer + "/next", "the way ends here", "leave \"next\" out"};
  }
  if (!ends && step.next.empty()) {
    return ConfigFault{pointer, "the way stops here", "add \"next\", or \"leadsTo\" to an inform"};
  }
  return faultOfKeys(step, pointer);
}

MaybeFault faultOfFieldPath(const std::string& field, bool isGrouped, const std::string& pointer) {
  if (!fieldType(field)) {
    return ConfigFault{pointer, "the request has no field \"" + field + "\"",
                       "use a field of the RegistrationRequest of the contract"};
  }
  if ((field.find("[]") != std::string::npos) != isGrouped && field.rfind("coHolders", 0) == 0) {
    return ConfigFault{pointer, "\"" + field + "\" needs a repeated step and its [] empty",
                       "put the step in a group and write coHolders[]"};
  }
  return std::nullopt;
}

MaybeFault faultOfField(const Step& step, const std::string& pointer) {
  if (step.field.empty()) return std::nullopt;
  const std::string at = pointer + "/field";
  if (auto fault = faultOfFieldPath(step.field, !step.group.empty(), at)) return fault;
  const FieldType type = *fieldType(step.field);
  const bool isDate = step.answer == AnswerKind::CalendarDate;
  bool fits = isDate == (type == FieldType::CalendarDate) && type != FieldType::YesNo;
  if (type == FieldType::Integer && step.answer == AnswerKind::Choice) {
    fits = std::all_of(step.options.begin(), step.options.end(), isWholeNumber);
  } else if (type == FieldType::Integer) {
    fits =
        step.answer == AnswerKind::Keyed && (step.rule == "fiscal-power" || step.rule == "number");
  }
  if (fits) return std::nullopt;
  return ConfigFault{at, "this answer does not fit into " + step.field,
                     "a date goes into a date, a number into a number; yes and no go by \"sets\""};
}

MaybeFault faultOfSetting(const FieldSetting& setting, const Step& step,
                          const std::string& pointer) {
  const std::string at = pointer + "/" + pointerToken(setting.field);
  if (auto fault = faultOfFieldPath(setting.field, !step.group.empty(), at)) return fault;
  const FieldType type = *fieldType(setting.field);
  if (!setting.from.empty()) {
    if (auto fault = faultOfFieldPath(setting.from, !step.group.empty(), at + "/from")) {
      return fault;
    }
    if (fieldType(setting.from) == type) return std::nullopt;
  } else if (std::holds_alternative<std::monostate>(setting.value)) {
    if (mayBeNull(setting.field)) return std::nullopt;
  } else if (std::holds_alternative<bool>(setting.value)) {
    if (type == FieldType::YesNo) return std::nullopt;
  } else if (std::holds_alternative<int>(setting.value)) {
    if (type == FieldType::Integer) return std::nullopt;
  } else if (type == FieldType::Text) {
    return std::nullopt;
  }
  return ConfigFault{at, "this value does not fit into " + setting.field,
                     "write a value of the field's type"};
}

}  // namespace

std::optional<ConfigFault> faultOfStep(const Step& step, const std::string& pointer) {
  if (auto fault = faultOfKind(step, pointer)) return fault;
  if (auto fault = faultOfField(step, pointer)) return fault;
  const std::vector<std::string_view> words = settingWords(step);
  for (const auto& [word, settings] : step.sets) {
    const std::string at = pointer + "/sets/" + pointerToken(word);
    if (!contains(words, word)) {
      return ConfigFault{at, "this step has no answer \"" + word + "\"",
                         "use one of: " + listed(words)};
    }
    for (const FieldSetting& setting : settings) {
      if (auto fault = faultOfSetting(setting, step, at)) return fault;
    }
  }
  return std::nullopt;
}

}  // namespace journey
