// SPDX-License-Identifier: Apache-2.0
#include "calendar.h"

#include <array>
#include <cctype>
#include <cstdio>

namespace sandbox {

namespace {

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (std::isdigit(static_cast<unsigned char>(digit)) == 0) return -1;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> parseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const Day parsed{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                   std::chrono::day(static_cast<unsigned>(day))};
  if (!parsed.ok()) return std::nullopt;
  return parsed;
}

std::string dayText(Day day) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

Day addMonths(Day day, int months) {
  const auto moved = day + std::chrono::months(months);
  if (moved.ok()) return moved;
  return moved.year() / moved.month() / std::chrono::last;
}

Day addDays(Day day, int days) {
  return Day(std::chrono::sys_days(day) + std::chrono::days(days));
}

Day Clock::today() const {
  if (m_fixedDay) return *m_fixedDay;
  return Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

std::string Clock::instant() const {
  const auto now = std::chrono::system_clock::now();
  const auto sinceMidnight =
      std::chrono::floor<std::chrono::seconds>(now - std::chrono::floor<std::chrono::days>(now));
  const std::chrono::hh_mm_ss time(sinceMidnight);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return dayText(today()) + text.data();
}

}  // namespace sandbox
