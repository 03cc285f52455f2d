// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace storage {

enum class Wait { UntilFree, Never };

// An advisory lock (flock) on a file or a folder, held until it goes; the end of the process
// releases it too.
class Lock {
 public:
  // Makes the file when there is nothing at this path. Nothing when somebody else holds it, or when
  // it cannot be opened (errno tells why).
  [[nodiscard]] static std::optional<Lock> take(const std::filesystem::path& path, Wait wait);

  Lock(Lock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  explicit Lock(int file) : m_file(file) {}

  int m_file;
};

}  // namespace storage
