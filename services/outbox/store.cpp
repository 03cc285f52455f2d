// SPDX-License-Identifier: Apache-2.0
#include "outbox/store.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <sstream>

namespace outbox {
namespace {

using storage::Statement;

constexpr auto columns =
    "sequence, request_id, procedure, procedure_version, kiosk_id, key_id, signature, parts, size, "
    "recorded_at, state, announced, attempts, due, code, receipt, seal";

std::string partsText(const std::vector<national::PartName>& parts) {
  std::string text;
  for (const auto& part : parts)
    text += part.sha256 + " " + std::to_string(part.size) + "\n";
  return text;
}

std::vector<national::PartName> partsOf(const std::string& text) {
  std::vector<national::PartName> parts;
  std::istringstream lines(text);
  national::PartName part;
  while (lines >> part.sha256 >> part.size)
    parts.push_back(part);
  return parts;
}

// Length before content: no two rows have the same text.
class Sealing {
 public:
  Sealing& add(const std::string& text) {
    m_text += std::to_string(text.size()) + ":" + text;
    return *this;
  }
  Sealing& add(std::int64_t number) { return add(std::to_string(number)); }
  [[nodiscard]] crypto::Bytes seal() const {
    const auto digest = crypto::sha256(crypto::viewOf(m_text));
    return {digest.begin(), digest.end()};
  }

 private:
  std::string m_text;
};

crypto::Bytes sealOf(const Row& row) {
  const auto& a = row.announcement;
  return Sealing()
      .add(row.sequence)
      .add(a.requestId)
      .add(a.procedure)
      .add(a.procedureVersion)
      .add(a.kioskId)
      .add(a.keyId)
      .add(a.signature)
      .add(partsText(a.parts))
      .add(row.size)
      .add(row.recordedAt)
      .add(static_cast<std::int64_t>(row.state))
      .add(row.announced)
      .add(row.attempts)
      .add(row.due)
      .add(row.code)
      .add(row.receipt)
      .seal();
}

crypto::Bytes sealOf(const Ledger& ledger) {
  return Sealing()
      .add(ledger.parcels)
      .add(ledger.nextSequence)
      .add(ledger.lineAttempts)
      .add(ledger.lineDue)
      .add(ledger.lineOrdered)
      .seal();
}

Row rowOf(const Statement& s) {
  Row row;
  row.sequence = s.integer(0);
  row.announcement.requestId = s.text(1);
  row.announcement.procedure = s.text(2);
  row.announcement.procedureVersion = static_cast<int>(s.integer(3));
  row.announcement.kioskId = s.text(4);
  row.announcement.keyId = s.text(5);
  row.announcement.signature = s.text(6);
  row.announcement.parts = partsOf(s.text(7));
  row.size = s.integer(8);
  row.recordedAt = s.integer(9);
  row.state = static_cast<DeliveryState>(s.integer(10));
  row.announced = s.integer(11);
  row.attempts = s.integer(12);
  row.due = s.integer(13);
  row.code = s.text(14);
  row.receipt = s.text(15);
  return row;
}

bool isSound(const Row& row, const Statement& s) {
  return row.state >= DeliveryState::Waiting && row.state <= DeliveryState::Stopped &&
         partsText(row.announcement.parts) == s.text(7) &&
         row.announcement.procedureVersion == s.integer(3) && sealOf(row) == s.blob(16);
}

void bindRow(Statement& s, const Row& row) {
  const auto& a = row.announcement;
  s.bind(1, row.sequence).bind(2, a.requestId).bind(3, a.procedure);
  s.bind(4, std::int64_t{a.procedureVersion}).bind(5, a.kioskId).bind(6, a.keyId);
  s.bind(7, a.signature).bind(8, partsText(a.parts)).bind(9, row.size).bind(10, row.recordedAt);
  s.bind(11, static_cast<std::int64_t>(row.state)).bind(12, row.announced);
  s.bind(13, row.attempts).bind(14, row.due).bind(15, row.code).bind(16, row.receipt);
  s.bind(17, sealOf(row));
}

Result<void> run(storage::Result<Statement> statement,
                 const std::function<void(Statement&)>& bind) {
  if (!statement) return tl::unexpected(faultOf(statement.error()));
  bind(*statement);
  if (const auto done = statement->step(); !done) return tl::unexpected(faultOf(done.error()));
  return {};
}

StoreFault damaged(const std::string& what) {
  return {FaultKind::Damaged, what};
}

}  // namespace

StoreFault faultOf(const storage::Fault& fault) {
  static constexpr std::array kinds{FaultKind::Full,    FaultKind::ReadOnly, FaultKind::Damaged,
                                    FaultKind::Missing, FaultKind::Busy,     FaultKind::Failed,
                                    FaultKind::Failed};
  return {kinds.at(static_cast<std::size_t>(fault.kind)), fault.detail};
}

std::filesystem::path databaseFile(const std::filesystem::path& state) {
  return state / "outbox.db";
}

std::string localNumberOf(std::int64_t sequence) {
  std::string digits = std::to_string(sequence);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  int sum = 0;
  bool doubled = true;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubled = !doubled) {
    const int value = (*digit - '0') * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return "L-" + digits + "-" + std::to_string((10 - sum % 10) % 10);
}

Result<std::optional<Row>> Outbox::Store::find(const std::string& requestId) {
  auto s = m_database.prepare("SELECT " + std::string(columns) + " FROM parcel WHERE request_id=?");
  if (!s) return tl::unexpected(faultOf(s.error()));
  const auto got = s->bind(1, requestId).step();
  if (!got) return tl::unexpected(faultOf(got.error()));
  if (!*got) return std::optional<Row>();
  Row row = rowOf(*s);
  if (!isSound(row, *s)) return tl::unexpected(damaged("the seal of a row does not fit"));
  return row;
}

Result<void> Outbox::Store::insert(const Row& row) {
  return run(m_database.prepare("INSERT INTO parcel(" + std::string(columns) +
                                ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
             [&](Statement& s) { bindRow(s, row); });
}

Result<void> Outbox::Store::update(const Row& row) {
  return run(m_database.prepare("UPDATE parcel SET state=?2, announced=?3, attempts=?4, due=?5, "
                                "code=?6, receipt=?7, seal=?8 WHERE sequence=?1"),
             [&](Statement& s) {
               s.bind(1, row.sequence).bind(2, static_cast<std::int64_t>(row.state));
               s.bind(3, row.announced).bind(4, row.attempts).bind(5, row.due).bind(6, row.code);
               s.bind(7, row.receipt).bind(8, sealOf(row));
             });
}

Result<void> Outbox::Store::erase(std::int64_t sequence) {
  return run(m_database.prepare("DELETE FROM parcel WHERE sequence=?"),
             [&](Statement& s) { s.bind(1, sequence); });
}

Result<Outbox::Store::Rows> Outbox::Store::all(Scope scope) {
  static const std::string undelivered =
      " WHERE state<>" + std::to_string(static_cast<int>(DeliveryState::Delivered));
  auto s =
      m_database.prepare("SELECT " + std::string(columns) + " FROM parcel" +
                         (scope == Scope::Undelivered ? undelivered : "") + " ORDER BY sequence");
  if (!s) return tl::unexpected(faultOf(s.error()));
  Rows rows;
  for (;;) {
    const auto got = s->step();
    if (!got) return tl::unexpected(faultOf(got.error()));
    if (!*got) return rows;
    Row row = rowOf(*s);
    if (isSound(row, *s))
      rows.sound.push_back(std::move(row));
    else
      rows.damaged.push_back(row.announcement.requestId);
  }
}

Result<Ledger> Outbox::Store::ledger() {
  auto s = m_database.prepare(
      "SELECT parcels, next_sequence, line_attempts, line_due, line_ordered, seal FROM ledger");
  if (!s) return tl::unexpected(faultOf(s.error()));
  const auto got = s->step();
  if (!got) return tl::unexpected(faultOf(got.error()));
  if (!*got) return tl::unexpected(damaged("the ledger is gone"));
  const Ledger ledger{s->integer(0), s->integer(1), s->integer(2), s->integer(3), s->integer(4)};
  if (sealOf(ledger) != s->blob(5))
    return tl::unexpected(damaged("the ledger's seal does not fit"));
  return ledger;
}

Result<void> Outbox::Store::setLedger(const Ledger& ledger) {
  return run(
      m_database.prepare("INSERT OR REPLACE INTO ledger(id, parcels, next_sequence, "
                         "line_attempts, line_due, line_ordered, seal) VALUES(1,?,?,?,?,?,?)"),
      [&](Statement& s) {
        s.bind(1, ledger.parcels).bind(2, ledger.nextSequence).bind(3, ledger.lineAttempts);
        s.bind(4, ledger.lineDue).bind(5, ledger.lineOrdered).bind(6, sealOf(ledger));
      });
}

Result<void> Outbox::Store::insertPart(std::int64_t sequence, std::int64_t position,
                                       const crypto::Bytes& bytes) {
  return run(m_database.prepare("INSERT INTO part(id, bytes) VALUES(?,?)"),
             [&](Statement& s) { s.bind(1, sequence * partsPerParcel + position).bind(2, bytes); });
}

Result<crypto::Bytes> Outbox::Store::part(std::int64_t sequence, std::int64_t position) {
  auto s = m_database.prepare("SELECT bytes FROM part WHERE id=?");
  if (!s) return tl::unexpected(faultOf(s.error()));
  const auto got = s->bind(1, sequence * partsPerParcel + position).step();
  if (!got) return tl::unexpected(faultOf(got.error()));
  if (!*got) return tl::unexpected(damaged("a part is gone"));
  return s->blob(0);
}

Result<void> Outbox::Store::eraseParts(std::int64_t sequence) {
  return run(m_database.prepare("DELETE FROM part WHERE id>=? AND id<?"), [&](Statement& s) {
    s.bind(1, sequence * partsPerParcel).bind(2, (sequence + 1) * partsPerParcel);
  });
}

Result<void> Outbox::Store::inTransaction(const std::function<Result<void>()>& change) {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return tl::unexpected(faultOf(transaction.error()));
  if (auto changed = change(); !changed) return changed;
  if (const auto committed = transaction->commit(); !committed)
    return tl::unexpected(faultOf(committed.error()));
  return {};
}

void Outbox::Store::ring() const {
  ::utimensat(AT_FDCWD, databaseFile(m_state).c_str(), nullptr, 0);
}

Result<void> Outbox::Store::checkpoint() {
  const auto done = m_database.pragma("wal_checkpoint(TRUNCATE)");
  if (!done && done.error().kind != storage::FaultKind::Busy)
    return tl::unexpected(faultOf(done.error()));
  return {};
}

Result<void> Outbox::Store::checkWhole() {
  const auto pages = m_database.pragma("integrity_check(1)");
  if (!pages) return tl::unexpected(faultOf(pages.error()));
  if (*pages != "ok") return tl::unexpected(damaged("pages contradict each other"));
  // Both of the same moment: a screen may record meanwhile.
  const auto view = storage::Transaction::beginReading(m_database);
  if (!view) return tl::unexpected(faultOf(view.error()));
  const auto book = ledger();
  if (!book) return tl::unexpected(book.error());
  const auto rows = all(Scope::Everything);
  if (!rows) return tl::unexpected(rows.error());
  if (book->parcels != static_cast<std::int64_t>(rows->sound.size() + rows->damaged.size()))
    return tl::unexpected(damaged("a row is missing or too many"));
  return {};
}

}  // namespace outbox
