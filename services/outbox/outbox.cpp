// SPDX-License-Identifier: Apache-2.0
#include "outbox/outbox.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include "national/replies.h"
#include "outbox/store.h"

namespace outbox {
namespace {

using namespace std::chrono_literals;

// A person waits for record(): longer than this and the kiosk had better say so.
constexpr auto patience = 2000ms;

Result<void> expectPragma(storage::Database& database, const std::string& name,
                          const std::string& wanted, FaultKind otherwise) {
  const auto value = database.pragma(name);
  if (!value) return tl::unexpected(faultOf(value.error()));
  if (*value == wanted) return {};
  return tl::unexpected(
      StoreFault{otherwise, "outbox.db: " + name + " is " + *value + " instead of " + wanted});
}

Result<void> prepare(storage::Database& database) {
  // The log is moved by the courier (Departures::tidy), never while a person waits.
  if (const auto set = database.execute("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
                                        "PRAGMA foreign_keys=ON; PRAGMA mmap_size=0; "
                                        "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0;");
      !set)
    return tl::unexpected(faultOf(set.error()));
  struct Expected {
    const char* name;
    std::string value;
    FaultKind otherwise;
  };
  const Expected all[] = {
      {"application_id", std::to_string(applicationId), FaultKind::Damaged},
      {"user_version", std::to_string(schemaVersion), FaultKind::Damaged},
      {"journal_mode", "wal", FaultKind::Unsafe},
      {"synchronous", "2", FaultKind::Unsafe},
      {"secure_delete", "1", FaultKind::Unsafe},
  };
  for (const auto& one : all)
    if (auto fine = expectPragma(database, one.name, one.value, one.otherwise); !fine) return fine;
  return {};
}

Row rowOf(const Parcel& parcel, std::int64_t sequence, std::int64_t now) {
  Row row;
  row.sequence = sequence;
  row.announcement = {parcel.requestId, parcel.procedure, parcel.procedureVersion,
                      parcel.kioskId,   parcel.keyId,     {},
                      parcel.signature};
  for (const auto& part : parcel.parts) {
    const auto size = static_cast<std::int64_t>(part.bytes.size());
    row.announcement.parts.push_back({part.sha256, size});
    row.size += size;
  }
  row.recordedAt = now;
  row.due = now;
  return row;
}

Result<void> insertParcel(Outbox::Store& store, const Parcel& parcel, std::int64_t now,
                          std::int64_t& sequence) {
  const auto known = store.find(parcel.requestId);
  if (!known) return tl::unexpected(known.error());
  if (*known) {
    sequence = (*known)->sequence;
    return {};
  }
  auto ledger = store.ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  sequence = ledger->nextSequence++;
  ++ledger->parcels;
  if (auto done = store.setLedger(*ledger); !done) return done;
  if (auto done = store.insert(rowOf(parcel, sequence, now)); !done) return done;
  std::int64_t position = 0;
  for (const auto& part : parcel.parts)
    if (auto done = store.insertPart(sequence, position++, part.bytes); !done) return done;
  return {};
}

}  // namespace

Outbox::Outbox(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;
Outbox::~Outbox() = default;

Result<Outbox> Outbox::open(const std::filesystem::path& state, Check check) {
  auto database =
      storage::Database::open(databaseFile(state), storage::OpenMode::Existing, patience);
  if (!database) return tl::unexpected(faultOf(database.error()));
  if (const auto prepared = prepare(*database); !prepared) return tl::unexpected(prepared.error());
  Outbox outbox(std::make_unique<Store>(std::move(*database), state));
  if (check == Check::Whole)
    if (const auto whole = outbox.m_store->checkWhole(); !whole)
      return tl::unexpected(whole.error());
  return outbox;
}

Result<std::string> Outbox::record(const Parcel& parcel, std::int64_t now) {
  if (parcel.parts.empty() || parcel.parts.size() > static_cast<std::size_t>(partsPerParcel))
    return tl::unexpected(StoreFault{FaultKind::Failed, "no parcel has this number of parts"});
  std::int64_t sequence = 0;
  const auto done =
      m_store->inTransaction([&] { return insertParcel(*m_store, parcel, now, sequence); });
  if (!done) {
    // What a failed sync left in the log must not come back to life: "not recorded" is what was
    // said.
    (void)m_store->checkpoint();
    return tl::unexpected(done.error());
  }
  m_store->ring();
  return localNumberOf(sequence);
}

Result<std::optional<Delivery>> Outbox::delivery(const std::string& requestId) {
  const auto row = m_store->find(requestId);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::optional<Delivery>();
  Delivery delivery{(*row)->state, localNumberOf((*row)->sequence), std::nullopt, (*row)->code};
  if (!(*row)->receipt.empty()) {
    auto receipt = national::readStoredReceipt((*row)->receipt);
    if (!receipt)
      return tl::unexpected(StoreFault{FaultKind::Damaged, "a stored receipt cannot be read"});
    delivery.receipt = std::move(*receipt);
  }
  return delivery;
}

Result<Counts> Outbox::counts() {
  auto statement =
      m_store->database().prepare("SELECT state, count(*), sum(size) FROM parcel GROUP BY state");
  if (!statement) return tl::unexpected(faultOf(statement.error()));
  Counts counts;
  for (;;) {
    const auto row = statement->step();
    if (!row) return tl::unexpected(faultOf(row.error()));
    if (!*row) return counts;
    const std::int64_t number = statement->integer(1);
    const auto state = static_cast<DeliveryState>(statement->integer(0));
    if (state == DeliveryState::Delivered) {
      counts.delivered = number;
      continue;
    }
    counts.keptBytes += statement->integer(2);
    if (state == DeliveryState::Refused)
      counts.refused = number;
    else if (state == DeliveryState::Stopped)
      counts.stopped = number;
    else
      counts.waiting += number;
  }
}

Result<bool> Outbox::hasRoom(const Quota& quota) {
  const auto kept = counts();
  if (!kept) return tl::unexpected(kept.error());
  struct statvfs disk {};
  if (::statvfs(m_store->state().c_str(), &disk) != 0)
    return tl::unexpected(StoreFault{FaultKind::Failed, std::strerror(errno)});
  const auto freeBytes =
      static_cast<std::uint64_t>(disk.f_bavail) * static_cast<std::uint64_t>(disk.f_frsize);
  return kept->waiting + kept->refused + kept->stopped < quota.parcels &&
         kept->keptBytes < quota.bytes && freeBytes >= static_cast<std::uint64_t>(quota.freeBytes);
}

}  // namespace outbox
