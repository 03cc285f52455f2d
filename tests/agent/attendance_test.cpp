// SPDX-License-Identifier: Apache-2.0
#include "agent/attendance.h"

#include <gtest/gtest.h>

namespace {

using agent::Attendance;
using agent::DeskState;
using agent::DeskStatus;
using Names = std::vector<std::string>;

agent::KioskStatus calling(std::int64_t age) {
  agent::KioskStatus status;
  status.state = agent::KioskState::Help;
  status.call = agent::OpenCall{"01938d3c-0000-7000-8000-000000000001",
                                agent::CallState::Waiting,
                                agent::CallKind::Help,
                                age,
                                1,
                                std::nullopt,
                                std::nullopt,
                                false};
  return status;
}

TEST(Attendance, TellsWhoIsThere) {
  Attendance desks({"a", "b", "c", "d"}, "ours");
  EXPECT_FALSE(desks.present().anybody());
  desks.desk("a", {DeskState::Away, 0, {}}, 0);
  EXPECT_FALSE(desks.present().anybody()) << "a page that was left open helps nobody";
  desks.desk("b", {DeskState::Busy, 0, {}}, 0);
  EXPECT_TRUE(desks.present().anybody());
  desks.desk("d", {DeskState::Available, 0, {}}, 0);
  desks.desk("c", {DeskState::Available, 0, {}}, 0);
  desks.desk("stranger", {DeskState::Available, 0, {}}, 0);
  EXPECT_EQ(desks.present(), (Attendance::Present{Names{"c", "d"}, Names{"b"}, Names{"a"}}));
  desks.desk("c", {DeskState::Offline, 0, {}}, 0);
  EXPECT_EQ(desks.present().available, Names{"d"});
  desks.clear();
  EXPECT_EQ(desks.present(), Attendance::Present{});
}

TEST(Attendance, AsksTheOneWhoIsFreeForLongest) {
  Attendance desks({"a", "b", "c", "d"}, "ours");
  EXPECT_EQ(desks.next({}), std::nullopt);
  desks.desk("a", {DeskState::Busy, 5'000, {}}, 100'000);
  desks.desk("b", {DeskState::Available, 10, {}}, 100'000);
  desks.desk("c", {DeskState::Available, 20, {}}, 100'000);
  desks.desk("d", {DeskState::Away, 9'000, {}}, 100'000);
  EXPECT_EQ(desks.next({}), "c");
  EXPECT_EQ(desks.next({"c"}), "b");
  EXPECT_EQ(desks.next({"b", "c"}), "a") << "busy is better than nobody";
  EXPECT_EQ(desks.next({"a", "b", "c"}), std::nullopt) << "who is away is not asked";
}

TEST(Attendance, CountsOlderCallsOfOthers) {
  Attendance desks({}, "ours");
  desks.kiosk("k2", calling(40), 100'000);
  desks.kiosk("k3", calling(10), 100'000);
  desks.kiosk("ours", calling(500), 100'000);
  EXPECT_EQ(desks.before(std::nullopt, 100'000), 2);
  EXPECT_EQ(desks.before(20, 100'000), 1);
  EXPECT_EQ(desks.before(50, 130'000), 1) << "all of them grow older together";
  desks.kiosk("k2", agent::KioskStatus{}, 140'000);
  EXPECT_EQ(desks.before(50, 140'000), 0);
  EXPECT_EQ(desks.before(std::nullopt, 140'000), 1);
}

}  // namespace
