// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "checked.h"

namespace journey {

/// A count without a form of its own: kilometres, grams, kilograms. Spaces are left out; 0 to
/// 999999. Breaches: number.empty, number.unknown.
[[nodiscard]] Checked wholeNumber(std::string_view typed);

/// The hour of a day, "1430", "14:30" or "14 h 30": stored as "14:30". Three digits are read with
/// one for the hour. Breaches: time.empty, time.incomplete, time.impossible.
[[nodiscard]] Checked timeOfDay(std::string_view typed);

/// The number of a company (SIREN): nine digits; of the fourteen of a SIRET the first nine are
/// kept. Breaches: siren.empty, siren.length.
[[nodiscard]] Checked siren(std::string_view typed);

/// The number of a request, as the kiosk prints it ("K7PM-22QX-9RTB") or another office writes it:
/// 4 to 20 letters, digits and hyphens, in capitals. Spaces do not count; twelve letters and digits
/// get the hyphens of the printed form, whichever were typed. Breaches: reference.empty,
/// reference.incomplete, reference.characters.
[[nodiscard]] Checked requestReference(std::string_view typed);

/// Words as they are written, up to 100 letters, digits and usual signs: a company's name, what is
/// wrong on a paper. Breaches: text.empty, text.too-long.
[[nodiscard]] Checked plainText(std::string_view typed);

}  // namespace journey
