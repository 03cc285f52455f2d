// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace session {

// The desk of the place, where people help, as kiosk.json describes it.
class Desk : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
  // The hours of the week in words, one line a day group, separated by line feeds.
  Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
  Q_PROPERTY(bool openNow READ openNow NOTIFY changed FINAL)
  // For the help bar, short: "Un agent est au bureau" / "Ouvre à 14 h".
  Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
  // What to do to find somebody, a whole sentence.
  Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
  Q_PROPERTY(QString telephone READ telephone NOTIFY changed FINAL)

 public:
  explicit Desk(QObject* parent);

  [[nodiscard]] QString place() const;
  [[nodiscard]] QString hours() const;
  [[nodiscard]] bool openNow() const;
  [[nodiscard]] QString state() const;
  [[nodiscard]] QString sentence() const;
  [[nodiscard]] QString telephone() const;

 signals:
  void changed();
};

}  // namespace session
