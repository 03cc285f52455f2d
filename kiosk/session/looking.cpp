// SPDX-License-Identifier: Apache-2.0
#include "looking.h"

#include "mirror.h"

#include <QDebug>

#include <algorithm>
#include <utility>

namespace session {

using nlohmann::json;

Looking::Looking(AgentHands& hands, agent::LinePort& line, ActBook& book, const Agents& agents,
                 const Words& site, const Words& words, QObject* parent)
    : QObject(parent),
      m_hands(hands),
      m_line(line),
      m_book(book),
      m_agents(agents),
      m_site(site),
      m_words(words) {}

std::string Looking::stepOnScreen() const {
  return m_hands.walk() ? m_hands.walk()->shown().id : std::string();
}

bool Looking::mayShow() const {
  return m_active && !m_shown && m_hands.mayBeFilled() &&
         !m_hands.walk()->typedAt(stepOnScreen()).empty();
}

void Looking::desk(const std::string& agent, const agent::DeskStatus& status) {
  if (!m_agents.knows(agent)) return;
  const auto key = status.state == agent::DeskState::Offline ? std::nullopt : status.key;
  m_pages[agent] = key.value_or(std::string());
  (void)m_guide.announce(agent, key);
  // The page that looked is gone, or is another one: it sees nothing more.
  if (agent == m_agent && m_pages[agent] != m_page) end(false);
}

void Looking::heard(const agent::GuideEnvelope& envelope) {
  if (envelope.from != agent::Side::Desk) return;
  const auto text = agent::toJson(envelope);
  if (!text) return;
  const auto message = m_guide.open(*text);
  if (!message) {
    qWarning("guide: message %d not taken", static_cast<int>(message.error()));
    return;
  }
  const std::string wish = message->document["do"];
  if (wish == "ask") return asked(message->agent);
  // Everything else is for whoever looks with consent.
  if (message->agent != m_agent || !m_active) return;
  if (wish == "stop") return end(false);
  if (wish == "unpoint") m_pointed.clear();
  if (wish == "point") point(message->document["at"]);
  if (wish == "suggest") propose(message->document["step"], message->document["value"]);
  emit changed();
}

void Looking::asked(const std::string& agent) {
  if (!m_hands.walk() || !m_agents.knows(agent)) return;
  // One at a time: who looks already is not put out by another.
  if (m_active && agent != m_agent) return tell(agent, {{"tell", "consent"}, {"given", false}});
  m_active = false;
  m_agent = agent;
  m_page = m_pages[agent];
  m_hands.askToLook();
  emit changed();
}

void Looking::allow(bool allowed) {
  if (m_agent.empty() || m_active) return;
  m_hands.askNoMore();
  if (!allowed || !m_hands.walk() || !recorded(Act::Looked)) return end(true);
  m_active = true;
  m_lastScreen = nullptr;
  tell(m_agent, {{"tell", "consent"}, {"given", true}});
  emit activeChanged();
  follow();
}

void Looking::follow() {
  if (!m_active) return;
  if (!m_hands.walk()) return end(true);
  json screen = mirrorOf(*m_hands.walk(), Wording(m_site), m_hands.mirroredPhase());
  if (screen == m_lastScreen) return;
  const bool other = m_lastScreen.is_null() || m_lastScreen["step"] != screen["step"];
  if (other) {
    m_shown = false;
    m_pointed.clear();
    m_proposed.clear();
  }
  m_lastScreen = screen;
  tell(m_agent, {{"tell", "screen"}, {"screen", std::move(screen)}});
  emit changed();
}

void Looking::show() {
  if (!mayShow()) return;
  m_shown = true;
  const Walk& walk = *m_hands.walk();
  tell(m_agent, {{"tell", "value"},
                 {"step", stepOnScreen()},
                 {"value", shownValue(walk, Wording(m_site)).toStdString()}});
  emit changed();
}

void Looking::point(const std::string& at) {
  const auto& points = m_lastScreen["points"];
  if (std::find(points.begin(), points.end(), at) == points.end()) return;
  if (recorded(Act::Pointed, stepOnScreen())) m_pointed = QString::fromStdString(at);
}

void Looking::propose(const std::string& step, const std::string& value) {
  if (step != stepOnScreen() || !m_hands.mayBeFilled()) return;
  const auto proposal = proposalOf(*m_hands.walk(), value, Wording(m_site));
  if (!proposal)
    return tell(m_agent, {{"tell", "suggestion"}, {"step", step}, {"accepted", false}});
  m_proposedValue = proposal->value;
  retell();
  m_hands.propose();
}

void Looking::retell() {
  if (m_proposedValue.empty() || !m_hands.walk()) return;
  m_proposed = Wording(m_words).answer(m_hands.walk()->shown(), m_proposedValue);
  emit changed();
}

void Looking::take(bool accepted) {
  if (m_proposed.isEmpty()) return;
  const QString value = QString::fromStdString(std::exchange(m_proposedValue, {}));
  m_proposed.clear();
  m_hands.askNoMore();
  const std::string step = stepOnScreen();
  const bool done = recorded(accepted ? Act::SuggestionTaken : Act::SuggestionRefused, step);
  tell(m_agent, {{"tell", "suggestion"}, {"step", step}, {"accepted", accepted && done}});
  emit changed();
  if (accepted && done) emit taken(value);
}

void Looking::stop() {
  if (!m_agent.empty()) end(true);
}

void Looking::end(bool told) {
  const std::string agent = std::exchange(m_agent, {});
  const bool looked = std::exchange(m_active, false);
  m_shown = false;
  m_pointed.clear();
  m_proposed.clear();
  m_proposedValue.clear();
  m_lastScreen = nullptr;
  m_hands.askNoMore();
  // Ended is ended, whether or not it could be written down.
  if (looked) (void)m_book.record(agent, Act::Stopped, {});
  if (told) tell(agent, {{"tell", "consent"}, {"given", false}});
  emit changed();
  if (looked) emit activeChanged();
}

void Looking::close() {
  if (m_agent.empty()) return;
  tell(m_agent, {{"tell", "over"}});
  end(false);
}

bool Looking::recorded(Act act, const std::string& step) {
  return m_book.record(m_agent, act, step);
}

void Looking::tell(const std::string& agent, json message) {
  const auto text = m_guide.seal(agent, std::move(message));
  if (!text) {
    qWarning("guide: not said, %s", text.error().c_str());
    return;
  }
  if (const auto envelope = agent::parseGuideEnvelope(*text)) m_line.publishGuide(*envelope, {});
}

}  // namespace session
