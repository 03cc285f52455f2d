// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "agent_hands.h"
#include "agents.h"
#include "badge_door.h"
#include "views.h"
#include "words.h"

#include <QObject>

#include <chrono>
#include <map>

namespace session {

// The panel of an agent who stands beside the person: opened with badge and PIN, shown beside the
// person's screen, closed by a touch or when nobody touches it for two minutes. It sees the visit
// through AgentHands alone. Every act is recorded before it is done; what cannot be recorded is not
// done. GUI thread.
class AgentPanel : public QObject {
  Q_OBJECT
  Q_PROPERTY(State state READ state NOTIFY changed FINAL)
  // The agent's given name, "" while the panel is closed.
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
  // "she" or "he".
  Q_PROPERTY(QString form READ form NOTIFY changed FINAL)
  // The person said that the agent may fill in, and has not taken that back.
  Q_PROPERTY(bool filling READ filling NOTIFY changed FINAL)
  Q_PROPERTY(bool mayFill READ mayFill NOTIFY followed FINAL)
  // Why badge and PIN did not open, or why an act was not done: a sentence, "" when all is well.
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed FINAL)
  // The way of this person, the step on screen marked; then the chapters that are still to come.
  Q_PROPERTY(QList<session::PanelRow> route READ route NOTIFY followed FINAL)
  // The file as the officer would read it now, without what was not asked yet: first what is wrong.
  Q_PROPERTY(QList<session::FindingRow> file READ file NOTIFY followed FINAL)
  // Why the step on screen is asked, by which rule, from which source.
  Q_PROPERTY(QList<session::PanelNote> reasons READ reasons NOTIFY followed FINAL)
  // To be read out before filling in, and before acting for somebody.
  Q_PROPERTY(QList<session::PanelNote> script READ script CONSTANT FINAL)

 public:
  enum class State { Closed, Checking, Open };
  Q_ENUM(State)
  // Nobody touched the panel for so long: the agent has left.
  static constexpr std::chrono::seconds patience{120};

  // All outlive it.
  AgentPanel(AgentHands& hands, BadgeDoor& door, ActBook& book, const Agents& agents,
             const Words& words, QObject* parent);

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] QString name() const { return m_agents.nameOf(m_agent); }
  [[nodiscard]] QString form() const { return m_agents.formOf(m_agent); }
  [[nodiscard]] bool filling() const { return m_filling; }
  [[nodiscard]] bool mayFill() const { return m_hands.mayBeFilled(); }
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QList<PanelRow> route() const;
  [[nodiscard]] QList<FindingRow> file() const;
  [[nodiscard]] QList<PanelNote> reasons() const;
  [[nodiscard]] QList<PanelNote> script() const;
  // "" while it is closed.
  [[nodiscard]] const std::string& agent() const { return m_agent; }
  // The agent who filled in this step and nobody after; "" when the person did.
  [[nodiscard]] QString filledBy(const QString& stepId) const;

  // Writes an act of this agent's down: only then it may be done. Else trouble() tells.
  [[nodiscard]] bool recorded(Act act, const QString& step = {});
  // This agent holds a mandate that counts here today: the person of this visit is away, and
  // filling in needs no yes of theirs, for this agent alone. Never taken back within the visit:
  // what was filled in so may not be sent.
  void fillByMandate();
  void endMandate();

  void tick(std::chrono::milliseconds now);
  // The screen of the person changed, or an answer of theirs was taken.
  void follow();
  void answered(const QString& stepId);
  // The visit is over.
  void close();

 public slots:
  // Badge and PIN as typed; the outcome comes with changed().
  void open(const QString& badge, const QString& pin);
  void leave();
  void touched();
  void jump(const QString& stepId);
  void askToFill();
  // The person's answer to that, and their taking it back at any time.
  void allowFilling(bool allowed);
  void giveTime();
  // The agent reads out, to the person, what the panel shows.
  void explain();
  void readScript();

 signals:
  void changed();
  void followed();
  void opened();
  void left(const QString& agent);

 private:
  void admitted(const BadgeAnswer& answer);
  void tell(const QString& key);
  void startByMandate();
  void stopFilling();

  AgentHands& m_hands;
  BadgeDoor& m_door;
  ActBook& m_book;
  const Agents& m_agents;
  const Words& m_words;
  State m_state = State::Closed;
  std::string m_agent;
  bool m_filling = false;
  // The agent whose mandate this visit goes on under.
  std::string m_mandated;
  std::map<QString, QString> m_filledBy;
  QString m_trouble;
  std::chrono::milliseconds m_now{};
  std::chrono::milliseconds m_lastTouch{};
};

}  // namespace session
