// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

// Stands between SQLite and the file system as its default VFS: tells what happens to each file and
// may let an operation fail. The shared-memory index goes through untold: it does not outlive the
// machine.
namespace shim {

enum class Operation { Open, Read, Write, Truncate, Sync, Delete, Size };

struct Event {
  Operation operation = Operation::Open;
  std::string file;
  std::int64_t offset = 0;            // Write; the new size for Truncate
  std::vector<std::uint8_t> bytes{};  // Write
};

struct Hooks {
  // SQLITE_OK lets the operation go on; any other result code is what SQLite gets to see.
  std::function<int(const Event&)> before = nullptr;
  // After it succeeded.
  std::function<void(const Event&)> after = nullptr;
};

// In force until it goes; one at a time, one thread.
class Installed {
 public:
  explicit Installed(Hooks hooks);
  Installed(const Installed&) = delete;
  Installed& operator=(const Installed&) = delete;
  ~Installed();
};

}  // namespace shim
