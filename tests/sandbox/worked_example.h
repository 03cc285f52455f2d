// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <sandbox/calendar.h>

// The day of the tests.
constexpr sandbox::Day today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};

// The worked example of the request: a car with its transfer code, everything there and right on
// 2026-11-20.
nlohmann::json workedExample();
