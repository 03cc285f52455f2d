// SPDX-License-Identifier: Apache-2.0
// config/exercises.json, and what in it names nothing.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "contains.h"
#include "exercise.h"
#include "object_reader.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;
using nlohmann::json;

constexpr int mostDays = 40'000;

MaybeFault readFact(const json& value, const std::string& at, Fact& fact) {
  if (value.is_string()) {
    fact.text = value.get<std::string>();
    return std::nullopt;
  }
  ObjectReader reader(value, at, {"daysAgo", "daysAhead"});
  if (reader.has("daysAgo") == reader.has("daysAhead")) {
    reader.refuse(at, "this is neither a text nor a day",
                  R"(write a text, {"daysAgo": 10} or {"daysAhead": 10})");
  } else if (reader.has("daysAgo")) {
    fact.days = -reader.integer("daysAgo", 0, mostDays);
  } else {
    fact.days = reader.integer("daysAhead", 0, mostDays);
  }
  return reader.fault();
}

MaybeFault readFacts(const json* object, const std::string& at, Facts& facts) {
  if (object == nullptr) return std::nullopt;
  for (const auto& [key, value] : object->items()) {
    if (auto fault = readFact(value, at + '/' + pointerToken(key), facts[key])) return fault;
  }
  return std::nullopt;
}

MaybeFault readNames(const json* list, const std::string& at, std::vector<std::string>& names) {
  if (list == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string name = (*list)[i].is_string() ? (*list)[i].get<std::string>() : std::string();
    if (!isName(name)) {
      return ConfigFault{at + '/' + std::to_string(i), "this is no name",
                         "write lower-case words joined by hyphens"};
    }
    names.push_back(name);
  }
  return std::nullopt;
}

MaybeFault readAim(const json& object, const std::string& at, Aim& aim) {
  ObjectReader reader(object, at, {"procedure", "answers", "papers", "verdict", "findings", "end"});
  aim.procedure = reader.name("procedure");
  aim.end = reader.oneOf("end", {"send", "list", "agent"});
  if (reader.has("verdict")) {
    aim.verdict = reader.oneOf("verdict", {"ready", "ready-but", "not-yet"});
  }
  MaybeFault fault = readFacts(reader.object("answers"), reader.at("answers"), aim.answers);
  if (!fault) fault = readNames(reader.list("papers", 1, 20), reader.at("papers"), aim.papers);
  if (!fault) {
    fault = readNames(reader.list("findings", 1, 20), reader.at("findings"), aim.findings);
  }
  return reader.fault() ? reader.fault() : fault;
}

MaybeFault readExercise(const json& object, const std::string& at, Exercise& exercise) {
  ObjectReader reader(object, at, {"id", "facts", "aims"});
  exercise.id = reader.name("id");
  MaybeFault fault = readFacts(reader.object("facts"), reader.at("facts"), exercise.facts);
  const json* aims = reader.list("aims", 1, 6);
  if (!reader.has("aims")) reader.refuseMissing("aims");
  if (reader.fault() || fault) return reader.fault() ? reader.fault() : fault;
  for (std::size_t i = 0; i < aims->size() && !fault; ++i) {
    fault = readAim((*aims)[i], reader.at("aims") + '/' + std::to_string(i),
                    exercise.aims.emplace_back());
  }
  return fault;
}

/// Everything that facts and answers may be about.
class Known {
 public:
  Known(const Procedure& reception, const std::vector<Procedure>& procedures)
      : m_reception(reception) {
    m_all.push_back(&reception);
    for (const Procedure& one : procedures)
      m_all.push_back(&one);
  }

  [[nodiscard]] const Procedure* procedure(const std::string& id) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&](const Procedure* one) { return one->id == id; });
    return found == m_all.end() ? nullptr : *found;
  }

  /// `only`: in this procedure or the reception before it, null for any.
  [[nodiscard]] MaybeFault faultIn(const Facts& facts, const std::string& at,
                                   const Procedure* only) const {
    for (const auto& [key, fact] : facts) {
      if (auto fault = faultOf(key, fact, at + '/' + pointerToken(key), only)) return fault;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] MaybeFault faultOf(const std::string& key, const Fact& fact, const std::string& at,
                                   const Procedure* only) const {
    bool found = fieldType(key).has_value();
    bool offered = false;
    for (const Procedure* procedure : m_all) {
      if (only != nullptr && procedure != only && procedure != &m_reception) continue;
      for (const Step& step : procedure->steps) {
        if (step.id != key && step.textId != key) continue;
        found = true;
        offered = offered || step.answer != AnswerKind::Choice || fact.days ||
                  contains(step.options, fact.text) ||
                  (fact.text == unknownAnswer && step.mayBeUnknown);
      }
    }
    if (!found) return ConfigFault{at, "no step and no field", "use one that there is"};
    if (!fieldType(key) && !offered) {
      return ConfigFault{at, "this step has no answer \"" + fact.text + '"', "use one that it has"};
    }
    return std::nullopt;
  }

  const Procedure& m_reception;
  std::vector<const Procedure*> m_all;
};

MaybeFault aimFault(const Aim& aim, const std::string& at, const Known& known) {
  const Procedure* procedure = known.procedure(aim.procedure);
  if (procedure == nullptr) {
    return ConfigFault{at + "/procedure", "there is no procedure " + aim.procedure,
                       "name one that there is"};
  }
  for (std::size_t i = 0; i < aim.papers.size(); ++i) {
    if (contains(documentKinds(), aim.papers[i])) continue;
    return ConfigFault{at + "/papers/" + std::to_string(i), "no such kind of paper",
                       "name one of the contract"};
  }
  return known.faultIn(aim.answers, at + "/answers", procedure);
}

}  // namespace

tl::expected<Exercises, ConfigFault> parseExercises(const json& document) {
  ObjectReader reader(document, "", {"$schema", "facts", "way", "exercises"});
  Exercises exercises;
  MaybeFault fault = readFacts(reader.object("facts"), "/facts", exercises.facts);
  if (!fault) fault = readFacts(reader.object("way"), "/way", exercises.way);
  const json* list = reader.list("exercises", 1, 40);
  if (!reader.has("exercises")) reader.refuseMissing("exercises");
  if (reader.fault()) fault = reader.fault();
  if (fault) return tl::make_unexpected(*std::move(fault));
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string at = "/exercises/" + std::to_string(i);
    Exercise exercise;
    fault = readExercise((*list)[i], at, exercise);
    if (!fault && !ids.insert(exercise.id).second) {
      fault = ConfigFault{at + "/id", "this exercise is there twice", "give it a name of its own"};
    }
    if (fault) return tl::make_unexpected(*std::move(fault));
    exercises.all.push_back(std::move(exercise));
  }
  return exercises;
}

MaybeFault exerciseFault(const Exercises& exercises, const Procedure& reception,
                         const std::vector<Procedure>& procedures) {
  const Known known(reception, procedures);
  MaybeFault fault = known.faultIn(exercises.facts, "/facts", nullptr);
  if (!fault) fault = known.faultIn(exercises.way, "/way", nullptr);
  for (std::size_t i = 0; i < exercises.all.size() && !fault; ++i) {
    const Exercise& exercise = exercises.all[i];
    const std::string at = "/exercises/" + std::to_string(i);
    fault = known.faultIn(exercise.facts, at + "/facts", nullptr);
    for (std::size_t j = 0; j < exercise.aims.size() && !fault; ++j)
      fault = aimFault(exercise.aims[j], at + "/aims/" + std::to_string(j), known);
  }
  return fault;
}

}  // namespace journey
