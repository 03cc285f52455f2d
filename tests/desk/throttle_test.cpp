// SPDX-License-Identifier: Apache-2.0
#include "agent/desk/throttle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desk {
namespace {

constexpr Seconds start = 1'700'000'000;

TEST(Throttle, FiveTriesAreFree) {
  Throttle throttle;
  for (int time = 0; time < 5; ++time) {
    EXPECT_EQ(throttle.wait("name a", start), 0);
    throttle.count("name a", start);
  }
  EXPECT_EQ(throttle.wait("name a", start), 15);
  EXPECT_EQ(throttle.wait("name b", start), 0);
}

TEST(Throttle, EachFurtherTryDoublesTheWaitUpToAQuarterOfAnHour) {
  Throttle throttle;
  Seconds now = start;
  for (int time = 0; time < 5; ++time)
    throttle.count("name a", now);
  std::vector<Seconds> waits;
  for (int time = 0; time < 9; ++time) {
    waits.push_back(throttle.wait("name a", now));
    now += waits.back();
    EXPECT_EQ(throttle.wait("name a", now), 0);
    throttle.count("name a", now);
  }
  EXPECT_THAT(waits, testing::ElementsAre(15, 30, 60, 120, 240, 480, 900, 900, 900));
}

TEST(Throttle, AClockThatJumpedBackLengthensNoWait) {
  Throttle throttle;
  for (int time = 0; time < 5; ++time)
    throttle.count("name a", start);
  EXPECT_EQ(throttle.wait("name a", start - 100'000'000), 15);
  EXPECT_EQ(throttle.wait("name a", start - 100'000'000 + 15), 0);
}

TEST(Throttle, ADayWithoutAWrongTryForgets) {
  Throttle throttle;
  for (int time = 0; time < 9; ++time)
    throttle.count("name a", start);
  EXPECT_EQ(throttle.wait("name a", start + forgottenAfter), 0);
  throttle.count("name a", start + forgottenAfter);
  EXPECT_EQ(throttle.wait("name a", start + forgottenAfter), 0);
}

TEST(Throttle, TakingBackGivesOneTryOrAll) {
  Throttle throttle;
  for (int time = 0; time < 5; ++time)
    throttle.count("name a", start);
  throttle.takeBack("name a", false);
  EXPECT_EQ(throttle.wait("name a", start), 0);
  throttle.count("name a", start);
  EXPECT_EQ(throttle.wait("name a", start), 15);
  throttle.takeBack("name a", true);
  for (int time = 0; time < 4; ++time)
    throttle.count("name a", start);
  EXPECT_EQ(throttle.wait("name a", start), 0);
}

TEST(Throttle, StrangersNeitherFillTheMemoryNorPushOutWhoIsUnderAttack) {
  Throttle throttle;
  for (int time = 0; time < 6; ++time)
    throttle.count("name sylvie", start);
  for (int stranger = 0; stranger < 5000; ++stranger)
    throttle.count("name " + std::to_string(stranger), start + stranger);
  EXPECT_EQ(throttle.wait("name sylvie", start), 30);
  EXPECT_LT(throttle.text().size(), 200'000u);
}

TEST(Throttle, ComesBackFromItsFile) {
  Throttle throttle;
  for (int time = 0; time < 7; ++time)
    throttle.count("peer 192.0.2.1", start);
  auto again = Throttle::from(throttle.text());
  EXPECT_EQ(again.wait("peer 192.0.2.1", start), 60);
}

TEST(Throttle, BeginsAnewFromAnythingElse) {
  for (const auto* text : {"", "[]", "{", R"({"a": 1})", R"({"a": {"wrong": "5", "last": 1}})"})
    EXPECT_EQ(Throttle::from(text).wait("a", start), 0) << text;
  EXPECT_EQ(
      Throttle::from(R"({"a": {"wrong": 999999999999, "last": 1700000000}})").wait("a", start),
      longestWait);
}

}  // namespace
}  // namespace desk
