// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "agent/messages.h"

namespace agent {

// What a kiosk says to its site's broker. One thread: the owner's. Nothing here waits.
class LinePort {
 public:
  // Comes once, on the owner's thread, when the broker has acknowledged (PUBACK): from then on the
  // broker keeps the message. Does not come while the line is down; may come after minutes. May be
  // empty.
  using Acknowledged = std::function<void()>;

  virtual ~LinePort() = default;
  // Retained. A later status takes the place of one that is not acknowledged yet, whose
  // acknowledgement then never comes. Sent again at each connection.
  virtual void publishStatus(const KioskStatus& status, Acknowledged acknowledged) = 0;
  // Kept until it is acknowledged. A later event of the same call takes the place of an earlier
  // one, as above. Its age grows by the time it lies here.
  virtual void publishCall(const CallEvent& event, Acknowledged acknowledged) = 0;
  // Dropped when it lay for a minute.
  virtual void publishGuide(const GuideEnvelope& envelope, Acknowledged acknowledged) = 0;
  virtual void publishCount(const Count& count, Acknowledged acknowledged) = 0;
};

}  // namespace agent
