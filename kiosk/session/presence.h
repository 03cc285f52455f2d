// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

namespace session {

// How long the screen waits for somebody who does nothing (WCAG 2.2.1, 2.2.6).
struct Patience {
  std::chrono::seconds idle{300};
  // Once an agent was called: finding one takes time.
  std::chrono::seconds idleWithAgent{600};
  std::chrono::seconds warning{60};
};

// Whether the person is still there. Pure: time comes in as `now`, from any steady start.
class Presence {
 public:
  using Time = std::chrono::milliseconds;
  enum class State { Here, Warned, Gone };

  explicit Presence(Patience patience) : m_patience(patience) {}

  void touched(Time now);
  void agentCalled() { m_agentCalled = true; }
  // The person answered the warning; may be repeated for ever.
  void stay(Time now);
  [[nodiscard]] State tick(Time now);
  // Of the warning, rounded up; 0 when there is none.
  [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
  [[nodiscard]] bool isWarned() const { return m_warnedAt.has_value(); }

 private:
  Patience m_patience;
  bool m_agentCalled = false;
  std::optional<Time> m_lastTouch;
  std::optional<Time> m_warnedAt;
  int m_secondsLeft = 0;
};

}  // namespace session
