// SPDX-License-Identifier: Apache-2.0
// Each file operation of recording fails once, and from then on: what was said must be true of the
// disk.
#include <sqlite3.h>

#include "../outbox/fixture.h"
#include "outbox/departures.h"
#include "shim_vfs.h"

namespace {

using namespace outbox;
using namespace outbox_test;

constexpr std::int64_t now = 1'795'000'000'000;

enum class Lasting { Once, FromThenOn };

struct Disk {
  const char* name;
  Lasting lasting;
  int code;
  FaultKind kind;
  bool (*hits)(shim::Operation);
};

bool anyChange(shim::Operation operation) {
  return operation == shim::Operation::Write || operation == shim::Operation::Truncate;
}
bool anySync(shim::Operation operation) {
  return operation == shim::Operation::Sync;
}
bool any(shim::Operation) {
  return true;
}

const Disk disks[] = {
    {"full once", Lasting::Once, SQLITE_FULL, FaultKind::Full, anyChange},
    {"full", Lasting::FromThenOn, SQLITE_FULL, FaultKind::Full, anyChange},
    {"failed write once", Lasting::Once, SQLITE_IOERR_WRITE, FaultKind::Failed, anyChange},
    {"failed write", Lasting::FromThenOn, SQLITE_IOERR_WRITE, FaultKind::Failed, anyChange},
    {"failed sync once", Lasting::Once, SQLITE_IOERR_FSYNC, FaultKind::Failed, anySync},
    {"failed sync", Lasting::FromThenOn, SQLITE_IOERR_FSYNC, FaultKind::Failed, anySync},
    {"read-only", Lasting::FromThenOn, SQLITE_READONLY, FaultKind::ReadOnly, anyChange},
    {"anything once", Lasting::Once, SQLITE_IOERR, FaultKind::Failed, any},
    {"anything", Lasting::FromThenOn, SQLITE_IOERR, FaultKind::Failed, any},
};

// Everything that waits can be read and has its digests.
void expectSound(const std::filesystem::path& state, const std::string& mustBeThere) {
  auto outbox = Outbox::open(state, Check::Whole);
  ASSERT_TRUE(outbox) << outbox.error().detail;
  Departures departures(*outbox);
  const auto waiting = departures.waiting().value();
  EXPECT_TRUE(waiting.damaged.empty());
  for (const auto& departure : waiting.sound)
    EXPECT_TRUE(departures.checkParts(departure));
  EXPECT_TRUE(outbox->delivery(mustBeThere).value().has_value());
}

struct Try {
  bool opened = false;
  bool recorded = false;
  FaultKind kind = FaultKind::Failed;
  bool hit = false;
};

// Opens and records with the fault at the n-th operation that it hits.
Try recordWith(const Disk& disk, int n, const std::filesystem::path& state, const Parcel& parcel) {
  Try result;
  int left = n;
  shim::Hooks hooks;
  hooks.before = [&](const shim::Event& event) {
    if (!disk.hits(event.operation)) return SQLITE_OK;
    --left;
    const bool strikes = disk.lasting == Lasting::Once ? left == 0 : left <= 0;
    result.hit = result.hit || strikes;
    return strikes ? disk.code : SQLITE_OK;
  };
  const shim::Installed installed(hooks);
  auto outbox = Outbox::open(state, Check::Quick);
  result.opened = outbox.has_value();
  if (!outbox) return result;
  const auto recorded = outbox->record(parcel, now);
  result.recorded = recorded.has_value();
  if (!recorded) result.kind = recorded.error().kind;
  return result;
}

class FileFaults : public ::testing::TestWithParam<Disk> {};

TEST_P(FileFaults, WhatWasSaidIsTrueOfTheDisk) {
  const Disk& disk = GetParam();
  const TwoSides sides;
  bool hit = true;
  int refusals = 0;
  for (int n = 1; hit; ++n) {
    ASSERT_LT(n, 2000);
    const TemporaryFolder folder;
    const std::string before = crypto::uuidV7(now);
    ASSERT_TRUE(provisioned(folder.path()).record(sides.parcel(before), now));
    const auto parcel = sides.parcel(crypto::uuidV7(now), {40'000});
    const Try result = recordWith(disk, n, folder.path(), parcel);
    hit = result.hit;

    expectSound(folder.path(), before);
    auto outbox = Outbox::open(folder.path(), Check::Quick).value();
    const bool there = outbox.delivery(parcel.requestId).value().has_value();
    if (result.recorded) {
      EXPECT_TRUE(there) << disk.name << " at " << n;
    } else {
      ++refusals;
      if (result.opened && disk.hits != any) {
        EXPECT_EQ(result.kind, disk.kind) << n;
      }
      // A disk that goes on failing cannot even be told to forget.
      if (disk.lasting == Lasting::Once) {
        EXPECT_FALSE(there) << disk.name << " at " << n;
      }
    }
    EXPECT_TRUE(outbox.record(parcel, now)) << "the disk is well again";
  }
  EXPECT_GT(refusals, 0) << "the fault never reached a record";
}

INSTANTIATE_TEST_SUITE_P(Disks, FileFaults, ::testing::ValuesIn(disks), [](const auto& one) {
  std::string name = one.param.name;
  for (auto& c : name)
    if (c == ' ' || c == '-') c = '_';
  return name;
});

}  // namespace
