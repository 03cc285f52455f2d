// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"
#include "walk.h"
#include "wording.h"

namespace session {

// Whether a view holds what the person answered. Hidden: nothing typed or chosen, and dots where an
// earlier answer would stand in a text.
enum class Answered { Shown, Hidden };

// The step on screen as the screen shows it.
[[nodiscard]] StepView stepView(const Walk& walk, const Wording& wording,
                                Answered answered = Answered::Shown);

[[nodiscard]] ProgressView progressView(const Walk& walk, const Words& words);

// "choice", "officers-look"…
[[nodiscard]] QString kindName(journey::AnswerKind kind);

}  // namespace session
