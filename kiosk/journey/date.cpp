// SPDX-License-Identifier: Apache-2.0
#include "date.h"

#include <array>
#include <cstdio>

namespace journey {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// Digits of at most nine characters; -1 for anything else.
int number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return -1;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> realDay(int y, int m, int d) {
  if (y < 1 || y > 9999 || m < 1 || d < 1 || m > 12 || d > 31) return std::nullopt;
  const Date date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

Date clamped(std::chrono::year_month month, day wanted) {
  const Date last{month / std::chrono::last};
  return wanted > last.day() ? last : month / wanted;
}

bool isSeparator(char c) {
  return c == ' ' || c == '/' || c == '.' || c == '-';
}

/// Up to three groups of digits; more groups or other characters make `strange` true.
struct FigureGroups {
  std::array<std::string_view, 3> part;
  std::size_t count = 0;
  bool strange = false;
};

FigureGroups figureGroupsOf(std::string_view typed) {
  FigureGroups groups;
  std::size_t at = 0;
  while (at < typed.size()) {
    if (isSeparator(typed[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < typed.size() && typed[at] >= '0' && typed[at] <= '9')
      ++at;
    if (at == begin || groups.count == groups.part.size()) {
      groups.strange = true;
      return groups;
    }
    groups.part[groups.count++] = typed.substr(begin, at - begin);
  }
  return groups;
}

tl::expected<Date, RuleBreach> dateOf(std::string_view typed) {
  FigureGroups groups = figureGroupsOf(typed);
  if (groups.strange) return breach("date.impossible");
  if (groups.count == 0) return breach("date.empty");
  if (groups.count == 1 && groups.part[0].size() == 8) {
    const std::string_view all = groups.part[0];
    groups = {{all.substr(0, 2), all.substr(2, 2), all.substr(4)}, 3, false};
  }
  if (groups.count < 3) return breach("date.incomplete");
  if (groups.part[0].size() == 4) std::swap(groups.part[0], groups.part[2]);
  const auto [d, m, y] = groups.part;
  if (y.size() < 4) return breach("date.incomplete");
  if (d.size() > 2 || m.size() > 2 || y.size() > 4) return breach("date.impossible");
  const auto date = realDay(number(y), number(m), number(d));
  if (!date) return breach("date.impossible");
  return *date;
}

}  // namespace

std::optional<Date> parseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return realDay(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

std::string isoDate(Date date) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

Date plusMonths(Date date, int months) {
  return clamped(std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months},
                 date.day());
}

Date plusYears(Date date, int years) {
  return clamped(std::chrono::year_month{date.year() + std::chrono::years{years}, date.month()},
                 date.day());
}

Date plusDays(Date date, int days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

Checked typedDate(std::string_view typed) {
  return dateOf(typed).map([](Date date) { return isoDate(date); });
}

Checked typedDateBetween(std::string_view typed, Date earliest, Date latest) {
  const auto date = dateOf(typed);
  if (!date) return tl::unexpected(date.error());
  if (*date < earliest) return breach("date.too-old");
  if (*date > latest) return breach("date.future");
  return isoDate(*date);
}

}  // namespace journey
