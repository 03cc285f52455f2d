// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace agent {

// Why this PIN is not one to choose, with what to do instead; empty when it is fine. Six digits,
// and none of those that are tried first: one digit or a group repeated, a run up or down, a day of
// a French date of birth (ddmmyy), or a PIN of the README. About 960,000 remain.
[[nodiscard]] std::string pinBreach(std::string_view pin);

}  // namespace agent
