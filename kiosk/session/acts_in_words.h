// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agents.h"
#include "paper.h"
#include "services/agent/acts.h"
#include "walk.h"
#include "wording.h"

#include <vector>

namespace session {

// The part of the person's paper that says, in plain sentences, what agents did in this visit, in
// order. No lines when no agent was there.
[[nodiscard]] Paper::Section actsInWords(const std::vector<agent::Fact>& facts, const Walk& walk,
                                         const Agents& agents, const Wording& wording);

}  // namespace session
