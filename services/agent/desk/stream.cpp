// SPDX-License-Identifier: Apache-2.0
#include "stream.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace desk {

namespace {

void describe(int (*ask)(int, sockaddr*, socklen_t*), int socket, std::string& address, int& port) {
  sockaddr_in name{};
  socklen_t size = sizeof name;
  if (ask(socket, reinterpret_cast<sockaddr*>(&name), &size) != 0) return;
  std::array<char, INET_ADDRSTRLEN> text{};
  if (inet_ntop(AF_INET, &name.sin_addr, text.data(), text.size()) != nullptr)
    address = text.data();
  port = ntohs(name.sin_port);
}

}  // namespace

Stream::Stream(int socket, int stopSignal)
    : m_socket(socket), m_stopSignal(stopSignal), m_deadline(Clock::now() + requestPatience) {
  fcntl(m_socket, F_SETFL, fcntl(m_socket, F_GETFL) | O_NONBLOCK);
  const int on = 1;
  setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Stream::~Stream() {
  if (m_tls != nullptr) {
    if (!m_broken) SSL_shutdown(m_tls);
    SSL_free(m_tls);
  }
  close(m_socket);
}

bool Stream::waitFor(short events, std::chrono::milliseconds patience) const {
  std::array<pollfd, 2> watched{{{m_socket, events, 0}, {m_stopSignal, POLLIN, 0}}};
  const int ready = poll(watched.data(), watched.size(), static_cast<int>(patience.count()));
  return ready > 0 && watched[1].revents == 0 && watched[0].revents != 0;
}

bool Stream::ready(short events) const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now());
  return left.count() > 0 && waitFor(events, left);
}

short Stream::wantedByTls(int result) {
  const int reason = SSL_get_error(m_tls, result);
  if (reason == SSL_ERROR_WANT_READ) return POLLIN;
  if (reason == SSL_ERROR_WANT_WRITE) return POLLOUT;
  m_broken = m_broken || reason != SSL_ERROR_ZERO_RETURN;
  return 0;
}

bool Stream::startTls(SSL_CTX& context) {
  m_tls = SSL_new(&context);
  m_broken = m_tls == nullptr || SSL_set_fd(m_tls, m_socket) != 1;
  while (!m_broken) {
    const int result = SSL_accept(m_tls);
    if (result == 1) return true;
    const short wanted = wantedByTls(result);
    if (wanted == 0 || !ready(wanted)) m_broken = true;
  }
  return false;
}

bool Stream::waitForRequest(std::chrono::milliseconds patience) {
  if (m_broken) return false;
  m_deadline = Clock::now() + patience;
  const bool buffered = m_begin < m_end || (m_tls != nullptr && SSL_pending(m_tls) > 0);
  if (!buffered) {
    // Readable also means "closed", or TLS housekeeping without data: only a byte is a request.
    const auto got = receive(m_buffer.data(), m_buffer.size());
    if (got <= 0) return false;
    m_begin = 0;
    m_end = static_cast<size_t>(got);
  }
  m_deadline = Clock::now() + requestPatience;
  return true;
}

ssize_t Stream::receive(char* bytes, size_t size) {
  while (!m_broken) {
    short wanted = POLLIN;
    if (m_tls != nullptr) {
      const int got = SSL_read(m_tls, bytes, static_cast<int>(size));
      if (got > 0) return got;
      wanted = wantedByTls(got);
      if (wanted == 0) return m_broken ? -1 : 0;
    } else {
      const auto got = recv(m_socket, bytes, size, 0);
      if (got >= 0) return got;
      if (errno != EAGAIN && errno != EINTR) m_broken = true;
    }
    if (!m_broken && !ready(wanted)) m_broken = true;
  }
  return -1;
}

ssize_t Stream::read(char* bytes, size_t size) {
  if (m_begin == m_end) {
    const auto got = receive(m_buffer.data(), m_buffer.size());
    if (got <= 0) return got;
    m_begin = 0;
    m_end = static_cast<size_t>(got);
  }
  const auto taken = std::min(size, m_end - m_begin);
  std::memcpy(bytes, m_buffer.data() + m_begin, taken);
  m_begin += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Stream::write(const char* bytes, size_t size) {
  size_t done = 0;
  while (done < size && !m_broken) {
    // A peer that goes on reading is given time; one that does not is let go.
    m_deadline = Clock::now() + requestPatience;
    short wanted = POLLOUT;
    if (m_tls != nullptr) {
      const int sent = SSL_write(m_tls, bytes + done, static_cast<int>(size - done));
      if (sent > 0) {
        done += static_cast<size_t>(sent);
        continue;
      }
      wanted = wantedByTls(sent);
      if (wanted == 0) m_broken = true;
    } else {
      const auto sent = send(m_socket, bytes + done, size - done, MSG_NOSIGNAL);
      if (sent > 0) {
        done += static_cast<size_t>(sent);
        continue;
      }
      if (errno != EAGAIN && errno != EINTR) m_broken = true;
    }
    if (!m_broken && !ready(wanted)) m_broken = true;
  }
  return m_broken ? -1 : static_cast<ssize_t>(size);
}

void Stream::get_remote_ip_and_port(std::string& address, int& port) const {
  describe(getpeername, m_socket, address, port);
}

void Stream::get_local_ip_and_port(std::string& address, int& port) const {
  describe(getsockname, m_socket, address, port);
}

}  // namespace desk
