// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>

#include "outbox/lock.h"
#include "outbox/store.h"

namespace outbox {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto schema = R"sql(
CREATE TABLE parcel(
  sequence INTEGER PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL, kiosk_id TEXT NOT NULL, key_id TEXT NOT NULL,
  signature TEXT NOT NULL, parts TEXT NOT NULL, size INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  state INTEGER NOT NULL, announced INTEGER NOT NULL, attempts INTEGER NOT NULL,
  due INTEGER NOT NULL, code TEXT NOT NULL, receipt TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE part(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE ledger(
  id INTEGER PRIMARY KEY CHECK (id = 1), parcels INTEGER NOT NULL, next_sequence INTEGER NOT NULL,
  line_attempts INTEGER NOT NULL, line_due INTEGER NOT NULL, line_ordered INTEGER NOT NULL,
  seal BLOB NOT NULL) STRICT;
)sql";

StoreFault systemFault(const fs::path& path, int error) {
  FaultKind kind = FaultKind::Failed;
  if (error == EROFS || error == EACCES || error == EPERM) kind = FaultKind::ReadOnly;
  if (error == ENOSPC || error == EDQUOT) kind = FaultKind::Full;
  return {kind, path.string() + ": " + std::strerror(error)};
}

storage::Result<void> makeTables(const fs::path& file) {
  auto database = storage::Database::open(file, storage::OpenMode::Create, 5s);
  if (!database) return tl::unexpected(database.error());
  const std::string settings =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA application_id=" +
      std::to_string(applicationId) + "; PRAGMA user_version=" + std::to_string(schemaVersion) +
      ";";
  if (auto done = database->execute(settings + schema); !done) return done;
  Outbox::Store store(std::move(*database), file.parent_path());
  if (const auto done = store.setLedger({}); !done)
    return tl::unexpected(storage::Fault{storage::FaultKind::Failed, done.error().detail});
  return store.database().close();
}

Result<void> makeOutbox(const fs::path& state) {
  const fs::path file = databaseFile(state);
  const fs::path fresh = file.string() + ".new";
  std::error_code ignored;
  for (const auto* end : {"", "-wal", "-shm", "-journal"})
    fs::remove(fresh.string() + end, ignored);
  if (const auto made = makeTables(fresh); !made) return tl::unexpected(faultOf(made.error()));
  if (::chmod(fresh.c_str(), S_IRUSR | S_IWUSR) != 0)
    return tl::unexpected(systemFault(fresh, errno));
  if (const auto synced = storage::syncPath(fresh); !synced)
    return tl::unexpected(faultOf(synced.error()));
  if (::rename(fresh.c_str(), file.c_str()) != 0) return tl::unexpected(systemFault(file, errno));
  if (const auto synced = storage::syncPath(state); !synced)
    return tl::unexpected(faultOf(synced.error()));
  return {};
}

}  // namespace

Result<void> Outbox::provision(const fs::path& state) {
  std::error_code error;
  if (fs::create_directories(state, error)) fs::permissions(state, fs::perms::owner_all, error);
  if (error) return tl::unexpected(systemFault(state, error.value()));
  const auto lock = Lock::take(state, Wait::UntilFree);
  if (!lock) return tl::unexpected(systemFault(state, errno));
  if (fs::exists(databaseFile(state), error)) return {};
  // A log without its database is the rest of an outbox that somebody took away.
  if (fs::file_size(databaseFile(state).string() + "-wal", error) > 0 && !error)
    return tl::unexpected(StoreFault{
        FaultKind::Damaged, databaseFile(state).string() + ": gone, but its log is still there"});
  return makeOutbox(state);
}

}  // namespace outbox
