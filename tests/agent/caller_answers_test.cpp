// SPDX-License-Identifier: Apache-2.0
// What agents say to a call, in order and out of it.
#include <gtest/gtest.h>

#include "fixture.h"

namespace {

using agent::AnswerAction;
using agent::CallKind;
using agent::CallState;
using agent::DeskState;
using agent::Stage;
using agent_test::CallerRig;

class Answered : public ::testing::Test {
 protected:
  void SetUp() override {
    rig.connect();
    ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
    rig.line.acknowledge();
  }
  CallerRig rig;
};

TEST_F(Answered, IsToldWithNameAndMinutes) {
  rig.pass(20);
  rig.answer("sylvie", AnswerAction::Coming, 3);
  auto view = rig.view();
  EXPECT_EQ(view.stage, Stage::Answered);
  EXPECT_EQ(view.agent, "sylvie");
  EXPECT_EQ(view.minutes, 3);
  EXPECT_EQ(view.minutesLeft, 3);
  EXPECT_EQ(view.ages.pressed, 20);
  EXPECT_EQ(view.ages.answered, 0);
  EXPECT_EQ(rig.line.calls.back().state, CallState::Answered);
  EXPECT_EQ(rig.line.statuses.back().call->minutes, 3);
  EXPECT_EQ(rig.caller->due(), rig.now.steady + 10'000) << "the broker has yet to hear it";
  rig.line.acknowledge();
  EXPECT_EQ(rig.caller->due(), rig.now.steady + 60'000);
  rig.pass(60);
  EXPECT_EQ(rig.view().minutesLeft, 2);
  rig.pass(500);
  EXPECT_EQ(rig.view().minutesLeft, 0);
  EXPECT_EQ(rig.view().stage, Stage::Answered);
}

TEST_F(Answered, ThatLayAtTheBrokerHasLessTimeLeft) {
  rig.pass(130);
  rig.answer("sylvie", AnswerAction::Coming, 3, std::nullopt, 120);
  EXPECT_EQ(rig.view().minutesLeft, 1);
  EXPECT_EQ(rig.view().ages.answered, 120);
}

TEST_F(Answered, FollowsTheAgentToTheKiosk) {
  rig.answer("sylvie", AnswerAction::Coming, 1);
  rig.answer("sylvie", AnswerAction::OnTheWay);
  EXPECT_EQ(rig.stage(), Stage::OnTheWay);
  EXPECT_TRUE(rig.line.statuses.back().call->onTheWay);
  rig.answer("sylvie", AnswerAction::Arrived);
  EXPECT_EQ(rig.stage(), Stage::Arrived);
  EXPECT_EQ(rig.line.statuses.back().state, agent::KioskState::Busy);
  rig.answer("sylvie", AnswerAction::End);
  EXPECT_EQ(rig.stage(), Stage::Ended);
  EXPECT_EQ(rig.line.calls.back().state, CallState::Ended);
  EXPECT_FALSE(rig.line.statuses.back().call);
  EXPECT_FALSE(rig.store.record.open);
}

TEST_F(Answered, ByTheBadgeIsArrivalWithoutAnyAnswer) {
  rig.caller->agentHere("karim", rig.now);
  EXPECT_EQ(rig.stage(), Stage::Arrived);
  EXPECT_EQ(rig.view().agent, "karim");
  rig.caller->agentDone("karim", rig.now);
  EXPECT_EQ(rig.stage(), Stage::Ended);
}

TEST_F(Answered, ByTwoTheFirstStands) {
  rig.answer("sylvie", AnswerAction::Coming, 3);
  rig.answer("karim", AnswerAction::Coming, 1);
  rig.answer("karim", AnswerAction::OnTheWay);
  rig.answer("karim", AnswerAction::Release);
  EXPECT_EQ(rig.view().agent, "sylvie");
  EXPECT_EQ(rig.view().minutes, 3);
  EXPECT_EQ(rig.stage(), Stage::Answered);
}

TEST_F(Answered, TwiceByTheBrokerCountsOnce) {
  rig.answer("sylvie", AnswerAction::Coming, 3);
  const auto rung = rig.line.calls.size();
  rig.pass(4);
  rig.answer("sylvie", AnswerAction::Coming, 3, std::nullopt, 4);
  EXPECT_EQ(rig.line.calls.size(), rung);
  rig.pass(100);
  rig.answer("sylvie", AnswerAction::Coming, 3);
  EXPECT_EQ(rig.view().minutesLeft, 3) << "a new promise";
}

TEST_F(Answered, ByAWrongTouchWaitsAgain) {
  rig.pass(50);
  rig.answer("sylvie", AnswerAction::Coming, 3);
  rig.pass(5);
  rig.answer("sylvie", AnswerAction::Release);
  rig.line.acknowledge();
  EXPECT_EQ(rig.stage(), Stage::Sent);
  EXPECT_FALSE(rig.view().agent);
  EXPECT_FALSE(rig.view().ages.answered);
  EXPECT_EQ(rig.view().ages.pressed, 55) << "its place in the row stays";
  EXPECT_EQ(rig.line.calls.back().state, CallState::Waiting);
  rig.pass(59);
  EXPECT_EQ(rig.stage(), Stage::Sent);
  rig.pass(1);
  EXPECT_EQ(rig.view().agent, "karim") << "not who gave it back";
}

TEST_F(Answered, PassedOnAsksThatAgent) {
  rig.answer("sylvie", AnswerAction::Coming, 3);
  rig.answer("sylvie", AnswerAction::Pass, std::nullopt, "karim");
  EXPECT_EQ(rig.stage(), Stage::SecondAsked);
  EXPECT_EQ(rig.view().agent, "karim");
  EXPECT_EQ(rig.line.calls.back().to, "karim");
  rig.answer("karim", AnswerAction::Coming, 5);
  EXPECT_EQ(rig.view().agent, "karim");
  EXPECT_EQ(rig.stage(), Stage::Answered);
}

TEST_F(Answered, PassedToNobodyWeKnowChangesNothing) {
  rig.answer("sylvie", AnswerAction::Pass, std::nullopt, "marc");
  EXPECT_EQ(rig.stage(), Stage::Sent);
}

TEST_F(Answered, BySomebodyUnknownIsIgnored) {
  for (const auto action :
       {AnswerAction::Coming, AnswerAction::OnTheWay, AnswerAction::Arrived, AnswerAction::End})
    rig.answer("marc", action, 3);
  EXPECT_EQ(rig.stage(), Stage::Sent);
}

TEST_F(Answered, ToAnotherCallIsIgnored) {
  rig.caller->answer(
      {"01938d3c-0000-7000-8000-000000000001", "sylvie", AnswerAction::Coming, 3, std::nullopt}, 0,
      rig.now);
  EXPECT_EQ(rig.stage(), Stage::Sent);
}

TEST_F(Answered, AfterItWasWithdrawnIsIgnored) {
  const auto id = rig.view().id;
  rig.caller->withdraw(rig.now);
  EXPECT_EQ(rig.stage(), Stage::Withdrawn);
  EXPECT_EQ(rig.line.calls.back().state, CallState::Withdrawn);
  EXPECT_FALSE(rig.line.statuses.back().call);
  rig.caller->answer({id, "sylvie", AnswerAction::Coming, 3, std::nullopt}, 0, rig.now);
  EXPECT_EQ(rig.stage(), Stage::Withdrawn);
}

TEST_F(Answered, WithdrawnCanBeCalledAgainAsAnother) {
  const auto id = rig.view().id;
  rig.caller->withdraw(rig.now);
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  EXPECT_NE(rig.view().id, id);
  EXPECT_EQ(rig.stage(), Stage::Leaving);
}

TEST_F(Answered, VisitOverWithdrawsAndCounts) {
  rig.caller->doing({true, "plate", 2, 6, std::nullopt, std::nullopt}, rig.now);
  rig.caller->endVisit(agent::VisitEnd::Paused, rig.now);
  EXPECT_EQ(rig.line.calls.back().state, CallState::Withdrawn);
  ASSERT_EQ(rig.line.counts.size(), 1u);
  EXPECT_EQ(rig.line.counts[0], (agent::Count{agent::VisitEnd::Paused, 2, 1}));
  EXPECT_EQ(rig.stage(), Stage::None);
  EXPECT_EQ(rig.line.statuses.back().state, agent::KioskState::Online);
  EXPECT_EQ(rig.store.record, agent::CallRecord{});
  rig.caller->endVisit(agent::VisitEnd::None, rig.now);
  EXPECT_EQ(rig.line.counts[1].calls, 0) << "the next visit's own";
}

}  // namespace
