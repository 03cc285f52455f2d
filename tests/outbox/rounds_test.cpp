// SPDX-License-Identifier: Apache-2.0
#include "outbox/rounds.h"

#include "fixture.h"
#include "storage/storage.h"
#include "strict_transport.h"

namespace {

using namespace outbox;
using namespace outbox_test;
using national::NationalFault;
using Kind = national::FaultKind;
using std::chrono::seconds;

constexpr std::int64_t start = 1'795'000'000'000;

class RoundsTest : public ::testing::Test {
 protected:
  RoundsTest() : m_outbox(provisioned(m_folder.path())), m_departures(m_outbox) { restart(); }

  // A courier that starts again over the same outbox.
  void restart() {
    m_rounds.emplace(
        m_departures, m_transport, m_sides.national,
        Surroundings{[this] { return m_now; }, [](std::uint64_t bound) { return bound - 1; },
                     [this](const std::string& line) { m_log.push_back(line); }});
  }

  national::Announcement recorded(const std::vector<std::size_t>& files = {}) {
    const auto parcel = m_sides.parcel(crypto::uuidV7(m_now), files);
    EXPECT_TRUE(m_outbox.record(parcel, m_now));
    return announcementOf(parcel);
  }

  static national::RequestState missing(const national::Announcement& a, std::size_t from = 0) {
    national::RequestState state{a.requestId, "draft", {}, std::nullopt};
    for (std::size_t i = from; i < a.parts.size(); ++i)
      state.missingParts.push_back(a.parts[i].sha256);
    return state;
  }

  void expectAllFrom(const national::Announcement& a, std::size_t from = 0) {
    for (std::size_t i = from; i < a.parts.size(); ++i)
      m_transport.expectPart(a.parts[i].sha256, {});
    m_transport.expectSubmit(m_sides.receiptFor(a));
  }

  static tl::unexpected<NationalFault> fault(Kind kind, const std::string& code = {}) {
    return tl::unexpected(NationalFault{kind, "test", std::nullopt, code});
  }

  DeliveryState stateOf(const national::Announcement& a) {
    return m_outbox.delivery(a.requestId).value()->state;
  }
  std::string codeOf(const national::Announcement& a) {
    return m_outbox.delivery(a.requestId).value()->refusalCode;
  }

  void tried() { EXPECT_EQ(m_rounds->once().value(), Rounds::Went::Tried); }
  void nothingDue() { EXPECT_EQ(m_rounds->once().value(), Rounds::Went::NothingDue); }
  void waitUntilDue() { m_now = m_rounds->nextDue().value().value(); }

  const TemporaryFolder m_folder;
  const TwoSides m_sides;
  Outbox m_outbox;
  Departures m_departures;
  StrictTransport m_transport;
  std::optional<Rounds> m_rounds;
  std::vector<std::string> m_log;
  std::int64_t m_now = start;
};

TEST_F(RoundsTest, SendsAllPartsInOrderAndErasesOnlyAfterTheReceipt) {
  const auto a = recorded({600'000});
  m_transport.expectAnnounce(missing(a));
  expectAllFrom(a);
  tried();
  EXPECT_EQ(stateOf(a), DeliveryState::Delivered);
  EXPECT_EQ(m_outbox.counts()->keptBytes, 0);
  nothingDue();
  EXPECT_FALSE(m_rounds->nextDue().value().has_value());
  ASSERT_EQ(m_log.size(), 1U);
  EXPECT_NE(m_log[0].find(a.requestId), std::string::npos);
}

TEST_F(RoundsTest, TheOldestGoesFirst) {
  const auto first = recorded();
  const auto second = recorded();
  m_transport.expectAnnounce(missing(first));
  expectAllFrom(first);
  tried();
  EXPECT_EQ(stateOf(second), DeliveryState::Waiting);
  m_transport.expectAnnounce(missing(second));
  expectAllFrom(second);
  tried();
}

TEST_F(RoundsTest, ThatItMayHaveAnnouncedIsOnTheDiskBeforeItAnnounces) {
  const auto a = recorded();
  m_transport.expectAnnounce(missing(a));
  m_transport.atNextCall([&] { EXPECT_TRUE(m_departures.waiting()->sound.at(0).announced); });
  expectAllFrom(a);
  tried();
}

TEST_F(RoundsTest, AsksBeforeItCreatesAfterAnUnknownOutcome) {
  const auto a = recorded();
  m_transport.expectAnnounce(fault(Kind::UnknownOutcome));
  tried();
  nothingDue();
  waitUntilDue();
  m_transport.expectFind(missing(a));
  expectAllFrom(a);
  tried();
  EXPECT_EQ(stateOf(a), DeliveryState::Delivered);
}

TEST_F(RoundsTest, AsksBeforeItCreatesAfterItWasKilled) {
  const auto a = recorded();
  ASSERT_TRUE(m_departures.markAnnounced(a.requestId));
  restart();
  m_transport.expectFind(fault(Kind::Unknown, "request-unknown"));
  m_transport.expectAnnounce(missing(a));
  expectAllFrom(a);
  tried();
}

TEST_F(RoundsTest, TakesTheReceiptOfASubmissionWhoseAnswerWasLost) {
  const auto a = recorded();
  m_transport.expectAnnounce(missing(a));
  m_transport.expectPart(a.parts[0].sha256, {});
  m_transport.expectSubmit(fault(Kind::UnknownOutcome));
  tried();
  waitUntilDue();
  national::RequestState state{a.requestId, "under-review", {}, m_sides.receiptFor(a)};
  m_transport.expectFind(state);
  tried();
  EXPECT_EQ(stateOf(a), DeliveryState::Delivered);
}

TEST_F(RoundsTest, AfterACutSendsOnlyWhatIsMissing) {
  const auto a = recorded({1'000'000});
  ASSERT_GE(a.parts.size(), 4U);
  m_transport.expectAnnounce(missing(a));
  m_transport.expectPart(a.parts[0].sha256, {});
  m_transport.expectPart(a.parts[1].sha256, {});
  m_transport.expectPart(a.parts[2].sha256, fault(Kind::UnknownOutcome));
  tried();
  waitUntilDue();
  EXPECT_LE(m_now, start + 2000) << "progress was made: the wait begins anew";
  m_transport.expectFind(missing(a, 2));
  expectAllFrom(a, 2);
  tried();
}

TEST_F(RoundsTest, NothingWasCreatedWhenTheServiceCannotBeReached) {
  const auto a = recorded();
  for (const auto kind : {Kind::Unreachable, Kind::Busy}) {
    m_transport.expectAnnounce(fault(kind));
    tried();
    nothingDue();
    waitUntilDue();
  }
  m_transport.expectAnnounce(missing(a));
  expectAllFrom(a);
  tried();
}

TEST_F(RoundsTest, ADeadLineIsTriedByOneParcelNotByAll) {
  const auto first = recorded();
  const auto second = recorded();
  m_transport.expectAnnounce(fault(Kind::Unreachable));
  tried();
  // Its person may still stand there: each parcel's own first try does not wait.
  m_transport.expectAnnounce(fault(Kind::Unreachable));
  tried();
  nothingDue();
  waitUntilDue();
  m_transport.expectAnnounce(fault(Kind::Unreachable));
  tried();
  nothingDue();
  EXPECT_EQ(stateOf(first), DeliveryState::Waiting);
  EXPECT_EQ(stateOf(second), DeliveryState::Waiting);
}

TEST_F(RoundsTest, AParcelThatTheServiceChokesOnDoesNotHoldTheOthers) {
  const auto bad = recorded();
  m_transport.expectAnnounce(missing(bad));
  m_transport.expectPart(bad.parts[0].sha256, {});
  m_transport.expectSubmit(fault(Kind::UnknownOutcome));
  tried();
  const auto good = recorded();
  m_transport.expectAnnounce(missing(good));
  expectAllFrom(good);
  tried();
  EXPECT_EQ(stateOf(good), DeliveryState::Delivered);
  EXPECT_EQ(stateOf(bad), DeliveryState::Waiting);
}

TEST_F(RoundsTest, RetryAfterHoldsBackNewParcelsToo) {
  const auto a = recorded();
  m_transport.expectAnnounce(
      tl::unexpected(NationalFault{Kind::Busy, "test", seconds(120), "busy"}));
  tried();
  recorded();
  nothingDue();
  EXPECT_GE(m_rounds->nextDue().value().value(), start + 120'000);
  EXPECT_LE(m_rounds->nextDue().value().value(), start + 122'000);
}

TEST_F(RoundsTest, ARefusalIsFinalAndTheParcelIsKept) {
  const auto a = recorded();
  m_transport.expectAnnounce(missing(a));
  m_transport.expectPart(a.parts[0].sha256, {});
  m_transport.expectSubmit(fault(Kind::Rejected, "duplicate-request"));
  tried();
  EXPECT_EQ(stateOf(a), DeliveryState::Refused);
  EXPECT_EQ(codeOf(a), "duplicate-request");
  EXPECT_GT(m_outbox.counts()->keptBytes, 0);
  restart();
  nothingDue();
}

TEST_F(RoundsTest, WhatOnlyHappenedOnTheWayIsTriedAgain) {
  struct Case {
    Kind kind;
    const char* code;
  };
  for (const Case& one :
       {Case{Kind::Rejected, "digest-mismatch"}, Case{Kind::Unknown, "request-unknown"}}) {
    const auto a = recorded();
    m_transport.expectAnnounce(missing(a));
    m_transport.expectPart(a.parts[0].sha256, fault(one.kind, one.code));
    tried();
    waitUntilDue();
    m_transport.expectFind(missing(a));
    m_transport.expectPart(a.parts[0].sha256, {});
    m_transport.expectSubmit(fault(Kind::Rejected, "parts-missing"));
    tried();
    waitUntilDue();
    m_transport.expectFind(missing(a));
    expectAllFrom(a);
    tried();
    EXPECT_EQ(stateOf(a), DeliveryState::Delivered) << one.code;
  }
}

TEST_F(RoundsTest, RefusedCredentialsStopEverythingUntilTheNextStart) {
  const auto first = recorded();
  const auto second = recorded();
  m_transport.expectAnnounce(fault(Kind::CredentialsRefused));
  tried();
  EXPECT_EQ(stateOf(first), DeliveryState::Stopped);
  EXPECT_EQ(stateOf(second), DeliveryState::Waiting);
  nothingDue();
  EXPECT_FALSE(m_rounds->nextDue().value().has_value());
  ASSERT_EQ(m_log.size(), 1U);
  EXPECT_EQ(m_log[0].rfind("ALARM", 0), 0U);

  restart();
  EXPECT_EQ(m_departures.releaseStopped().value(), 1);
  m_transport.expectFind(fault(Kind::Unknown, "request-unknown"));
  m_transport.expectAnnounce(missing(first));
  expectAllFrom(first);
  tried();
}

TEST_F(RoundsTest, AnAnswerOutOfTheContractStopsThisParcelOnly) {
  const auto odd = recorded();
  const auto fine = recorded();
  m_transport.expectAnnounce(fault(Kind::NotInContract));
  tried();
  EXPECT_EQ(stateOf(odd), DeliveryState::Stopped);
  EXPECT_EQ(codeOf(odd), "not-in-contract");
  m_transport.expectAnnounce(missing(fine));
  expectAllFrom(fine);
  tried();
}

TEST_F(RoundsTest, AnAnswerAboutSomethingElseStopsTheParcel) {
  const auto a = recorded();
  auto state = missing(a);
  state.requestId = crypto::uuidV7(start);
  m_transport.expectAnnounce(state);
  tried();
  EXPECT_EQ(codeOf(a), "not-in-contract");

  const auto b = recorded();
  state = missing(b);
  state.missingParts = {std::string(64, '0')};
  m_transport.expectAnnounce(state);
  tried();
  EXPECT_EQ(codeOf(b), "not-in-contract");
}

TEST_F(RoundsTest, NothingIsErasedOnAReceiptThatDoesNotStandForTheParcel) {
  const auto spoil = [&](int way, national::Receipt receipt) {
    if (way == 0) receipt.signature = crypto::toBase64(crypto::Bytes(64));
    if (way == 1) receipt.digests.push_back(std::string(64, 'a'));
    if (way == 2) receipt.digests.clear();
    if (way == 3) receipt.requestId = crypto::uuidV7(start);
    if (way == 4) receipt.reference += "X";
    if (way == 5) receipt.answer = "AAAA";
    if (way == 6) receipt.receivedAt = "2026-11-20T10:00:01Z";
    return receipt;
  };
  for (int way = 0; way < 7; ++way) {
    const auto a = recorded();
    m_transport.expectAnnounce(missing(a));
    m_transport.expectPart(a.parts[0].sha256, {});
    m_transport.expectSubmit(spoil(way, m_sides.receiptFor(a)));
    tried();
    EXPECT_EQ(codeOf(a), "receipt-refused") << way;
    EXPECT_EQ(stateOf(a), DeliveryState::Stopped) << way;
  }
  EXPECT_EQ(m_outbox.counts()->stopped, 7);
  EXPECT_GT(m_outbox.counts()->keptBytes, 0);
}

TEST_F(RoundsTest, WhatIsDamagedIsToldOnceAndNeverSent) {
  const auto broken = recorded();
  const auto fine = recorded();
  {
    auto database = storage::Database::open(m_folder.path() / "outbox.db",
                                            storage::OpenMode::Existing, std::chrono::seconds(1));
    ASSERT_TRUE(database->execute("UPDATE part SET bytes=zeroblob(length(bytes)) WHERE id=1024"));
  }
  m_transport.expectAnnounce(missing(fine));
  expectAllFrom(fine);
  tried();
  nothingDue();
  nothingDue();
  EXPECT_FALSE(m_rounds->nextDue().value().has_value());
  EXPECT_EQ(stateOf(broken), DeliveryState::Waiting);
  EXPECT_EQ(m_log.size(), 2U);
}

TEST_F(RoundsTest, AClockThatJumpsLosesNothingAndHoldsNothingBack) {
  constexpr std::int64_t tenYears = 315'576'000'000;
  const auto a = recorded();
  m_transport.expectAnnounce(fault(Kind::UnknownOutcome));
  tried();
  m_now -= tenYears;
  m_transport.expectFind(fault(Kind::Unreachable));
  tried();
  m_now += 2 * tenYears;
  m_transport.expectFind(missing(a));
  expectAllFrom(a);
  tried();
}

}  // namespace
