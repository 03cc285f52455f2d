// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

namespace screens_test::pseudo {

// A language that nobody speaks, made of another: its lines run to the left (marks of Unicode turn
// the letters), and it needs two fifths more room, as many languages do beside French. What is
// shown in it fits in a real one, and what it does not turn was written for one direction.
inline constexpr const char* name = "pseudo";
/// French, with this one to be chosen beside what the house has.
inline constexpr const char* offered = "fr, pseudo offered";

[[nodiscard]] nlohmann::json madeFrom(const nlohmann::json& texts);

}  // namespace screens_test::pseudo
