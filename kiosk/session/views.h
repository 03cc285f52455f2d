// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QObject>
#include <QString>

// What one screen shows, as plain values. QML reads them and never changes them: a new value comes
// with the change signal of the property that holds it. All texts are already in the language of
// the visit, except those of `id` members.
namespace session {

struct OptionView {
  Q_GADGET
  QML_VALUE_TYPE(optionView)
  Q_PROPERTY(QString id MEMBER id FINAL)
  Q_PROPERTY(QString label MEMBER label FINAL)
  Q_PROPERTY(QString detail MEMBER detail FINAL)
  // A glyph name of the Material Design icons, empty when the option has none.
  Q_PROPERTY(QString icon MEMBER icon FINAL)
  Q_PROPERTY(bool chosen MEMBER chosen FINAL)
 public:
  QString id;
  QString label;
  QString detail;
  QString icon;
  bool chosen = false;
  bool operator==(const OptionView&) const = default;
};

struct StepView {
  Q_GADGET
  QML_VALUE_TYPE(stepView)
  Q_PROPERTY(QString id MEMBER id FINAL)
  Q_PROPERTY(QString title MEMBER title FINAL)
  Q_PROPERTY(QString help MEMBER help FINAL)
  Q_PROPERTY(QString why MEMBER why FINAL)
  // The caption of the drawing, may be empty.
  Q_PROPERTY(QString where MEMBER where FINAL)
  Q_PROPERTY(QString spoken MEMBER spoken FINAL)
  // "choice", "keyed", "date", "town", "country", "declare", "inform"; for the screens with a phase
  // of their own "officers-look", "review", "cost", "send".
  Q_PROPERTY(QString kind MEMBER kind FINAL)
  // The key grid: "plate", "digits", "code", "form-number", "vin", "reference", "name", "text",
  // "phone", "postcode", "power"; of a date "past-date" or "any-date".
  Q_PROPERTY(QString keys MEMBER keys FINAL)
  Q_PROPERTY(QString drawing MEMBER drawing FINAL)
  Q_PROPERTY(QList<session::OptionView> options MEMBER options FINAL)
  // What the person typed at this step, exactly, kept for the whole visit. A date is ISO 8601 once
  // it was accepted, before that whatever the screen gave to Session.keep().
  Q_PROPERTY(QString typed MEMBER typed FINAL)
  // The accepted answer: an option's id, a normalised value, "" while there is none.
  Q_PROPERTY(QString chosen MEMBER chosen FINAL)
  // What is to be done about the last answer, a whole sentence; "" when nothing.
  Q_PROPERTY(QString problem MEMBER problem FINAL)
  // Of a "town" step: the postcode that was answered; Places.towns() takes it.
  Q_PROPERTY(QString postcode MEMBER postcode FINAL)
  Q_PROPERTY(bool mayBeUnknown MEMBER mayBeUnknown FINAL)
  Q_PROPERTY(bool mayBeEmpty MEMBER mayBeEmpty FINAL)
  Q_PROPERTY(QString emptyLabel MEMBER emptyLabel FINAL)
  // "" for a question; "list" or "agent" when the way ends here: offer the list, the agent, Back.
  Q_PROPERTY(QString leadsTo MEMBER leadsTo FINAL)
 public:
  QString id, title, help, why, where, spoken, kind, keys, drawing;
  QList<OptionView> options;
  QString typed, chosen, problem, postcode;
  bool mayBeUnknown = false;
  bool mayBeEmpty = false;
  QString emptyLabel, leadsTo;
  bool operator==(const StepView&) const = default;
};

struct ProgressView {
  Q_GADGET
  QML_VALUE_TYPE(progressView)
  // Counted from 1; 0 before the first chapter (welcome) and after the last (done).
  Q_PROPERTY(int chapter MEMBER chapter FINAL)
  Q_PROPERTY(int chapters MEMBER chapters FINAL)
  Q_PROPERTY(QString name MEMBER name FINAL)
  // "" in the last chapter.
  Q_PROPERTY(QString nextName MEMBER nextName FINAL)
 public:
  int chapter = 0;
  int chapters = 0;
  QString name, nextName;
  bool operator==(const ProgressView&) const = default;
};

struct ReviewRow {
  Q_GADGET
  QML_VALUE_TYPE(reviewRow)
  Q_PROPERTY(QString stepId MEMBER stepId FINAL)
  Q_PROPERTY(QString question MEMBER question FINAL)
  Q_PROPERTY(QString answer MEMBER answer FINAL)
  // The question, and after it what is to be known of the answer: "changé", "rempli par Sylvie".
  Q_PROPERTY(QString heading MEMBER heading FINAL)
  // The chapter's name in words.
  Q_PROPERTY(QString chapter MEMBER chapter FINAL)
  Q_PROPERTY(bool mayChange MEMBER mayChange FINAL)
 public:
  QString stepId, question, answer, chapter, heading;
  bool mayChange = true;
  bool operator==(const ReviewRow&) const = default;
};

struct FindingRow {
  Q_GADGET
  QML_VALUE_TYPE(findingRow)
  Q_PROPERTY(QString code MEMBER code FINAL)
  // "refusal", "warning" or "good" (a point that was read again and is right).
  Q_PROPERTY(QString severity MEMBER severity FINAL)
  Q_PROPERTY(QString title MEMBER title FINAL)
  Q_PROPERTY(QString needed MEMBER needed FINAL)
  // The paper that it is about, in words; "" when it is about none.
  Q_PROPERTY(QString paper MEMBER paper FINAL)
  // What the person answered, in words; "" when it says nothing more.
  Q_PROPERTY(QString seen MEMBER seen FINAL)
  // How to mend it, a sentence.
  Q_PROPERTY(QString mend MEMBER mend FINAL)
  // The same for the agent beside them: what to look at, and what the centre asks. In the panel.
  Q_PROPERTY(QString forAgent MEMBER forAgent FINAL)
  // The step to give to Session.change(); "" when the person cannot mend it here: list and agent.
  Q_PROPERTY(QString stepId MEMBER stepId FINAL)
  // The machine may be wrong: the person may send all the same and say why.
  Q_PROPERTY(bool mayExplain MEMBER mayExplain FINAL)
  // What they said, "" when nothing.
  // Why it is right all the same: id, and words in the language on the screen. "" = not said.
  Q_PROPERTY(QString reason MEMBER reason FINAL)
  Q_PROPERTY(QString explanation MEMBER explanation FINAL)
 public:
  QString code, severity, title, needed, paper, seen, mend, forAgent, stepId, reason, explanation;
  bool mayExplain = false;
  bool operator==(const FindingRow&) const = default;
};

// A paper that this case needs, to be laid ready.
struct PaperRow {
  Q_GADGET
  QML_VALUE_TYPE(paperRow)
  Q_PROPERTY(QString name MEMBER name FINAL)
  // Where to look on it, "" when there is nothing to say.
  Q_PROPERTY(QString where MEMBER where FINAL)
  // A file of qml/pictures, "" when it has no drawing.
  Q_PROPERTY(QString drawing MEMBER drawing FINAL)
 public:
  QString name, where, drawing;
  bool operator==(const PaperRow&) const = default;
};

struct CostRow {
  Q_GADGET
  QML_VALUE_TYPE(costRow)
  Q_PROPERTY(QString label MEMBER label FINAL)
  // In euros, written out with its unit: "13,76 €" (no-break space).
  Q_PROPERTY(QString amount MEMBER amount FINAL)
  Q_PROPERTY(QString why MEMBER why FINAL)
 public:
  QString label, amount, why;
  bool operator==(const CostRow&) const = default;
};

// What is copied from a paper: a code, a new plate.
struct NumberView {
  Q_GADGET
  QML_VALUE_TYPE(numberView)
  Q_PROPERTY(QString label MEMBER label FINAL)
  Q_PROPERTY(QString value MEMBER value FINAL)
  Q_PROPERTY(QString caption MEMBER caption FINAL)
 public:
  QString label, value, caption;
  bool operator==(const NumberView&) const = default;
};

struct PaperView {
  Q_GADGET
  QML_VALUE_TYPE(paperView)
  Q_PROPERTY(QString title MEMBER title FINAL)
  // The reference of the national service or the local number, "" for the list.
  Q_PROPERTY(QString reference MEMBER reference FINAL)
  Q_PROPERTY(QString sentence MEMBER sentence FINAL)
  Q_PROPERTY(QString next MEMBER next FINAL)
  Q_PROPERTY(QList<session::NumberView> numbers MEMBER numbers FINAL)
 public:
  QString title, reference, sentence, next;
  QList<NumberView> numbers;
  bool operator==(const PaperView&) const = default;
};

// A line of the way, for the agent beside the person: the question, never its answer.
struct PanelRow {
  Q_GADGET
  QML_VALUE_TYPE(panelRow)
  // What AgentPanel.jump() takes; "" for a chapter that is still to come.
  Q_PROPERTY(QString stepId MEMBER stepId FINAL)
  Q_PROPERTY(QString question MEMBER question FINAL)
  // "done", "here", "missing" (come to, not answered) or "ahead".
  Q_PROPERTY(QString state MEMBER state FINAL)
 public:
  QString stepId, question, state;
  bool operator==(const PanelRow&) const = default;
};

// A text of the agents' panel under its title.
struct PanelNote {
  Q_GADGET
  QML_VALUE_TYPE(panelNote)
  Q_PROPERTY(QString title MEMBER title FINAL)
  Q_PROPERTY(QString text MEMBER text FINAL)
 public:
  QString title, text;
  bool operator==(const PanelNote&) const = default;
};

// A case that agents train with.
struct ExerciseView {
  Q_GADGET
  QML_VALUE_TYPE(exerciseView)
  Q_PROPERTY(QString id MEMBER id FINAL)
  Q_PROPERTY(QString title MEMBER title FINAL)
  Q_PROPERTY(QString aim MEMBER aim FINAL)
 public:
  QString id, title, aim;
  bool operator==(const ExerciseView&) const = default;
};

// A line of how a call stands: done, or awaited.
struct CallRow {
  Q_GADGET
  QML_VALUE_TYPE(callRow)
  Q_PROPERTY(QString text MEMBER text FINAL)
  Q_PROPERTY(bool done MEMBER done FINAL)
 public:
  QString text;
  bool done = false;
  bool operator==(const CallRow&) const = default;
};

}  // namespace session
