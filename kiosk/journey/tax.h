// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "date.h"
#include "tariff.h"

namespace journey {

/// One line of the certificate's tax part.
struct CostLine {
  std::string code;                    ///< "Y.1" to "Y.5".
  std::int64_t cents = 0;              ///< Rounded half up, for showing.
  std::int64_t hundredthsOfCents = 0;  ///< Exact: a halved rate may end in half a cent.
};

struct Cost {
  std::vector<CostLine> lines;  ///< Y.1 to Y.5, those of nothing too.
  std::int64_t totalCents = 0;  ///< Y.6: Y.1 + Y.2 + Y.3 + Y.4 to the euro, half up, plus Y.5.
  Date asOf;                    ///< The oldest "as of" among the amounts used.
  bool disputed = false;        ///< Sources disagree about an amount used.
};

struct TaxFault {
  enum class Kind {
    FieldMissing,  ///< `what`: the request's field that is absent or unreadable.
    NoRate,        ///< `what`: the department or line for which the tariff holds nothing that day.
    OnQuote,       ///< `what`: the line that only the national service can tell.
  };
  Kind kind = Kind::FieldMissing;
  std::string what;
};

/// What a change of holder costs at `taxableEvent` (the day of the request). Reads the vehicle's
/// firstRegistrationDate, nationalKind (absent: a car), fuelType, fiscalPower, and the holder's
/// department (or else postcode). Y.3 is nil for a vehicle already registered in France.
/// Pure; never throws. Rules: CIBS L421-43 to 49, L131-2 (rounding).
[[nodiscard]] tl::expected<Cost, TaxFault> costOfChangeOfHolder(const nlohmann::json& request,
                                                                const Tariff& tariff,
                                                                Date taxableEvent);

}  // namespace journey
