// SPDX-License-Identifier: Apache-2.0
#include "walk.h"

#include "kiosk/journey/rules.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace session {
namespace {

using journey::AnswerKind;
using journey::Step;

std::ptrdiff_t placeOf(const journey::Route& way, const Step* step) {
  return std::find(way.steps.begin(), way.steps.end(), step) - way.steps.begin();
}

}  // namespace

bool isConfirmed(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::Declare:
    case AnswerKind::Inform:
    case AnswerKind::Papers:
    case AnswerKind::OfficersLook:
    case AnswerKind::Review:
    case AnswerKind::Cost:
      return true;
    default:
      return false;
  }
}

Walk::Walk(const config::Catalogue& catalogue, journey::Date today, Gate mayPass)
    : m_catalogue(catalogue),
      m_procedure(&catalogue.reception()),
      m_today(today),
      m_mayPass(std::move(mayPass)),
      m_shown(m_procedure->find(m_procedure->start)) {
  assert(m_shown);
}

std::vector<std::string> Walk::opened() const {
  return journey::route(m_catalogue.reception(), m_answers, m_today).current().opens;
}

bool Walk::isShut() const {
  return !m_shown->opens.empty() && m_shown->next.empty();
}

void Walk::follow() {
  const std::vector<std::string> ids = opened();
  const journey::Procedure* wanted =
      m_turn < ids.size() ? m_catalogue.opened(ids[m_turn]) : nullptr;
  if (!wanted) wanted = &m_catalogue.reception();
  if (wanted == m_procedure) return;
  // The same steps stand at other places there; those of the procedure before are gone.
  const auto there = [wanted](const Step* step) { return step ? wanted->find(step->id) : nullptr; };
  m_shown = there(m_shown);
  m_returnTo = there(m_returnTo);
  m_changed = there(m_changed);
  m_procedure = wanted;
  if (!m_shown) m_shown = &way().current();
}

void Walk::explain(std::string code, Explanation explanation) {
  m_explanations.insert_or_assign(std::move(code), std::move(explanation));
}

void Walk::takeBackExplanation(std::string_view code) {
  const auto found = m_explanations.find(code);
  if (found != m_explanations.end()) m_explanations.erase(found);
}

std::string Walk::nextProcedure() const {
  const std::vector<std::string> ids = opened();
  return m_turn + 1 < ids.size() ? ids[m_turn + 1] : std::string();
}

void Walk::beginNextProcedure() {
  if (nextProcedure().empty()) return;
  ++m_turn;
  m_returnTo = nullptr;
  m_explanations.clear();
  follow();
  m_answers = journey::forNextProcedure(*m_procedure, std::move(m_answers));
  for (const auto& [step, answer] : m_answers)
    m_askedBefore.insert(step);
  show(&way().current());
}

journey::Route Walk::way() const {
  return journey::route(*m_procedure, m_answers, m_today);
}

bool Walk::canGoBack() const {
  return changing() || placeOf(way(), m_shown) > 0;
}

std::string Walk::typedAt(std::string_view stepId) const {
  const auto found = m_typed.find(stepId);
  return found == m_typed.end() ? std::string() : found->second;
}

void Walk::keep(std::string typed) {
  m_typed.insert_or_assign(m_shown->id, std::move(typed));
}

bool Walk::answer(std::string_view text) {
  if (isConfirmed(m_shown->answer)) return confirm();
  keep(std::string(text));
  return take(text);
}

bool Walk::dontKnow() {
  return m_shown->mayBeUnknown && take(journey::unknownAnswer);
}

bool Walk::leaveEmpty() {
  return m_shown->mayBeEmpty && take(journey::emptyAnswer);
}

bool Walk::confirm() {
  if (!isConfirmed(m_shown->answer) || m_shown->next.empty()) return false;
  if (m_shown->answer == AnswerKind::OfficersLook && !m_mayPass(m_answers)) return false;
  return take(journey::doneAnswer);
}

bool Walk::take(std::string_view value) {
  const auto checked = journey::check(*m_procedure, *m_shown, value, m_answers, m_today);
  if (!checked) {
    m_problem = checked.error().key;
    return false;
  }
  m_answers =
      journey::withAnswer(*m_procedure, std::move(m_answers), m_shown->id, *checked, m_today);
  follow();
  if (changing()) {
    comeBack();
  } else {
    goOn();
  }
  return true;
}

void Walk::goOn() {
  const journey::Route passed = way();
  const auto after = std::min(placeOf(passed, m_shown) + 1, std::ssize(passed.steps));
  const auto next = std::find_if(
      passed.steps.begin() + after, passed.steps.end(),
      [&](const Step* step) { return m_askedBefore.find(step->id) == m_askedBefore.end(); });
  show(next != passed.steps.end() ? *next : &passed.current());
}

void Walk::comeBack() {
  journey::Route passed = way();
  // A look that was passed before needs no second press when the change leaves nothing to mend.
  if (passed.current().answer == AnswerKind::OfficersLook && &passed.current() != m_returnTo &&
      m_mayPass(m_answers)) {
    m_answers.insert_or_assign(passed.current().id, std::string(journey::doneAnswer));
    passed = way();
  }
  if (passed.passes(m_returnTo->id)) {
    show(std::exchange(m_returnTo, nullptr));
    return;
  }
  // The change opened a question that was not asked yet, or spoilt the officer's look.
  show(&passed.current());
  if (m_shown->answer == AnswerKind::OfficersLook) m_returnTo = nullptr;
}

bool Walk::back() {
  const journey::Route passed = way();
  if (changing() && m_shown == m_changed && passed.passes(m_returnTo->id)) {
    show(std::exchange(m_returnTo, nullptr));
    return true;
  }
  const auto place = placeOf(passed, m_shown);
  if (place == 0 || place == std::ssize(passed.steps)) return false;
  show(passed.steps[static_cast<std::size_t>(place) - 1]);
  return true;
}

bool Walk::change(std::string_view stepId) {
  const Step* wanted = m_procedure->find(stepId);
  if (!wanted || wanted == m_shown || !way().passes(stepId)) return false;
  if (!changing()) m_returnTo = m_shown;
  m_changed = wanted;
  show(wanted);
  return true;
}

bool Walk::lookAgain() {
  for (const Step* step : way().steps) {
    if (step->answer != AnswerKind::OfficersLook) continue;
    m_answers.erase(step->id);
    m_returnTo = nullptr;
    show(step);
    return true;
  }
  return false;
}

void Walk::show(const Step* step) {
  m_shown = step;
  m_problem.clear();
}

}  // namespace session
