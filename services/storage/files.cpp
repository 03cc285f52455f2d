// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "storage/storage.h"

namespace storage {
namespace {

Fault faultOfErrno(const std::filesystem::path& path) {
  const int error = errno;
  FaultKind kind = FaultKind::Failed;
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) kind = FaultKind::Full;
  if (error == EROFS || error == EACCES || error == EPERM) kind = FaultKind::ReadOnly;
  if (error == ENOENT || error == ENOTDIR || error == EISDIR || error == ELOOP)
    kind = FaultKind::Missing;
  return {kind, path.string() + ": " + std::strerror(error)};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  [[nodiscard]] int number() const { return m_number; }
  // Some file systems tell a failed write only here.
  [[nodiscard]] bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

 private:
  int m_number;
};

bool writeAll(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<void> syncPath(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0 || ::fsync(file.number()) != 0) return tl::unexpected(faultOfErrno(path));
  return {};
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view content, unsigned mode) {
  const std::filesystem::path temporary = path.string() + ".new";
  ::unlink(temporary.c_str());
  {
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (file.number() < 0 || !writeAll(file.number(), content) || ::fsync(file.number()) != 0 ||
        !file.close()) {
      Fault fault = faultOfErrno(path);
      ::unlink(temporary.c_str());
      return tl::unexpected(std::move(fault));
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return tl::unexpected(faultOfErrno(path));
  return syncPath(path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path());
}

Result<void> appendFile(const std::filesystem::path& path, std::string_view content,
                        unsigned mode) {
  std::error_code error;
  const bool fresh = !std::filesystem::exists(path, error);
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode));
  if (file.number() < 0 || !writeAll(file.number(), content) || ::fsync(file.number()) != 0 ||
      !file.close())
    return tl::unexpected(faultOfErrno(path));
  return fresh ? syncPath(path.parent_path()) : Result<void>();
}

Result<void> overwriteFile(const std::filesystem::path& path, std::uint64_t offset,
                           std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0 || ::lseek(file.number(), static_cast<off_t>(offset), SEEK_SET) < 0 ||
      !writeAll(file.number(), content) || ::fsync(file.number()) != 0 || !file.close())
    return tl::unexpected(faultOfErrno(path));
  return {};
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return tl::unexpected(faultOfErrno(path));
  // Room for what most files hold: filling room for the largest took longer than reading them.
  // Nothing that is secret is longer, so no copy of it is left behind where room is added.
  constexpr std::size_t usual = 64 * 1024;
  std::string content(std::min(limit + 1, usual), '\0');
  std::size_t length = 0;
  while (length <= limit) {
    if (length == content.size()) content.resize(std::min(limit + 1, 2 * length));
    const ssize_t got = ::read(file.number(), content.data() + length, content.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(faultOfErrno(path));
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  if (length > limit)
    return tl::unexpected(Fault{FaultKind::Failed, path.string() + ": larger than expected"});
  content.resize(length);
  return content;
}

}  // namespace storage
