// SPDX-License-Identifier: Apache-2.0
#include "shim_vfs.h"

#include <sqlite3.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace shim {
namespace {

Hooks theHooks;

int ask(const Event& event) {
  return theHooks.before ? theHooks.before(event) : SQLITE_OK;
}

int told(int code, const Event& event) {
  if (code == SQLITE_OK && theHooks.after) theHooks.after(event);
  return code;
}

// SQLite allocates szOsFile bytes: this, then the real VFS's own file behind it.
struct File {
  sqlite3_file base;
  const char* name;  // SQLite's, valid as long as the file is open; nullptr: a temporary file
  sqlite3_file* real;
};

File& fileOf(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
sqlite3_file* realOf(sqlite3_file* file) {
  return fileOf(file).real;
}
const sqlite3_io_methods& methodsOf(sqlite3_file* file) {
  return *realOf(file)->pMethods;
}
Event eventOf(Operation operation, sqlite3_file* file) {
  const char* name = fileOf(file).name;
  return {operation, name == nullptr ? "" : name};
}

int close(sqlite3_file* file) {
  const int code = methodsOf(file).xClose(realOf(file));
  file->pMethods = nullptr;
  return code;
}

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
  const Event event = eventOf(Operation::Read, file);
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return methodsOf(file).xRead(realOf(file), to, count, offset);
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
  Event event = eventOf(Operation::Write, file);
  event.offset = offset;
  const auto* bytes = static_cast<const std::uint8_t*>(from);
  event.bytes.assign(bytes, bytes + count);
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return told(methodsOf(file).xWrite(realOf(file), from, count, offset), event);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  Event event = eventOf(Operation::Truncate, file);
  event.offset = size;
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return told(methodsOf(file).xTruncate(realOf(file), size), event);
}

int sync(sqlite3_file* file, int flags) {
  const Event event = eventOf(Operation::Sync, file);
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return told(methodsOf(file).xSync(realOf(file), flags), event);
}

int size(sqlite3_file* file, sqlite3_int64* bytes) {
  const Event event = eventOf(Operation::Size, file);
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return methodsOf(file).xFileSize(realOf(file), bytes);
}

int lock(sqlite3_file* f, int level) {
  return methodsOf(f).xLock(realOf(f), level);
}
int unlock(sqlite3_file* f, int level) {
  return methodsOf(f).xUnlock(realOf(f), level);
}
int checkLock(sqlite3_file* f, int* held) {
  return methodsOf(f).xCheckReservedLock(realOf(f), held);
}
int control(sqlite3_file* f, int what, void* argument) {
  return methodsOf(f).xFileControl(realOf(f), what, argument);
}
int sectorSize(sqlite3_file* f) {
  return methodsOf(f).xSectorSize(realOf(f));
}
// The plainest disk there is: nothing is atomic, nothing is safe to append.
int characteristics(sqlite3_file*) {
  return 0;
}
int shmMap(sqlite3_file* f, int page, int bytes, int extend, void volatile** at) {
  return methodsOf(f).xShmMap(realOf(f), page, bytes, extend, at);
}
int shmLock(sqlite3_file* f, int offset, int count, int flags) {
  return methodsOf(f).xShmLock(realOf(f), offset, count, flags);
}
void shmBarrier(sqlite3_file* f) {
  methodsOf(f).xShmBarrier(realOf(f));
}
int shmUnmap(sqlite3_file* f, int remove) {
  return methodsOf(f).xShmUnmap(realOf(f), remove);
}

const sqlite3_io_methods ourMethods{
    2,        close,     read,    write,      truncate,        sync,   size,    lock,
    unlock,   checkLock, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier,
    shmUnmap, nullptr,   nullptr};

sqlite3_vfs* realVfs() {
  static sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
  return real;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  auto* ours = new (file) File{};
  ours->name = name;
  ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
  const Event event = eventOf(Operation::Open, file);
  if (const int code = ask(event); code != SQLITE_OK) return code;
  const int code = realVfs()->xOpen(realVfs(), name, ours->real, flags, outFlags);
  if (ours->real->pMethods != nullptr) ours->base.pMethods = &ourMethods;
  return told(code, event);
}

int remove(sqlite3_vfs*, const char* name, int syncFolder) {
  const Event event{Operation::Delete, name};
  if (const int code = ask(event); code != SQLITE_OK) return code;
  return told(realVfs()->xDelete(realVfs(), name, syncFolder), event);
}

int access(sqlite3_vfs*, const char* name, int flags, int* result) {
  return realVfs()->xAccess(realVfs(), name, flags, result);
}
int fullPathname(sqlite3_vfs*, const char* name, int room, char* path) {
  return realVfs()->xFullPathname(realVfs(), name, room, path);
}

sqlite3_vfs& ourVfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *realVfs();
    made.szOsFile += static_cast<int>(sizeof(File));
    made.zName = "shim";
    made.pNext = nullptr;
    made.xOpen = open;
    made.xDelete = remove;
    made.xAccess = access;
    made.xFullPathname = fullPathname;
    return made;
  }();
  return vfs;
}

}  // namespace

Installed::Installed(Hooks hooks) {
  sqlite3_initialize();
  theHooks = std::move(hooks);
  if (sqlite3_vfs_register(&ourVfs(), 1) != SQLITE_OK) std::abort();
}

Installed::~Installed() {
  theHooks = {};
  sqlite3_vfs_register(realVfs(), 1);
}

}  // namespace shim
