// SPDX-License-Identifier: Apache-2.0
#include "storage/storage.h"

#include <sqlite3.h>

#include <utility>

namespace storage {
namespace {

FaultKind kindOf(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return FaultKind::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return FaultKind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
      return FaultKind::Damaged;
    case SQLITE_CANTOPEN:
      return FaultKind::Missing;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FaultKind::Busy;
    case SQLITE_CONSTRAINT:
      return FaultKind::Constraint;
    default:
      return FaultKind::Failed;
  }
}

// sqlite3_errmsg may quote SQL, never a bound value: all our values are bound.
Fault faultOf(sqlite3* database, int code) {
  std::string detail = sqlite3_errstr(code);
  if (database != nullptr) {
    detail += ": ";
    detail += sqlite3_errmsg(database);
    detail += " (" + std::to_string(sqlite3_extended_errcode(database)) + ")";
  }
  return {kindOf(code), std::move(detail)};
}

int lengthOf(std::size_t size) {
  return static_cast<int>(size);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::int64_t value) {
  const int code = sqlite3_bind_int64(m_statement.get(), index, value);
  if (code != SQLITE_OK) m_bindFault = code;
  return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
  const char* start = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(m_statement.get(), index, start, text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) m_bindFault = code;
  return *this;
}

Statement& Statement::bind(int index, std::span<const std::uint8_t> blob) {
  const int code = blob.empty() ? sqlite3_bind_zeroblob(m_statement.get(), index, 0)
                                : sqlite3_bind_blob64(m_statement.get(), index, blob.data(),
                                                      blob.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) m_bindFault = code;
  return *this;
}

Statement& Statement::bindNull(int index) {
  const int code = sqlite3_bind_null(m_statement.get(), index);
  if (code != SQLITE_OK) m_bindFault = code;
  return *this;
}

Result<bool> Statement::step() {
  sqlite3* database = sqlite3_db_handle(m_statement.get());
  if (m_bindFault != 0) return tl::unexpected(faultOf(database, m_bindFault));
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  Fault fault = faultOf(database, code);
  sqlite3_reset(m_statement.get());
  return tl::unexpected(std::move(fault));
}

void Statement::reset() {
  sqlite3_reset(m_statement.get());
  m_bindFault = 0;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const {
  const auto* start = sqlite3_column_text(m_statement.get(), column);
  const int length = sqlite3_column_bytes(m_statement.get(), column);
  if (start == nullptr) return {};
  return {reinterpret_cast<const char*>(start), static_cast<std::size_t>(length)};
}

std::vector<std::uint8_t> Statement::blob(int column) const {
  const auto* start =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
  const int length = sqlite3_column_bytes(m_statement.get(), column);
  if (start == nullptr) return {};
  return {start, start + length};
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::filesystem::path& file, OpenMode mode,
                                std::chrono::milliseconds busyTimeout) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (mode == OpenMode::Create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  Database database(opened);
  if (code != SQLITE_OK) return tl::unexpected(faultOf(opened, code));
  // SQLite opens a file that it may not write for reading only, in silence.
  if (sqlite3_db_readonly(opened, "main") == 1)
    return tl::unexpected(Fault{FaultKind::ReadOnly, "the file cannot be written"});
  sqlite3_busy_timeout(opened, static_cast<int>(busyTimeout.count()));
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Result<void> Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(faultOf(m_database.get(), code));
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* prepared = nullptr;
  const int code =
      sqlite3_prepare_v2(m_database.get(), sql.data(), lengthOf(sql.size()), &prepared, nullptr);
  Statement statement(prepared);
  if (code != SQLITE_OK) return tl::unexpected(faultOf(m_database.get(), code));
  return statement;
}

Result<std::string> Database::pragma(std::string_view pragma) {
  auto statement = prepare("PRAGMA " + std::string(pragma));
  if (!statement) return tl::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement->text(0) : std::string();
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(m_database.get());
}

std::int64_t Database::lastInsertRow() const {
  return sqlite3_last_insert_rowid(m_database.get());
}

Result<void> Database::close() {
  sqlite3* database = m_database.release();
  const int code = sqlite3_close(database);
  if (code == SQLITE_OK) return {};
  Fault fault = faultOf(database, code);
  sqlite3_close_v2(database);
  return tl::unexpected(std::move(fault));
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
    return tl::unexpected(begun.error());
  return Transaction(database);
}

Result<Transaction> Transaction::beginReading(Database& database) {
  if (auto begun = database.execute("BEGIN DEFERRED"); !begun) return tl::unexpected(begun.error());
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
  if (m_database != nullptr) (void)m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit() {
  auto committed = m_database->execute("COMMIT");
  if (!committed) return committed;  // the destructor rolls back
  m_database = nullptr;
  return {};
}

}  // namespace storage
