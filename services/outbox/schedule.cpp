// SPDX-License-Identifier: Apache-2.0
#include "outbox/schedule.h"

#include <algorithm>

namespace outbox {

using std::chrono::milliseconds;

milliseconds backoff(int attempts, const RandomBelow& random) {
  // 2 s doubled eleven times is over an hour.
  const int doublings = std::clamp(attempts - 1, 0, 11);
  const milliseconds bound = std::min(firstBound * (1 << doublings), longestWait);
  return milliseconds(
      static_cast<std::int64_t>(random(static_cast<std::uint64_t>(bound.count()) + 1)));
}

milliseconds waitFor(int attempts, std::optional<std::chrono::seconds> retryAfter,
                     const RandomBelow& random) {
  const milliseconds jitter = backoff(attempts, random);
  if (!retryAfter) return jitter;
  // Bounded before it is converted: the service may have said anything.
  constexpr auto longest = std::chrono::duration_cast<std::chrono::seconds>(longestWait);
  const auto asked = std::clamp(*retryAfter, std::chrono::seconds(0), longest);
  return std::min(milliseconds(asked) + jitter, longestWait);
}

bool isDue(std::int64_t due, std::int64_t now) {
  return due <= now || due > now + longestWait.count();
}

}  // namespace outbox
