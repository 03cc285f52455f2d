// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk_hours.h"

#include <QObject>
#include <QString>

namespace session {

// The desk of the place, where people help, as kiosk.json describes it.
class Desk : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
  // The hours of the week in words, a line for each group of days, separated by line feeds.
  Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
  Q_PROPERTY(bool openNow READ openNow NOTIFY changed FINAL)
  // For the help bar, short: "Un agent est au bureau" / "Ouvre à 14 h".
  Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
  // What to do to find somebody, a whole sentence.
  Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
  Q_PROPERTY(QString telephone READ telephone NOTIFY changed FINAL)

 public:
  // Both outlive it.
  Desk(const KioskConfig& config, const Words& words, QObject* parent);

  // The time of the place, at least once a minute.
  void tick(journey::Date day, int minute);
  // The words are others.
  void retell();

  [[nodiscard]] QString place() const;
  [[nodiscard]] QString hours() const;
  [[nodiscard]] bool openNow() const;
  [[nodiscard]] QString state() const;
  [[nodiscard]] QString sentence() const;
  [[nodiscard]] QString telephone() const;

 signals:
  void changed();

 private:
  [[nodiscard]] QString where() const;
  [[nodiscard]] QString inWords(const QString& form) const;

  const KioskConfig& m_config;
  const Words& m_words;
  bool m_known = false;
  NextOpening m_next;
  QString m_state;
  QString m_sentence;
};

}  // namespace session
