// SPDX-License-Identifier: Apache-2.0
#include "outbox/outbox.h"

#include <sys/stat.h>

#include <fstream>

#include "fixture.h"
#include "outbox/departures.h"
#include "storage/storage.h"

namespace {

using namespace outbox;
using namespace outbox_test;
using namespace std::chrono_literals;

constexpr std::int64_t recordedAt = 1'795'000'000'000;

TEST(OutboxProvision, MakesADatabaseThatNobodyElseReadsAndNothingBesideIt) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Outbox::provision(folder.path() / "state"));
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() / "state/outbox.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "state"))
    names.push_back(entry.path().filename());
  EXPECT_EQ(names, std::vector<std::string>{"outbox.db"});
}

TEST(OutboxProvision, ChangesNothingTheSecondTime) {
  const TemporaryFolder folder;
  const TwoSides sides;
  const std::string id = crypto::uuidV7(recordedAt);
  ASSERT_TRUE(provisioned(folder.path()).record(sides.parcel(id), recordedAt));
  ASSERT_TRUE(Outbox::provision(folder.path()));
  auto again = Outbox::open(folder.path(), Check::Whole);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->delivery(id).value().has_value());
}

TEST(OutboxProvision, RefusesALogWithoutItsDatabase) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "outbox.db-wal") << "rest";
  const auto made = Outbox::provision(folder.path());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, FaultKind::Damaged);
}

TEST(OutboxOpen, TellsWhyItWillNot) {
  const TemporaryFolder folder;
  EXPECT_EQ(Outbox::open(folder.path(), Check::Quick).error().kind, FaultKind::Missing);

  std::ofstream(folder.path() / "outbox.db") << std::string(8192, 'x');
  EXPECT_EQ(Outbox::open(folder.path(), Check::Quick).error().kind, FaultKind::Damaged);

  std::ofstream(folder.path() / "outbox.db") << "";
  EXPECT_EQ(Outbox::open(folder.path(), Check::Quick).error().kind, FaultKind::Damaged);
}

TEST(OutboxOpen, RefusesAnotherJournalMode) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Outbox::provision(folder.path()));
  {
    auto database =
        storage::Database::open(folder.path() / "outbox.db", storage::OpenMode::Existing, 1s);
    ASSERT_EQ(database->pragma("journal_mode=DELETE").value(), "delete");
  }
  const auto opened = Outbox::open(folder.path(), Check::Quick);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, FaultKind::Unsafe);
}

TEST(OutboxRecord, GivesNumbersThatCanBeReadAloud) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  EXPECT_EQ(outbox.record(sides.parcel(crypto::uuidV7(recordedAt)), recordedAt).value(),
            "L-000001-8");
  EXPECT_EQ(outbox.record(sides.parcel(crypto::uuidV7(recordedAt)), recordedAt).value(),
            "L-000002-6");
}

TEST(OutboxRecord, TheSameRequestTwiceIsOneParcel) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  const auto parcel = sides.parcel(crypto::uuidV7(recordedAt));
  const auto first = outbox.record(parcel, recordedAt);
  EXPECT_EQ(outbox.record(parcel, recordedAt + 5).value(), first.value());
  EXPECT_EQ(outbox.counts()->waiting, 1);
}

TEST(OutboxRecord, SurvivesTheProcess) {
  const TemporaryFolder folder;
  const TwoSides sides;
  const auto parcel = sides.parcel(crypto::uuidV7(recordedAt), {600'000});
  ASSERT_TRUE(provisioned(folder.path()).record(parcel, recordedAt));

  auto outbox = Outbox::open(folder.path(), Check::Whole);
  Departures departures(*outbox);
  const auto waiting = departures.waiting().value();
  ASSERT_EQ(waiting.sound.size(), 1U);
  EXPECT_EQ(signedLines(waiting.sound[0].announcement), signedLines(announcementOf(parcel)));
  for (std::size_t i = 0; i < parcel.parts.size(); ++i)
    EXPECT_EQ(departures.part(waiting.sound[0], i).value(), parcel.parts[i].bytes);
}

TEST(OutboxDelivery, GoesFromWaitingToDeliveredAndErasesTheParts) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  const auto parcel = sides.parcel(crypto::uuidV7(recordedAt));
  ASSERT_TRUE(outbox.record(parcel, recordedAt));
  EXPECT_EQ(outbox.delivery(parcel.requestId).value()->state, DeliveryState::Waiting);
  EXPECT_FALSE(outbox.delivery("unknown").value().has_value());

  Departures departures(outbox);
  const auto departure = departures.waiting().value().sound.at(0);
  const auto receipt = sides.receiptFor(departure.announcement);
  ASSERT_TRUE(departures.deliver(receipt));
  const auto delivery = outbox.delivery(parcel.requestId).value();
  EXPECT_EQ(delivery->state, DeliveryState::Delivered);
  EXPECT_EQ(delivery->receipt, receipt);
  EXPECT_EQ(departures.part(departure, 0).error().kind, FaultKind::Damaged);
  EXPECT_EQ(outbox.counts()->keptBytes, 0);
}

TEST(OutboxDelivery, RefusedAndStoppedAreKeptAndStoppedMayWaitAgain) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  const auto refused = sides.parcel(crypto::uuidV7(recordedAt));
  const auto stopped = sides.parcel(crypto::uuidV7(recordedAt));
  ASSERT_TRUE(outbox.record(refused, recordedAt));
  ASSERT_TRUE(outbox.record(stopped, recordedAt));
  Departures departures(outbox);
  ASSERT_TRUE(departures.refuse(refused.requestId, "parcel-unreadable"));
  ASSERT_TRUE(departures.stop(stopped.requestId, "not-in-contract"));
  EXPECT_TRUE(departures.waiting()->sound.empty());
  EXPECT_EQ(outbox.delivery(refused.requestId).value()->refusalCode, "parcel-unreadable");
  EXPECT_EQ(outbox.delivery(stopped.requestId).value()->refusalCode, "not-in-contract");

  EXPECT_EQ(departures.releaseStopped().value(), 1);
  EXPECT_EQ(departures.waiting()->sound.size(), 1U);
  EXPECT_EQ(outbox.counts()->refused, 1);
}

TEST(OutboxTidy, ForgetsTheOldestDeliveredAndKeepsCount) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  Departures departures(outbox);
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    ids.push_back(crypto::uuidV7(recordedAt));
    ASSERT_TRUE(outbox.record(sides.parcel(ids.back()), recordedAt));
    if (i == 0) continue;
    ASSERT_TRUE(
        departures.deliver(sides.receiptFor(departures.waiting()->sound.at(1).announcement)));
  }
  ASSERT_TRUE(departures.tidy(2));
  EXPECT_EQ(outbox.counts()->delivered, 2);
  EXPECT_EQ(outbox.counts()->waiting, 1);
  EXPECT_TRUE(outbox.delivery(ids[0]).value().has_value());
  EXPECT_FALSE(outbox.delivery(ids[1]).value().has_value());
  EXPECT_TRUE(outbox.delivery(ids[4]).value().has_value());
  EXPECT_TRUE(Outbox::open(folder.path(), Check::Whole));
}

TEST(OutboxQuota, RefusesBeforeItIsTooLate) {
  const TemporaryFolder folder;
  const TwoSides sides;
  auto outbox = provisioned(folder.path());
  Quota quota;
  quota.freeBytes = 1;
  EXPECT_TRUE(outbox.hasRoom(quota).value());
  quota.parcels = 1;
  EXPECT_TRUE(outbox.hasRoom(quota).value());
  ASSERT_TRUE(outbox.record(sides.parcel(crypto::uuidV7(recordedAt)), recordedAt));
  EXPECT_FALSE(outbox.hasRoom(quota).value());
  quota.parcels = 10;
  quota.bytes = 100;
  EXPECT_FALSE(outbox.hasRoom(quota).value());
  quota.bytes = 1'000'000;
  quota.freeBytes = std::numeric_limits<std::int64_t>::max();
  EXPECT_FALSE(outbox.hasRoom(quota).value());
}

}  // namespace
