// SPDX-License-Identifier: Apache-2.0
// Every single bit of a small outbox is flipped: never does a flipped parcel look sound, never does
// one vanish unnoticed.
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "fixture.h"
#include "outbox/departures.h"
#include "storage/storage.h"

namespace {

using namespace outbox;
using namespace outbox_test;

constexpr std::int64_t now = 1'795'000'000'000;

struct Kept {
  std::vector<std::string> lines;  // what the kiosk signed, of each parcel in its order
  std::vector<crypto::Bytes> parts;
};

// What the courier would send, as far as the outbox says that it is sound; nothing when damage was
// noticed.
std::optional<Kept> lookSound(const std::filesystem::path& state) {
  auto outbox = Outbox::open(state, Check::Whole);
  if (!outbox) return std::nullopt;
  Departures departures(*outbox);
  const auto damaged = departures.damaged();
  if (!damaged || !damaged->empty()) return std::nullopt;
  const auto waiting = departures.waiting();
  if (!waiting) return std::nullopt;
  Kept kept;
  for (const auto& departure : waiting->sound) {
    kept.lines.push_back(signedLines(departure.announcement) + departure.announcement.signature);
    for (std::size_t i = 0; i < departure.announcement.parts.size(); ++i) {
      auto bytes = departures.part(departure, i);
      if (!bytes) return std::nullopt;
      kept.parts.push_back(std::move(*bytes));
    }
  }
  return kept;
}

// The same rows in a file of 4 KB instead of 20: most of it would be the empty rest of large pages.
void makePagesSmall(const std::filesystem::path& file) {
  auto database =
      storage::Database::open(file, storage::OpenMode::Existing, std::chrono::seconds(1));
  ASSERT_TRUE(database);
  ASSERT_EQ(database->pragma("journal_mode=DELETE").value(), "delete");
  ASSERT_TRUE(database->execute("PRAGMA page_size=512; VACUUM"));
  ASSERT_EQ(database->pragma("journal_mode=WAL").value(), "wal");
}

class BitRot : public ::testing::TestWithParam<int> {};

TEST_P(BitRot, IsNoticedBeforeAnythingIsSent) {
  const TwoSides sides;
  const TemporaryFolder folder;
  {
    auto outbox = provisioned(folder.path());
    ASSERT_TRUE(outbox.record(sides.parcel(crypto::uuidV7(now)), now));
    ASSERT_TRUE(outbox.record(sides.parcel(crypto::uuidV7(now)), now));
    Departures departures(outbox);
    ASSERT_TRUE(
        departures.deliver(sides.receiptFor(departures.waiting()->sound.at(0).announcement)));
  }
  makePagesSmall(folder.path() / "outbox.db");
  const auto sound = lookSound(folder.path());
  ASSERT_TRUE(sound);
  ASSERT_EQ(sound->lines.size(), 1U);
  const auto file = folder.path() / "outbox.db";
  std::ifstream in(file, std::ios::binary);
  std::vector<char> content(std::istreambuf_iterator<char>(in), {});

  long noticed = 0;
  const auto quarter = static_cast<std::size_t>(GetParam());
  for (std::size_t at = quarter; at < content.size(); at += 4) {
    for (int bit = 0; bit < 8; ++bit) {
      const int disk = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
      ASSERT_GE(disk, 0);
      // SQLite may have written what it knows of the flipped file: all of it is put back.
      ASSERT_EQ(::pwrite(disk, content.data(), content.size(), 0),
                static_cast<ssize_t>(content.size()));
      ASSERT_EQ(::ftruncate(disk, static_cast<off_t>(content.size())), 0);
      const char flipped = static_cast<char>(content[at] ^ (1 << bit));
      ASSERT_EQ(::pwrite(disk, &flipped, 1, static_cast<off_t>(at)), 1);
      ::close(disk);
      const auto found = lookSound(folder.path());
      if (!found) {
        ++noticed;
        continue;
      }
      ASSERT_EQ(found->lines, sound->lines) << "byte " << at << " bit " << bit;
      ASSERT_EQ(found->parts, sound->parts) << "byte " << at << " bit " << bit;
    }
  }
  std::printf("bit_rot flips=%zu noticed=%ld, the others changed nothing\n", content.size() / 4 * 8,
              noticed);
}

INSTANTIATE_TEST_SUITE_P(Quarter, BitRot, ::testing::Range(0, 4));

}  // namespace
