// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "answers.h"
#include "draft.h"
#include "object_reader.h"
#include "step_words.h"

namespace journey {
namespace {

FieldValue valueOf(const nlohmann::json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return static_cast<int>(value.get<std::int64_t>());
  return std::monostate{};
}

bool isPlainValue(const nlohmann::json& value) {
  if (value.is_number_integer()) {
    return (!value.is_number_unsigned() || value.get<std::uint64_t>() <= 1000000U) &&
           value.get<std::int64_t>() >= -1000000 && value.get<std::int64_t>() <= 1000000;
  }
  return value.is_boolean() || value.is_string() || value.is_null();
}

tl::expected<FieldSetting, ConfigFault> readSetting(const std::string& field,
                                                    const nlohmann::json& value,
                                                    const std::string& pointer) {
  FieldSetting setting;
  setting.field = field;
  if (value.is_object()) {
    ObjectReader reader(value, pointer, {"from"});
    setting.from = reader.optionalText("from");
    if (!reader.has("from")) reader.refuseMissing("from");
    if (reader.fault()) return tl::make_unexpected(*reader.fault());
    return setting;
  }
  if (!isPlainValue(value)) {
    return tl::make_unexpected(ConfigFault{
        pointer, "this is no value of a field",
        "write true, false, a whole number, a text, null, or {\"from\": another field}"});
  }
  setting.value = valueOf(value);
  return setting;
}

std::optional<ConfigFault> readSets(const nlohmann::json& sets, const std::string& pointer,
                                    Step& step) {
  for (const auto& answer : sets.items()) {
    const std::string at = pointer + "/" + pointerToken(answer.key());
    if (!answer.value().is_object() || answer.value().empty()) {
      return ConfigFault{at, "this sets no field", "write { \"a field\": a value } here"};
    }
    for (const auto& item : answer.value().items()) {
      auto setting = readSetting(item.key(), item.value(), at + "/" + pointerToken(item.key()));
      if (!setting) return setting.error();
      step.sets[answer.key()].push_back(*std::move(setting));
    }
  }
  return std::nullopt;
}

tl::expected<Condition, ConfigFault> readCondition(const nlohmann::json& object,
                                                   const std::string& pointer) {
  ObjectReader reader(object, pointer, {"step", "is", "isNot", "answered", "rule"});
  Condition condition;
  const int tests = static_cast<int>(reader.has("is")) + static_cast<int>(reader.has("isNot")) +
                    static_cast<int>(reader.has("answered")) + static_cast<int>(reader.has("rule"));
  if (tests != 1 || reader.has("rule") == reader.has("step")) {
    reader.refuse(pointer, "this is no condition",
                  "write {\"step\", \"is\"}, {\"step\", \"isNot\"}, {\"step\", \"answered\"} or "
                  "{\"rule\"}");
  }
  condition.step = reader.optionalName("step");
  if (reader.has("rule")) {
    condition.test = Condition::Test::Rule;
    condition.value = reader.name("rule");
  } else if (reader.has("answered")) {
    condition.test =
        reader.flag("answered") ? Condition::Test::Answered : Condition::Test::NotAnswered;
  } else {
    condition.test = reader.has("is") ? Condition::Test::Is : Condition::Test::IsNot;
    condition.value = reader.optionalText(reader.has("is") ? "is" : "isNot");
    if (condition.value == "empty") condition.value = emptyAnswer;
  }
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  return condition;
}

std::optional<ConfigFault> readNext(const nlohmann::json& list, const std::string& pointer,
                                    Step& step) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    ObjectReader reader(list[i], at, {"when", "go"});
    Branch branch;
    branch.go = reader.name("go");
    if (const nlohmann::json* when = reader.object("when")) {
      auto condition = readCondition(*when, at + "/when");
      if (!condition) return condition.error();
      branch.when = *std::move(condition);
    }
    if (reader.fault()) return reader.fault();
    const bool isLast = i + 1 == list.size();
    if (isLast == branch.when.has_value()) {
      return ConfigFault{at,
                         isLast ? "the last branch has a condition"
                                : "a branch without condition hides those after it",
                         "end the list with one plain {\"go\": …}"};
    }
    step.next.push_back(std::move(branch));
  }
  return std::nullopt;
}

void readOptions(ObjectReader& reader, Step& step) {
  const nlohmann::json* options = reader.list("options", 2, 12);
  if (options == nullptr) return;
  for (std::size_t i = 0; i < options->size(); ++i) {
    const nlohmann::json& option = (*options)[i];
    const std::string at = reader.at("options") + "/" + std::to_string(i);
    const std::string text = option.is_string() ? option.get<std::string>() : std::string();
    if (!isOptionName(text) || isReservedOption(text)) {
      reader.refuse(at, "this is no name of an option",
                    "write letters, digits and hyphens; unknown, answered and empty are taken");
    }
    if (std::find(step.options.begin(), step.options.end(), text) != step.options.end()) {
      reader.refuse(at, "this option is there twice", "leave one of them out");
    }
    step.options.push_back(text);
  }
}

}  // namespace

tl::expected<Step, ConfigFault> readStep(const nlohmann::json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer,
                      {"id", "chapter", "group", "answer", "keys", "rule", "of", "field", "options",
                       "sets", "mayBeUnknown", "mayBeEmpty", "drawing", "leadsTo", "next"});
  Step step;
  step.id = reader.name("id");
  step.textId = step.id;
  step.chapter = reader.name("chapter");
  step.group = reader.optionalName("group");
  step.answer = answerKind(reader.oneOf("answer", answerKindWords())).value_or(AnswerKind::Inform);
  step.keys = reader.optionalName("keys");
  step.rule = reader.optionalName("rule");
  step.of = reader.optionalName("of");
  step.field = reader.optionalText("field");
  readOptions(reader, step);
  step.mayBeUnknown = reader.flag("mayBeUnknown");
  step.mayBeEmpty = reader.flag("mayBeEmpty");
  step.drawing = reader.optionalName("drawing");
  if (reader.has("leadsTo")) step.leadsTo = reader.oneOf("leadsTo", {"list", "agent"});
  const nlohmann::json* sets = reader.object("sets");
  const nlohmann::json* next = reader.list("next", 1, 20);
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  std::optional<ConfigFault> fault;
  if (sets != nullptr) fault = readSets(*sets, pointer + "/sets", step);
  if (!fault && next != nullptr) fault = readNext(*next, pointer + "/next", step);
  if (!fault) fault = faultOfStep(step, pointer);
  if (fault) return tl::make_unexpected(*std::move(fault));
  step.asInteger = fieldType(step.field) == FieldType::Integer;
  if (step.answer == AnswerKind::Town) step.rule = "town";
  if (step.answer == AnswerKind::Country) step.rule = "country";
  return step;
}

}  // namespace journey
