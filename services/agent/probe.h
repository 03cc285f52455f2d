// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace agent {

// A descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  [[nodiscard]] int number() const { return m_number; }

 private:
  int m_number;
};

// Whether something answers there by TCP, before `until`. libmosquitto waits for as long as TCP
// does, minutes when packets are swallowed: it is only asked to connect to what has just answered.
// The look-up of a name may wait for its resolver. `ready`: waits until the descriptor can be
// written, at most so long; false when it cannot, or when there is something else to do. `stopped`:
// give up.
[[nodiscard]] bool answers(
    const std::string& host, int port, std::chrono::steady_clock::time_point until,
    const std::function<bool(int descriptor, std::chrono::milliseconds wait)>& ready,
    const std::function<bool()>& stopped);

}  // namespace agent
