// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"

#include <QObject>

namespace session {

// How the sending goes, and the paper that ends the visit.
class Outcome : public QObject {
  Q_OBJECT
  Q_PROPERTY(session::PaperView paper READ paper NOTIFY changed FINAL)
  // Since Send was pressed.
  Q_PROPERTY(int waitedSeconds READ waitedSeconds NOTIFY waitedSecondsChanged FINAL)
  // False when the last paper could not be printed; Session.trouble says what to do.
  Q_PROPERTY(bool printed READ printed NOTIFY changed FINAL)
  // The address of a QR code picture (black on white, four modules of quiet around), "" when none.
  Q_PROPERTY(QString qr READ qr NOTIFY changed FINAL)

 public:
  explicit Outcome(QObject* parent);

  [[nodiscard]] PaperView paper() const;
  [[nodiscard]] int waitedSeconds() const;
  [[nodiscard]] bool printed() const;
  [[nodiscard]] QString qr() const;

 signals:
  void changed();
  void waitedSecondsChanged();
};

}  // namespace session
