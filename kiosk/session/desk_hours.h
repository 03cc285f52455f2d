// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk_config.h"
#include "wording.h"

#include <QStringList>

#include <optional>

namespace session {

// When the desk opens next, seen from a minute of a day.
struct NextOpening {
  // Open at that very moment: `minute` is when it closes.
  bool openNow = false;
  int daysAhead = 0;
  int minute = 0;
  // 0 = Monday
  std::size_t weekday = 0;
};

// Nothing when the setting tells no hours, or none in the next two weeks. Pure.
[[nodiscard]] std::optional<NextOpening> nextOpening(const DeskSetting& desk, journey::Date day,
                                                     int minute);

// A line for days in a row with the same hours: "lundi, mardi : de 9 h à 12 h 30 et de 13 h 30 à
// 17 h 30". Empty when no hours are told.
[[nodiscard]] QStringList hoursInWords(const DeskSetting& desk, const Wording& wording);

}  // namespace session
