// SPDX-License-Identifier: Apache-2.0
#include "raw_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

namespace {

bool readable(int descriptor, int milliseconds) {
  pollfd one{descriptor, POLLIN, 0};
  return ::poll(&one, 1, milliseconds) > 0;
}

std::size_t announcedBody(const std::string& request) {
  const auto at = request.find("Content-Length: ");
  return at == std::string::npos ? 0
                                 : static_cast<std::size_t>(std::atol(request.c_str() + at + 16));
}

}  // namespace

RawServer::RawServer(std::function<Talk(const std::string&)> answer) : m_answer(std::move(answer)) {
  m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if (::bind(m_listener, plain, size) != 0 || ::listen(m_listener, 16) != 0 ||
      ::getsockname(m_listener, plain, &size) != 0)
    std::abort();
  m_port = ntohs(address.sin_port);
  m_thread = std::thread([this] { serve(); });
}

RawServer::~RawServer() {
  m_end = true;
  m_thread.join();
  ::close(m_listener);
}

void RawServer::serve() {
  while (!m_end) {
    if (!readable(m_listener, 20)) continue;
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    ++m_connections;
    if (const std::string request = hear(connection); !request.empty())
      talk(connection, m_answer(request));
    ::close(connection);
  }
}

std::string RawServer::hear(int connection) const {
  std::string request;
  char some[65536];
  while (!m_end) {
    const auto end = request.find("\r\n\r\n");
    if (end != std::string::npos && request.size() >= end + 4 + announcedBody(request)) break;
    if (!readable(connection, 20)) continue;
    const ssize_t got = ::recv(connection, some, sizeof some, 0);
    if (got <= 0) return {};
    request.append(some, static_cast<std::size_t>(got));
  }
  return request;
}

void RawServer::talk(int connection, const Talk& said) const {
  const std::size_t step = said.pauseMilliseconds == 0 ? said.bytes.size() : 1;
  for (std::size_t at = 0; at < said.bytes.size() && !m_end; at += step) {
    if (::send(connection, said.bytes.data() + at, step, MSG_NOSIGNAL) < 0) return;
    if (said.pauseMilliseconds > 0) readable(connection, said.pauseMilliseconds);
  }
  char ignored = 0;
  while (said.stayOpen && !m_end)
    if (readable(connection, 20) && ::recv(connection, &ignored, 1, 0) <= 0) return;
}
