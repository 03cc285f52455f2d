// SPDX-License-Identifier: Apache-2.0
// What a line keeps until the broker has it; waits between attempts; topics.
#include "agent/kept.h"

#include <gtest/gtest.h>

#include "agent/topics.h"

namespace {

using namespace agent;
using std::chrono::seconds;

const Kept::Time start{};
const std::string firstCall = "01938d3c-0000-7000-8000-000000000001";
const std::string second = "01938d3c-0000-7000-8000-000000000002";

Kept::Message call(const std::string& id, CallState state = CallState::Waiting,
                   Kept::Time since = start) {
  return {CallEvent{id, state, CallKind::Help, {}, 0, 0, 1, {}}, {}, since, 0};
}

Kept::Message status(int chapter, Kept::Time since = start) {
  return {KioskStatus{KioskState::Busy, 0, "plate", chapter, 6, {}, {}, {}, {}}, {}, since, 0};
}

Kept::Message guide(Kept::Time since) {
  return {GuideEnvelope{}, {}, since, 0};
}

// Sends all that is unsent, with numbers from 1.
class Sending {
 public:
  explicit Sending(Kept& kept) : m_kept(kept) {}
  std::size_t operator()(Kept::Time now) {
    const auto unsent = m_kept.unsent(now);
    for (auto* message : unsent)
      m_kept.sent(*message, ++m_number, now);
    return unsent.size();
  }

 private:
  Kept& m_kept;
  int m_number = 0;
};

TEST(Kept, IsSentOnceOverAConnectionAndAgainOverTheNext) {
  Kept kept;
  Sending send(kept);
  ASSERT_TRUE(kept.add(call(firstCall)).empty());
  EXPECT_EQ(send(start), 1u);
  EXPECT_EQ(send(start), 0u);
  kept.connectionLost();
  EXPECT_EQ(send(start), 1u);
  EXPECT_FALSE(kept.acknowledged(1)) << "a number of the connection before";
  EXPECT_TRUE(kept.acknowledged(2));
  EXPECT_FALSE(kept.outstanding());
  kept.connectionLost();
  EXPECT_EQ(send(start), 0u) << "what the broker has is not sent a second time";
}

TEST(Kept, TheLastStatusIsSentAtEachConnection) {
  Kept kept;
  Sending send(kept);
  EXPECT_TRUE(kept.add(status(1)).empty());
  EXPECT_EQ(kept.add(status(2)).size(), 1u) << "the latest only";
  EXPECT_EQ(send(start), 1u);
  EXPECT_TRUE(kept.acknowledged(1));
  kept.connectionLost();
  const auto unsent = kept.unsent(start);
  ASSERT_EQ(unsent.size(), 1u);
  EXPECT_EQ(std::get<KioskStatus>(unsent[0]->payload).chapter, 2);
}

TEST(Kept, AnOlderStatusDoesNotComeBack) {
  Kept kept;
  Sending send(kept);
  EXPECT_TRUE(kept.add(status(1)).empty());
  send(start);
  EXPECT_TRUE(kept.acknowledged(1));
  EXPECT_TRUE(kept.add(status(2)).empty());
  send(start);
  kept.connectionLost();
  const auto unsent = kept.unsent(start);
  ASSERT_EQ(unsent.size(), 1u);
  EXPECT_EQ(std::get<KioskStatus>(unsent[0]->payload).chapter, 2);
}

TEST(Kept, ALaterEventTakesThePlaceOfTheSameCallOnly) {
  Kept kept;
  EXPECT_TRUE(kept.add(call(firstCall)).empty());
  EXPECT_TRUE(kept.add(call(second)).empty());
  EXPECT_EQ(kept.add(call(firstCall, CallState::Withdrawn)).size(), 1u);
  const auto unsent = kept.unsent(start);
  ASSERT_EQ(unsent.size(), 2u);
  EXPECT_EQ(std::get<CallEvent>(unsent[0]->payload).call, second);
  EXPECT_EQ(std::get<CallEvent>(unsent[1]->payload).state, CallState::Withdrawn);
}

// A kiosk that talks on must not hide that the broker has stopped to listen.
TEST(Kept, WhatWasReplacedIsStillOwed) {
  Kept kept;
  Sending send(kept);
  EXPECT_FALSE(kept.waitingSince());
  (void)kept.add(status(1));
  send(start);
  (void)kept.add(status(2, start + seconds(3)));
  send(start + seconds(3));
  EXPECT_EQ(kept.waitingSince(), start);
  EXPECT_FALSE(kept.acknowledged(1));
  EXPECT_EQ(kept.waitingSince(), start + seconds(3));
  kept.connectionLost();
  EXPECT_FALSE(kept.waitingSince());
}

TEST(Kept, WhatTheBrokerRefusedIsNotAskedAgain) {
  Kept kept;
  Sending send(kept);
  (void)kept.add(call(firstCall));
  send(start);
  kept.refused(1);
  EXPECT_FALSE(kept.outstanding());
  EXPECT_FALSE(kept.waitingSince());
}

TEST(Kept, AGuideIsOfUseForAMinute) {
  Kept kept;
  (void)kept.add(guide(start));
  (void)kept.add(guide(start + seconds(1)));
  EXPECT_EQ(kept.unsent(start + seconds(59)).size(), 2u);
  EXPECT_EQ(kept.unsent(start + seconds(60)).size(), 1u);
}

TEST(Kept, IsBounded) {
  Kept kept;
  std::size_t out = 0;
  for (int i = 0; i < 1'000; ++i)
    out += kept.add({Count{}, {}, start, 0}).size();
  EXPECT_EQ(out, 800u);
  EXPECT_EQ(kept.unsent(start).size(), 200u);
}

TEST(Kept, GrowsOlderWhileItLies) {
  const auto text = textOf(call(firstCall), start + seconds(70));
  ASSERT_TRUE(text);
  EXPECT_EQ(parseCallEvent(*text)->age, 70);
}

TEST(Waits, DoubleUpToTheLongestAndAreDrawn) {
  using std::chrono::milliseconds;
  const auto most = [](std::uint64_t bound) { return bound - 1; };
  const auto least = [](std::uint64_t) { return std::uint64_t{0}; };
  const milliseconds from(500), to(60'000);
  EXPECT_EQ(waitBefore(0, from, to, most), milliseconds(500));
  EXPECT_EQ(waitBefore(1, from, to, most), milliseconds(1'000));
  EXPECT_EQ(waitBefore(6, from, to, most), milliseconds(32'000));
  EXPECT_EQ(waitBefore(7, from, to, most), to);
  EXPECT_EQ(waitBefore(1'000'000, from, to, most), to);
  EXPECT_EQ(waitBefore(9, from, to, least), milliseconds(0));
}

TEST(Topics, AreThoseOfTheInterfaces) {
  EXPECT_EQ(kioskTopic("s", "k", "call"), "kiosk/v1/s/k/call");
  EXPECT_EQ(deskTopic("s", "a"), "desk/v1/s/a/status");
  const auto topic = topicOf("desk/v1/s/a/status");
  ASSERT_TRUE(topic);
  EXPECT_TRUE(topic->ofDesk);
  EXPECT_EQ(topic->site + topic->who + topic->what, "sastatus");
  for (const auto* odd : {"", "desk", "kiosk/v1/s/k", "kiosk/v1/s/k/call/x", "kiosk/v2/s/k/call",
                          "kiosk/v1//k/call", "kiosk/v1/s/k/", "other/v1/s/k/call"})
    EXPECT_FALSE(topicOf(odd)) << odd;
}

}  // namespace
