// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agents.h"
#include "desk.h"
#include "kiosk_config.h"
#include "services/agent/caller.h"
#include "services/crypto/crypto.h"
#include "views.h"
#include "words.h"

#include <QObject>

#include <chrono>

namespace session {

struct Moment;

// The call for an agent as the screens tell it: what is known to be true, in words, and what else
// may be done. The life of the call itself is agent::Caller's. GUI thread.
class Calling : public QObject {
  Q_OBJECT
  // For the help bar, short: who is there before anybody presses, then how the call stands.
  Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
  // A call is open, or was just answered.
  Q_PROPERTY(bool open READ open NOTIFY changed FINAL)
  // The agent is at the person's side.
  Q_PROPERTY(bool here READ here NOTIFY changed FINAL)
  Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
  Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
  // What stands largest: "3 min"; "" when no time was promised.
  Q_PROPERTY(QString wait READ wait NOTIFY changed FINAL)
  // What has happened so far, in order, then what is awaited.
  Q_PROPERTY(QList<session::CallRow> rows READ rows NOTIFY changed FINAL)
  // Other ways to help now: nobody answered, nobody is there, or the line is cut.
  Q_PROPERTY(QList<session::PanelNote> ways READ ways NOTIFY changed FINAL)
  // Spoken when the screen is read aloud.
  Q_PROPERTY(QString spoken READ spoken NOTIFY changed FINAL)

 public:
  // All outlive it. Takes up a call that the process before left open.
  Calling(const KioskConfig& config, const Agents& agents, const Desk& desk, const Words& words,
          agent::CallStore& store, agent::LinePort& line, agent::Moment now, QObject* parent);

  [[nodiscard]] QString state() const { return m_state; }
  [[nodiscard]] bool open() const;
  [[nodiscard]] bool here() const { return m_view.stage == agent::Stage::Arrived; }
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString help() const;
  [[nodiscard]] QString wait() const;
  [[nodiscard]] QList<CallRow> rows() const;
  [[nodiscard]] QList<PanelNote> ways() const;
  [[nodiscard]] QString spoken() const;

  // Time goes by; `minute` is that of the place.
  void tick(agent::Moment now, int minute);
  // The words are others; with the time of a call back as it is said now.
  void retell(const QString& callBack);
  // As often as it wants ticks.
  [[nodiscard]] std::chrono::milliseconds tickInterval() const;
  void doing(const agent::Doing& doing);
  void endVisit(agent::VisitEnd end);
  // The line's events, and the panel's.
  [[nodiscard]] agent::Caller& caller() { return m_caller; }
  [[nodiscard]] agent::Moment now() const { return m_now; }
  // A promise to ring back, in so many seconds; `when` says the time in words. False when it could
  // not be recorded.
  [[nodiscard]] bool bookCallBack(std::int64_t in, const crypto::Bytes& sealed, QString when);

 public slots:
  // Calls, unless a call is open already.
  void call();
  // "Je n’ai plus besoin d’aide."
  void withdraw();

 signals:
  void changed();
  void tickIntervalChanged();
  // Somebody answered, or is there: worth showing the person again.
  void answered();

 private:
  void look();
  [[nodiscard]] QString key() const;
  [[nodiscard]] QString filled(const QString& key) const;
  [[nodiscard]] QString timeOf(std::int64_t age) const;
  [[nodiscard]] QString stateNow() const;

  const KioskConfig& m_config;
  const Agents& m_agents;
  const Desk& m_desk;
  const Words& m_words;
  agent::Moment m_now;
  int m_minute = 0;
  bool m_notRecorded = false;
  agent::Caller m_caller;
  agent::CallView m_view;
  QString m_state;
  QString m_callBack;
};

}  // namespace session
