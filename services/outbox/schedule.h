// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

// When to try again. Full jitter (a uniform draw up to an exponential bound) spreads thousands of
// kiosks that lost the service at the same moment. Pure; all moments are milliseconds since 1970.
namespace outbox {

inline constexpr std::chrono::milliseconds firstBound{2000};
inline constexpr std::chrono::milliseconds longestWait{3'600'000};

// Uniform in [0, bound).
using RandomBelow = std::function<std::uint64_t(std::uint64_t bound)>;

// The wait after so many tries in a row without progress (1 is the first): uniform up to 2 s, 4 s,
// 8 s … 1 h.
[[nodiscard]] std::chrono::milliseconds backoff(int attempts, const RandomBelow& random);

// What the service asked for, at least, with the jitter on top so that nobody comes back in step;
// never over 1 h.
[[nodiscard]] std::chrono::milliseconds waitFor(int attempts,
                                                std::optional<std::chrono::seconds> retryAfter,
                                                const RandomBelow& random);

// A moment further away than any wait can be was set by another clock: it is due.
[[nodiscard]] bool isDue(std::int64_t due, std::int64_t now);

}  // namespace outbox
