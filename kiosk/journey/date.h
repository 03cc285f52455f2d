// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "checked.h"

namespace journey {

/// A day of the civil calendar; every function here gives real days only (ok() holds).
using Date = std::chrono::year_month_day;

/// Exactly "YYYY-MM-DD" (ISO 8601), a real day of the years 1 to 9999; nothing otherwise.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);

/// "2026-11-20".
[[nodiscard]] std::string isoDate(Date date);

/// Civil months, clamped to the last day of the month: 31 August + 6 months = 28 or 29 February.
[[nodiscard]] Date plusMonths(Date date, int months);

/// Civil years, clamped: 29 February + 1 year = 28 February.
[[nodiscard]] Date plusYears(Date date, int years);

[[nodiscard]] Date plusDays(Date date, int days);

/// A date as a person types it, "4/3/1952", "04 03 1952", "04031952" or ISO, to ISO.
/// Breaches: date.empty, date.incomplete, date.impossible.
[[nodiscard]] Checked typedDate(std::string_view typed);

/// As typedDate, and within [earliest, latest], both ends included.
/// More breaches: date.too-old, date.future.
[[nodiscard]] Checked typedDateBetween(std::string_view typed, Date earliest, Date latest);

}  // namespace journey
