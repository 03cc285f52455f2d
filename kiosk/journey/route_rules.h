// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "date.h"
#include "fields.h"
#include "officer_rules.h"

namespace journey {

/// A decision on the way that is more than comparing one answer, by name. Data may only name it.
struct RouteRule {
  std::string_view name;
  std::vector<std::string_view> reads;  ///< fields it looks at; a step must give one of them
  /// What a rule is asked about: itself by name, what is given so far, and today.
  struct Asked {
    std::string_view name;
    const OfficerRules& officer;
    const FieldValues& given;
    Date today;
  };
  bool (*holds)(const Asked& asked);
};

/// The rule of this name, or null. Lives for ever.
[[nodiscard]] const RouteRule* routeRule(std::string_view name);
[[nodiscard]] const std::vector<RouteRule>& routeRules();

}  // namespace journey
