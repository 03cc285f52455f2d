// SPDX-License-Identifier: Apache-2.0
#include "vehicle_numbers.h"

#include <algorithm>
#include <string>

#include "letters.h"

namespace journey {
namespace {

auto numberBreach(const char* key) {
  return tl::unexpected(RuleBreach{key});
}

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
  if (!lettersAndDigits(typed, kept)) return numberBreach("vin.characters");
  if (kept.empty()) return numberBreach("vin.empty");
  if (kept.find_first_of("IOQ") != std::string::npos) return numberBreach("vin.characters");
  if (kept.size() != 17) return numberBreach("vin.length");
  return kept;
}

Checked formNumber(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return numberBreach("form-number.unknown");
  if (kept.empty()) return numberBreach("form-number.empty");
  if (kept.size() > 11) return numberBreach("form-number.unknown");
  if (kept.size() != 11 && kept.size() != 9) return numberBreach("form-number.incomplete");
  const std::size_t year = kept.size() - 7;
  const bool letters = !isDigit(kept[year]) && !isDigit(kept[year + 1]);
  if (!asDigits(kept, 0, year) || !letters || !asDigits(kept, year + 2, 5)) {
    // Nine characters of the long form are a beginning, not a mistake.
    const bool unfinished =
        kept.size() == 9 && std::all_of(kept.begin(), kept.begin() + 4, isDigit);
    return numberBreach(unfinished ? "form-number.incomplete" : "form-number.unknown");
  }
  const bool known = year == 2 || kept.starts_with("19") || kept.starts_with("20");
  if (!known) return numberBreach("form-number.unknown");
  return kept;
}

Checked transferCode(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return numberBreach("transfer-code.characters");
  if (kept.empty()) return numberBreach("transfer-code.empty");
  if (kept.size() < 4 || kept.size() > 12) return numberBreach("transfer-code.length");
  return kept;
}

Checked fiscalPower(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return numberBreach("power.unknown");
  if (kept.ends_with("CV")) kept.resize(kept.size() - 2);
  if (kept.empty()) return numberBreach("power.empty");
  if (!asDigits(kept, 0, kept.size())) return numberBreach("power.unknown");
  kept.erase(0, std::min(kept.find_first_not_of('0'), kept.size()));
  if (kept.empty() || kept.size() > 3 || (kept.size() == 3 && kept > "200")) {
    return numberBreach("power.unknown");
  }
  return kept;
}

}  // namespace journey
