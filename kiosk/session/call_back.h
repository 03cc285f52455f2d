// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calling.h"
#include "desk_hours.h"
#include "views.h"

#include "services/crypto/crypto.h"

#include <QObject>

#include <optional>
#include <vector>

namespace session {

class Session;

// A time at which the desk may ring somebody back: a day seen from today and a minute of it.
struct CallBackTime {
  int daysAhead = 0;
  int minute = 0;
  bool operator==(const CallBackTime&) const = default;
};

// The next times in the desk's hours: none within half an hour, an hour apart, two in a half day at
// most, four in all. Empty when no hours are told. Pure.
[[nodiscard]] std::vector<CallBackTime> callBackTimes(const DeskSetting& desk, journey::Date day,
                                                      int minute);

// Being called back: at a time that the person chooses, on their telephone. The number goes to the
// desk sealed to its key, and stands nowhere else but on the person's paper. GUI thread.
class CallBack : public QObject {
  Q_OBJECT
  // Whether it can be offered: the desk has a key and tells its hours.
  Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
  // Times in words: "demain, mardi 24 novembre, à 10 h"; the id is for book().
  Q_PROPERTY(QList<session::OptionView> times READ times NOTIFY changed FINAL)
  // The number that was given in the visit, "" when none was: digits only.
  Q_PROPERTY(QString telephone READ telephone NOTIFY changed FINAL)
  // What is to be done about the last try, a sentence; "" when all is well.
  Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

 public:
  // All outlive it. Without a key nothing is offered.
  CallBack(Session& session, Calling& calling, std::optional<crypto::PublicKey> desk,
           QObject* parent);

  [[nodiscard]] bool offered() const;
  [[nodiscard]] QList<OptionView> times() const;
  [[nodiscard]] QString telephone() const;
  [[nodiscard]] QString problem() const;
  // The time that was booked, as it is said now; "" when none was.
  [[nodiscard]] QString booked() const { return m_booked ? inWords(*m_booked) : QString(); }

 public slots:
  // Books it and prints the paper; true when both the record and the paper are there.
  bool book(const QString& timeId, const QString& telephone);

 signals:
  void changed();

 private:
  [[nodiscard]] QString inWords(const CallBackTime& time) const;
  [[nodiscard]] std::string nameOfPerson() const;
  bool refuse(const char* problem);

  Session& m_session;
  Calling& m_calling;
  std::optional<crypto::PublicKey> m_desk;
  // A key under "screens.call-back.problems.", "" when there is none.
  QString m_problem;
  std::optional<CallBackTime> m_booked;
};

}  // namespace session
