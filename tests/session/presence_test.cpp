// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/presence.h"

#include <gtest/gtest.h>

namespace {

using session::Presence;
using PresenceState = Presence::State;
using namespace std::chrono_literals;

TEST(Presence, countsFromTheFirstTick) {
  Presence presence{session::Patience{}};
  EXPECT_EQ(presence.tick(5'000'000ms), PresenceState::Here);
  EXPECT_EQ(presence.tick(5'000'000ms + 299s), PresenceState::Here);
  EXPECT_EQ(presence.tick(5'000'000ms + 300s), PresenceState::Warned);
  EXPECT_EQ(presence.secondsLeft(), 60);
}

TEST(Presence, needsTheAnswerOnceItWarned) {
  Presence presence{session::Patience{}};
  presence.touched(0s);
  ASSERT_EQ(presence.tick(300s), PresenceState::Warned);
  presence.touched(310s);
  EXPECT_EQ(presence.tick(311s), PresenceState::Warned);
  EXPECT_EQ(presence.secondsLeft(), 49);
  presence.stay(312s);
  EXPECT_EQ(presence.tick(313s), PresenceState::Here);
  EXPECT_EQ(presence.secondsLeft(), 0);
}

TEST(Presence, givesTheWholeWarningAfterALongSleepOfTheMachine) {
  Presence presence{session::Patience{}};
  presence.touched(0s);
  EXPECT_EQ(presence.tick(100'000s), PresenceState::Warned);
  EXPECT_EQ(presence.secondsLeft(), 60);
  EXPECT_EQ(presence.tick(100'060s), PresenceState::Gone);
}

}  // namespace
