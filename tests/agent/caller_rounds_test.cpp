// SPDX-License-Identifier: Apache-2.0
// A call nobody answers: what is asked, what is shown, and when.
#include <gtest/gtest.h>

#include "fixture.h"

namespace {

using agent::CallKind;
using agent::CallState;
using agent::DeskState;
using agent::KioskState;
using agent::Stage;
using agent_test::CallerRig;

TEST(Call, IsShownAsSentOnlyOnceTheBrokerHasIt) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_EQ(rig.stage(), Stage::Leaving);
  EXPECT_FALSE(rig.view().ages.sent);
  const int before = rig.changes;
  rig.line.acknowledge();
  EXPECT_EQ(rig.stage(), Stage::Sent);
  EXPECT_GT(rig.changes, before);
  ASSERT_EQ(rig.line.calls.size(), 1u);
  EXPECT_EQ(rig.line.calls[0].state, CallState::Waiting);
  EXPECT_EQ(rig.line.calls[0].round, 1);
  EXPECT_EQ(rig.line.calls[0].to, std::nullopt);
}

TEST(Call, IsNotMadeTwice) {
  CallerRig rig;
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  const auto id = rig.view().id;
  EXPECT_EQ(rig.caller->call(CallKind::Help, rig.now).error(), agent::CallFault::AlreadyOpen);
  EXPECT_EQ(rig.view().id, id);
  EXPECT_EQ(rig.line.calls.size(), 1u);
}

TEST(Call, StandsInTheStatusWithItsStep) {
  CallerRig rig;
  rig.connect();
  rig.caller->doing({true, "plate", 2, 6, std::nullopt, std::nullopt}, rig.now);
  EXPECT_EQ(rig.line.statuses.back().state, KioskState::Busy);
  ASSERT_TRUE(rig.caller->call(CallKind::Blocked, rig.now));
  const auto& status = rig.line.statuses.back();
  EXPECT_EQ(status.state, KioskState::Help);
  EXPECT_EQ(status.step, "plate");
  ASSERT_TRUE(status.call);
  EXPECT_EQ(status.call->call, rig.view().id);
  EXPECT_EQ(status.call->state, CallState::Waiting);
  EXPECT_EQ(rig.line.calls[0].step, "plate");
  EXPECT_EQ(rig.line.calls[0].chapter, 2);
}

TEST(Call, GoesToASecondAgentByNameAfterAMinute) {
  CallerRig rig;
  rig.connect();
  rig.desk("karim", DeskState::Busy);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.line.acknowledge();
  rig.passMilliseconds(59'999);
  EXPECT_EQ(rig.stage(), Stage::Sent);
  EXPECT_EQ(rig.caller->due(), rig.now.steady + 1);
  rig.passMilliseconds(1);
  EXPECT_EQ(rig.stage(), Stage::SecondAsked);
  EXPECT_EQ(rig.view().agent, "sylvie");
  EXPECT_EQ(rig.line.calls.back().round, 2);
  EXPECT_EQ(rig.line.calls.back().to, "sylvie");
  EXPECT_EQ(rig.line.calls.back().age, 60);
  EXPECT_EQ(rig.line.statuses.back().call->agent, "sylvie");
  EXPECT_FALSE(rig.view().fallback);
}

TEST(Call, ShowsAnotherWayAfterTwoMinutesAndStaysOpen) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.line.acknowledge();
  rig.pass(60);
  rig.pass(59);
  EXPECT_EQ(rig.stage(), Stage::SecondAsked);
  rig.pass(1);
  EXPECT_EQ(rig.stage(), Stage::Nobody);
  EXPECT_TRUE(rig.view().fallback);
  EXPECT_EQ(rig.line.calls.back().round, 3);
  EXPECT_EQ(rig.line.statuses.back().state, KioskState::Help);
  rig.pass(300);
  rig.answer("karim", agent::AnswerAction::Coming, 3);
  EXPECT_EQ(rig.stage(), Stage::Answered) << "late, and still taken";
  EXPECT_FALSE(rig.view().fallback);
}

TEST(Call, WithNobodyThereShowsAnotherWayAtOnce) {
  CallerRig rig;
  rig.caller->connected(true, rig.now);
  rig.desk("sylvie", DeskState::Away);
  rig.desk("karim", DeskState::Offline);
  rig.pass(2);
  EXPECT_TRUE(rig.view().fallback) << "before the button is pressed, too";
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_EQ(rig.stage(), Stage::Nobody);
  EXPECT_EQ(rig.line.calls.back().round, 3) << "and the page that opens late finds it";
}

TEST(Call, DoesNotSayThatNobodyIsThereBeforeTheDeskWasHeard) {
  CallerRig rig;
  rig.caller->connected(true, rig.now);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_EQ(rig.stage(), Stage::Leaving);
  EXPECT_FALSE(rig.view().known);
  rig.passMilliseconds(1'999);
  EXPECT_EQ(rig.stage(), Stage::Leaving);
  rig.passMilliseconds(1);
  EXPECT_EQ(rig.stage(), Stage::Nobody);
}

TEST(Call, OnADeadLineOffersAnotherWayAtOnceAndIsStillToldLater) {
  CallerRig rig;
  rig.pass(2);
  EXPECT_TRUE(rig.view().lineDown);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_EQ(rig.stage(), Stage::Leaving);
  EXPECT_TRUE(rig.view().fallback);
  rig.connect();
  rig.line.acknowledge();
  EXPECT_EQ(rig.stage(), Stage::Sent);
  EXPECT_FALSE(rig.view().fallback);
}

TEST(Call, NotAcknowledgedForTenSecondsTellsThatTheLineIsDown) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.passMilliseconds(9'999);
  EXPECT_FALSE(rig.view().lineDown);
  EXPECT_EQ(rig.caller->due(), rig.now.steady + 1);
  const int before = rig.changes;
  rig.passMilliseconds(1);
  EXPECT_TRUE(rig.view().lineDown);
  EXPECT_TRUE(rig.view().fallback);
  EXPECT_GT(rig.changes, before);
  rig.line.acknowledge();
  EXPECT_FALSE(rig.view().lineDown);
}

TEST(Call, ABlinkOfTheLineIsNotTold) {
  CallerRig rig;
  rig.connect();
  rig.caller->connected(false, rig.now);
  rig.passMilliseconds(1'999);
  EXPECT_FALSE(rig.view().lineDown);
  rig.passMilliseconds(1);
  EXPECT_TRUE(rig.view().lineDown);
}

TEST(Call, AsksEverybodyAgainWhenThereIsNoSecondAgent) {
  CallerRig rig;
  rig.caller->connected(true, rig.now);
  rig.desk("sylvie", DeskState::Available);
  rig.pass(2);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.answer("sylvie", agent::AnswerAction::Coming, 1);
  rig.answer("sylvie", agent::AnswerAction::Release);
  rig.line.acknowledge();
  rig.pass(60);
  EXPECT_EQ(rig.stage(), Stage::SecondAsked);
  EXPECT_EQ(rig.line.calls.back().to, std::nullopt);
}

TEST(Call, CountsWhoWaitsBeforeIt) {
  CallerRig rig;
  rig.connect();
  agent::KioskStatus other{agent::KioskState::Help, 30, "plate", 1, 6, {}, {}, {}, {}};
  other.call = agent::OpenCall{"01938d3c-0000-7000-8000-000000000001",
                               CallState::Answered,
                               CallKind::Help,
                               30,
                               1,
                               "sylvie",
                               3,
                               false};
  rig.caller->kiosk("montbeliard-2", other, rig.now);
  EXPECT_EQ(rig.view().before, 1);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_EQ(rig.view().before, 1);
  other.call->age = 0;
  rig.pass(5);
  rig.caller->kiosk("montbeliard-2", other, rig.now);
  EXPECT_EQ(rig.view().before, 0) << "younger than ours";
  rig.caller->kiosk("montbeliard-1", other, rig.now);
  EXPECT_EQ(rig.view().before, 0) << "our own";
}

TEST(Call, AsksForNoTickWhenNothingGoesOn) {
  CallerRig rig;
  rig.connect();
  EXPECT_GE(rig.caller->due().value_or(0) - rig.now.steady, 3'600'000);
  const auto told = rig.line.statuses.size();
  const int changes = rig.changes;
  rig.pass(3'600);
  EXPECT_EQ(rig.line.statuses.size(), told);
  EXPECT_EQ(rig.changes, changes);
  rig.pass(5 * 3'600);
  EXPECT_EQ(rig.line.statuses.size(), told + 1) << "before the broker forgets it";
}

}  // namespace
