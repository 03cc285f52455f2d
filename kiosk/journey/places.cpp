// SPDX-License-Identifier: Apache-2.0
#include "places.h"

#include <algorithm>
#include <array>

#include "letters.h"

namespace journey {
namespace {

/// Overseas departments and lands that a French postcode or plate can name.
constexpr std::array<std::string_view, 11> overseas{"971", "972", "973", "974", "975", "976",
                                                    "977", "978", "986", "987", "988"};

bool isOverseas(std::string_view code) {
  return std::find(overseas.begin(), overseas.end(), code) != overseas.end();
}

}  // namespace

Checked postcode(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("postcode.unknown");
  if (kept.empty()) return breach("postcode.empty");
  if (!std::all_of(kept.begin(), kept.end(), isDigit) || kept.size() > 5) {
    return breach("postcode.unknown");
  }
  if (kept.size() < 5) return breach("postcode.incomplete");
  if (!departmentOfPostcode(kept)) return breach("postcode.unknown");
  return kept;
}

std::optional<std::string> departmentOfPostcode(std::string_view postcode) {
  if (postcode.size() != 5 || !std::all_of(postcode.begin(), postcode.end(), isDigit)) {
    return std::nullopt;
  }
  // Saint-Barthélemy and Saint-Martin kept the postcodes that they had in Guadeloupe.
  if (postcode == "97133") return "977";
  if (postcode == "97150") return "978";
  if (postcode.starts_with("20")) return postcode < "20200" ? "2A" : "2B";
  const std::size_t length = postcode >= "97000" ? 3 : 2;
  const std::string_view code = postcode.substr(0, length);
  if (!isDepartment(code)) return std::nullopt;
  return std::string{code};
}

bool isDepartment(std::string_view code) {
  if (code == "2A" || code == "2B") return true;
  if (code.size() == 3) return isOverseas(code);
  return code.size() == 2 && isDigit(code[0]) && isDigit(code[1]) && code >= "01" && code <= "95" &&
         code != "20";
}

}  // namespace journey
