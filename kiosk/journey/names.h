// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "checked.h"

namespace journey {

/// A surname or given names as civil status writes them: CAPITALS, accents kept, one space between
/// words, ' for every apostrophe, - for every hyphen (the -- of double surnames is kept). Commas
/// and full stops count as spaces. Any letter of the Latin alphabet, one is enough.
/// Breaches: name.empty, name.letters (a digit, a sign, another alphabet), name.too-long (over 100
/// characters).
[[nodiscard]] Checked personName(std::string_view typed);

/// Capitals A-Z only, everything else left out: how names are compared. Æ, Œ, ß become two letters.
[[nodiscard]] std::string foldedName(std::string_view name);

/// Whether two spellings are the same name: case, accents, spaces, apostrophes and hyphens do not
/// count, nor do the machine-readable spellings of umlauts (Ü as UE), nor a cut by the
/// machine-readable zone: a name of 14 letters or more may be the beginning of the other.
[[nodiscard]] bool sameName(std::string_view one, std::string_view other);

/// Whether the given names that a person typed are those of a document. The document may hold more
/// of them: civil status lists all given names, people use the first ones and the certificate is
/// valid with these. The typed ones may not hold more, unless the document is cut. Only whole given
/// names count: JEAN is not JEAN-PIERRE, and JEAN PIERRE is.
[[nodiscard]] bool givenNamesAgree(std::string_view typed, std::string_view onDocument);

/// As sameName and givenNamesAgree together, and knowing that a machine-readable zone cuts surname
/// and given names to 30 or 39 characters in all.
struct PersonName {
  std::string_view surname;
  std::string_view givenNames;
};
[[nodiscard]] bool samePerson(PersonName typed, PersonName onDocument);

}  // namespace journey
