// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"

#include <QObject>

#include <optional>

namespace session {

class AgentPanel;
class Session;

// What the person is about to send: read as the officer would, all answers, and the cost.
class Summary : public QObject {
  Q_OBJECT
  Q_PROPERTY(QList<session::ReviewRow> reviewRows READ reviewRows NOTIFY changed FINAL)
  // Refusals first, then warnings, then what is good.
  Q_PROPERTY(QList<session::FindingRow> findings READ findings NOTIFY changed FINAL)
  Q_PROPERTY(QString verdictTitle READ verdictTitle NOTIFY changed FINAL)
  Q_PROPERTY(QString verdictHelp READ verdictHelp NOTIFY changed FINAL)
  // "ready", "ready-but" or "not-yet"; "" before the officer's look.
  Q_PROPERTY(QString verdictKind READ verdictKind NOTIFY changed FINAL)
  Q_PROPERTY(QList<session::CostRow> costRows READ costRows NOTIFY changed FINAL)
  Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
  Q_PROPERTY(QString costNote READ costNote NOTIFY changed FINAL)
  // Said before the questions, of all that this person came for: the papers as far as the case is
  // known, the price of each procedure, the time.
  Q_PROPERTY(QList<session::PaperRow> papersNeeded READ papersNeeded NOTIFY changed FINAL)
  Q_PROPERTY(QStringList costsAhead READ costsAhead NOTIFY changed FINAL)
  Q_PROPERTY(QString timeAhead READ timeAhead NOTIFY changed FINAL)
  // Reasons to choose from for the finding that is being explained.
  Q_PROPERTY(session::FindingRow explained READ explained NOTIFY changed FINAL)
  Q_PROPERTY(QList<session::OptionView> explanations READ explanations NOTIFY changed FINAL)

 public:
  // Both outlive it.
  Summary(const Session& session, const AgentPanel& panel, QObject* parent);

  [[nodiscard]] QList<ReviewRow> reviewRows() const;
  [[nodiscard]] QList<FindingRow> findings() const;
  [[nodiscard]] QString verdictTitle() const;
  [[nodiscard]] QString verdictHelp() const;
  [[nodiscard]] QString verdictKind() const;
  [[nodiscard]] QList<CostRow> costRows() const;
  [[nodiscard]] QString total() const;
  [[nodiscard]] QString costNote() const;
  [[nodiscard]] QList<PaperRow> papersNeeded() const;
  [[nodiscard]] QStringList costsAhead() const;
  [[nodiscard]] QString timeAhead() const;
  [[nodiscard]] FindingRow explained() const;
  [[nodiscard]] QList<OptionView> explanations() const;

 signals:
  void changed();

 private:
  [[nodiscard]] QString headingOf(const ReviewRow& row) const;
  [[nodiscard]] qsizetype refusalCount() const;

  const Session& m_session;
  const AgentPanel& m_panel;
  // A screen reads them once for each row that it shows.
  mutable std::optional<QList<ReviewRow>> m_rows;
};

}  // namespace session
