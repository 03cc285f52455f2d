// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <QSocketNotifier>

#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace kiosk {
namespace {

void setUnlessSet(const char* name, const char* value) {
  ::setenv(name, value, 0);
}

sigset_t terminationSignals() {
  sigset_t endings;
  ::sigemptyset(&endings);
  ::sigaddset(&endings, SIGTERM);
  ::sigaddset(&endings, SIGINT);
  ::sigaddset(&endings, SIGHUP);
  return endings;
}

}  // namespace

void prepareProcess() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
  // The software renderer beats llvmpipe; Qt otherwise holds each frame back for 5 ms.
  setUnlessSet("QT_QUICK_BACKEND", "software");
  setUnlessSet("QT_QPA_UPDATE_IDLE_TIME", "0");
  // QML is compiled into the program; a cache would only write to the disk. Qt 6.4 must not be told
  // so by QML_DISABLE_DISK_CACHE: it would compile every file anew at each start.
  setUnlessSet("QML_DISK_CACHE_PATH", "/dev/null/none");
  // What the screens import is inside of the program or of Qt; no style or theme of a desktop.
  setUnlessSet("QT_QPA_PLATFORMTHEME", "");
  // A signal that arrived while the process was replaced is still waiting and is told first.
  const sigset_t endings = terminationSignals();
  ::sigprocmask(SIG_BLOCK, &endings, nullptr);
}

void replaceProcess(const char* program, char* argv[]) {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  ::syscall(SYS_close_range, 3U, ~0U, static_cast<unsigned>(CLOSE_RANGE_CLOEXEC));
  // An update may have put another file in the place of this one: itself is found all the same.
  if (error || self.filename() == program) ::execv("/proc/self/exe", argv);
  ::execv((self.parent_path() / program).c_str(), argv);
}

void onTermination(QObject* parent, std::function<void()> quit) {
  const sigset_t endings = terminationSignals();
  const int file = ::signalfd(-1, &endings, SFD_CLOEXEC | SFD_NONBLOCK);
  if (file < 0) return;
  auto* notifier = new QSocketNotifier(file, QSocketNotifier::Read, parent);
  QObject::connect(notifier, &QSocketNotifier::activated, parent, [file, quit = std::move(quit)] {
    signalfd_siginfo told{};
    if (::read(file, &told, sizeof told) == sizeof told) quit();
  });
}

}  // namespace kiosk
