// SPDX-License-Identifier: Apache-2.0
#include "words_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "object_reader.h"
#include "rules.h"
#include "step_words.h"

namespace journey {
namespace {

void needStep(const Step& step, WordsNeed& need) {
  const std::string base = "steps." + step.textId + ".";
  for (std::string_view part : {"title", "help", "why", "spoken"}) {
    need.mandatory.insert(base + std::string(part));
  }
  // The review names each answer by its short question.
  (givesValue(step.answer) ? need.mandatory : need.optional).insert(base + "short");
  (step.drawing.empty() ? need.optional : need.mandatory).insert(base + "where");
  if (step.mayBeEmpty) need.mandatory.insert(base + "empty");
  for (const std::string& option : step.options) {
    need.mandatory.insert(base + "options." + option);
    need.optional.insert(base + "details." + option);
  }
  for (const std::string& breach : breachesOf(step.rule))
    need.mandatory.insert("problems." + breach);
}

void collectTexts(const nlohmann::json& words, const std::string& key, const std::string& pointer,
                  std::vector<std::pair<std::string, std::string>>& texts) {
  if (!words.is_object()) {
    texts.emplace_back(key, pointer);
    return;
  }
  for (const auto& item : words.items()) {
    collectTexts(item.value(), key.empty() ? item.key() : key + "." + item.key(),
                 pointer + "/" + pointerToken(item.key()), texts);
  }
}

const nlohmann::json* textAt(const nlohmann::json& words, const std::string& key) {
  const nlohmann::json* place = &words;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t dot = std::min(key.find('.', at), key.size());
    if (!place->is_object()) return nullptr;
    const auto found = place->find(key.substr(at, dot - at));
    if (found == place->end()) return nullptr;
    place = &*found;
    at = dot + 1;
  }
  return place;
}

std::string pointerOf(std::string key) {
  for (char& c : key) {
    if (c == '.') c = '/';
  }
  return "/" + key;
}

}  // namespace

WordsNeed wordsNeeded(const Procedure& procedure) {
  WordsNeed need;
  for (const std::string& chapter : procedure.chapters)
    need.mandatory.insert("chapters." + chapter);
  for (const std::string& breach : commonBreaches())
    need.mandatory.insert("problems." + breach);
  for (const Step& step : procedure.steps)
    needStep(step, need);
  return need;
}

std::vector<ConfigFault> wordFaults(const std::vector<Procedure>& procedures,
                                    const nlohmann::json& words) {
  WordsNeed need;
  for (const Procedure& procedure : procedures)
    need.merge(wordsNeeded(procedure));
  std::vector<ConfigFault> faults;
  for (const std::string& key : need.mandatory) {
    const nlohmann::json* text = textAt(words, key);
    if (text != nullptr && text->is_string() && !text->get<std::string>().empty()) continue;
    faults.push_back({pointerOf(key), "the text \"" + key + "\" is missing", "write it"});
  }
  for (std::string_view group : {"steps", "chapters", "problems"}) {
    const auto found = words.is_object() ? words.find(group) : words.end();
    if (found == words.end()) continue;
    std::vector<std::pair<std::string, std::string>> texts;
    collectTexts(*found, std::string(group), "/" + std::string(group), texts);
    for (const auto& [key, pointer] : texts) {
      if (need.mandatory.count(key) != 0 || need.optional.count(key) != 0) continue;
      faults.push_back({pointer, "nothing shows the text \"" + key + "\"", "leave it out"});
    }
  }
  return faults;
}

void WordsNeed::merge(const WordsNeed& other) {
  mandatory.insert(other.mandatory.begin(), other.mandatory.end());
  optional.insert(other.optional.begin(), other.optional.end());
}

}  // namespace journey
