// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "agent_hands.h"
#include "agents.h"
#include "services/agent/guide.h"
#include "services/agent/line_port.h"
#include "words.h"

#include <QObject>

#include <map>

namespace session {

// An agent who looks at the person's screen from the desk, with the person's consent: every value
// masked, until the person shows one; the agent points, and proposes a value that the person takes
// or not. Payloads are sealed between this visit and that agent's page (agent::Guide). It sees the
// visit through AgentHands alone, and there is no message that sends, pays or declares. Every act
// is recorded before it is done. GUI thread.
class Looking : public QObject {
  Q_OBJECT
  // An agent looks, with consent.
  Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
  // The given name of who asks or looks, "" for nobody; and "she" or "he".
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  Q_PROPERTY(QString form READ form NOTIFY changed FINAL)
  // What is ringed on the screen: "question", "answer", "drawing", "main", "back" or
  // "option:<id>"; "" for nothing.
  Q_PROPERTY(QString pointed READ pointed NOTIFY changed FINAL)
  // A value proposed for the step on screen, as the person would read it; "" for none.
  Q_PROPERTY(QString proposed READ proposed NOTIFY changed FINAL)
  // The step on screen has an answer that the agent does not see; or sees, because the person
  // showed it.
  Q_PROPERTY(bool mayShow READ mayShow NOTIFY changed FINAL)
  Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)

 public:
  // All outlive it.
  Looking(AgentHands& hands, agent::LinePort& line, ActBook& book, const Agents& agents,
          const Words& site, const Words& words, QObject* parent);

  [[nodiscard]] bool active() const { return m_active; }
  [[nodiscard]] QString name() const { return m_agents.nameOf(m_agent); }
  [[nodiscard]] QString form() const { return m_agents.formOf(m_agent); }
  [[nodiscard]] QString pointed() const { return m_pointed; }
  // The words of the person's screen are others.
  void retell();
  [[nodiscard]] QString proposed() const { return m_proposed; }
  [[nodiscard]] bool mayShow() const;
  [[nodiscard]] bool shown() const { return m_shown; }
  // For the kiosk's status.
  [[nodiscard]] std::string visitKey() const { return m_guide.visitKey(); }
  [[nodiscard]] const std::string& agent() const { return m_agent; }

  // From the line.
  void desk(const std::string& agent, const agent::DeskStatus& status);
  void heard(const agent::GuideEnvelope& envelope);
  // The person's screen changed.
  void follow();
  // The visit is over: the agent's page forgets all.
  void close();

 public slots:
  // The person's answer to an agent who asks to look.
  void allow(bool allowed);
  // The person shows the answer of the step on screen.
  void show();
  // "Arrêter", there at any time.
  void stop();
  // The person's answer to a proposed value.
  void take(bool taken);

 signals:
  void changed();
  // Looking began or ended: the kiosk's status says it.
  void activeChanged();
  // The person took a proposed value: it is now their answer.
  void taken(const QString& value);

 private:
  void asked(const std::string& agent);
  void point(const std::string& at);
  void propose(const std::string& step, const std::string& value);
  void end(bool told);
  void tell(const std::string& agent, nlohmann::json message);
  [[nodiscard]] bool recorded(Act act, const std::string& step = {});
  [[nodiscard]] std::string stepOnScreen() const;

  AgentHands& m_hands;
  agent::LinePort& m_line;
  ActBook& m_book;
  const Agents& m_agents;
  // The desk reads the language of the house, the person their own.
  const Words& m_site;
  const Words& m_words;
  agent::Guide m_guide;
  std::map<std::string, std::string> m_pages;
  std::string m_agent;
  std::string m_page;
  bool m_active = false;
  bool m_shown = false;
  QString m_pointed;
  QString m_proposed;
  std::string m_proposedValue;
  nlohmann::json m_lastScreen;
};

}  // namespace session
