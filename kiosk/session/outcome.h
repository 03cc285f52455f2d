// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"

#include <QObject>

namespace session {

class Session;

// How the sending goes, and the paper that ends the visit.
class Outcome : public QObject {
  Q_OBJECT
  // "sent", "kept", "refused" or "list"; "" while there is no paper.
  Q_PROPERTY(QString kind READ kind NOTIFY changed FINAL)
  Q_PROPERTY(session::PaperView paper READ paper NOTIFY changed FINAL)
  // Since Send was pressed.
  Q_PROPERTY(int waitedSeconds READ waitedSeconds NOTIFY waitedSecondsChanged FINAL)
  // False when the last paper could not be printed; Session.trouble says what to do.
  Q_PROPERTY(bool printed READ printed NOTIFY changed FINAL)
  // The address of a QR code picture (black on white, four modules of quiet around), "" when none.
  Q_PROPERTY(QString qr READ qr NOTIFY changed FINAL)

 public:
  // The session outlives it.
  Outcome(const Session& session, QObject* parent);

  [[nodiscard]] QString kind() const;

  [[nodiscard]] PaperView paper() const;
  [[nodiscard]] int waitedSeconds() const;
  [[nodiscard]] bool printed() const;
  [[nodiscard]] QString qr() const;

 signals:
  void changed();
  void waitedSecondsChanged();

 private:
  const Session& m_session;
};

}  // namespace session
