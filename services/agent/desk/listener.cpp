// SPDX-License-Identifier: Apache-2.0
#include "listener.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <utility>

#include "stream.h"

namespace desk {

namespace {

constexpr std::chrono::seconds idleConnection{30};
constexpr int backlog = 64;

}  // namespace

Listener::Listener(SSL_CTX* tls, Handler handler)
    : m_tls(tls), m_stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  m_engine.set_payload_max_length(longestBody);
  m_engine.Get(".*", handler);
  m_engine.Post(".*", handler);
  m_engine.Put(".*", handler);
  m_engine.Patch(".*", handler);
  m_engine.Delete(".*", handler);
  m_engine.Options(".*", handler);
  // What the library refuses by itself gets its headers and its body from the handler too.
  m_engine.set_error_handler(
      [handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        if (response.body.empty()) handler(request, response);
      });
}

Listener::~Listener() {
  if (m_listening >= 0) close(m_listening);
  close(m_stop);
}

tl::expected<int, std::string> Listener::bind(const std::string& address, int port) {
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_port = htons(static_cast<std::uint16_t>(port));
  if (inet_pton(AF_INET, address.c_str(), &name.sin_addr) != 1)
    return tl::unexpected("--address " + address + ": wants an IPv4 address, as 127.0.0.1");
  const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int on = 1;
  setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  socklen_t size = sizeof name;
  auto* place = reinterpret_cast<sockaddr*>(&name);
  if (listening < 0 || ::bind(listening, place, size) != 0 || listen(listening, backlog) != 0 ||
      getsockname(listening, place, &size) != 0) {
    const std::string reason = strerror(errno);
    if (listening >= 0) close(listening);
    return tl::unexpected("port " + std::to_string(port) + " of " + address + " cannot be used (" +
                          reason + "): choose another, or 0 for a free one");
  }
  m_listening = listening;
  return ntohs(name.sin_port);
}

void Listener::start() {
  m_accepting = std::jthread([this] { acceptLoop(); });
}

void Listener::stop() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(m_stop, &one, sizeof one);
  if (m_accepting.joinable()) m_accepting.join();
}

void Listener::acceptLoop() {
  for (;;) {
    std::array<pollfd, 2> watched{{{m_stop, POLLIN, 0}, {m_listening, POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) break;
    if (watched[0].revents != 0) break;
    if (watched[1].revents != 0) acceptOne();
  }
  for (auto& worker : m_workers)
    if (const int open = worker.socket.load(); open >= 0) shutdown(open, SHUT_RD);
  m_workers.clear();
}

bool Listener::hasRoomFor(in_addr_t peer) {
  m_workers.remove_if([](const Worker& worker) { return worker.done.load(); });
  const auto ofPeer = std::count_if(m_workers.begin(), m_workers.end(),
                                    [peer](const Worker& worker) { return worker.peer == peer; });
  return ofPeer < mostOfOnePeer && m_workers.size() < mostConnections;
}

void Listener::acceptOne() {
  sockaddr_in from{};
  socklen_t size = sizeof from;
  const int accepted =
      accept4(m_listening, reinterpret_cast<sockaddr*>(&from), &size, SOCK_CLOEXEC);
  if (accepted < 0) {
    // Without descriptors to spare the port stays readable: no turning on the spot meanwhile.
    pollfd stop{m_stop, POLLIN, 0};
    if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) poll(&stop, 1, 100);
    return;
  }
  if (!hasRoomFor(from.sin_addr.s_addr)) {
    close(accepted);
    return;
  }
  auto& worker = m_workers.emplace_back();
  worker.peer = from.sin_addr.s_addr;
  worker.socket = accepted;
  worker.thread = std::jthread([this, accepted, &worker] { serve(accepted, worker); });
}

void Listener::serve(int socket, Worker& worker) {
  {
    Stream stream(socket, m_stop);
    bool closed = false;
    const auto prepare = [](httplib::Request& request) {
      // Files are sent whole and as they are.
      request.headers.erase("Accept-Encoding");
      request.headers.erase("Range");
      request.ranges.clear();
    };
    if (m_tls == nullptr || stream.startTls(*m_tls))
      while (!closed && stream.waitForRequest(idleConnection))
        if (!m_engine.process_request(stream, false, closed, prepare)) break;
    worker.socket = -1;
  }
  worker.done = true;
}

}  // namespace desk
