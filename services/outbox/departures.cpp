// SPDX-License-Identifier: Apache-2.0
#include "outbox/departures.h"

#include <utility>

#include "national/replies.h"
#include "outbox/store.h"

namespace outbox {
namespace {

void apply(Ledger& ledger, const Line& line) {
  ledger.lineAttempts = line.attempts;
  ledger.lineDue = line.due;
  ledger.lineOrdered = line.ordered ? 1 : 0;
}

Result<void> changeLine(Outbox::Store& store, const Line& line) {
  auto ledger = store.ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  apply(*ledger, line);
  return store.setLedger(*ledger);
}

// Reads, changes and writes back one row; the caller brings the transaction.
Result<void> changeRow(Outbox::Store& store, const std::string& requestId,
                       const std::function<void(Row&)>& change) {
  auto row = store.find(requestId);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return tl::unexpected(StoreFault{FaultKind::Damaged, requestId + ": gone"});
  change(**row);
  return store.update(**row);
}

// The screen of the visit may be watching for this.
Result<void> rung(const Outbox::Store& store, Result<void> changed) {
  if (changed) store.ring();
  return changed;
}

Departure departureOf(const Row& row) {
  return {row.announcement,   localNumberOf(row.sequence),
          row.sequence,       static_cast<int>(row.attempts),
          row.announced != 0, row.due};
}

}  // namespace

Result<std::vector<Departures::Queued>> Departures::queue() {
  auto s = m_outbox->m_store->database().prepare(
      "SELECT request_id, due, attempts FROM parcel WHERE state=? ORDER BY sequence");
  if (!s) return tl::unexpected(faultOf(s.error()));
  s->bind(1, static_cast<std::int64_t>(DeliveryState::Waiting));
  std::vector<Queued> queued;
  for (;;) {
    const auto row = s->step();
    if (!row) return tl::unexpected(faultOf(row.error()));
    if (!*row) return queued;
    queued.push_back({s->text(0), s->integer(1), static_cast<int>(s->integer(2))});
  }
}

Result<Departure> Departures::load(const std::string& requestId) {
  const auto row = m_outbox->m_store->find(requestId);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return tl::unexpected(StoreFault{FaultKind::Damaged, requestId + ": gone"});
  return departureOf(**row);
}

Result<Departures::Waiting> Departures::waiting() {
  auto rows = m_outbox->m_store->all(Outbox::Store::Scope::Undelivered);
  if (!rows) return tl::unexpected(rows.error());
  Waiting waiting;
  waiting.damaged = std::move(rows->damaged);
  for (const auto& row : rows->sound)
    if (row.state == DeliveryState::Waiting) waiting.sound.push_back(departureOf(row));
  return waiting;
}

Result<std::vector<std::string>> Departures::damaged() {
  return m_outbox->m_store->all(Outbox::Store::Scope::Everything)
      .map([](const Outbox::Store::Rows& rows) { return rows.damaged; });
}

Result<Line> Departures::line() {
  return m_outbox->m_store->ledger().map([](const Ledger& ledger) {
    return Line{static_cast<int>(ledger.lineAttempts), ledger.lineDue, ledger.lineOrdered != 0};
  });
}

Result<void> Departures::checkParts(const Departure& departure) {
  for (std::size_t i = 0; i < departure.announcement.parts.size(); ++i)
    if (const auto bytes = part(departure, i); !bytes) return tl::unexpected(bytes.error());
  return {};
}

Result<crypto::Bytes> Departures::part(const Departure& departure, std::size_t position) {
  const auto& name = departure.announcement.parts.at(position);
  auto bytes = m_outbox->m_store->part(departure.sequence, static_cast<std::int64_t>(position));
  if (!bytes) return bytes;
  if (crypto::sha256Hex(*bytes) != name.sha256)
    return tl::unexpected(StoreFault{FaultKind::Damaged, "a part does not have its digest"});
  return bytes;
}

Result<void> Departures::markAnnounced(const std::string& requestId) {
  auto& store = *m_outbox->m_store;
  return store.inTransaction(
      [&] { return changeRow(store, requestId, [](Row& row) { row.announced = 1; }); });
}

Result<void> Departures::postpone(const std::string& requestId, const Postponement& later,
                                  const Line& line) {
  auto& store = *m_outbox->m_store;
  return store.inTransaction([&] {
    return changeRow(store, requestId,
                     [&](Row& row) {
                       row.attempts = later.attempts;
                       row.due = later.due;
                       row.announced = later.announced ? 1 : 0;
                     })
        .and_then([&] { return changeLine(store, line); });
  });
}

Result<void> Departures::deliver(const national::Receipt& receipt) {
  auto& store = *m_outbox->m_store;
  return rung(store, store.inTransaction([&]() -> Result<void> {
    auto row = store.find(receipt.requestId);
    if (!row) return tl::unexpected(row.error());
    if (!*row) return tl::unexpected(StoreFault{FaultKind::Damaged, receipt.requestId + ": gone"});
    (*row)->state = DeliveryState::Delivered;
    (*row)->code.clear();
    (*row)->receipt = national::receiptText(receipt);
    if (auto updated = store.update(**row); !updated) return updated;
    if (auto erased = store.eraseParts((*row)->sequence); !erased) return erased;
    return changeLine(store, {});
  }));
}

Result<void> Departures::refuse(const std::string& requestId, const std::string& code) {
  auto& store = *m_outbox->m_store;
  return rung(store, store.inTransaction([&] {
    return changeRow(store, requestId, [&](Row& row) {
      row.state = DeliveryState::Refused;
      row.code = code;
    });
  }));
}

Result<void> Departures::stop(const std::string& requestId, const std::string& code) {
  auto& store = *m_outbox->m_store;
  return rung(store, store.inTransaction([&] {
    return changeRow(store, requestId, [&](Row& row) {
      row.state = DeliveryState::Stopped;
      row.code = code;
    });
  }));
}

Result<std::int64_t> Departures::releaseStopped() {
  auto& store = *m_outbox->m_store;
  auto rows = store.all(Outbox::Store::Scope::Everything);
  if (!rows) return tl::unexpected(rows.error());
  std::int64_t released = 0;
  const auto done = store.inTransaction([&]() -> Result<void> {
    for (auto& row : rows->sound) {
      if (row.state != DeliveryState::Stopped) continue;
      row.state = DeliveryState::Waiting;
      row.code.clear();
      if (auto updated = store.update(row); !updated) return updated;
      ++released;
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return released;
}

Result<void> Departures::tidy(std::int64_t keep) {
  auto& store = *m_outbox->m_store;
  auto rows = store.all(Outbox::Store::Scope::Everything);
  if (!rows) return tl::unexpected(rows.error());
  std::vector<std::int64_t> forgotten;
  std::int64_t delivered = 0;
  for (auto row = rows->sound.rbegin(); row != rows->sound.rend(); ++row)
    if (row->state == DeliveryState::Delivered && ++delivered > keep)
      forgotten.push_back(row->sequence);
  if (!forgotten.empty()) {
    const auto done = store.inTransaction([&]() -> Result<void> {
      auto ledger = store.ledger();
      if (!ledger) return tl::unexpected(ledger.error());
      ledger->parcels -= static_cast<std::int64_t>(forgotten.size());
      if (auto set = store.setLedger(*ledger); !set) return set;
      for (const auto sequence : forgotten)
        if (auto erased = store.erase(sequence); !erased) return erased;
      return {};
    });
    if (!done) return done;
  }
  return store.checkpoint();
}

}  // namespace outbox
