// SPDX-License-Identifier: Apache-2.0
#include "route.h"

#include <algorithm>
#include <set>
#include <utility>

#include "route_rules.h"
#include "step_words.h"
#include "walk.h"

namespace journey {
namespace {

/// What the person answered there, or null when there is no answer that the step can have.
const std::string* answerOf(const Step& step, const Answers& answers) {
  const auto found = answers.find(step.id);
  if (found == answers.end() || !isPossibleAnswer(step, found->second)) return nullptr;
  return &found->second;
}

FieldValue typedValue(const Step& step, const std::string& answer) {
  if (!step.asInteger) return answer;
  int number = 0;
  for (char c : answer.substr(0, 6)) {
    if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

Walk::Walk(const Procedure& procedure, const Answers& answers, Date today)
    : m_procedure(procedure), m_answers(procedure.steps.size()), m_today(today) {
  const Step* step = procedure.find(procedure.start);
  while (step != nullptr) {
    m_steps.push_back(step);
    const std::string* answer = step->next.empty() ? nullptr : answerOf(*step, answers);
    if (answer == nullptr) break;
    m_answers[placeOf(*step)] = answer;
    put(*step, *answer);
    step = following(*step);
  }
  copyLate();
}

std::size_t Walk::placeOf(const Step& step) const {
  return static_cast<std::size_t>(&step - m_procedure.steps.data());
}

const Step* Walk::following(const Step& step) {
  for (const Branch& branch : step.next) {
    const bool taken = std::all_of(branch.when.begin(), branch.when.end(),
                                   [&](const Condition& when) { return holds(when); });
    if (taken) return m_procedure.find(branch.go);
  }
  return nullptr;
}

bool Walk::holds(const Condition& condition) {
  if (condition.test == Condition::Test::Rule) {
    const RouteRule* rule = routeRule(condition.value);
    if (rule == nullptr) return false;
    copyLate();
    return rule->holds({rule->name, m_procedure.officer, m_given, m_today});
  }
  const Step* step = m_procedure.find(condition.step);
  const std::string* answer = step == nullptr ? nullptr : m_answers[placeOf(*step)];
  const bool isEqual = answer != nullptr && *answer == condition.value;
  const bool isValue = answer != nullptr && *answer != unknownAnswer && *answer != emptyAnswer;
  switch (condition.test) {
    case Condition::Test::Is:
      return isEqual;
    case Condition::Test::IsNot:
      return !isEqual;
    case Condition::Test::Answered:
      return isValue;
    case Condition::Test::NotAnswered:
      return !isValue;
    case Condition::Test::Rule:
      break;
  }
  return false;
}

void Walk::put(const Step& step, const std::string& answer) {
  const bool isValue = answer != unknownAnswer && answer != emptyAnswer;
  if (!step.field.empty() && isValue) {
    m_given[step.field] = typedValue(step, answer);
    m_copies.erase(step.field);
  }
  const auto settings = step.sets.find(std::string(settingWord(step, answer)));
  if (settings == step.sets.end()) return;
  for (const FieldSetting& setting : settings->second) {
    m_given.erase(setting.field);
    m_copies.erase(setting.field);
    if (setting.from.empty()) {
      m_given[setting.field] = setting.value;
    } else {
      m_copies[setting.field] = setting.from;
    }
  }
}

// An early answer may copy a field that is typed later, so copies are made when they are looked at.
void Walk::copyLate() {
  for (const auto& [field, from] : m_copies) {
    const auto source = m_given.find(from);
    if (source != m_given.end()) m_given[field] = source->second;
  }
}

Route Walk::route() const {
  return Route{m_steps};
}

Answers Walk::answers() const {
  Answers reached;
  for (const Step* step : m_steps) {
    if (const std::string* answer = m_answers[placeOf(*step)]) reached.emplace(step->id, *answer);
  }
  return reached;
}

const Step* Route::previous() const {
  return steps.size() < 2 ? nullptr : steps[steps.size() - 2];
}

bool Route::passes(std::string_view stepId) const {
  return std::any_of(steps.begin(), steps.end(),
                     [&](const Step* step) { return step->id == stepId; });
}

Route route(const Procedure& procedure, const Answers& answers, Date today) {
  return Walk(procedure, answers, today).route();
}

Answers reachable(const Procedure& procedure, const Answers& answers, Date today) {
  return Walk(procedure, answers, today).answers();
}

FieldValues fieldsOf(const Procedure& procedure, const Answers& answers, Date today) {
  return Walk(procedure, answers, today).fields();
}

namespace {

/// Whether this stored answer was given about what `changed` said: the town of a postcode, or "the
/// name on the paper is the same".
bool dependsOn(const Step& step, const std::string& answer, const Step& changed) {
  if (step.answer == AnswerKind::Town) return step.of == changed.id;
  if (step.answer != AnswerKind::Choice || changed.field.empty()) return false;
  const auto settings = step.sets.find(answer);
  return settings != step.sets.end() &&
         std::any_of(settings->second.begin(), settings->second.end(),
                     [&](const FieldSetting& setting) { return setting.from == changed.field; });
}

}  // namespace

Answers withAnswer(const Procedure& procedure, Answers answers, std::string_view stepId,
                   std::string value, Date today) {
  const Step* changed = procedure.find(stepId);
  if (changed == nullptr) return answers;
  const auto stored = answers.find(stepId);
  if (stored != answers.end() && stored->second == value) return answers;
  const bool isNew = stored == answers.end();
  std::set<const Step*> before;
  for (const Step* step : route(procedure, answers, today).steps) {
    if (step == changed) break;
    before.insert(step);
  }
  answers.insert_or_assign(std::string(stepId), std::move(value));
  for (const Step& step : procedure.steps) {
    if (&step == changed || before.count(&step) != 0) continue;
    const auto found = answers.find(step.id);
    if (found == answers.end()) continue;
    if (confirms(step.answer) || (!isNew && dependsOn(step, found->second, *changed))) {
      answers.erase(found);
    }
  }
  return answers;
}

Answers forNextProcedure(const Procedure& next, Answers answers) {
  for (const Step& step : next.steps) {
    if (confirms(step.answer) || step.answer == AnswerKind::Papers) answers.erase(step.id);
  }
  return answers;
}

namespace {

bool gives(const Step& step, std::string_view field) {
  if (step.field == field) return true;
  for (const auto& [answer, settings] : step.sets) {
    for (const FieldSetting& setting : settings) {
      if (setting.field == field) return true;
    }
  }
  return false;
}

bool speaksOf(const std::string& field, std::string_view kind) {
  const auto path = documentPath(field);
  return path && path->kind == kind;
}

}  // namespace

// The last one: where an early answer copies and a later one corrects, the later one is the mend.
const Step* stepOfField(const Route& way, std::string_view field) {
  const auto found = std::find_if(way.steps.rbegin(), way.steps.rend(),
                                  [&](const Step* step) { return gives(*step, field); });
  return found == way.steps.rend() ? nullptr : *found;
}

const Step* stepOfDocument(const Route& way, std::string_view kind) {
  for (const Step* step : way.steps) {
    if (speaksOf(step->field, kind)) return step;
    for (const auto& [answer, settings] : step->sets) {
      for (const FieldSetting& setting : settings) {
        if (speaksOf(setting.field, kind)) return step;
      }
    }
  }
  return nullptr;
}

}  // namespace journey
