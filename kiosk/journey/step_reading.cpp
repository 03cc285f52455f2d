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

/// One condition, or a list of them that must all hold.
tl::expected<std::vector<Condition>, ConfigFault> readConditions(const nlohmann::json& when,
                                                                 const std::string& pointer) {
  std::vector<Condition> conditions;
  if (!when.is_array()) {
    auto condition = readCondition(when, pointer);
    if (!condition) return tl::make_unexpected(condition.error());
    conditions.push_back(*std::move(condition));
    return conditions;
  }
  for (std::size_t i = 0; i < when.size(); ++i) {
    auto condition = readCondition(when[i], pointer + "/" + std::to_string(i));
    if (!condition) return tl::make_unexpected(condition.error());
    conditions.push_back(*std::move(condition));
  }
  if (!conditions.empty()) return conditions;
  return tl::make_unexpected(ConfigFault{pointer, "this list is empty", "leave it out"});
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

void readOpens(ObjectReader& reader, Step& step) {
  const nlohmann::json* opens = reader.list("opens", 1, 4);
  for (std::size_t i = 0; opens != nullptr && i < opens->size(); ++i) {
    const nlohmann::json& one = (*opens)[i];
    const std::string id = one.is_string() ? one.get<std::string>() : std::string();
    const std::string at = reader.at("opens") + "/" + std::to_string(i);
    if (!isName(id)) reader.refuse(at, "this is no procedure", "name a file of config/procedures");
    if (std::find(step.opens.begin(), step.opens.end(), id) != step.opens.end()) {
      reader.refuse(at, "this procedure is there twice", "leave one of them out");
    }
    step.opens.push_back(id);
  }
}

}  // namespace

tl::expected<std::vector<Branch>, ConfigFault> readNext(const nlohmann::json& list,
                                                        const std::string& pointer) {
  std::vector<Branch> next;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    ObjectReader reader(list[i], at, {"when", "go"});
    Branch branch;
    branch.go = reader.name("go");
    if (reader.fault()) return tl::make_unexpected(*reader.fault());
    if (reader.has("when")) {
      auto conditions = readConditions(list[i].at("when"), at + "/when");
      if (!conditions) return tl::make_unexpected(conditions.error());
      branch.when = *std::move(conditions);
    }
    const bool isLast = i + 1 == list.size();
    if (isLast != branch.when.empty()) {
      return tl::make_unexpected(
          ConfigFault{at,
                      isLast ? "the last branch has a condition"
                             : "a branch without condition hides those after it",
                      "end the list with one plain {\"go\": …}"});
    }
    next.push_back(std::move(branch));
  }
  return next;
}

tl::expected<Step, ConfigFault> readStep(const nlohmann::json& object, const std::string& pointer) {
  ObjectReader reader(
      object, pointer,
      {"id", "text", "chapter", "group", "answer", "keys", "rule", "of", "field", "options", "sets",
       "mayBeUnknown", "mayBeEmpty", "drawing", "leadsTo", "opens", "next"});
  Step step;
  step.id = reader.name("id");
  step.textId = reader.has("text") ? reader.name("text") : step.id;
  step.chapter = reader.optionalName("chapter");
  step.group = reader.optionalName("group");
  step.answer = answerKind(reader.oneOf("answer", answerKindWords())).value_or(AnswerKind::Inform);
  step.keys = reader.optionalName("keys");
  step.rule = reader.optionalName("rule");
  step.of = reader.optionalName("of");
  step.field = reader.optionalText("field");
  readOptions(reader, step);
  readOpens(reader, step);
  step.mayBeUnknown = reader.flag("mayBeUnknown");
  step.mayBeEmpty = reader.flag("mayBeEmpty");
  step.drawing = reader.optionalName("drawing");
  if (reader.has("leadsTo")) step.leadsTo = reader.oneOf("leadsTo", {"list", "agent"});
  const nlohmann::json* sets = reader.object("sets");
  const nlohmann::json* next = reader.list("next", 1, 20);
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  std::optional<ConfigFault> fault;
  if (sets != nullptr) fault = readSets(*sets, pointer + "/sets", step);
  if (!fault && next != nullptr) {
    auto branches = readNext(*next, pointer + "/next");
    if (!branches) return tl::make_unexpected(branches.error());
    step.next = *std::move(branches);
  }
  if (!fault) fault = faultOfStep(step, pointer);
  if (fault) return tl::make_unexpected(*std::move(fault));
  step.asInteger = fieldType(step.field) == FieldType::Integer;
  if (step.answer == AnswerKind::Town) step.rule = "town";
  if (step.answer == AnswerKind::Country) step.rule = "country";
  return step;
}

}  // namespace journey
