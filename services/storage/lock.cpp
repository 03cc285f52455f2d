// SPDX-License-Identifier: Apache-2.0
#include "storage/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>

namespace storage {

std::optional<Lock> Lock::take(const std::filesystem::path& path, Wait wait) {
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(path, ignored);
  const int flags = O_CLOEXEC | (folder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT);
  const int file = ::open(path.c_str(), flags, 0600);
  if (file < 0) return std::nullopt;
  if (::flock(file, wait == Wait::Never ? LOCK_EX | LOCK_NB : LOCK_EX) != 0) {
    ::close(file);
    return std::nullopt;
  }
  return Lock(file);
}

Lock::~Lock() {
  if (m_file >= 0) ::close(m_file);
}

}  // namespace storage
