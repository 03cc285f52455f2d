// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "agents.h"
#include "paper_tray.h"
#include "paper_writer.h"
#include "phase.h"
#include "presence.h"
#include "vehicle_register.h"
#include "views.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace session {

// The only way in which time enters a visit.
struct Moment {
  // Since any steady start.
  std::chrono::milliseconds steady{};
  // Local time of the place.
  PrintTime here{};
  // Milliseconds since 1970, of a clock that may jump.
  std::int64_t wall = 0;
  // UTC, for the names of printed papers: "20261120T143000Z".
  QString stamp;
};

// What a session works with. Everything outlives it.
struct SessionParts {
  const KioskConfig& config;
  const config::Catalogue& catalogue;
  const Law& law;
  const Words& words;
  // In the language of the house, for those who read what this person does.
  const Words& siteWords;
  RequestStore& store;
  VehicleRegister& vehicles;
  PaperTray& tray;
  ActBook& book;
  const Agents& agents;
  // A dress rehearsal: what is done is not real, and is not said to be.
  bool rehearsal = false;
};

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
  // The step that was last asked for by change(), "" when none: the review shows it again.
  Q_PROPERTY(QString changedStep READ changedStep NOTIFY screenChanged FINAL)
  // An agent fills in for somebody who is not there: nothing can be declared or sent in this visit
  // any more, and the send screen says so.
  Q_PROPERTY(bool personIsAway READ personIsAway NOTIFY screenChanged FINAL)
  Q_PROPERTY(Overlay overlay READ overlay NOTIFY overlayChanged FINAL)
  Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged FINAL)
  Q_PROPERTY(SentState sentState READ sentState NOTIFY screenChanged FINAL)
  Q_PROPERTY(QString sentLabel READ sentLabel NOTIFY screenChanged FINAL)
  // What is still to be done in this visit after this procedure, in words; "" when nothing.
  Q_PROPERTY(QString nextProcedure READ nextProcedure NOTIFY screenChanged FINAL)
  // What went wrong and what to do, a sentence: out of service, not recorded, nothing printed.
  // "" when all is well.
  Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL)

 public:
  enum class Phase {
    Welcome,
    Question,
    Papers,
    OfficersLook,
    Review,
    Cost,
    Send,
    Sending,
    Done,
    OutOfService
  };
  Q_ENUM(Phase)
  // FillingAsked, LookingAsked: an agent asks the person, in large letters.
  enum class Overlay {
    NoOverlay,
    Agent,
    Why,
    Sounds,
    IdleWarning,
    ListPrinted,
    Badge,
    FillingAsked,
    LookingAsked,
    // A value that an agent proposes for the step on screen.
    Proposed,
    // When to be called back, and on what number.
    CallBack,
    MandateSigning,
    MandateNumber,
    // Why a finding is none: the machine may be wrong.
    Explaining,
    // What a dress rehearsal is, before it begins; in one, the case and the invented papers.
    TryFirst,
    Case
  };
  Q_ENUM(Overlay)
  enum class SentState { NothingStarted, NotSent, Leaving, Sent, Kept };
  Q_ENUM(SentState)

  Session(const SessionParts& parts, QObject* parent);

  [[nodiscard]] Phase phase() const;
  [[nodiscard]] StepView step() const;
  [[nodiscard]] ProgressView progress() const;
  [[nodiscard]] bool canGoBack() const;
  [[nodiscard]] bool changing() const { return m_walk && m_walk->changing(); }
  [[nodiscard]] QString changedStep() const { return m_changedStep; }
  [[nodiscard]] bool personIsAway() const { return m_personIsAway; }
  [[nodiscard]] Overlay overlay() const { return m_overlay; }
  [[nodiscard]] int secondsLeft() const { return m_presence.secondsLeft(); }
  [[nodiscard]] SentState sentState() const;
  [[nodiscard]] QString sentLabel() const;
  [[nodiscard]] QString nextProcedure() const;
  // The code of the finding that the person explains.
  [[nodiscard]] QString explainedCode() const { return m_explainedCode; }
  [[nodiscard]] QString trouble() const;

  // For the other objects of the visit; null before it began.
  [[nodiscard]] const Walk* walk() const { return m_walk ? &*m_walk : nullptr; }
  [[nodiscard]] const Dossier* dossier() const { return m_dossier ? &*m_dossier : nullptr; }
  [[nodiscard]] const Sending& sending() const { return m_sending; }
  // As it was last told.
  [[nodiscard]] const Moment& now() const { return m_now; }
  // The last paper that was to be printed, and whether it came out.
  [[nodiscard]] const std::optional<Paper>& paper() const { return m_paper; }
  [[nodiscard]] bool printed() const { return m_printed; }
  [[nodiscard]] const SessionParts& parts() const { return m_parts; }

  // To be called as often as tickInterval() says.
  void tick(const Moment& now);
  [[nodiscard]] std::chrono::milliseconds tickInterval() const;
  // The paper of somebody who will be called back: when, on what number, what to have at hand.
  // False when it did not come out.
  bool printCallBack(const QString& when, const QString& telephone);
  // Puts a question of an agent's on the person's screen, unless the idle warning or an end is
  // there.
  void ask(Overlay question);
  // For the rest of the visit; see personIsAway().
  void personAway();
  // Ends the visit at once, without a paper: nothing was asked of anybody yet, or nothing is real.
  void leave();
  // The words are others: all that shows them is to be shown again.
  void retell();
  // Nobody can start here, for a reason known from the start.
  void putOutOfService(const StoreTrouble& trouble);
  // Why nobody can start, as causeKey(); "" while somebody can.
  [[nodiscard]] std::string outOfServiceCause() const;

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
  // From the end of one procedure on to the next one that the reception opened.
  void beginNextProcedure();
  // Why the finding of this code is none: shows the reasons to choose from.
  void explain(const QString& code);
  // One of them, or "" to take it back.
  void explainWith(const QString& reason);
  // Ends the visit: everything is wiped. Who has no paper yet gets the list first.
  void finish();
  void callAgent();
  // News of the call that the person must see, if nothing else is asked of them now.
  void callAnswered();
  // An agent has come: badge and PIN.
  void showBadge();
  // To be called back instead.
  void showCallBack();
  // See Overlay::TryFirst, Overlay::Case.
  void tryFirst();
  void showCase();
  void askWhy();
  // The voice and the small sounds, to be set.
  void adjustSounds();
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
  void paperChanged();
  void waitedSecondsChanged();
  void tickIntervalChanged();
  // An answer was taken at this step, whatever it is.
  void answered(const QString& stepId);
  // The person wants an agent, from this screen.
  void agentCalled();
  // Nobody uses the welcome screen any more: what was set there goes back to normal.
  void leftAlone();
  // The visit is over. What it knew must leave this process.
  void ended();

 private:
  enum class Stage { Welcome, Walking, Sending, Done, OutOfService, Ended };

  // True when a visit is under way and no overlay or sending holds it.
  [[nodiscard]] bool isWalking() const { return m_stage == Stage::Walking; }
  // What only the person can say or do is asked, and they are not there.
  [[nodiscard]] bool isHeldForPerson() const;
  void end();
  // With a paper that says the same.
  void showOutcome();
  void enter(Stage stage);
  void walked(bool moved);
  // The same of an answer to this step.
  void taken(const QString& stepId, bool moved);
  void show(Overlay overlay);
  // The key of a sentence, "" when all is well.
  void tell(const QString& trouble);
  void lookUpVehicle();
  void learn(const VehicleQuery& query, std::optional<journey::RegisterFacts> facts);
  void print(Paper paper, const char* otherwise);
  // With what agents did in this visit.
  [[nodiscard]] Paper withActs(Paper paper);
  void tickPresence();
  void tickSending();
  void printOwed();

  SessionParts m_parts;
  Stage m_stage = Stage::Welcome;
  Overlay m_overlay = Overlay::NoOverlay;
  Moment m_now;
  Presence m_presence;
  std::optional<Dossier> m_dossier;
  std::optional<Walk> m_walk;
  std::optional<VehicleQuery> m_asked;
  Sending m_sending;
  PaperWriter m_writer;
  std::optional<Paper> m_paper;
  bool m_printed = false;
  bool m_owedPrinted = false;
  bool m_personIsAway = false;
  QString m_changedStep;
  QString m_explainedCode;
  // A key of the words, "" when all is well.
  QString m_trouble;
  std::optional<StoreTrouble::Kind> m_cause;
};

}  // namespace session
