// SPDX-License-Identifier: Apache-2.0
#include "mqtt_peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace {

enum : unsigned char {
  Connect = 0x10,
  Connack = 0x20,
  Publish = 0x30,
  Puback = 0x40,
  Subscribe = 0x82,
  Suback = 0x90,
  Pingreq = 0xc0
};

std::string be16(std::size_t value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value & 255)};
}

std::string be32(std::uint32_t value) {
  return be16(value >> 16) + be16(value & 0xffff);
}

std::string text(std::string_view value) {
  return be16(value.size()).append(value);
}

std::string variable(std::size_t value) {
  std::string out;
  do {
    const auto low = static_cast<char>(value & 127);
    value >>= 7;
    out.push_back(static_cast<char>(low | (value != 0 ? 128 : 0)));
  } while (value != 0);
  return out;
}

std::size_t byteAt(std::string_view bytes, std::size_t place) {
  return static_cast<unsigned char>(bytes.at(place));
}

}  // namespace

Peer::Peer(std::size_t number, Setting setting, const Events& events)
    : m_number(number), m_setting(std::move(setting)), m_events(events) {
  m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(m_setting.port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (m_socket < 0 ||
      ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    fail("no connection");
  const int on = 1;
  ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::fcntl(m_socket, F_SETFL, O_NONBLOCK);
  if (m_setting.tls != nullptr) {
    m_tls = SSL_new(m_setting.tls);
    if (m_tls == nullptr || SSL_use_certificate(m_tls, m_setting.certificate) != 1 ||
        SSL_set_fd(m_tls, m_socket) != 1)
      fail("no TLS");
    SSL_set_connect_state(m_tls);
    connect();
  } else {
    m_out =
        "GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: mqtt\r\n\r\n";
    flush();
  }
}

Peer::~Peer() {
  SSL_free(m_tls);
  ::close(m_socket);
}

void Peer::fail(const std::string& why) const {
  std::fprintf(stderr, "line_load: %s: %s\n", m_setting.id.c_str(), why.c_str());
  std::exit(1);
}

void Peer::connect() {
  const bool will = !m_setting.willTopic.empty();
  const bool named = !m_setting.user.empty();
  // Clean start, as each of a fresh thousand is; the rest as the product has it.
  const int flags = 2 | (will ? 4 | 8 | 32 : 0) | (named ? 64 | 128 : 0);
  std::string body = text("MQTT") + "\x05" + static_cast<char>(flags) + be16(m_setting.keepalive);
  body += variable(5) + "\x11" + be32(m_setting.sessionExpiry) + text(m_setting.id);
  if (will) {
    body += variable(10) + "\x18" + be32(m_setting.willDelay) + "\x02" + be32(86'400);
    body += text(m_setting.willTopic) + text(m_setting.willText);
  }
  if (named) body += text(m_setting.user) + text(m_setting.secret);
  send(Connect, body);
}

void Peer::subscribe() {
  std::string body = be16(++m_packet) + variable(0);
  for (const auto& topic : m_setting.topics)
    body += text(topic) + static_cast<char>(1 | 4);
  send(Subscribe, body);
}

void Peer::publish(std::string_view topic, std::string_view payload, bool retain,
                   std::uint32_t expiry) {
  if (++m_packet == 0) ++m_packet;
  std::string body = text(topic) + be16(m_packet);
  body += expiry == 0 ? variable(0) : variable(5) + "\x02" + be32(expiry);
  send(static_cast<unsigned char>(Publish | 2 | (retain ? 1 : 0)), body.append(payload));
}

void Peer::keepAlive(std::chrono::steady_clock::time_point now) {
  if (now - m_spoke > std::chrono::seconds(m_setting.keepalive - 1)) send(Pingreq, {});
}

void Peer::send(unsigned char kind, std::string_view body) {
  m_spoke = std::chrono::steady_clock::now();
  std::string one(1, static_cast<char>(kind));
  one.append(variable(body.size())).append(body);
  if (m_tls == nullptr) {
    // A frame of RFC 6455; a mask of zeroes masks nothing.
    m_out.push_back('\x82');
    m_out += one.size() < 126 ? std::string(1, static_cast<char>(128 | one.size()))
                              : std::string(1, static_cast<char>(128 | 126)) + be16(one.size());
    m_out.append(4, '\0');
  }
  m_out += one;
  flush();
}

void Peer::flush() {
  while (!m_out.empty()) {
    std::size_t sent = 0;
    if (m_tls != nullptr) {
      const int done = SSL_write_ex(m_tls, m_out.data(), m_out.size(), &sent);
      if (done != 1) {
        const int fault = SSL_get_error(m_tls, done);
        if (fault != SSL_ERROR_WANT_READ && fault != SSL_ERROR_WANT_WRITE) fail("TLS writing");
        return;
      }
    } else {
      const ssize_t done = ::send(m_socket, m_out.data(), m_out.size(), MSG_NOSIGNAL);
      if (done < 0 && errno != EAGAIN) fail("writing");
      if (done < 0) return;
      sent = static_cast<std::size_t>(done);
    }
    m_out.erase(0, sent);
  }
}

void Peer::read() {
  char bytes[16'384];
  while (true) {
    std::size_t got = 0;
    if (m_tls != nullptr) {
      const int done = SSL_read_ex(m_tls, bytes, sizeof bytes, &got);
      if (done != 1) {
        const int fault = SSL_get_error(m_tls, done);
        if (fault != SSL_ERROR_WANT_READ && fault != SSL_ERROR_WANT_WRITE) fail("hung up");
        return;
      }
    } else {
      const ssize_t done = ::recv(m_socket, bytes, sizeof bytes, 0);
      if (done == 0 || (done < 0 && errno != EAGAIN)) fail("hung up");
      if (done < 0) return;
      got = static_cast<std::size_t>(done);
    }
    (m_tls != nullptr ? m_in : m_raw).append(bytes, got);
  }
}

void Peer::turn() {
  read();
  if (m_tls == nullptr && !m_upgraded) {
    const auto end = m_raw.find("\r\n\r\n");
    if (end == std::string::npos) return flush();
    if (m_raw.find(" 101 ") > 12) fail("no WebSocket");
    m_raw.erase(0, end + 4);
    m_upgraded = true;
    connect();
  }
  while (m_tls == nullptr && takeFrame()) {
  }
  while (takePacket()) {
  }
  flush();
}

bool Peer::takeFrame() {
  if (m_raw.size() < 2) return false;
  std::size_t length = byteAt(m_raw, 1) & 127, start = 2;
  if (length == 127) fail("a frame that is too long");
  if (length == 126) {
    if (m_raw.size() < 4) return false;
    length = byteAt(m_raw, 2) << 8 | byteAt(m_raw, 3);
    start = 4;
  }
  if (m_raw.size() < start + length) return false;
  if ((byteAt(m_raw, 0) & 15) == 8) fail("hung up");
  m_in.append(m_raw, start, length);
  m_raw.erase(0, start + length);
  return true;
}

bool Peer::takePacket() {
  std::size_t length = 0, place = 1;
  for (int shift = 0;; shift += 7) {
    if (m_in.size() <= place) return false;
    const auto byte = byteAt(m_in, place++);
    length |= (byte & 127) << shift;
    if ((byte & 128) == 0) break;
  }
  if (m_in.size() < place + length) return false;
  const std::string body = m_in.substr(place, length);
  const auto kind = static_cast<unsigned char>(m_in[0]);
  m_in.erase(0, place + length);
  packet(kind, body);
  return true;
}

void Peer::packet(unsigned char kind, std::string_view body) {
  const int type = kind & 0xf0;
  if (type == Connack) {
    if (byteAt(body, 1) != 0) fail("refused, reason " + std::to_string(byteAt(body, 1)));
    subscribe();
  } else if (type == Suback) {
    for (std::size_t i = 3; i < body.size(); ++i)
      if (byteAt(body, i) >= 128) fail("may not subscribe");
    m_events.ready(*this);
  } else if (type == Puback) {
    ++(body.size() > 2 && byteAt(body, 2) >= 128 ? m_refused : m_acknowledged);
  } else if (type == Publish) {
    published(kind, body);
  } else if (type == 0xe0) {
    fail("the broker ends it, reason " + std::to_string(body.empty() ? 0 : byteAt(body, 0)));
  }
}

void Peer::published(unsigned char kind, std::string_view body) {
  const auto length = byteAt(body, 0) << 8 | byteAt(body, 1);
  const auto topic = body.substr(2, length);
  std::size_t place = 2 + length;
  if ((kind & 6) != 0) {
    send(Puback, body.substr(place, 2));
    place += 2;
  }
  place += 1 + byteAt(body, place);  // properties; of ours never over 127 bytes
  m_events.message(*this, topic, body.substr(place));
}
