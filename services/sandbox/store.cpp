// SPDX-License-Identifier: Apache-2.0
#include "store.h"

#include <chrono>
#include <utility>

namespace sandbox {

namespace {

constexpr std::chrono::milliseconds busyTimeout{2000};

constexpr auto schema = R"(
CREATE TABLE IF NOT EXISTS requests(
  id TEXT PRIMARY KEY, announcement TEXT NOT NULL, status TEXT NOT NULL, reference TEXT,
  request TEXT, documents TEXT, transfer TEXT, answerKey TEXT, paperKeyDigest TEXT, receipt TEXT,
  asked TEXT, askedBefore TEXT, totalCents INTEGER, arrival INTEGER UNIQUE) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS byReference ON requests(reference) WHERE reference <> '';
CREATE INDEX IF NOT EXISTS byTransfer ON requests(transfer) WHERE transfer <> '';
CREATE TABLE IF NOT EXISTS parts(
  parcel TEXT NOT NULL, position INTEGER NOT NULL, requestId TEXT NOT NULL, sha256 TEXT NOT NULL,
  size INTEGER NOT NULL, bytes BLOB, PRIMARY KEY(parcel, position));
CREATE INDEX IF NOT EXISTS byDigest ON parts(requestId, sha256);
CREATE TABLE IF NOT EXISTS completions(
  id TEXT PRIMARY KEY, requestId TEXT NOT NULL, body TEXT NOT NULL, answer TEXT);
CREATE TABLE IF NOT EXISTS given(
  position INTEGER PRIMARY KEY, requestId TEXT NOT NULL UNIQUE, registrationNumber TEXT NOT NULL,
  transferCode TEXT, transferDate TEXT, codeDate TEXT, newRegistrationNumber TEXT);
CREATE TABLE IF NOT EXISTS payments(
  id TEXT PRIMARY KEY, requestId TEXT NOT NULL, body TEXT NOT NULL, answer TEXT);
)";

constexpr auto columns =
    "id, announcement, status, reference, request, documents, transfer, answerKey, paperKeyDigest,"
    " receipt, asked, askedBefore, totalCents";

constexpr auto insertRequest =
    "INSERT INTO requests(id, announcement, status, reference, request, documents, transfer,"
    " answerKey, paperKeyDigest, receipt, asked, askedBefore, totalCents)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)";

constexpr auto updateRequest =
    "UPDATE requests SET announcement=?2, status=?3, reference=?4, request=?5, documents=?6,"
    " transfer=?7, answerKey=?8, paperKeyDigest=?9, receipt=?10, asked=?11, askedBefore=?12,"
    " totalCents=?13, arrival=coalesce(arrival, CASE WHEN ?10 <> '' THEN"
    " (SELECT coalesce(max(arrival), 0) + 1 FROM requests) END) WHERE id=?1";

StoredRequest requestIn(const storage::Statement& row) {
  StoredRequest request{row.text(0),  row.text(1),  row.text(2), row.text(3), row.text(4),
                        row.text(5),  row.text(6),  row.text(7), row.text(8), row.text(9),
                        row.text(10), row.text(11), std::nullopt};
  if (!row.isNull(12)) request.totalCents = row.integer(12);
  return request;
}

// Steps to the end of a statement that has no rows of interest.
storage::Result<void> run(storage::Statement& statement) {
  const auto stepped = statement.step();
  if (!stepped) return tl::unexpected(stepped.error());
  return {};
}

template <typename Change>
storage::Result<void> inTransaction(storage::Database& database, Change change) {
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return tl::unexpected(transaction.error());
  const storage::Result<void> changed = change();
  if (!changed) return changed;
  return transaction->commit();
}

}  // namespace

Store::Result<Store> Store::open(const std::filesystem::path& file) {
  auto database = storage::Database::open(file, storage::OpenMode::Create, busyTimeout);
  if (!database) return tl::unexpected(database.error());
  const auto prepared = database->execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
  if (!prepared) return tl::unexpected(prepared.error());
  const auto level = database->pragma("synchronous");
  const auto journal = database->pragma("journal_mode");
  if (!level || !journal || *level != "2" || *journal != "wal")
    return tl::unexpected(
        storage::Fault{storage::FaultKind::Failed, "WAL with full sync was refused"});
  const auto made = database->execute(schema);
  if (!made) return tl::unexpected(made.error());
  return Store(std::move(*database));
}

Store::Result<void> Store::write(const StoredRequest& request, std::string_view sql) {
  auto statement = m_database.prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  int index = 0;
  for (const auto* text :
       {&request.id, &request.announcement, &request.status, &request.reference, &request.request,
        &request.documents, &request.transfer, &request.answerKey, &request.paperKeyDigest,
        &request.receipt, &request.asked, &request.askedBefore})
    statement->bind(++index, *text);
  if (request.totalCents) {
    statement->bind(++index, *request.totalCents);
  } else {
    statement->bindNull(++index);
  }
  return run(*statement);
}

Store::Result<void> Store::insertParts(std::string_view parcel, std::string_view requestId,
                                       const std::vector<StoredPart>& parts) {
  auto statement = m_database.prepare(
      "INSERT INTO parts(parcel, position, requestId, sha256, size) VALUES(?1,?2,?3,?4,?5)");
  if (!statement) return tl::unexpected(statement.error());
  std::int64_t position = 0;
  for (const auto& part : parts) {
    statement->reset();
    statement->bind(1, parcel).bind(2, position++).bind(3, requestId);
    statement->bind(4, part.sha256).bind(5, part.size);
    if (const auto done = run(*statement); !done) return done;
  }
  return {};
}

Store::Result<void> Store::create(const StoredRequest& request,
                                  const std::vector<StoredPart>& parts) {
  return inTransaction(m_database, [&]() -> Result<void> {
    if (const auto written = write(request, insertRequest); !written) return written;
    return insertParts(request.id, request.id, parts);
  });
}

Store::Result<std::optional<StoredRequest>> Store::findBy(std::string_view condition,
                                                          std::string_view value) {
  std::string sql = "SELECT ";
  sql.append(columns).append(" FROM requests WHERE ").append(condition);
  auto statement = m_database.prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  const auto found = statement->bind(1, value).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  return requestIn(*statement);
}

Store::Result<std::optional<StoredRequest>> Store::find(std::string_view id) {
  return findBy("id=?1", id);
}

Store::Result<std::optional<StoredRequest>> Store::findByReference(std::string_view reference) {
  return findBy("reference=?1 AND reference <> ''", reference);
}

Store::Result<void> Store::update(const StoredRequest& request, const Consequences& consequences) {
  return inTransaction(m_database, [&] { return writeWith(request, consequences); });
}

Store::Result<void> Store::writeWith(const StoredRequest& request,
                                     const Consequences& consequences) {
  if (consequences.given)
    if (const auto written = writeGiven(*consequences.given); !written) return written;
  if (consequences.answered)
    if (const auto written = write(*consequences.answered, updateRequest); !written) return written;
  return write(request, updateRequest);
}

Store::Result<void> Store::writeGiven(const Given& given) {
  auto statement = m_database.prepare(
      "INSERT OR REPLACE INTO given(requestId, registrationNumber, transferCode, transferDate,"
      " codeDate, newRegistrationNumber) VALUES(?1,?2,?3,?4,?5,?6)");
  if (!statement) return tl::unexpected(statement.error());
  const auto& transfer = given.transfer;
  statement->bind(1, given.requestId).bind(2, given.registrationNumber);
  statement->bind(3, transfer ? transfer->code : std::string());
  statement->bind(4, transfer ? dayText(transfer->date) : std::string());
  statement->bind(5, transfer ? dayText(transfer->codeDate) : std::string());
  statement->bind(6, given.newRegistrationNumber);
  return run(*statement);
}

Store::Result<std::optional<Given>> Store::givenBy(std::string_view condition,
                                                   std::string_view value) {
  std::string sql =
      "SELECT requestId, registrationNumber, transferCode, transferDate, codeDate,"
      " newRegistrationNumber FROM given WHERE ";
  sql.append(condition).append(" ORDER BY position DESC LIMIT 1");
  auto statement = m_database.prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  const auto found = statement->bind(1, value).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  Given given{statement->text(0), statement->text(1), std::nullopt, statement->text(5)};
  const auto date = parseDay(statement->text(3));
  const auto codeDate = parseDay(statement->text(4));
  if (date && codeDate) given.transfer = DeclaredTransfer{*date, statement->text(2), *codeDate};
  return given;
}

Store::Result<std::optional<Given>> Store::findGiven(std::string_view requestId) {
  return givenBy("requestId=?1", requestId);
}

Store::Result<std::optional<DeclaredTransfer>> Store::declaredTransfer(
    std::string_view registrationNumber) {
  const auto given = givenBy("registrationNumber=?1 AND transferCode <> ''", registrationNumber);
  if (!given) return tl::unexpected(given.error());
  if (!*given) return std::nullopt;
  return (*given)->transfer;
}

Store::Result<std::vector<StoredRequest>> Store::registered() {
  auto statement = m_database.prepare(std::string("SELECT ") + columns +
                                      " FROM requests WHERE arrival IS NOT NULL ORDER BY arrival");
  if (!statement) return tl::unexpected(statement.error());
  std::vector<StoredRequest> requests;
  for (;;) {
    const auto more = statement->step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return requests;
    requests.push_back(requestIn(*statement));
  }
}

Store::Result<bool> Store::isUnderWay(std::string_view transfer, std::string_view exceptId) {
  auto statement = m_database.prepare(
      "SELECT 1 FROM requests WHERE transfer=?1 AND transfer <> '' AND id <> ?2"
      " AND status <> 'rejected'");
  if (!statement) return tl::unexpected(statement.error());
  return statement->bind(1, transfer).bind(2, exceptId).step();
}

Store::Result<std::vector<StoredPart>> Store::parts(std::string_view parcel) {
  auto statement = m_database.prepare(
      "SELECT sha256, size, bytes IS NOT NULL FROM parts WHERE parcel=?1 ORDER BY position");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, parcel);
  std::vector<StoredPart> found;
  for (;;) {
    const auto more = statement->step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return found;
    found.push_back({statement->text(0), statement->integer(1), statement->integer(2) != 0});
  }
}

Store::Result<std::vector<std::uint8_t>> Store::partBytes(std::string_view parcel,
                                                          std::string_view sha256) {
  auto statement =
      m_database.prepare("SELECT bytes FROM parts WHERE parcel=?1 AND sha256=?2 LIMIT 1");
  if (!statement) return tl::unexpected(statement.error());
  const auto found = statement->bind(1, parcel).bind(2, sha256).step();
  if (!found) return tl::unexpected(found.error());
  return *found ? statement->blob(0) : std::vector<std::uint8_t>{};
}

Store::Result<std::optional<std::int64_t>> Store::announcedSize(std::string_view requestId,
                                                                std::string_view sha256) {
  auto statement =
      m_database.prepare("SELECT size FROM parts WHERE requestId=?1 AND sha256=?2 LIMIT 1");
  if (!statement) return tl::unexpected(statement.error());
  const auto found = statement->bind(1, requestId).bind(2, sha256).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  return statement->integer(0);
}

Store::Result<void> Store::holdPart(std::string_view requestId, std::string_view sha256,
                                    const std::string& bytes) {
  return inTransaction(m_database, [&]() -> Result<void> {
    auto statement = m_database.prepare(
        "UPDATE parts SET bytes=?3 WHERE requestId=?1 AND sha256=?2 AND bytes IS NULL");
    if (!statement) return tl::unexpected(statement.error());
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    statement->bind(1, requestId).bind(2, sha256).bind(3, {begin, bytes.size()});
    return run(*statement);
  });
}

Store::Result<std::optional<StoredFollowUp>> Store::followUp(const std::string& table,
                                                             std::string_view id) {
  auto statement =
      m_database.prepare("SELECT id, requestId, body, answer FROM " + table + " WHERE id=?1");
  if (!statement) return tl::unexpected(statement.error());
  const auto found = statement->bind(1, id).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  return StoredFollowUp{statement->text(0), statement->text(1), statement->text(2),
                        statement->text(3)};
}

Store::Result<void> Store::writeFollowUp(const std::string& table, const StoredFollowUp& followUp) {
  auto statement = m_database.prepare("INSERT OR REPLACE INTO " + table +
                                      "(id, requestId, body, answer) VALUES(?1,?2,?3,?4)");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, followUp.id).bind(2, followUp.requestId);
  statement->bind(3, followUp.body).bind(4, followUp.answer);
  return run(*statement);
}

Store::Result<void> Store::createCompletion(const StoredFollowUp& completion,
                                            const std::vector<StoredPart>& parts) {
  return inTransaction(m_database, [&]() -> Result<void> {
    if (const auto written = writeFollowUp("completions", completion); !written) return written;
    return insertParts(completion.id, completion.requestId, parts);
  });
}

Store::Result<std::optional<StoredFollowUp>> Store::findCompletion(std::string_view id) {
  return followUp("completions", id);
}

Store::Result<void> Store::handOver(const StoredFollowUp& completion, const StoredRequest& request,
                                    const Consequences& consequences) {
  return inTransaction(m_database, [&]() -> Result<void> {
    if (const auto written = writeFollowUp("completions", completion); !written) return written;
    return writeWith(request, consequences);
  });
}

Store::Result<std::optional<StoredFollowUp>> Store::findPayment(std::string_view id) {
  return followUp("payments", id);
}

Store::Result<void> Store::recordPayment(const StoredFollowUp& payment,
                                         const StoredRequest& request) {
  return inTransaction(m_database, [&]() -> Result<void> {
    if (const auto written = writeFollowUp("payments", payment); !written) return written;
    return write(request, updateRequest);
  });
}

Store::Result<void> Store::clear() {
  return inTransaction(m_database, [&] {
    return m_database.execute(
        "DELETE FROM requests; DELETE FROM parts; DELETE FROM completions; DELETE FROM payments;"
        "DELETE FROM given;");
  });
}

}  // namespace sandbox
