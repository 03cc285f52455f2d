// SPDX-License-Identifier: Apache-2.0
#include "stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace sandbox {

namespace {

// A peer that stays silent in the middle of a request, or does not read its answer, is let go.
constexpr std::chrono::seconds ioPatience{20};

void setTimeouts(int socket) {
  timeval limit{};
  limit.tv_sec = ioPatience.count();
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

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

WireStream::WireStream(int socket, int stopSignal) : m_socket(socket), m_stopSignal(stopSignal) {
  setTimeouts(m_socket);
}

WireStream::~WireStream() {
  if (m_tls != nullptr) {
    // After a disturbance the peer must not see an orderly end of the TLS session either.
    if (!m_broken) SSL_shutdown(m_tls);
    SSL_free(m_tls);
  }
  if (m_socket >= 0) close(m_socket);
}

bool WireStream::startTls(SSL_CTX& context) {
  m_tls = SSL_new(&context);
  if (m_tls == nullptr || SSL_set_fd(m_tls, m_socket) != 1 || SSL_accept(m_tls) != 1) {
    m_broken = true;
    return false;
  }
  return true;
}

bool WireStream::waitReadable(std::chrono::milliseconds patience) const {
  std::array<pollfd, 2> watched{{{m_socket, POLLIN, 0}, {m_stopSignal, POLLIN, 0}}};
  const int ready = poll(watched.data(), watched.size(), static_cast<int>(patience.count()));
  return ready > 0 && watched[1].revents == 0 && watched[0].revents != 0;
}

bool WireStream::waitForRequest(std::chrono::milliseconds patience) {
  if (m_broken) return false;
  if (m_begin < m_end || (m_tls != nullptr && SSL_pending(m_tls) > 0)) return true;
  if (!waitReadable(patience)) return false;
  // Readable also means "closed", or TLS housekeeping without data: only a byte is a request.
  const auto got = receive(m_buffer.data(), m_buffer.size());
  if (got <= 0) return false;
  m_begin = 0;
  m_end = static_cast<size_t>(got);
  return true;
}

void WireStream::disturb(const Fault& fault) {
  const auto kind = fault.kind;
  if (kind == FaultKind::RefuseConnection) {
    m_writing = Writing::Swallow;
    m_broken = true;
  } else if (kind == FaultKind::DropAfterAccept) {
    m_writing = Writing::Swallow;
  } else if (kind == FaultKind::CutBody) {
    m_writing = Writing::Keep;
  } else if (kind == FaultKind::Slow) {
    m_delay = fault.wait;
  }
}

bool WireStream::finishAnswer() {
  if (m_writing == Writing::Pass) return !m_broken;
  if (m_writing == Writing::Keep) {
    const auto end = m_kept.find("\r\n\r\n");
    const auto head = end == std::string::npos ? m_kept.size() : end + 4;
    // Where there is no body, the head itself is cut.
    const auto body = m_kept.size() - head;
    sendAll(m_kept.data(), body > 0 ? head + body / 2 : head / 2);
    m_broken = true;
    // Half of the answer must arrive: an orderly end of the connection, but not of the answer.
    shutdown(m_socket, SHUT_WR);
    return false;
  }
  if (m_broken) reset();
  m_broken = true;
  return false;
}

void WireStream::reset() {
  m_broken = true;
  if (m_socket < 0) return;
  const linger now{1, 0};
  setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  close(m_socket);
  m_socket = -1;
}

void WireStream::pause(std::chrono::milliseconds duration) const {
  pollfd watched{m_stopSignal, POLLIN, 0};
  poll(&watched, 1, static_cast<int>(duration.count()));
}

bool WireStream::is_readable() const {
  return !m_broken;
}

bool WireStream::is_writable() const {
  return !m_broken;
}

ssize_t WireStream::receive(char* bytes, size_t size) {
  if (m_tls == nullptr) {
    const auto got = recv(m_socket, bytes, size, 0);
    if (got < 0) m_broken = true;
    return got;
  }
  const int got = SSL_read(m_tls, bytes, static_cast<int>(size));
  if (got > 0) return got;
  const bool ended = SSL_get_error(m_tls, got) == SSL_ERROR_ZERO_RETURN;
  if (!ended) m_broken = true;
  return ended ? 0 : -1;
}

ssize_t WireStream::read(char* bytes, size_t size) {
  if (m_begin == m_end) {
    if (m_broken) return -1;
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

bool WireStream::sendAll(const char* bytes, size_t size) {
  while (size > 0 && !m_broken) {
    const auto sent = m_tls != nullptr
                          ? static_cast<ssize_t>(SSL_write(m_tls, bytes, static_cast<int>(size)))
                          : send(m_socket, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) {
      m_broken = true;
      break;
    }
    bytes += sent;
    size -= static_cast<size_t>(sent);
  }
  return !m_broken;
}

ssize_t WireStream::write(const char* bytes, size_t size) {
  const bool interim = std::string_view(bytes, size).substr(0, 12) == "HTTP/1.1 100";
  if (m_delay.count() > 0 && !interim) {
    pause(m_delay);
    m_delay = m_delay.zero();
  }
  if (m_writing == Writing::Keep && !interim) {
    m_kept.append(bytes, size);
  } else if (m_writing != Writing::Swallow || (interim && !m_broken)) {
    if (!sendAll(bytes, size)) return -1;
  }
  return static_cast<ssize_t>(size);
}

void WireStream::get_remote_ip_and_port(std::string& address, int& port) const {
  describe(getpeername, m_socket, address, port);
}

void WireStream::get_local_ip_and_port(std::string& address, int& port) const {
  describe(getsockname, m_socket, address, port);
}

}  // namespace sandbox
