// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent_panel.h"
#include "mandate_paper.h"
#include "paper_tray.h"
#include "services/agent/mandates.h"

#include <QObject>

#include <optional>

namespace session {

struct Moment;

// Acting for somebody: a mandate that the person and the agent beside them sign on the screen, that
// is printed twice, and that lets this agent fill in when the person is not there; its use, and its
// cancelling. Like the panel it reaches the visit through
// AgentHands alone: nothing here sends, pays or declares. Works only while the panel is open.
// Names and signatures are forgotten when it stops. GUI thread.
class Mandate : public QObject {
  Q_OBJECT
  // "" while nothing is under way; "name", "length", "read", "person-signs", "agent-signs",
  // "printed"; "use" or "cancel" while a number is asked for.
  Q_PROPERTY(QString stage READ stage NOTIFY changed FINAL)
  // The person who signs, "" before it is known.
  Q_PROPERTY(QString person READ person NOTIFY changed FINAL)
  Q_PROPERTY(QString agent READ agent NOTIFY changed FINAL)
  Q_PROPERTY(QList<session::OptionView> lengths READ lengths NOTIFY changed FINAL)
  // The mandate as it will be printed.
  Q_PROPERTY(QList<session::PanelNote> articles READ articles NOTIFY changed FINAL)
  // "K7F3 M2Q9" once it is printed.
  Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
  // What is to be done about the last answer, a sentence; "" when nothing.
  Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
  // For the panel: what came of it, a sentence; "" when nothing.
  Q_PROPERTY(QString news READ news NOTIFY changed FINAL)
  // The panel is open and a visit under way; and whether the person of it is there.
  Q_PROPERTY(bool possible READ possible NOTIFY changed FINAL)
  Q_PROPERTY(bool personAway READ personAway NOTIFY changed FINAL)

 public:
  // All outlive it.
  Mandate(AgentHands& hands, AgentPanel& panel, agent::Mandates& record, PaperTray& tray,
          const KioskConfig& config, const Words& site, const Words& words, QObject* parent);

  [[nodiscard]] QString stage() const;
  [[nodiscard]] QString person() const { return m_terms.person; }
  [[nodiscard]] QString agent() const { return m_panel.name(); }
  [[nodiscard]] QList<OptionView> lengths() const;
  [[nodiscard]] QList<PanelNote> articles() const;
  [[nodiscard]] QString number() const { return m_number; }
  [[nodiscard]] QString problem() const;
  [[nodiscard]] QString news() const { return m_news; }
  [[nodiscard]] bool possible() const;
  [[nodiscard]] bool personAway() const { return m_hands.personIsAway(); }

  void tick(const Moment& now);
  // The screens, or the panel, are others than before.
  void follow() { emit changed(); }

 public slots:
  // From the panel.
  void make();
  void useForAbsent();
  void cancelOne();
  // On the person's screen, in the order of the stages.
  void takeName(const QString& typed);
  void changeName();
  // "day", "month", "three-months", "year"; anything else is no choice yet.
  void choose(const QString& length);
  void agree();
  void sign(const session::Signature& signature);
  // The person, or the agent, signs with their name instead of a drawing.
  void signWithName();
  // The number of a mandate as it is typed from the paper.
  void giveNumber(const QString& typed);
  void back();
  // Ends it; what is not printed is forgotten.
  void stop();

 signals:
  void changed();

 private:
  enum class Stage { None, Name, Length, Read, PersonSigns, AgentSigns, Printed, Use, Cancel };

  void enter(Stage stage);
  // A problem on the person's screen: a key under "screens.mandate.problems.".
  void tell(const QString& key);
  void start(Stage stage);
  void finish();
  [[nodiscard]] bool print(const QString& number, MandateCopy copy);
  void use(const QString& typed);
  void cancel(const QString& typed);
  void close(const QString& news);
  [[nodiscard]] QString nameFromAnswers() const;

  AgentHands& m_hands;
  AgentPanel& m_panel;
  agent::Mandates& m_record;
  PaperTray& m_tray;
  const KioskConfig& m_config;
  // The agent and the desk read the language of the house, the person their own.
  const Words& m_site;
  const Words& m_words;
  Stage m_stage = Stage::None;
  MandateTerms m_terms;
  std::optional<agent::MandateLength> m_length;
  QString m_number;
  // Of the mandate that this visit goes on under, "" when none.
  QString m_inUse;
  // A key under "screens.mandate.problems.", "" when there is none.
  QString m_problem;
  QString m_news;
  PrintTime m_today;
  QString m_stamp;
};

}  // namespace session
