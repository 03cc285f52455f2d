// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "cost_rules.h"
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
  std::vector<CostLine> lines;  ///< Those that the procedure has, of nothing too; none: free.
  std::int64_t totalCents = 0;  ///< Y.6: Y.1 + Y.2 + Y.3 + Y.4 to the euro, half up, plus Y.5.
  std::optional<Date> asOf;     ///< The oldest "as of" among the amounts used; none: free.
  std::string sources;          ///< Who says these amounts, by proper names; "": free.
  bool disputed = false;        ///< Sources disagree about an amount used.
};

struct TaxFault {
  enum class Kind {
    FieldMissing,  ///< `what`: the request's field that is absent or unreadable.
    NoRate,        ///< `what`: the department or line for which the tariff holds nothing that day;
                   ///< "tariff" when the file has ended.
    OnQuote,       ///< `what`: the line that only the national service can tell.
    OneOf,         ///< One of the prices of outlookOf(); the national service knows which.
  };
  Kind kind = Kind::FieldMissing;
  std::string what;
};

/// What a procedure costs at `taxableEvent` (the day of the request), by its own cost rules. Reads
/// the vehicle's firstRegistrationDate, nationalKind (absent: a car), fuelType, fiscalPower, and
/// the holder's department (or else postcode), and for Y.3 co2 and mass, as far as the lines of the
/// case need them. Where the rules know Y.3, a vehicle without firstRegistrationDate is a new one.
/// Pure; never throws. Rules: CIBS L421-43 to 49, L131-2 (rounding).
[[nodiscard]] tl::expected<Cost, TaxFault> costOf(const CostRules& rules,
                                                  const nlohmann::json& request,
                                                  const Tariff& tariff, Date taxableEvent,
                                                  const Delays& delays = Delays{});

/// What can be said of the price before all is answered.
struct CostOutlook {
  std::int64_t leastCents = 0;  ///< Of the lines that depend on nothing, in the cheapest case.
  std::int64_t mostCents = 0;   ///< The same in the dearest case.
  bool open = false;            ///< A line depends on the vehicle, the region or the service.
};

/// The same rules and the same amounts as costOf(), without the cases that what is answered already
/// rules out.
[[nodiscard]] CostOutlook outlookOf(const CostRules& rules, const nlohmann::json& request,
                                    const Tariff& tariff, Date day,
                                    const Delays& delays = Delays{});

}  // namespace journey
