// SPDX-License-Identifier: Apache-2.0
#include "agent/uptime.h"

#include <ctime>

#include "storage/storage.h"

namespace agent {

Uptime uptimeNow() {
  Uptime uptime;
  // One line of 36 characters, the same for each process until the machine starts again.
  if (const auto text = storage::readFile("/proc/sys/kernel/random/boot_id", 64))
    uptime.boot = text->substr(0, text->find('\n'));
  timespec time{};
  if (::clock_gettime(CLOCK_BOOTTIME, &time) == 0)
    uptime.sinceBoot = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
  return uptime;
}

}  // namespace agent
