// SPDX-License-Identifier: Apache-2.0
#include "agent/post.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace agent {
namespace {

constexpr std::chrono::seconds patienceWithThread{2};
constexpr std::int64_t longestSleep = 3'600'000;

}  // namespace

Post::Post(LineEvents events, Line::Executor executor)
    : m_events(std::make_shared<const LineEvents>(std::move(events))),
      m_executor(std::move(executor)),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  assert(m_wake.number() >= 0);
}

void Post::wake() const {
  const std::uint64_t one = 1;
  (void)!::write(m_wake.number(), &one, sizeof one);
}

void Post::give(Kept::Payload payload, LinePort::Acknowledged acknowledged) {
  {
    const std::lock_guard lock(m_mutex);
    m_inbox.push_back(
        {std::move(payload), std::move(acknowledged), std::chrono::steady_clock::now(), 0});
  }
  wake();
}

void Post::end() {
  std::unique_lock lock(m_mutex);
  m_stop = true;
  m_alive.reset();
  wake();
  m_ended.wait_for(lock, patienceWithThread, [this] { return m_done; });
}

void Post::tell(std::function<void(const LineEvents&)> event) {
  const std::lock_guard lock(m_mutex);
  if (!m_alive) return;
  m_executor([event = std::move(event), events = m_events, alive = std::weak_ptr(m_alive)] {
    if (alive.lock()) event(*events);
  });
}

std::vector<Kept::Message> Post::take() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_inbox, {});
}

bool Post::stopped() {
  const std::lock_guard lock(m_mutex);
  return m_stop;
}

void Post::done() {
  const std::lock_guard lock(m_mutex);
  m_done = true;
  m_ended.notify_all();
}

short Post::sleep(int descriptor, short events, std::chrono::milliseconds wait) {
  pollfd ready[2] = {{m_wake.number(), POLLIN, 0}, {descriptor, events, 0}};
  ::poll(ready, descriptor < 0 ? 1 : 2,
         static_cast<int>(std::clamp<std::int64_t>(wait.count(), 0, longestSleep)));
  ++m_wakeUps;
  std::uint64_t count = 0;
  if (ready[0].revents != 0) (void)!::read(m_wake.number(), &count, sizeof count);
  return descriptor < 0 ? short{0} : ready[1].revents;
}

}  // namespace agent
