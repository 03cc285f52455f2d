// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "agent/line_port.h"

namespace agent {

// What a line keeps until the broker has acknowledged it. Pure; one thread.
class Kept {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Payload = std::variant<KioskStatus, CallEvent, GuideEnvelope, Count>;
  struct Message {
    Payload payload;
    LinePort::Acknowledged acknowledged;
    Time since;      // given to us
    int number = 0;  // of the broker's packet; 0: not sent over this connection
  };

  // Takes the place of an unacknowledged status, or of an earlier event of the same call. Gives
  // back what fell out, whose acknowledgement never comes.
  [[nodiscard]] std::vector<Message> add(Message message);
  // The connection is gone: all is to be sent again, and the last status too, acknowledged or not.
  void connectionLost();
  // To be sent now, oldest first; what is too old to be of use falls out.
  [[nodiscard]] std::vector<Message*> unsent(Time now);
  // It left under this number.
  void sent(Message& message, int number, Time now);
  // The broker has it: its acknowledgement, or nothing when it is none of ours.
  [[nodiscard]] std::optional<LinePort::Acknowledged> acknowledged(int number);
  // The broker will not have it.
  void refused(int number);
  // It cannot be sent.
  void drop(const Message& message);
  // When the oldest that was sent and not acknowledged left, also when another took its place.
  [[nodiscard]] std::optional<Time> waitingSince() const;
  // Something is yet to be sent or acknowledged.
  [[nodiscard]] bool outstanding() const { return !m_messages.empty(); }

 private:
  std::list<Message> m_messages;
  std::map<int, Time> m_waiting;    // numbers that the broker owes us
  std::optional<Message> m_status;  // the last one that was acknowledged
};

// The message as it is to leave at `now`, grown older by the time it lay here.
[[nodiscard]] Text textOf(const Kept::Message& message, Kept::Time now);

// Full jitter: a wait drawn from nothing to a bound that doubles with each attempt, from the first
// to the longest. `attempt` from 0; `random` gives a number below the one it is given.
[[nodiscard]] std::chrono::milliseconds waitBefore(
    int attempt, std::chrono::milliseconds first, std::chrono::milliseconds longest,
    const std::function<std::uint64_t(std::uint64_t)>& random);

}  // namespace agent
