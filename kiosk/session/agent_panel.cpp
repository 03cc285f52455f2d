// SPDX-License-Identifier: Apache-2.0
#include "agent_panel.h"

#include "agent_reasons.h"
#include "findings.h"

#include <utility>

namespace session {

AgentPanel::AgentPanel(AgentHands& hands, BadgeDoor& door, ActBook& book, const Agents& agents,
                       const Words& words, QObject* parent)
    : QObject(parent),
      m_hands(hands),
      m_door(door),
      m_book(book),
      m_agents(agents),
      m_words(words) {}

void AgentPanel::open(const QString& badge, const QString& pin) {
  if (m_state != State::Closed) return;
  m_state = State::Checking;
  m_trouble.clear();
  emit changed();
  m_door.knock(badge.toStdString(), pin.toStdString(),
               [this](const BadgeAnswer& answer) { admitted(answer); });
}

void AgentPanel::admitted(const BadgeAnswer& answer) {
  if (m_state != State::Checking) return;
  m_state = State::Closed;
  switch (answer.kind) {
    case BadgeAnswer::Kind::Admitted:
      m_agent = answer.agent;
      m_lastTouch = m_now;
      if (recorded(Act::Opened)) {
        m_state = State::Open;
        emit opened();
      } else {
        m_agent.clear();
      }
      break;
    case BadgeAnswer::Kind::Refused:
      tell(QStringLiteral("refused"));
      break;
    case BadgeAnswer::Kind::Wait:
      m_trouble =
          m_words.filled(QStringLiteral("panel.trouble.wait"),
                         {{QStringLiteral("seconds"), QString::number(answer.wait.count())}});
      break;
    case BadgeAnswer::Kind::Locked:
      tell(QStringLiteral("locked"));
      break;
    case BadgeAnswer::Kind::Broken:
      tell(QStringLiteral("not-recorded"));
      break;
  }
  emit changed();
  emit followed();
}

bool AgentPanel::recorded(Act act, const QString& step) {
  if (m_book.record(m_agent, act, step.toStdString())) return true;
  tell(QStringLiteral("not-recorded"));
  return false;
}

void AgentPanel::tell(const QString& key) {
  m_trouble = m_words.text(QStringLiteral("panel.trouble.") + key);
  emit changed();
}

void AgentPanel::tick(std::chrono::milliseconds now) {
  m_now = now;
  if (m_state == State::Open && now - m_lastTouch >= patience) leave();
}

void AgentPanel::touched() {
  m_lastTouch = m_now;
}

void AgentPanel::leave() {
  if (m_state != State::Open) return;
  stopFilling();
  // Gone is gone, whether or not it could be written down.
  (void)m_book.record(m_agent, Act::Left, {});
  m_state = State::Closed;
  const QString gone = QString::fromStdString(std::exchange(m_agent, {}));
  m_trouble.clear();
  m_hands.askNoMore();
  emit changed();
  emit left(gone);
}

void AgentPanel::close() {
  if (m_state == State::Checking) m_state = State::Closed;
  leave();
}

void AgentPanel::jump(const QString& stepId) {
  touched();
  if (m_state != State::Open || !recorded(Act::Jumped, stepId)) return;
  m_hands.jump(stepId);
}

void AgentPanel::askToFill() {
  touched();
  if (m_state != State::Open || m_filling || !mayFill()) return;
  if (!m_hands.personIsAway()) {
    m_hands.askToFill();
  } else {
    startByMandate();
  }
}

void AgentPanel::fillByMandate() {
  if (m_state != State::Open) return;
  m_hands.personAway();
  m_mandated = m_agent;
  startByMandate();
}

void AgentPanel::startByMandate() {
  if (m_mandated != m_agent) {
    tell(QStringLiteral("no-mandate"));
    return;
  }
  m_trouble.clear();
  m_filling = mayFill();
  emit changed();
}

void AgentPanel::endMandate() {
  m_mandated.clear();
  stopFilling();
}

void AgentPanel::allowFilling(bool allowed) {
  if (m_state != State::Open) return;
  touched();
  m_hands.askNoMore();
  if (!allowed) {
    stopFilling();
  } else if (mayFill() && !m_hands.personIsAway()) {
    // Nobody says yes for somebody who is not there.
    m_filling = true;
    emit changed();
  }
}

void AgentPanel::stopFilling() {
  if (!m_filling) return;
  m_filling = false;
  emit changed();
}

void AgentPanel::answered(const QString& stepId) {
  m_filledBy.erase(stepId);
  // With the person away there is no hand but the agent's.
  const bool alone = m_state == State::Open && m_hands.personIsAway();
  if (!m_filling && !alone) return;
  touched();
  m_filledBy.emplace(stepId, name());
  // The answer stands already: what cannot be written down ends the filling in.
  if (!recorded(Act::Filled, stepId)) stopFilling();
}

QString AgentPanel::filledBy(const QString& stepId) const {
  const auto found = m_filledBy.find(stepId);
  return found == m_filledBy.end() ? QString() : found->second;
}

void AgentPanel::follow() {
  // At a declaration, at the price, before the sending, the hand goes back to the person.
  if (m_filling && !mayFill()) stopFilling();
  if (m_state == State::Open) emit followed();
}

void AgentPanel::giveTime() {
  touched();
  if (m_state == State::Open && recorded(Act::Extended)) m_hands.giveTime();
}

void AgentPanel::explain() {
  touched();
  if (m_state != State::Open || !m_hands.walk()) return;
  (void)recorded(Act::Explained, QString::fromStdString(m_hands.walk()->shown().id));
}

void AgentPanel::readScript() {
  touched();
  if (m_state == State::Open) (void)recorded(Act::MandateRead);
}

QList<PanelRow> AgentPanel::route() const {
  if (m_state != State::Open || !m_hands.walk()) return {};
  return panelRows(*m_hands.walk(), Wording(m_words));
}

QList<FindingRow> AgentPanel::file() const {
  QList<FindingRow> rows;
  if (m_state != State::Open || !m_hands.walk()) return rows;
  const auto& answers = m_hands.walk()->answers();
  for (const FindingRow& row : findingRows(*m_hands.walk(), *m_hands.dossier(), Wording(m_words))) {
    const bool asked = answers.find(row.stepId.toStdString()) != answers.end();
    if (row.severity == QLatin1String("good") || asked) rows.append(row);
  }
  return rows;
}

QList<PanelNote> AgentPanel::reasons() const {
  if (m_state != State::Open || !m_hands.walk()) return {};
  return reasonsOf(m_hands.walk()->shown(), m_words);
}

QList<PanelNote> AgentPanel::script() const {
  QList<PanelNote> notes;
  for (const QString& name : m_words.under(QStringLiteral("panel.script"))) {
    const QString key = QStringLiteral("panel.script.") + name;
    notes.append({m_words.text(key + QStringLiteral(".title")),
                  m_words.text(key + QStringLiteral(".text"))});
  }
  return notes;
}

}  // namespace session
