// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace session {

// What came of a badge and its PIN.
struct BadgeAnswer {
  enum class Kind {
    Admitted,  // `agent` is who it is
    Refused,   // no such badge, or another PIN: never said which
    Wait,      // too many wrong tries: not before `wait` is over
    Locked,    // until somebody of the site unlocks it
    Broken     // tries could not be counted (disk): nobody is let in
  };
  Kind kind = Kind::Refused;
  std::string agent;
  std::chrono::seconds wait{};
};

// Who may open the agents' panel. Works without any network.
class BadgeDoor {
 public:
  using Handler = std::function<void(BadgeAnswer)>;
  virtual ~BadgeDoor() = default;

  // Checks in the background; the handler runs later, in the GUI thread. One at a time.
  virtual void knock(const std::string& badge, std::string pin, Handler handler) = 0;
};

}  // namespace session
