// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

struct sqlite3;
struct sqlite3_stmt;

// SQLite with ownership and with the kind of each fault kept. A Database and what comes from it
// belong to one thread at a time. Nothing here throws.
namespace storage {

enum class FaultKind {
  Full,        // no space, or over a quota
  ReadOnly,    // file, folder or file system cannot be written
  Damaged,     // not a database, or its pages contradict each other
  Missing,     // no such file, or it cannot be opened
  Busy,        // another process holds it longer than the busy timeout
  Constraint,  // a UNIQUE, CHECK or NOT NULL said no
  Failed,      // any other, I/O errors and failed syncs among them: nothing was committed
};

struct Fault {
  FaultKind kind = FaultKind::Failed;
  std::string detail;  // for the log; holds no stored value
};

template <typename T>
using Result = tl::expected<T, Fault>;

class Statement {
 public:
  // Indices from 1. Values are copied. A binding that fails is told by the next step().
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, std::span<const std::uint8_t> blob);
  Statement& bindNull(int index);

  // True: a row is there to read. False: done.
  [[nodiscard]] Result<bool> step();
  // Ready to step again; bindings are kept.
  void reset();

  // Columns from 0, of the row that step() gave. A value of another type reads as 0 or empty.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::vector<std::uint8_t> blob(int column) const;
  [[nodiscard]] bool isNull(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  int m_bindFault = 0;
};

enum class OpenMode { Existing, Create };

class Database {
 public:
  // Existing never creates a file. The busy timeout is how long to wait for another process.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, OpenMode mode,
                                             std::chrono::milliseconds busyTimeout);

  // One or more statements without rows of interest.
  [[nodiscard]] Result<void> execute(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // First column of the first row of a pragma, as text; empty when there is none.
  [[nodiscard]] Result<std::string> pragma(std::string_view pragma);
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] std::int64_t lastInsertRow() const;
  // Closes now and tells whether that went well; the destructor closes too, in silence.
  [[nodiscard]] Result<void> close();

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : m_database(database) {}

  std::unique_ptr<sqlite3, Close> m_database;
};

// Until commit(); rolled back when it goes without one. The database must outlive it.
class Transaction {
 public:
  // BEGIN IMMEDIATE: nobody else writes meanwhile.
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  // One unchanging view for several reads, while others go on writing.
  [[nodiscard]] static Result<Transaction> beginReading(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // Success means synced as the database's synchronous level promises. A fault means that nothing
  // happened.
  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Database& database) : m_database(&database) {}

  Database* m_database;
};

// Who may read a file that is written here: keys, records and whatever tells of a person, or what
// is public.
inline constexpr unsigned ownerOnly = 0600;
inline constexpr unsigned everybodyReads = 0644;

// fsync of a file or a folder: what was renamed or created in it survives a power cut.
[[nodiscard]] Result<void> syncPath(const std::filesystem::path& path);
// Atomically and durably: temporary file, fsync, rename, fsync of the folder. `mode` as chmod takes
// it.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content,
                                     unsigned mode);
// At the end of the file, which is made when it is not there; success means that it survives a
// power cut. After a fault the file may end with a part of it.
[[nodiscard]] Result<void> appendFile(const std::filesystem::path& path, std::string_view content,
                                      unsigned mode);
// Over what stands at that place of an existing file, then fsync: for a secret whose old value is
// to go from its place on the disk. Not atomic.
[[nodiscard]] Result<void> overwriteFile(const std::filesystem::path& path, std::uint64_t offset,
                                         std::string_view content);
// At most `limit` bytes, else Failed.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

}  // namespace storage
