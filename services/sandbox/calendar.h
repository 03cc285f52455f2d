// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

using Day = std::chrono::year_month_day;  // always a real day

// "2026-11-20"; nothing for any other text and for days that do not exist.
std::optional<Day> parseDay(std::string_view text);
std::string dayText(Day day);
// Civil months; the last day of the month where the day does not exist there (31 August + 6
// months).
Day addMonths(Day day, int months);
Day addDays(Day day, int days);

// What day it is, and what time. A day given by hand (`--today`) keeps the machine's time of day.
class Clock {
 public:
  explicit Clock(std::optional<Day> fixedDay) : m_fixedDay(fixedDay) {}
  [[nodiscard]] Day today() const;
  [[nodiscard]] std::string instant() const;  // RFC 3339, UTC, seconds

 private:
  std::optional<Day> m_fixedDay;
};

}  // namespace sandbox
