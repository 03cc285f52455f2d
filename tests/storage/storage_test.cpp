// SPDX-License-Identifier: Apache-2.0
#include "storage/storage.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "../outbox/fixture.h"

namespace {

using namespace storage;
using namespace std::chrono_literals;
using outbox_test::TemporaryFolder;

Database made(const std::filesystem::path& folder) {
  auto database = Database::open(folder / "some.db", OpenMode::Create, 50ms).value();
  EXPECT_TRUE(database.execute("CREATE TABLE t(a INTEGER UNIQUE, b TEXT, c BLOB) STRICT"));
  return database;
}

std::int64_t rows(Database& database) {
  auto statement = database.prepare("SELECT count(*) FROM t").value();
  EXPECT_TRUE(statement.step().value());
  return statement.integer(0);
}

TEST(Storage, GivesBackWhatItWasGiven) {
  const TemporaryFolder folder;
  auto database = made(folder.path());
  const std::vector<std::uint8_t> blob{0, 1, 255};
  auto insert = database.prepare("INSERT INTO t VALUES(?,?,?)").value();
  ASSERT_FALSE(insert.bind(1, std::int64_t{1} << 62U).bind(2, "é\0x").bind(3, blob).step().value());
  insert.reset();
  ASSERT_TRUE(insert.bind(1, std::int64_t{2}).bind(2, std::string_view()).bindNull(3).step());
  EXPECT_EQ(database.changes(), 1);

  auto select = database.prepare("SELECT a, b, c FROM t ORDER BY a DESC").value();
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.integer(0), std::int64_t{1} << 62U);
  EXPECT_EQ(select.text(1), "é");
  EXPECT_EQ(select.blob(2), blob);
  EXPECT_FALSE(select.isNull(2));
  ASSERT_TRUE(select.step().value());
  EXPECT_TRUE(select.isNull(2));
  EXPECT_TRUE(select.blob(2).empty());
  EXPECT_EQ(select.text(1), "");
  EXPECT_FALSE(select.step().value());
}

TEST(Storage, TellsWhatKindOfFaultItWas) {
  const TemporaryFolder folder;
  auto database = made(folder.path());
  EXPECT_EQ(Database::open(folder.path() / "no.db", OpenMode::Existing, 0ms).error().kind,
            FaultKind::Missing);
  EXPECT_EQ(database.prepare("SELEKT").error().kind, FaultKind::Failed);
  ASSERT_TRUE(database.execute("INSERT INTO t VALUES(1,'',x'')"));
  EXPECT_EQ(database.execute("INSERT INTO t VALUES(1,'',x'')").error().kind, FaultKind::Constraint);
  auto wrong = database.prepare("SELECT ?").value();
  EXPECT_FALSE(wrong.bind(7, std::int64_t{1}).step());

  std::ofstream(folder.path() / "odd.db") << std::string(4096, '?');
  auto odd = Database::open(folder.path() / "odd.db", OpenMode::Existing, 0ms);
  ASSERT_TRUE(odd);
  EXPECT_EQ(odd->pragma("user_version").error().kind, FaultKind::Damaged);
}

TEST(Storage, ATransactionThatIsNotCommittedNeverWas) {
  const TemporaryFolder folder;
  auto database = made(folder.path());
  {
    const auto transaction = Transaction::begin(database).value();
    ASSERT_TRUE(database.execute("INSERT INTO t VALUES(1,'',x'')"));
  }
  EXPECT_EQ(rows(database), 0);
  auto transaction = Transaction::begin(database).value();
  ASSERT_TRUE(database.execute("INSERT INTO t VALUES(1,'',x'')"));
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(rows(database), 1);
}

TEST(Storage, WhoWaitsTooLongIsToldThatItIsBusy) {
  const TemporaryFolder folder;
  auto first = made(folder.path());
  auto second = Database::open(folder.path() / "some.db", OpenMode::Existing, 10ms).value();
  const auto transaction = Transaction::begin(first).value();
  EXPECT_EQ(Transaction::begin(second).error().kind, FaultKind::Busy);
}

TEST(Storage, AReadingTransactionSeesOneMoment) {
  const TemporaryFolder folder;
  auto first = made(folder.path());
  ASSERT_EQ(first.pragma("journal_mode=WAL").value(), "wal");
  auto second = Database::open(folder.path() / "some.db", OpenMode::Existing, 10ms).value();
  {
    const auto view = Transaction::beginReading(second).value();
    EXPECT_EQ(rows(second), 0);
    ASSERT_TRUE(first.execute("INSERT INTO t VALUES(1,'',x'')"));
    EXPECT_EQ(rows(second), 0);
  }
  EXPECT_EQ(rows(second), 1);
}

TEST(Storage, CloseTellsWhatIsStillOpen) {
  const TemporaryFolder folder;
  auto database = made(folder.path());
  auto statement = database.prepare("SELECT 1").value();
  EXPECT_FALSE(database.close());
}

TEST(Files, AreWrittenWholeOrNotAtAll) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "file";
  ASSERT_TRUE(writeFile(file, "first", 0600));
  ASSERT_TRUE(writeFile(file, "second", 0600));
  EXPECT_EQ(readFile(file, 100).value(), "second");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(readFile(file, 5).error().kind, FaultKind::Failed);
  EXPECT_EQ(readFile(folder.path() / "none", 5).error().kind, FaultKind::Missing);
  EXPECT_EQ(writeFile(folder.path() / "none" / "file", "x", 0600).error().kind, FaultKind::Missing);
  EXPECT_EQ(syncPath(folder.path() / "none").error().kind, FaultKind::Missing);
}

// Whatever is behind what is usual, and not a byte more than was allowed.
TEST(Files, AreReadUpToTheirLimit) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "large";
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'536},
                                 std::size_t{65'537}, std::size_t{300'000}}) {
    std::string content(size, 'x');
    if (!content.empty()) content.back() = 'y';
    ASSERT_TRUE(writeFile(file, content, 0600));
    EXPECT_EQ(readFile(file, size).value(), content) << size;
    EXPECT_EQ(readFile(file, 4'000'000).value(), content) << size;
    if (size == 0) continue;
    EXPECT_EQ(readFile(file, size - 1).error().kind, FaultKind::Failed) << size;
  }
}

TEST(Files, GrowAtTheirEndAndAreOverwrittenInPlace) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "file";
  EXPECT_EQ(overwriteFile(file, 0, "x").error().kind, FaultKind::Missing);
  ASSERT_TRUE(appendFile(file, "one ", 0600));
  ASSERT_TRUE(appendFile(file, "two", 0600));
  EXPECT_EQ(readFile(file, 100).value(), "one two");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  ASSERT_TRUE(overwriteFile(file, 4, "six"));
  EXPECT_EQ(readFile(file, 100).value(), "one six");
  EXPECT_EQ(appendFile(folder.path() / "none" / "file", "x", 0600).error().kind,
            FaultKind::Missing);
}

TEST(Files, AFullDiskLeavesTheOldContent) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "file";
  ASSERT_TRUE(writeFile(file, "first", 0600));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &usual), 0);
  const rlimit small{1000, usual.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto written = writeFile(file, std::string(5000, 'x'), 0600);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &usual), 0);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, FaultKind::Full);
  EXPECT_EQ(readFile(file, 100).value(), "first");
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".new"));
}

}  // namespace
