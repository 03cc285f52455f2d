// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"
#include "walk.h"
#include "wording.h"

namespace session {

// What a step of a procedure is about: the kind of a paper ("proof-of-address"), a block of the
// request ("vehicle", "address") or, when it fills nothing, its chapter.
[[nodiscard]] std::string subjectOf(const journey::Step& step);

// A question in few words: its short title when it has one. `passed`: the answers on the way.
[[nodiscard]] QString questionOf(const journey::Step& step, const Wording& wording,
                                 const journey::Answers& passed);

// For the agent: why the step is asked, by which rule, from which source. Empty parts are left out.
[[nodiscard]] QList<PanelNote> reasonsOf(const journey::Step& step, const Words& words);

// The way of this person for the agent: every question come past, the one on screen, then the
// chapters to come. Without any answer.
[[nodiscard]] QList<PanelRow> panelRows(const Walk& walk, const Wording& wording);

}  // namespace session
