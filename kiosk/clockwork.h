// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/session/visit.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace kiosk {

// The only clock of the kiosk: ticks the visit as often as it wants, and no more, so that a kiosk
// that nobody uses sleeps.
class Clockwork : public QObject {
 public:
  // `today` stands in for the calendar when it is set. `newDay` runs when the day changed and
  // nobody is there: tariffs and texts of the day before are out of date.
  Clockwork(session::Visit& visit, std::optional<journey::Date> today,
            std::function<void()> newDay);

  void tick();

 private:
  void adjust();

  session::Visit& m_visit;
  std::optional<journey::Date> m_today;
  std::function<void()> m_newDay;
  std::optional<journey::Date> m_startDay;
  QTimer m_timer;
};

// This moment, of a steady clock and of the wall.
[[nodiscard]] session::Moment momentNow(std::optional<journey::Date> today);

// The day here.
[[nodiscard]] journey::Date calendarDay();

}  // namespace kiosk
