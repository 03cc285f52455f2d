// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/journey/answers.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/route_rules.h"

// What people may give at a step of a way, as they would type or choose it.
namespace every_way {

/// Whether the answer to this step may decide what the route rule says in a procedure with these
/// officer's rules.
[[nodiscard]] bool looksAt(const journey::RouteRule& rule, const journey::OfficerRules& officer,
                           const journey::Step& step);

/// Everything that may decide the way: each option, "Je ne sais pas" and "Il n'y en a pas" where
/// they are offered, and of typed values one that is taken, more where one of the rules looks at
/// it: a plate of either kind, the days on both sides of each limit of the law, counted from today
/// or from the day of the transfer. The first is the one that usually leads far. What the step
/// refuses may be among them.
[[nodiscard]] std::vector<std::string> answersAt(const journey::Procedure& procedure,
                                                 const journey::Step& step,
                                                 const std::set<std::string_view>& rules,
                                                 const journey::Answers& given,
                                                 journey::Date today);

}  // namespace every_way
