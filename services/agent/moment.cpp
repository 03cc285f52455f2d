// SPDX-License-Identifier: Apache-2.0
#include "agent/moment.h"

#include <ctime>

#include "storage/storage.h"

namespace agent {

Moment momentNow() {
  Moment moment;
  // One line of 36 characters, the same for each process until the machine starts again.
  if (const auto text = storage::readFile("/proc/sys/kernel/random/boot_id", 64))
    moment.boot = text->substr(0, text->find('\n'));
  timespec time{};
  if (::clock_gettime(CLOCK_BOOTTIME, &time) == 0)
    moment.sinceBoot = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
  return moment;
}

}  // namespace agent
