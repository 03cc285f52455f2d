// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers.h"
#include "checked.h"
#include "date.h"
#include "procedure.h"

namespace journey {

/// What a rule reads: something typed, a date, or a place of a list.
enum class RuleKind { Text, CalendarDate, Place };
/// The names of the rules of this kind ("registration-number", "birth-date", "town").
[[nodiscard]] std::vector<std::string_view> answerRules(RuleKind kind);
/// The breaches that a rule can tell, as text keys under "problems." ("plate.incomplete").
/// The rule must exist.
[[nodiscard]] std::vector<std::string> breachesOf(std::string_view rule);
/// The breaches that every question can tell, whatever its rule: "answer.blank" (nothing chosen),
/// "answer.too-long" (over 200 bytes), "answer.not-offered" (a value that the step does not offer).
[[nodiscard]] const std::vector<std::string>& commonBreaches();

/// Checks what a person typed or chose for this step and gives the normalised value to store.
/// - Choice: the id of an option. Keyed, Date, Town, Country: read by the step's named rule; a date
///   is typed as "D/M/YYYY" (any of / . - or space between) or ISO 8601 and stored as ISO 8601.
/// - Declare, Inform, OfficersLook, Review, Cost, Send: "yes".
/// - "unknown" where the step may be unknown, "" where it may be empty.
/// Rules that compare with another answer (a sale is not before the first registration) look at the
/// answers on the route only. Pure.
[[nodiscard]] Checked check(const Procedure& procedure, const Step& step, std::string_view typed,
                            const Answers& answers, Date today);

}  // namespace journey
