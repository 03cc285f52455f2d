// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace agent {

// A moment that no setting of the clock moves: how long this machine has been running, and which
// start of it that was. Waits are counted so, because a kiosk's clock jumps: a flat battery brings
// 1970, the network brings it back.
struct Uptime {
  std::string boot;  // "" is unknown, and never the same as another
  std::chrono::milliseconds sinceBoot{};
};

// CLOCK_BOOTTIME, which goes on while the machine sleeps, and the kernel's boot_id.
[[nodiscard]] Uptime uptimeNow();

}  // namespace agent
