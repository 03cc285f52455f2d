// SPDX-License-Identifier: Apache-2.0
#include "outbox/schedule.h"

#include <limits>

#include <gtest/gtest.h>

namespace {

using namespace outbox;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

const RandomBelow least = [](std::uint64_t) { return std::uint64_t{0}; };
const RandomBelow most = [](std::uint64_t bound) { return bound - 1; };

TEST(Schedule, TheBoundDoublesFromTwoSecondsToAnHour) {
  struct Row {
    int attempts;
    milliseconds bound;
  };
  const Row rows[] = {{0, 2s},  {1, 2s},  {2, 4s},     {3, 8s},
                      {4, 16s}, {5, 32s}, {10, 1024s}, {11, 2048s},
                      {12, 1h}, {13, 1h}, {500, 1h},   {std::numeric_limits<int>::max(), 1h}};
  for (const auto& row : rows) {
    EXPECT_EQ(backoff(row.attempts, most), row.bound) << row.attempts;
    EXPECT_EQ(backoff(row.attempts, least), 0ms) << row.attempts;
  }
}

TEST(Schedule, RetryAfterIsHonouredAndBounded) {
  struct Row {
    seconds asked;
    milliseconds least;
    milliseconds most;
  };
  const Row rows[] = {{0s, 0s, 2s},       {7s, 7s, 9s},
                      {3599s, 3599s, 1h}, {3600s, 1h, 1h},
                      {86400s, 1h, 1h},   {seconds::max(), 1h, 1h},
                      {-5s, 0s, 2s},      {seconds::min(), 0s, 2s}};
  for (const auto& row : rows) {
    EXPECT_EQ(waitFor(1, row.asked, least), row.least) << row.asked.count();
    EXPECT_EQ(waitFor(1, row.asked, most), row.most) << row.asked.count();
  }
  EXPECT_EQ(waitFor(3, std::nullopt, most), 8s);
}

TEST(Schedule, AMomentSetByAnotherClockIsDue) {
  constexpr std::int64_t now = 1'795'000'000'000;
  constexpr std::int64_t tenYears = 315'576'000'000;
  EXPECT_TRUE(isDue(now, now));
  EXPECT_TRUE(isDue(now - tenYears, now));
  EXPECT_FALSE(isDue(now + 1, now));
  EXPECT_FALSE(isDue(now + longestWait.count(), now));
  EXPECT_TRUE(isDue(now + longestWait.count() + 1, now));
  EXPECT_TRUE(isDue(now + tenYears, now));
}

}  // namespace
