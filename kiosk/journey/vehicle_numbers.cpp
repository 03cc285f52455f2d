// SPDX-License-Identifier: Apache-2.0
#include "vehicle_numbers.h"

#include <algorithm>
#include <string>

#include "letters.h"

namespace journey {
namespace {

/// Makes 0 and 1 of O and I; false when something else than digits remains.
bool asDigits(std::string& text, std::size_t from, std::size_t count) {
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] == 'O') text[i] = '0';
    if (text[i] == 'I') text[i] = '1';
    if (!isDigit(text[i])) return false;
  }
  return true;
}

}  // namespace

Checked vin(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("vin.characters");
  if (kept.empty()) return breach("vin.empty");
  if (kept.find_first_of("IOQ") != std::string::npos) return breach("vin.characters");
  if (kept.size() != 17) return breach("vin.length");
  return kept;
}

Checked formNumber(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("form-number.unknown");
  if (kept.empty()) return breach("form-number.empty");
  if (kept.size() > 11) return breach("form-number.unknown");
  if (kept.size() != 11 && kept.size() != 9) return breach("form-number.incomplete");
  const std::size_t year = kept.size() - 7;
  const bool letters = !isDigit(kept[year]) && !isDigit(kept[year + 1]);
  if (!asDigits(kept, 0, year) || !letters || !asDigits(kept, year + 2, 5)) {
    // Nine characters of the long form are a beginning, not a mistake.
    const bool unfinished =
        kept.size() == 9 && std::all_of(kept.begin(), kept.begin() + 4, isDigit);
    return breach(unfinished ? "form-number.incomplete" : "form-number.unknown");
  }
  const bool known = year == 2 || kept.starts_with("19") || kept.starts_with("20");
  if (!known) return breach("form-number.unknown");
  return kept;
}

Checked transferCode(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("transfer-code.characters");
  if (kept.empty()) return breach("transfer-code.empty");
  if (kept.size() < 4 || kept.size() > 12) return breach("transfer-code.length");
  return kept;
}

Checked fiscalPower(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("power.unknown");
  if (kept.ends_with("CV")) kept.resize(kept.size() - 2);
  if (kept.empty()) return breach("power.empty");
  if (!asDigits(kept, 0, kept.size())) return breach("power.unknown");
  kept.erase(0, std::min(kept.find_first_not_of('0'), kept.size()));
  if (kept.empty() || kept.size() > 3 || (kept.size() == 3 && kept > "200")) {
    return breach("power.unknown");
  }
  return kept;
}

}  // namespace journey
