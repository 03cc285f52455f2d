// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rig.h"

namespace screens_test {

// What was done at one step: typed, chosen, said not to be known or not to exist, or "" to go on.
struct Gesture {
  std::string stepId;
  std::string text;
  bool isNew = false;  // no way before came past a step with these words
};

// One way through a procedure, to where it ends.
using Path = std::vector<Gesture>;

// The texts of all steps of the reception and of the procedures that it opens.
[[nodiscard]] std::set<std::string> textsOfSteps(const session::Configuration& configuration);

// A few ways that together come past every step of the procedure (by text, so that a repeated step
// counts once), each as far as it shows something new.
[[nodiscard]] std::vector<Path> pathsPastEveryStep(const session::Configuration& configuration);

// Does in the visit on screen what was done at the step; false when the step did not take it.
[[nodiscard]] bool perform(session::Session& session, const Gesture& gesture);

// What this person of tests/journeys does.
[[nodiscard]] Path pathOfJourney(const std::string& name);

// A way to the send screen, with nothing that the officer could refuse.
[[nodiscard]] Path pathToSend();

// Begins a visit and goes that way up to this step, which is not answered.
void walkTo(const std::string& stepId, session::Session& session);

}  // namespace screens_test
