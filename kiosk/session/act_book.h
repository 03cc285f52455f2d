// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace session {

// What an agent does in a visit. Closed: there is no act of sending, paying or declaring.
enum class Act {
  Opened,
  Jumped,
  Filled,
  Explained,
  MandateRead,
  Extended,
  Looked,
  Pointed,
  Suggested,
  SuggestionTaken,
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
};

}  // namespace session
