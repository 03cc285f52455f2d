// SPDX-License-Identifier: Apache-2.0
#include "paper_tray.h"

#include <QLoggingCategory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace session {
namespace {

bool writeAll(int file, const QByteArray& bytes) {
  qsizetype written = 0;
  while (written < bytes.size()) {
    const ssize_t count = ::write(file, bytes.constData() + written,
                                  static_cast<std::size_t>(bytes.size() - written));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    written += count;
  }
  return true;
}

bool syncFolder(const std::filesystem::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool synced = ::fsync(opened) == 0;
  ::close(opened);
  return synced;
}

// Under a hidden name first: whoever watches the folder never sees half a paper.
bool writeFile(const std::filesystem::path& folder, const std::string& name,
               const QByteArray& bytes) {
  const std::filesystem::path half = folder / ('.' + name + ".part");
  const int file = ::open(half.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool written = writeAll(file, bytes) && ::fsync(file) == 0;
  const bool closed = ::close(file) == 0;
  if (written && closed && ::rename(half.c_str(), (folder / name).c_str()) == 0) {
    return syncFolder(folder);
  }
  const int reason = errno;
  ::unlink(half.c_str());
  errno = reason;
  return false;
}

}  // namespace

bool FolderTray::put(const Paper& paper, const QString& name) {
  const QByteArray pdf = drawPaper(paper);
  if (pdf.isEmpty()) {
    qWarning("a paper could not be drawn");
    return false;
  }
  std::error_code error;
  std::filesystem::create_directories(m_folder, error);
  if (writeFile(m_folder, name.toStdString() + ".pdf", pdf)) return true;
  qWarning("a paper could not be printed: %s", std::strerror(errno));
  return false;
}

}  // namespace session
