// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "checked.h"

// Places, address lines and telephone numbers as they are typed. Capitals, accents kept, as names.
namespace journey {

/// A place of birth: letters, digits ("PARIS 14"), space ' - . ( ) /, 100 characters at most.
/// Breaches: place.empty, place.characters, place.too-long.
[[nodiscard]] Checked placeName(std::string_view typed);

/// One line of a postal address: as a place, and , & ° as well, 100 characters at most.
/// Breaches: address-line.empty, address-line.characters, address-line.too-long.
[[nodiscard]] Checked addressLine(std::string_view typed);

/// A number in a street: "12", "3 BIS", "12 B", "3-5"; begins with a digit, 10 characters at most.
/// Breaches: street-number.empty, street-number.unknown.
[[nodiscard]] Checked streetNumber(std::string_view typed);

/// A town as the list of towns of a postcode writes it. Breaches: town.empty, town.characters.
[[nodiscard]] Checked townName(std::string_view typed);

/// ISO 3166-1 alpha-2, "FR". Breach: country.unknown.
[[nodiscard]] Checked countryCode(std::string_view typed);

/// A French number, "03 81 00 00 00", or one of another country, "+41320000000" (E.164: 7 to 15
/// digits after the +). Breaches: telephone.empty, telephone.incomplete.
[[nodiscard]] Checked telephone(std::string_view typed);

}  // namespace journey
