// SPDX-License-Identifier: Apache-2.0
#include "agent/probe.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace agent {

Descriptor::~Descriptor() {
  if (m_number >= 0) ::close(m_number);
}

bool answers(const std::string& host, int port, std::chrono::steady_clock::time_point until,
             const std::function<bool(int descriptor, std::chrono::milliseconds wait)>& ready,
             const std::function<bool()>& stopped) {
  using Clock = std::chrono::steady_clock;
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return false;
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, ::freeaddrinfo);
  for (const addrinfo* one = found; one != nullptr && !stopped(); one = one->ai_next) {
    const Descriptor probe(::socket(one->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (probe.number() < 0) continue;
    if (::connect(probe.number(), one->ai_addr, one->ai_addrlen) == 0) return true;
    if (errno != EINPROGRESS) continue;
    bool known = false;
    while (!known && !stopped() && Clock::now() < until)
      known =
          ready(probe.number(), std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()));
    int fault = 0;
    socklen_t size = sizeof fault;
    if (known && ::getsockopt(probe.number(), SOL_SOCKET, SO_ERROR, &fault, &size) == 0 &&
        fault == 0)
      return true;
  }
  return false;
}

}  // namespace agent
