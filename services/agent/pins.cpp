// SPDX-License-Identifier: Apache-2.0
#include "agent/pins.h"

#include <algorithm>

#include "agent/agents_config.h"

namespace agent {
namespace {

constexpr std::size_t pinLength = 6;

// The same group of one, two or three digits over and over: 000000, 131313, 123123.
bool repeats(std::string_view pin) {
  for (const std::size_t group : {1U, 2U, 3U})
    if (pin.substr(group) == pin.substr(0, pin.size() - group)) return true;
  return false;
}

// Each digit the next one up, or down, of the keys: 123456, 654321, 567890.
bool runs(std::string_view pin) {
  for (const int step : {1, 9}) {
    const auto follows = [step](char one, char next) {
      return (one - '0' + step) % 10 == next - '0';
    };
    if (std::adjacent_find(pin.begin(), pin.end(),
                           [&](char one, char next) { return !follows(one, next); }) == pin.end())
      return true;
  }
  return false;
}

bool isDay(std::string_view pin) {
  const int day = (pin[0] - '0') * 10 + pin[1] - '0';
  const int month = (pin[2] - '0') * 10 + pin[3] - '0';
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

}  // namespace

std::string pinBreach(std::string_view pin) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (pin.size() != pinLength || !std::all_of(pin.begin(), pin.end(), digit))
    return "a PIN is six digits; choose six";
  if (repeats(pin) || runs(pin))
    return "that PIN is one of the first that somebody tries; choose another";
  if (isDay(pin)) return "that PIN may be a day of birth; choose another";
  if (isPublishedPin(pin)) return "that PIN stands in the README; choose another";
  return {};
}

}  // namespace agent
