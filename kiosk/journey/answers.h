// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace journey {

/// What one person has answered so far: step id → normalised value (UTF-8).
/// Answers are keyed by step, never by order, so that a detour or a step back loses nothing.
using Answers = std::map<std::string, std::string, std::less<>>;

/// The person said "Je ne sais pas".
inline constexpr std::string_view unknownAnswer = "unknown";
/// The person said that there is none (only where the step may be empty).
inline constexpr std::string_view emptyAnswer = "";
/// What the steps that only ask to go on (declare, inform, review…) hold once done.
inline constexpr std::string_view doneAnswer = "yes";

}  // namespace journey
