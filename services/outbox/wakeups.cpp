// SPDX-License-Identifier: Apache-2.0
#include "outbox/wakeups.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace outbox {
namespace {

using std::chrono::milliseconds;

// The clock may jump, a folder may refuse to be watched, and whoever recorded may have died before
// it could tell: never longer without a look.
constexpr milliseconds longestSleep{60'000};

bool readable(int descriptor) {
  pollfd one{descriptor, POLLIN, 0};
  return ::poll(&one, 1, 0) > 0;
}

}  // namespace

Wakeups::Wakeups(const std::filesystem::path& state) {
  sigset_t ends;
  ::sigemptyset(&ends);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP})
    ::sigaddset(&ends, signal);
  ::sigprocmask(SIG_BLOCK, &ends, nullptr);
  m_signals = ::signalfd(-1, &ends, SFD_CLOEXEC);
  if (m_signals < 0) std::abort();
  m_changes = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (m_changes >= 0 && ::inotify_add_watch(m_changes, state.c_str(), IN_ATTRIB) < 0) {
    ::close(m_changes);
    m_changes = -1;
  }
}

Wakeups::~Wakeups() {
  ::close(m_signals);
  if (m_changes >= 0) ::close(m_changes);
}

// Left unread, so that the descriptor stays readable for whoever asks next.
bool Wakeups::stopped() const {
  return readable(m_signals);
}

void Wakeups::drain() {
  alignas(inotify_event) std::array<char, 4096> events;
  while (m_changes >= 0 && ::read(m_changes, events.data(), events.size()) > 0) {
  }
}

void Wakeups::sleep(std::optional<milliseconds> wait) {
  const milliseconds time = std::clamp(wait.value_or(longestSleep), milliseconds(0), longestSleep);
  // poll() passes over the negative descriptor of a folder that is not watched.
  pollfd both[] = {{m_signals, POLLIN, 0}, {m_changes, POLLIN, 0}};
  ::poll(both, 2, static_cast<int>(time.count()));
}

}  // namespace outbox
