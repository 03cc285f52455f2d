// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"
#include "wording.h"

#include "kiosk/config/catalogue.h"
#include "kiosk/journey/exercise.h"

#include <optional>

namespace session {

class Session;

// What this visit has come to in the procedure that it is in; nothing before it began.
[[nodiscard]] std::optional<journey::Reached> reachedIn(const Session& session);

// The step that an answer is about, in the procedure of the miss. Null when there is none.
[[nodiscard]] const journey::Step* stepAbout(const journey::Miss& miss,
                                             const config::Catalogue& catalogue);

// A missed point in words: what it is about, and what the case asks for. Never a reproach.
[[nodiscard]] PanelNote noteOf(const journey::Miss& miss, const config::Catalogue& catalogue,
                               const Wording& wording);

}  // namespace session
