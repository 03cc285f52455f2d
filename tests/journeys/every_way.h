// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "kiosk/journey/answers.h"
#include "kiosk/journey/procedure.h"

// All ways through a procedure, walked by the engine itself.
namespace every_way {

/// How a visit can end (README, "The twelve procedures"). Each puts a paper in the person's hand.
enum class End { Sent, Kept, Paused, List, CallBack };

/// The ends to which a step that ends the way leads. Sending: the service answers, or the request
/// is kept and leaves by itself. None: the way breaks off there. Paused is at every step: whoever
/// walks away (tests/session/every_end_test.cpp).
[[nodiscard]] std::set<End> endsOf(const journey::Step& step);

struct Ways {
  std::map<std::string, journey::Answers> ends;  ///< step that ends a way → answers of one there
  std::set<std::string> met;                     ///< ids of the steps that some way comes to
  std::set<std::string> faults;                  ///< one line each; empty when all is well
  std::size_t places = 0;                        ///< steps, told apart by what decides the way on
  bool mayBeSent = false;  ///< a way comes to the sending with nothing that the officer refuses
};

/// Walks every way, exactly: two ways that have come to the same step with the same answers to what
/// any step further on asks for go on together. Each answer of answersAt() is given at each step,
/// once at those that decide nothing. Faults: a step that takes none of the answers it offers, one
/// from which no way goes on, an end that is none of the five, a step that no way comes to.
[[nodiscard]] Ways waysThrough(const journey::Procedure& procedure, journey::Date today);

/// As many ways drawn at random. Faults: an end that `known` does not have, or none at all.
[[nodiscard]] std::set<std::string> strayed(const journey::Procedure& procedure,
                                            journey::Date today, const Ways& known, unsigned seed,
                                            int count);

}  // namespace every_way
