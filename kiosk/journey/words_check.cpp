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
  // A drawing beside a question shows where to look; beside anything else it only keeps company.
  const bool showsWhere = givesValue(step.answer) && !step.drawing.empty();
  (showsWhere ? need.mandatory : need.optional).insert(base + "where");
  if (step.mayBeEmpty) need.optional.insert(base + "empty");
  if (!step.leadsTo.empty()) need.prefixes.insert("lists." + step.textId + ".");
  for (const std::string& option : step.options) {
    need.prefixes.insert("otherwise." + step.textId + "." + option + ".");
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

/// The part of a key up to (and with) its n-th dot.
std::string upToDot(const std::string& key, int dots) {
  std::size_t at = 0;
  for (; dots > 0 && at != std::string::npos; --dots)
    at = key.find('.', at) + 1;
  return key.substr(0, at);
}

// "otherwise.for-whom.other.plate.title" stands for "steps.plate.title" while that step is answered
// so; "lists.no-proof.2" is a line of a list under its step.
bool isShown(const std::string& key, const WordsNeed& need) {
  const auto isText = [&](const std::string& text) {
    return need.mandatory.count(text) != 0 || need.optional.count(text) != 0;
  };
  if (isText(key)) return true;
  if (key.rfind("lists.", 0) == 0) return need.prefixes.count(upToDot(key, 2)) != 0;
  const std::string condition = upToDot(key, 3);
  return need.prefixes.count(condition) != 0 && isText("steps." + key.substr(condition.size()));
}

std::vector<ConfigFault> missingOf(const WordsNeed& need, const nlohmann::json& words) {
  std::vector<ConfigFault> faults;
  for (const std::string& key : need.mandatory) {
    const nlohmann::json* text = textAt(words, key);
    if (text != nullptr && text->is_string() && !text->get<std::string>().empty()) continue;
    faults.push_back({pointerOf(key), "the text \"" + key + "\" is missing", "write it"});
  }
  return faults;
}

}  // namespace

WordsNeed wordsNeeded(const Procedure& procedure) {
  WordsNeed need;
  for (const std::string& chapter : procedure.chapters)
    need.mandatory.insert("chapters." + chapter);
  if (!procedure.officer.rules.empty())
    need.mandatory.insert("procedures." + procedure.id + ".name");
  for (const std::string& breach : commonBreaches())
    need.mandatory.insert("problems." + breach);
  for (const Step& step : procedure.steps)
    needStep(step, need);
  return need;
}

std::vector<ConfigFault> missingWords(const Procedure& procedure, const nlohmann::json& words) {
  return missingOf(wordsNeeded(procedure), words);
}

std::vector<ConfigFault> wordFaults(const std::vector<Procedure>& procedures,
                                    const nlohmann::json& words) {
  WordsNeed need;
  for (const Procedure& procedure : procedures)
    need.merge(wordsNeeded(procedure));
  std::vector<ConfigFault> faults = missingOf(need, words);
  for (std::string_view group :
       {"steps", "chapters", "problems", "lists", "otherwise", "procedures"}) {
    const auto found = words.is_object() ? words.find(group) : words.end();
    if (found == words.end()) continue;
    std::vector<std::pair<std::string, std::string>> texts;
    collectTexts(*found, std::string(group), "/" + std::string(group), texts);
    for (const auto& [key, pointer] : texts) {
      if (isShown(key, need)) continue;
      faults.push_back({pointer, "nothing shows the text \"" + key + "\"", "leave it out"});
    }
  }
  return faults;
}

void WordsNeed::merge(const WordsNeed& other) {
  mandatory.insert(other.mandatory.begin(), other.mandatory.end());
  optional.insert(other.optional.begin(), other.optional.end());
  prefixes.insert(other.prefixes.begin(), other.prefixes.end());
}

}  // namespace journey
