// SPDX-License-Identifier: Apache-2.0
// Who pays what: domain facts 5.6, in one table.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "rates.h"

namespace sandbox {

namespace {

using nlohmann::json;
using Parts = std::vector<CostPart>;
using enum CostPart;

constexpr int monthsAfterMarriage = 1;  // F10613
constexpr int lastSticker = 3;          // F12118

const Parts whole{Regional, Training, Fixed, Delivery};
const Parts fixedPart{Fixed, Delivery};
const Parts deliveryAlone{Delivery};
const Parts firstInFrance{Regional, Malus, Fixed, Delivery};
const Parts nothing{};
const std::optional<Parts> onQuote;

struct Price {
  std::string_view procedure;
  bool (*when)(const PricedCase& priced);
  std::optional<Parts> parts;
};

bool always(const PricedCase&) {
  return true;
}

// The last day of the month counts (F10613).
bool isSpouseInTime(const PricedCase& priced) {
  return priced.coHolderChange == "add-spouse" && priced.marriageDate &&
         priced.taxableEvent <= addMonths(*priced.marriageDate, monthsAfterMarriage);
}

// For each procedure the first line that holds; a procedure that has none is on quote.
const std::vector<Price>& prices() {
  static const std::vector<Price> table{
      {"change-of-holder", always, whole},
      {"sale-declaration", always, nothing},  // F1707
      // F12118: a sticker is free; the fourth change, and an FNI number, bring a new certificate
      // of which the delivery alone is paid.
      {"change-of-address",
       [](const PricedCase& one) {
         return one.vehicle.oldPlate || one.vehicle.addressStickers >= lastSticker;
       },
       deliveryAlone},
      // Who does not know how many there were may be at the fourth.
      {"change-of-address", [](const PricedCase& one) { return !one.vehicle.addressStickers; },
       onQuote},
      {"change-of-address", always, nothing},
      {"duplicate", always, fixedPart},       // F1726, BOI-AIS-MOB-10-20-20
      {"change-of-name", always, fixedPart},  // F16876
      {"co-holder", isSpouseInTime, fixedPart},
      {"co-holder", [](const PricedCase& one) { return one.coHolderChange == "remove"; }, onQuote},
      {"co-holder", always, whole},  // F10613
      // ECCI (trade source): the surviving spouse pays the fixed part.
      {"inheritance", [](const PricedCase& one) { return one.heir == "spouse"; }, fixedPart},
      {"inheritance", always, whole},
      // F1754; no price of a return is published.
      {"withdrawal", [](const PricedCase& one) { return one.withdrawal == "return"; }, onQuote},
      {"withdrawal", always, nothing},
      // F16868: free unless the holder's own error.
      {"error-correction", [](const PricedCase& one) { return one.whoseError == "holder"; },
       onQuote},
      {"error-correction", always, nothing},
      {"new-vehicle", always, firstInFrance},  // BOFiP
      // The malus of a used import is not in our facts; electric ones are exempt.
      {"imported-vehicle",
       [](const PricedCase& one) {
         const auto& fuel = one.vehicle.fuelType;
         return fuel == "EL" || fuel == "H2" || fuel == "HE" || fuel == "HH";
       },
       firstInFrance},
      {"imported-vehicle", always, onQuote},
      {"answer-the-centre", always, nothing},
  };
  return table;
}

std::string textIn(const json& blocks, const char* block, const char* name) {
  const auto found = blocks.value(block, json());
  const auto value = found.is_object() ? found.value(name, json()) : json();
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace

std::optional<std::vector<CostPart>> partsOf(const PricedCase& priced) {
  for (const auto& price : prices())
    if (price.procedure == priced.procedure && price.when(priced)) return price.parts;
  return std::nullopt;
}

void readCase(const json& blocks, PricedCase& priced) {
  if (!blocks.is_object()) return;
  priced.coHolderChange = textIn(blocks, "coHolderChange", "kind");
  priced.marriageDate = parseDay(textIn(blocks, "coHolderChange", "marriageDate"));
  priced.heir = textIn(blocks, "inheritance", "heir");
  priced.withdrawal = textIn(blocks, "withdrawal", "kind");
  priced.whoseError = textIn(blocks, "correction", "whose");
}

}  // namespace sandbox
