// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "agent/kept.h"
#include "agent/line.h"
#include "agent/probe.h"

namespace agent {

// What passes between a Line's owner and its thread.
class Post {
 public:
  Post(LineEvents events, Line::Executor executor);

  // The owner's side. end(): no event comes any more; waits for done(), two seconds at most.
  void give(Kept::Payload payload, LinePort::Acknowledged acknowledged);
  void end();

  // The thread's side. tell() runs it on the owner's thread, while there is an owner.
  void tell(std::function<void(const LineEvents&)> event);
  [[nodiscard]] std::vector<Kept::Message> take();
  [[nodiscard]] bool stopped();
  void done();
  // Sleeps until the owner gives something, the descriptor is ready (what for, is the result; -1:
  // none) or the time is over. The one place where the thread waits.
  short sleep(int descriptor, short events, std::chrono::milliseconds wait);

  [[nodiscard]] std::uint64_t wakeUps() const { return m_wakeUps; }

 private:
  void wake() const;

  const std::shared_ptr<const LineEvents> m_events;
  const Line::Executor m_executor;
  const Descriptor m_wake;
  std::atomic<std::uint64_t> m_wakeUps = 0;

  std::mutex m_mutex;  // for what follows
  std::condition_variable m_ended;
  std::vector<Kept::Message> m_inbox;
  bool m_stop = false;
  bool m_done = false;
  std::shared_ptr<int> m_alive = std::make_shared<int>(0);  // gone with the owner
};

}  // namespace agent
