// SPDX-License-Identifier: Apache-2.0
#include "folder_tray.h"

#include <QLoggingCategory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace session {
namespace {

constexpr char owedPrefix[] = ".owed-";

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

std::filesystem::path markOf(const std::filesystem::path& folder, const QString& number) {
  return folder / (owedPrefix + number.toStdString());
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

void FolderTray::owe(const QString& number) {
  std::error_code error;
  std::filesystem::create_directories(m_folder, error);
  const int file = ::open(markOf(m_folder, number).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  // The request is recorded all the same, and the paper is about to be printed.
  if (file < 0 || ::close(file) != 0 || !syncFolder(m_folder)) {
    qWarning("no mark of an owed paper: %s", std::strerror(errno));
  }
}

void FolderTray::settle(const QString& number) {
  ::unlink(markOf(m_folder, number).c_str());
}

QStringList FolderTray::owed() const {
  QStringList numbers;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind(owedPrefix, 0) == 0) {
      numbers.append(QString::fromStdString(name.substr(sizeof owedPrefix - 1)));
    }
  }
  return numbers;
}

}  // namespace session
