// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "phase.h"
#include "request_store.h"

#include <chrono>
#include <string>

namespace session {

// From the person's gesture to what they are told: at most `wait` later. Time comes in as `now`.
class Sending {
 public:
  using Time = std::chrono::milliseconds;

  Sending(RequestStore& store, std::chrono::seconds wait) : m_store(store), m_wait(wait) {}

  // Records the request. On a trouble nothing was recorded, and it may be tried again.
  [[nodiscard]] tl::expected<void, StoreTrouble> start(const nlohmann::json& request, Time now);
  // Forgets what was sent: the next one is another request.
  void startAnother();
  // Looks whether the request has left, also after it was said to be kept. True when there is
  // something else to be said of it.
  [[nodiscard]] bool tick(Time now);

  [[nodiscard]] SentState state() const { return m_state; }
  [[nodiscard]] const Fate& fate() const { return m_fate; }
  [[nodiscard]] const std::string& localNumber() const { return m_localNumber; }
  [[nodiscard]] int waitedSeconds() const { return m_waitedSeconds; }

 private:
  // What became of a kept request meanwhile.
  [[nodiscard]] bool lookAgain();

  RequestStore& m_store;
  std::chrono::seconds m_wait;
  SentState m_state = SentState::NothingStarted;
  Fate m_fate;
  std::string m_localNumber;
  Time m_since{};
  int m_waitedSeconds = 0;
};

}  // namespace session
