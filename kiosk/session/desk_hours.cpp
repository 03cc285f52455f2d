// SPDX-License-Identifier: Apache-2.0
#include "desk_hours.h"

#include <algorithm>

namespace session {
namespace {

std::size_t weekdayOf(std::chrono::sys_days day) {
  return std::chrono::weekday(day).iso_encoding() - 1;
}

bool tellsHours(const DeskSetting& desk) {
  return std::any_of(desk.week.begin(), desk.week.end(),
                     [](const auto& hours) { return !hours.empty(); });
}

QString range(const OpenHours& hours, const Wording& wording) {
  return wording.words().filled(QStringLiteral("desk.hours-range"),
                                {{QStringLiteral("from"), wording.time(hours.from)},
                                 {QStringLiteral("to"), wording.time(hours.to)}});
}

QString hoursOf(const std::vector<OpenHours>& day, const Wording& wording) {
  if (day.empty()) return wording.words().text(QStringLiteral("desk.closed-day"));
  QString text = range(day.front(), wording);
  for (std::size_t next = 1; next < day.size(); ++next) {
    text = wording.words().filled(
        QStringLiteral("desk.hours-and"),
        {{QStringLiteral("first"), text}, {QStringLiteral("second"), range(day[next], wording)}});
  }
  return text;
}

}  // namespace

std::optional<NextOpening> nextOpening(const DeskSetting& desk, journey::Date day, int minute) {
  const std::chrono::sys_days today(day);
  for (int ahead = 0; ahead < 14; ++ahead) {
    const auto then = today + std::chrono::days(ahead);
    if (desk.closedOn.count(then) > 0) continue;
    const std::size_t weekday = weekdayOf(then);
    for (const OpenHours& hours : desk.week[weekday]) {
      if (ahead > 0 || minute < hours.from) return NextOpening{false, ahead, hours.from, weekday};
      if (minute < hours.to) return NextOpening{true, 0, hours.to, weekday};
    }
  }
  return std::nullopt;
}

QStringList hoursInWords(const DeskSetting& desk, const Wording& wording) {
  QStringList lines;
  if (!tellsHours(desk)) return lines;
  QStringList days;
  for (std::size_t weekday = 0; weekday < desk.week.size(); ++weekday) {
    days.append(wording.words().text(QStringLiteral("labels.weekdays.%1").arg(weekday + 1)));
    const bool last = weekday + 1 == desk.week.size();
    if (!last && desk.week[weekday + 1] == desk.week[weekday]) continue;
    lines.append(
        wording.words().filled(QStringLiteral("desk.hours-line"),
                               {{QStringLiteral("day"), days.join(QStringLiteral(", "))},
                                {QStringLiteral("hours"), hoursOf(desk.week[weekday], wording)}}));
    days.clear();
  }
  return lines;
}

}  // namespace session
