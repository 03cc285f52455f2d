// SPDX-License-Identifier: Apache-2.0
#include "clockwork.h"

#include <QDateTime>

#include <chrono>
#include <utility>

namespace kiosk {
namespace {

journey::Date dateOf(QDate date) {
  return journey::Date(std::chrono::year(date.year()),
                       std::chrono::month(static_cast<unsigned>(date.month())),
                       std::chrono::day(static_cast<unsigned>(date.day())));
}

}  // namespace

journey::Date calendarDay() {
  return dateOf(QDate::currentDate());
}

session::Moment momentNow(std::optional<journey::Date> today) {
  const QDateTime wall = QDateTime::currentDateTime();
  session::Moment moment;
  moment.steady = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
  moment.wall = wall.toMSecsSinceEpoch();
  moment.here.day = today.value_or(dateOf(wall.date()));
  moment.here.minute = wall.time().hour() * 60 + wall.time().minute();
  moment.stamp = wall.toUTC().toString(QStringLiteral("yyyyMMddTHHmmssZ"));
  return moment;
}

Clockwork::Clockwork(session::Visit& visit, std::optional<journey::Date> today,
                     std::function<void()> newDay)
    : m_visit(visit), m_today(today), m_newDay(std::move(newDay)) {
  connect(&m_timer, &QTimer::timeout, this, &Clockwork::tick);
  connect(&visit.session(), &session::Session::tickIntervalChanged, this, &Clockwork::adjust);
  connect(&visit.calling(), &session::Calling::tickIntervalChanged, this, &Clockwork::adjust);
  tick();
  adjust();
}

void Clockwork::adjust() {
  const auto interval = m_visit.tickInterval();
  if (m_timer.isActive() && m_timer.intervalAsDuration() == interval) return;
  // A second more or less is nothing to a desk's hours, and lets the machine sleep.
  m_timer.setTimerType(interval > std::chrono::seconds(5) ? Qt::VeryCoarseTimer : Qt::CoarseTimer);
  m_timer.start(interval);
}

void Clockwork::tick() {
  const session::Moment now = momentNow(m_today);
  if (!m_startDay) m_startDay = now.here.day;
  m_visit.tick(now);
  const auto phase = m_visit.session().phase();
  const bool nobody =
      phase == session::Session::Phase::Welcome || phase == session::Session::Phase::OutOfService;
  if (nobody && now.here.day != *m_startDay) m_newDay();
}

}  // namespace kiosk
