// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

namespace outbox {

// What wakes the courier: a change of the outbox's files, a moment that has come, or the wish that
// it ends. Sleeps without polling. SIGTERM, SIGINT and SIGHUP are held back from the moment it is
// made: make it before any thread starts.
class Wakeups {
 public:
  explicit Wakeups(const std::filesystem::path& state);
  Wakeups(const Wakeups&) = delete;
  Wakeups& operator=(const Wakeups&) = delete;
  ~Wakeups();

  // Readable once the courier was asked to end, and from then on.
  [[nodiscard]] int stopDescriptor() const { return m_signals; }
  [[nodiscard]] bool stopped() const;
  // Forgets changes so far: to be called before the outbox is looked at, so that none is missed.
  void drain();
  // Until something happens, `wait` is over, or a minute.
  void sleep(std::optional<std::chrono::milliseconds> wait);

 private:
  int m_signals;
  int m_changes;
};

}  // namespace outbox
