// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sandbox {

// Names as an officer compares them: case, accents, hyphens, blanks and apostrophes do not count,
// a machine-readable zone may have cut a long one, and a particle may be gone or stand behind
// ("TOUR (DE LA)").
bool isSameName(std::string_view one, std::string_view other);

// Given names: each one said must be on the paper, which may hold more, in any order, or be cut.
bool areGivenNamesOn(std::string_view said, std::string_view shown);

// A bill names whom it likes: "M. DURAND ET MME MARTIN", "MARTIN NEE DURAND", the usual given name
// alone. True when it names this person.
bool billHasSurname(std::string_view bill, std::string_view birth, std::string_view used);
bool billHasGivenName(std::string_view bill, std::string_view givenNames);

// Letters, and no digit: what civil status can hold.
bool isName(std::string_view text);

}  // namespace sandbox
