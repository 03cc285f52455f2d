// SPDX-License-Identifier: Apache-2.0
#include "listener.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <utility>

#include "stream.h"

namespace sandbox {

namespace {

constexpr std::chrono::seconds idleConnection{60};
constexpr size_t longestBody = 1 << 20;  // four parts of the largest size
constexpr int backlog = 128;

void signalOn(int event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(event, &one, sizeof one);
}

void drain(int event) {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto got = read(event, &count, sizeof count);
}

void resetSocket(int socket) {
  const linger now{1, 0};
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  close(socket);
}

std::string portFault(int port) {
  return "port " + std::to_string(port) + " of 127.0.0.1 cannot be used (" +
         std::string(strerror(errno)) + "): choose another, or 0 for any free one";
}

}  // namespace

Listener::Listener(SSL_CTX* tls, FaultPlan* faults, Naming naming, Handler handler)
    : m_tls(tls),
      m_faults(faults),
      m_naming(std::move(naming)),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  m_engine.set_payload_max_length(longestBody);
  m_engine.Get(".*", handler);
  m_engine.Post(".*", handler);
  m_engine.Put(".*", handler);
  m_engine.Patch(".*", handler);
  m_engine.Delete(".*", handler);
  // What the library refuses by itself (a request that is no HTTP, a body that is too long) gets
  // its body from the handler too, so that all errors look alike.
  m_engine.set_error_handler(
      [handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        if (response.body.empty()) handler(request, response);
      });
}

Listener::~Listener() {
  if (m_listening >= 0) close(m_listening);
  close(m_wake);
  close(m_stop);
}

tl::expected<int, std::string> Listener::openPort(int port) {
  const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listening < 0) return tl::unexpected(portFault(port));
  const int on = 1;
  setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_port = htons(static_cast<std::uint16_t>(port));
  name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof name;
  auto* address = reinterpret_cast<sockaddr*>(&name);
  if (::bind(listening, address, size) != 0 || listen(listening, backlog) != 0 ||
      getsockname(listening, address, &size) != 0) {
    auto fault = portFault(port);
    close(listening);
    return tl::unexpected(std::move(fault));
  }
  m_listening = listening;
  return ntohs(name.sin_port);
}

tl::expected<int, std::string> Listener::bind(int port) {
  const auto bound = openPort(port);
  if (bound) m_port = *bound;
  return bound;
}

void Listener::start() {
  m_accepting = std::jthread([this] { acceptLoop(); });
}

void Listener::stop() {
  signalOn(m_stop);
  if (m_accepting.joinable()) m_accepting.join();
}

void Listener::refresh() {
  std::unique_lock lock(m_planMutex);
  m_planChanged = true;
  signalOn(m_wake);
  m_planAdapted.wait(lock, [this] { return !m_planChanged || m_ended; });
}

void Listener::adaptToPlan() {
  drain(m_wake);
  const std::lock_guard lock(m_planMutex);
  const bool closed = m_faults != nullptr && m_faults->refusesAll();
  if (closed && m_listening >= 0) {
    close(m_listening);
    m_listening = -1;
  } else if (!closed && m_listening < 0) {
    const auto reopened = openPort(m_port);
    if (!reopened) std::fprintf(stderr, "sandbox: %s\n", reopened.error().c_str());
  }
  m_planChanged = false;
  m_planAdapted.notify_all();
}

void Listener::acceptLoop() {
  for (;;) {
    std::array<pollfd, 3> watched{
        {{m_stop, POLLIN, 0}, {m_wake, POLLIN, 0}, {m_listening, POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) break;
    if (watched[0].revents != 0) break;
    if (watched[1].revents != 0) {
      adaptToPlan();
    } else if (watched[2].revents != 0) {
      acceptOne();
    }
  }
  if (m_listening >= 0) close(std::exchange(m_listening, -1));
  {
    const std::lock_guard lock(m_planMutex);
    m_ended = true;
    m_planAdapted.notify_all();
  }
  // A peer in the middle of sending a request is cut off; answers on their way still go out.
  for (auto& worker : m_workers) {
    const int open = worker.socket.load();
    if (open >= 0) shutdown(open, SHUT_RD);
  }
  m_workers.clear();
}

void Listener::acceptOne() {
  const int accepted = accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
  if (accepted < 0) return;
  if (m_faults != nullptr && m_faults->takeConnection()) return resetSocket(accepted);
  m_workers.remove_if([](const Worker& worker) { return worker.done.load(); });
  auto& worker = m_workers.emplace_back();
  worker.socket = accepted;
  worker.thread = std::jthread([this, accepted, &worker] { serve(accepted, worker); });
}

void Listener::serve(int socket, Worker& worker) {
  {
    WireStream stream(socket, m_stop);
    if (m_tls == nullptr || stream.startTls(*m_tls)) talk(stream);
    worker.socket = -1;
  }
  worker.done = true;
}

void Listener::talk(WireStream& stream) {
  const auto prepare = [this, &stream](httplib::Request& request) {
    request.headers.erase(faultHeader);
    request.headers.erase(faultWaitHeader);
    // Answers are sent whole and as they are: digests and lengths are part of what is tested.
    request.headers.erase("Accept-Encoding");
    request.headers.erase("Range");
    request.ranges.clear();
    if (m_faults == nullptr) return;
    const auto call = m_naming(request);
    if (!call) return;
    const auto fault = m_faults->take(*call);
    if (!fault) return;
    stream.disturb(*fault);
    request.set_header(faultHeader, std::string(faultName(fault->kind)));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(fault->wait);
    request.set_header(faultWaitHeader, std::to_string(seconds.count()));
  };
  bool closed = false;
  while (!closed && stream.waitForRequest(idleConnection)) {
    const bool served = m_engine.process_request(stream, false, closed, prepare);
    if (!stream.finishAnswer() || !served) return;
  }
}

}  // namespace sandbox
