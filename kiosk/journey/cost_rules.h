// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "config_fault.h"
#include "request_condition.h"

namespace journey {

/// A line of the certificate's tax part.
enum class TaxLine {
  Regional,   ///< Y.1, by fiscal power
  Transport,  ///< Y.2, training of transport trades
  Malus,      ///< Y.3, on CO2 and mass, at the first registration in France
  Fixed,      ///< Y.4, for each certificate that is printed
  Delivery    ///< Y.5, for the letter
};

/// What a procedure costs when its conditions hold.
struct CostRule {
  RequestConditions when;
  std::vector<TaxLine> lines;  ///< empty: it is free
  bool onQuote = false;        ///< only the national service can tell
  /// One of the rules before it counts that are not ruled out; the national service knows which.
  bool oneOfTheAbove = false;
  std::string source;
};

/// The first whose conditions hold counts; the last has none.
using CostRules = std::vector<CostRule>;

/// Reads "cost" of a procedure file: {"when", "lines", "source"}, where "lines" is a list like
/// ["regional", …], or "on-quote", or "one-of-the-above".
[[nodiscard]] tl::expected<CostRules, ConfigFault> readCostRules(const nlohmann::json& list,
                                                                 const std::string& pointer);

}  // namespace journey
