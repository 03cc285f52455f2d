// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/acts.h"

#include <string>
#include <vector>

namespace session {

// What an agent does in a visit. Closed: there is no act of sending, paying or declaring.
enum class Act {
  Opened,
  Jumped,
  Filled,
  Explained,
  MandateRead,
  MandateMade,
  MandateUsed,
  MandateCancelled,
  Extended,
  Looked,
  Pointed,
  SuggestionTaken,
  SuggestionRefused,
  Stopped,
  Left
};

// Where acts are written down for good, before they count. No value of the person goes there.
class ActBook {
 public:
  virtual ~ActBook() = default;

  // `step` is a step id, "" for an act that is about none. False when it could not be recorded:
  // then the act must not be done.
  [[nodiscard]] virtual bool record(const std::string& agent, Act act, const std::string& step) = 0;
  // What was done in this visit, for the person's paper.
  [[nodiscard]] virtual std::vector<agent::Fact> facts() = 0;
};

}  // namespace session
