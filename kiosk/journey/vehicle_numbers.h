// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "checked.h"

namespace journey {

/// Vehicle identification number (field E): 17 capitals and digits without I, O, Q (ISO 3779).
/// European numbers hold no check digit, so none is checked. Frames of before 1981 may be shorter:
/// the verdict makes that a warning. Breaches: vin.empty, vin.length, vin.characters.
[[nodiscard]] Checked vin(std::string_view typed);

/// Form number of the certificate, "2013BZ80335": year, two letters, five digits; older cards carry
/// a year of two digits, "07CX92840". O and I become digits where a digit stands.
/// Breaches: form-number.empty, form-number.incomplete, form-number.unknown.
[[nodiscard]] Checked formNumber(std::string_view typed);

/// Code de cession: 4 to 12 letters and digits, in capitals. No official format is known, so
/// nothing stricter is asked. Breaches: transfer-code.empty, transfer-code.length,
/// transfer-code.characters.
[[nodiscard]] Checked transferCode(std::string_view typed);

/// Fiscal power (field P.6) in CV, "5": a whole number from 1 to 200 without leading zeros.
/// "5 CV" is read too. Breaches: power.empty, power.unknown.
[[nodiscard]] Checked fiscalPower(std::string_view typed);

}  // namespace journey
