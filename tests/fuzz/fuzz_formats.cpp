// SPDX-License-Identifier: Apache-2.0
// The formats below the rules, whatever the bytes: each gives a normalised text that it accepts
// unchanged, or the key of a breach; comparisons of names do not depend on the order.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kiosk/journey/date.h"
#include "kiosk/journey/names.h"
#include "kiosk/journey/places.h"
#include "kiosk/journey/plates.h"
#include "kiosk/journey/vehicle_numbers.h"

namespace {

using namespace journey;

void require(bool holds) {
  if (!holds) std::abort();
}

void isStable(Checked (*rule)(std::string_view), std::string_view typed, std::string_view prefix) {
  const Checked checked = rule(typed);
  if (!checked) {
    require(checked.error().key.starts_with(prefix));
    return;
  }
  require(!checked->empty() && checked->size() <= 4 * typed.size() + 4);
  const Checked again = rule(*checked);
  require(again && *again == *checked);
}

void compareNames(std::string_view text) {
  const std::size_t middle = std::min(text.find('\n'), text.size() / 2);
  const std::string_view one = text.substr(0, middle);
  const std::string_view other = text.substr(middle);
  require(sameName(one, other) == sameName(other, one));
  require(sameName(one, one) == !foldedName(one).empty());
  require(!givenNamesAgree("", other));
  if (samePerson({one, other}, {other, one})) require(sameName(one, other));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  isStable(registrationNumber, text, "plate.");
  isStable(vin, text, "vin.");
  isStable(formNumber, text, "form-number.");
  isStable(transferCode, text, "transfer-code.");
  isStable(fiscalPower, text, "power.");
  isStable(personName, text, "name.");
  isStable(postcode, text, "postcode.");
  isStable(typedDate, text, "date.");
  require(registrationNumber(text).has_value() == plateKind(text).has_value());
  if (const auto date = parseIsoDate(text)) require(isoDate(*date) == text);
  if (const auto code = postcode(text)) require(isDepartment(departmentOfPostcode(*code).value()));
  compareNames(text);
  return 0;
}
