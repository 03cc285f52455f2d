// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "checked.h"

namespace journey {

enum class PlateKind {
  Siv,          ///< AB-123-CD, since 2009.
  Fni,          ///< 123 ABC 45, 1950 to 2009; becomes Siv at the next certificate.
  Provisional,  ///< WW-123-AB, and W-123-AB of the trade.
  SivMoped,     ///< A-11-A to ZZ-999-Z, mopeds before 1 July 2015.
};

/// A registration number (field A) in any case and spacing, as it stands on the plate:
/// "ab 123cd" to "AB-123-CD", "123abc45" to "123 ABC 45". A typed O or I is read as 0 or 1 where
/// only a digit can stand, never the other way round. Breaches: plate.empty, plate.incomplete (a
/// beginning that can still become a plate), plate.figures (AB-12-CD: the middle is too short),
/// plate.letters (I, O, U are never on such a plate), plate.reserved (SS), plate.zero (000),
/// plate.department, plate.unknown. Series and exclusions: domain facts 4.1 (trade sources; U is
/// accepted on FNI plates, where sources differ).
[[nodiscard]] Checked registrationNumber(std::string_view typed);

/// The kind of a registration number that registrationNumber() accepts, typed or normalised.
[[nodiscard]] std::optional<PlateKind> plateKind(std::string_view typed);

}  // namespace journey
