// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"
#include "walk.h"
#include "wording.h"

namespace session {

// The step on screen as the screen shows it.
[[nodiscard]] StepView stepView(const Walk& walk, const Wording& wording);

[[nodiscard]] ProgressView progressView(const Walk& walk, const Words& words);

// "choice", "officers-look"…
[[nodiscard]] QString kindName(journey::AnswerKind kind);

}  // namespace session
