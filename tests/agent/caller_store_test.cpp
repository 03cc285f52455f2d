// SPDX-License-Identifier: Apache-2.0
// What is written before it is shown, and what a next process makes of it.
#include <gtest/gtest.h>

#include "fixture.h"

namespace {

using agent::AnswerAction;
using agent::CallFault;
using agent::CallKind;
using agent::CallState;
using agent::Stage;
using agent_test::CallerRig;

const std::vector<std::uint8_t> sealed{1, 2, 3, 4, 5};

TEST(Record, ThatFailedIsNoCall) {
  CallerRig rig;
  rig.connect();
  rig.store.failing = true;
  const auto told = rig.line.statuses.size();
  const auto called = rig.caller->call(CallKind::Help, rig.now);
  ASSERT_FALSE(called);
  EXPECT_EQ(called.error(), CallFault::NotRecorded);
  EXPECT_TRUE(rig.line.calls.empty());
  EXPECT_EQ(rig.line.statuses.size(), told);
  EXPECT_EQ(rig.stage(), Stage::None);
  rig.store.failing = false;
  EXPECT_TRUE(rig.caller->call(CallKind::Help, rig.now));
}

// Fails when the line is spoken to before the store.
TEST(Record, IsWrittenBeforeTheLineHearsOfIt) {
  struct Watching : agent_test::FakeLine {
    explicit Watching(agent_test::FakeStore& s) : store(s) {}
    void publishCall(const agent::CallEvent& event, Acknowledged acknowledged) override {
      EXPECT_TRUE(store.record.open && store.record.open->id == event.call);
      FakeLine::publishCall(event, std::move(acknowledged));
    }
    void publishStatus(const agent::KioskStatus& status, Acknowledged acknowledged) override {
      EXPECT_EQ(status.call.has_value(), store.record.open.has_value());
      FakeLine::publishStatus(status, std::move(acknowledged));
    }
    agent_test::FakeStore& store;
  };
  agent_test::FakeStore store;
  Watching line(store);
  agent::Caller caller({.kiosk = "k", .agents = {"sylvie"}}, store, line, [] {}, {1000, 2000});
  ASSERT_TRUE(caller.call(CallKind::Help, {1000, 2000}));
  EXPECT_EQ(line.calls.size(), 1u);
}

TEST(Record, IsTakenUpUnderTheSameId) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Blocked, rig.now));
  rig.line.acknowledge();
  const auto id = rig.view().id;
  rig.now.wall += 20'000;
  rig.now.steady = 77;  // another process, another boot
  rig.start();
  EXPECT_EQ(rig.view().id, id);
  EXPECT_EQ(rig.stage(), Stage::Leaving) << "until the broker says so to this process";
  EXPECT_EQ(rig.view().ages.pressed, 20);
  EXPECT_EQ(rig.line.calls.back().call, id);
  EXPECT_EQ(rig.line.calls.back().kind, CallKind::Blocked);
  EXPECT_EQ(rig.line.calls.back().age, 20);
  EXPECT_EQ(rig.line.statuses.back().call->call, id);
  rig.line.acknowledge();
  rig.connect();
  EXPECT_EQ(rig.stage(), Stage::Sent);
  rig.pass(38);
  EXPECT_EQ(rig.stage(), Stage::SecondAsked) << "its minute goes on";
}

TEST(Record, KeepsWhoAnsweredAndThePromise) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.answer("sylvie", AnswerAction::Coming, 5);
  rig.now.wall += 61'000;
  rig.start();
  EXPECT_EQ(rig.stage(), Stage::Answered);
  EXPECT_EQ(rig.view().agent, "sylvie");
  EXPECT_EQ(rig.view().minutesLeft, 4);
  EXPECT_EQ(rig.line.calls.back().state, CallState::Answered);
}

struct Clock {
  const char* what;
  std::int64_t written;
  std::int64_t read;
  std::int64_t age;
};
class WrongClock : public ::testing::TestWithParam<Clock> {};

TEST_P(WrongClock, GivesNoNonsense) {
  CallerRig rig;
  rig.now.wall = GetParam().written;
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.now.wall = GetParam().read;
  rig.start();
  EXPECT_EQ(rig.view().ages.pressed, GetParam().age);
  EXPECT_EQ(rig.line.calls.back().age, GetParam().age);
  EXPECT_EQ(rig.stage(), Stage::Leaving);
}

INSTANTIATE_TEST_SUITE_P(
    Record, WrongClock,
    ::testing::Values(Clock{"back in 1970 after a power cut", CallerRig::morning, 4'000, 0},
                      Clock{"in 1970 when it was written", 4'000, CallerRig::morning, 0},
                      Clock{"set back by a minute", CallerRig::morning, CallerRig::morning - 60'000,
                            0},
                      Clock{"an hour", CallerRig::morning, CallerRig::morning + 3'600'000, 3'600}));

TEST(Record, AJumpOfTheClockMeanwhileChangesNoAge) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.line.acknowledge();
  rig.now.wall += 86'400'000;
  rig.pass(10);
  EXPECT_EQ(rig.view().ages.pressed, 10);
  EXPECT_EQ(rig.stage(), Stage::Sent);
}

TEST(Record, AWithdrawalTheDiskRefusedIsTriedAgain) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.line.acknowledge();
  rig.store.failing = true;
  rig.caller->withdraw(rig.now);
  EXPECT_EQ(rig.stage(), Stage::Withdrawn);
  EXPECT_TRUE(rig.store.record.open);
  rig.store.failing = false;
  EXPECT_EQ(rig.caller->due(), rig.now.steady + 5'000);
  rig.pass(5);
  EXPECT_FALSE(rig.store.record.open);
}

TEST(CallBack, TakesThePlaceOfTheCallAndStaysUntilAnAgentEndsIt) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  const auto id = rig.view().id;
  ASSERT_TRUE(rig.caller->bookCallBack(3'600, sealed, rig.now));
  EXPECT_EQ(rig.stage(), Stage::CallBackBooked);
  EXPECT_EQ(rig.view().callBackIn, 3'600);
  EXPECT_EQ(rig.line.calls.back().state, CallState::CallBack);
  EXPECT_EQ(rig.line.calls.back().call, id);
  const agent::CallBack promised{id, 3'600, "AQIDBAU="};
  EXPECT_EQ(rig.line.statuses.back().callBacks, std::vector{promised});
  EXPECT_FALSE(rig.line.statuses.back().call);
  rig.caller->endVisit(agent::VisitEnd::CallBack, rig.now);
  rig.now.wall += 3'700'000;
  rig.start();
  EXPECT_EQ(rig.line.statuses.back().callBacks.at(0).in, -100);
  rig.caller->answer({id, "marc", AnswerAction::End, {}, {}}, 0, rig.now);
  EXPECT_EQ(rig.view().callBacks, 1) << "not on our list";
  rig.caller->answer({id, "karim", AnswerAction::End, {}, {}}, 0, rig.now);
  EXPECT_EQ(rig.view().callBacks, 0);
  EXPECT_TRUE(rig.store.record.callBacks.empty());
  EXPECT_TRUE(rig.line.statuses.back().callBacks.empty());
}

TEST(CallBack, CanBeBookedWhenNobodyIsThereAndNoCallWasMade) {
  CallerRig rig;
  ASSERT_TRUE(rig.caller->bookCallBack(60, sealed, rig.now));
  EXPECT_EQ(rig.stage(), Stage::CallBackBooked);
  EXPECT_EQ(rig.line.calls.back().call, rig.view().id);
}

TEST(CallBack, NotRecordedLeavesTheCallOpen) {
  CallerRig rig;
  rig.connect();
  ASSERT_TRUE(rig.caller->call(CallKind::Help, rig.now));
  rig.store.failing = true;
  EXPECT_EQ(rig.caller->bookCallBack(60, sealed, rig.now).error(), CallFault::NotRecorded);
  EXPECT_EQ(rig.stage(), Stage::Leaving);
  EXPECT_EQ(rig.view().callBacks, 0);
}

TEST(CallBack, TwentyFitIntoOneMessageAndNoMoreAreTaken) {
  CallerRig rig;
  const std::vector<std::uint8_t> large(1'500, 7);
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(rig.caller->bookCallBack(60, large, rig.now));
  EXPECT_TRUE(agent::toJson(rig.line.statuses.back()).has_value());
  EXPECT_EQ(rig.caller->bookCallBack(60, sealed, rig.now).error(), CallFault::Full);
  CallerRig other;
  EXPECT_EQ(other.caller->bookCallBack(60, std::vector<std::uint8_t>(1'501, 7), other.now).error(),
            CallFault::TooLarge);
}

}  // namespace
