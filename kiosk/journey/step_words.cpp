// SPDX-License-Identifier: Apache-2.0
#include "step_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "answers.h"

namespace journey {
namespace {

constexpr std::array<std::pair<std::string_view, AnswerKind>, 12> kinds = {{
    {"choice", AnswerKind::Choice},
    {"keyed", AnswerKind::Keyed},
    {"date", AnswerKind::CalendarDate},
    {"town", AnswerKind::Town},
    {"country", AnswerKind::Country},
    {"declare", AnswerKind::Declare},
    {"inform", AnswerKind::Inform},
    {"papers", AnswerKind::Papers},
    {"officers-look", AnswerKind::OfficersLook},
    {"review", AnswerKind::Review},
    {"cost", AnswerKind::Cost},
    {"send", AnswerKind::Send},
}};

}  // namespace

const std::vector<std::string_view>& answerKindWords() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> all;
    for (const auto& [word, kind] : kinds)
      all.push_back(word);
    return all;
  }();
  return words;
}

std::optional<AnswerKind> answerKind(std::string_view word) {
  for (const auto& [known, kind] : kinds) {
    if (known == word) return kind;
  }
  return std::nullopt;
}

std::string_view wordOf(AnswerKind kind) {
  for (const auto& [word, known] : kinds) {
    if (known == kind) return word;
  }
  return {};
}

const std::vector<std::string_view>& keyGrids(AnswerKind kind) {
  static const std::vector<std::string_view> typed = {"plate", "digits",    "code", "form-number",
                                                      "vin",   "reference", "name", "text",
                                                      "phone", "postcode",  "power"};
  static const std::vector<std::string_view> dates = {"past-date", "any-date"};
  static const std::vector<std::string_view> none;
  if (kind == AnswerKind::Keyed) return typed;
  return kind == AnswerKind::CalendarDate ? dates : none;
}

bool givesValue(AnswerKind kind) {
  return kind == AnswerKind::Choice || kind == AnswerKind::Keyed ||
         kind == AnswerKind::CalendarDate || kind == AnswerKind::Town ||
         kind == AnswerKind::Country;
}

bool confirms(AnswerKind kind) {
  return !givesValue(kind) && kind != AnswerKind::Inform && kind != AnswerKind::Papers;
}

bool isReservedOption(std::string_view option) {
  return option == "unknown" || option == "answered" || option == "empty";
}

std::string_view settingWord(const Step& step, std::string_view answer) {
  if (step.answer == AnswerKind::Choice || !givesValue(step.answer)) return answer;
  if (answer == emptyAnswer) return "empty";
  return answer == unknownAnswer && step.mayBeUnknown ? "unknown" : "answered";
}

std::vector<std::string_view> settingWords(const Step& step) {
  std::vector<std::string_view> words(step.options.begin(), step.options.end());
  if (!givesValue(step.answer)) {
    words.push_back(doneAnswer);
  } else if (step.answer != AnswerKind::Choice) {
    words.push_back("answered");
  }
  if (step.mayBeUnknown) words.push_back("unknown");
  if (step.mayBeEmpty) words.push_back("empty");
  return words;
}

bool isPossibleAnswer(const Step& step, std::string_view answer) {
  if (!givesValue(step.answer)) return answer == doneAnswer;
  if (answer == emptyAnswer) return step.mayBeEmpty;
  if (answer == unknownAnswer) return step.mayBeUnknown;
  if (step.answer != AnswerKind::Choice) return true;
  return std::find(step.options.begin(), step.options.end(), answer) != step.options.end();
}

}  // namespace journey
