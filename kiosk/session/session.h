// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"

#include <QObject>

namespace session {

// One person's visit as the screens see it: what is to be shown, and what the person may want.
// Lives in the GUI thread. Intents that make no sense in the present phase do nothing, so a press
// that arrives late is harmless.
class Session : public QObject {
  Q_OBJECT
  Q_PROPERTY(Phase phase READ phase NOTIFY screenChanged FINAL)
  Q_PROPERTY(session::StepView step READ step NOTIFY screenChanged FINAL)
  Q_PROPERTY(session::ProgressView progress READ progress NOTIFY screenChanged FINAL)
  Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY screenChanged FINAL)
  // True while a change asked for by change() is under way: the main button leads straight back.
  Q_PROPERTY(bool changing READ changing NOTIFY screenChanged FINAL)
  Q_PROPERTY(Overlay overlay READ overlay NOTIFY overlayChanged FINAL)
  Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged FINAL)
  Q_PROPERTY(SentState sentState READ sentState NOTIFY screenChanged FINAL)
  Q_PROPERTY(QString sentLabel READ sentLabel NOTIFY screenChanged FINAL)
  // What went wrong and what to do, a sentence: out of service, not recorded, nothing printed.
  // "" when all is well.
  Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL)

 public:
  enum class Phase {
    Welcome,
    Question,
    OfficersLook,
    Review,
    Cost,
    Send,
    Sending,
    Done,
    OutOfService
  };
  Q_ENUM(Phase)
  enum class Overlay { NoOverlay, Agent, Why, IdleWarning, ListPrinted };
  Q_ENUM(Overlay)
  enum class SentState { NothingStarted, NotSent, Leaving, Sent, Kept };
  Q_ENUM(SentState)

  explicit Session(QObject* parent);

  [[nodiscard]] Phase phase() const;
  [[nodiscard]] StepView step() const;
  [[nodiscard]] ProgressView progress() const;
  [[nodiscard]] bool canGoBack() const;
  [[nodiscard]] bool changing() const;
  [[nodiscard]] Overlay overlay() const;
  [[nodiscard]] int secondsLeft() const;
  [[nodiscard]] SentState sentState() const;
  [[nodiscard]] QString sentLabel() const;
  [[nodiscard]] QString trouble() const;

 public slots:
  void begin();
  // Keeps what was typed so far at the step on screen. Checks nothing, and no signal comes of it.
  void keep(const QString& text);
  // Checks and takes the answer of the step on screen: typed text, an option's id, an ISO date.
  void answer(const QString& text);
  void dontKnow();
  void leaveEmpty();
  void back();
  // To the step of a review row or of a finding, and straight back once it is answered.
  void change(const QString& stepId);
  // On from a screen that asks nothing: inform, declare, officer's look, review, cost.
  void next();
  void send();
  // Ends the visit: everything is wiped.
  void finish();
  void callAgent();
  void askWhy();
  void closeOverlay();
  void printList();
  // The answer to the idle warning.
  void stay();
  // Any press or key: the person is there.
  void touched();

 signals:
  void screenChanged();
  void overlayChanged();
  void secondsLeftChanged();
  void troubleChanged();
};

}  // namespace session
