// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outbox/outbox.h"
#include "storage/storage.h"

namespace outbox {

inline constexpr std::int64_t applicationId = 0x43614361;
inline constexpr std::int64_t schemaVersion = 1;
inline constexpr std::int64_t partsPerParcel = 1024;

[[nodiscard]] StoreFault faultOf(const storage::Fault& fault);
[[nodiscard]] std::filesystem::path databaseFile(const std::filesystem::path& state);
// "L-000042-6": the row's number and its Luhn digit, so that a number read aloud wrongly is
// noticed.
[[nodiscard]] std::string localNumberOf(std::int64_t sequence);

// A row of the table `parcel`. Its seal is a digest of all the rest: a bit that flipped on the disk
// is noticed whatever it meant.
struct Row {
  std::int64_t sequence = 0;
  national::Announcement announcement;
  std::int64_t size = 0;
  std::int64_t recordedAt = 0;
  DeliveryState state = DeliveryState::Waiting;
  std::int64_t announced = 0;
  std::int64_t attempts = 0;
  std::int64_t due = 0;
  std::string code;
  std::string receipt;
};

struct Ledger {
  std::int64_t parcels = 0;  // rows in `parcel`: one that vanishes is missed
  std::int64_t nextSequence = 1;
  std::int64_t lineAttempts = 0;
  std::int64_t lineDue = 0;
  std::int64_t lineOrdered = 0;
};

// The tables, row by row. Callers bring the transaction.
class Outbox::Store {
 public:
  Store(storage::Database database, std::filesystem::path state)
      : m_database(std::move(database)), m_state(std::move(state)) {}

  [[nodiscard]] storage::Database& database() { return m_database; }
  [[nodiscard]] const std::filesystem::path& state() const { return m_state; }

  // Damaged when a seal does not fit.
  [[nodiscard]] Result<std::optional<Row>> find(const std::string& requestId);
  [[nodiscard]] Result<void> insert(const Row& row);
  [[nodiscard]] Result<void> update(const Row& row);
  [[nodiscard]] Result<void> erase(std::int64_t sequence);
  struct Rows {
    std::vector<Row> sound;            // oldest first
    std::vector<std::string> damaged;  // request ids, as far as they can be read
  };
  enum class Scope { Everything, Undelivered };
  [[nodiscard]] Result<Rows> all(Scope scope);

  [[nodiscard]] Result<Ledger> ledger();
  [[nodiscard]] Result<void> setLedger(const Ledger& ledger);

  [[nodiscard]] Result<void> insertPart(std::int64_t sequence, std::int64_t position,
                                        const crypto::Bytes& bytes);
  [[nodiscard]] Result<crypto::Bytes> part(std::int64_t sequence, std::int64_t position);
  [[nodiscard]] Result<void> eraseParts(std::int64_t sequence);

  // `change` in one synced transaction; nothing happened when it or the commit fails.
  [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& change);
  // Tells whoever watches the folder that something changed, once it can be seen: SQLite's own last
  // write comes before its commit is visible.
  void ring() const;
  // Moves committed pages into the database file and empties the log; Busy is no fault here.
  [[nodiscard]] Result<void> checkpoint();
  [[nodiscard]] Result<void> checkWhole();

 private:
  storage::Database m_database;
  std::filesystem::path m_state;
};

}  // namespace outbox
