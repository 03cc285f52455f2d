// SPDX-License-Identifier: Apache-2.0
#include "outbox/national_transport.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <utility>

namespace outbox {
namespace {

enum class Woken { Done, Stop };

Woken waitForEither(int done, int stop) {
  pollfd both[] = {{done, POLLIN, 0}, {stop, POLLIN, 0}};
  while (::poll(both, 2, -1) < 0)
    if (errno != EINTR) std::abort();
  return both[0].revents != 0 ? Woken::Done : Woken::Stop;
}

}  // namespace

NationalTransport::NationalTransport(national::Service service, int stopDescriptor)
    : m_stopDescriptor(stopDescriptor), m_doneDescriptor(::eventfd(0, EFD_CLOEXEC)) {
  if (m_doneDescriptor < 0) std::abort();
  // On the network thread: it only hands a value over.
  m_client.emplace(std::move(service), [](const std::function<void()>& work) { work(); });
}

NationalTransport::~NationalTransport() {
  m_client.reset();
  ::close(m_doneDescriptor);
}

template <typename T>
national::Result<T> NationalTransport::waitFor(
    const std::function<void(national::Client&, national::Handler<T>)>& start) {
  const auto stopped = [] {
    return tl::unexpected(
        national::NationalFault{national::FaultKind::UnknownOutcome, "the courier was stopped"});
  };
  if (!m_client) return stopped();
  std::mutex mutex;
  std::optional<national::Result<T>> result;
  start(*m_client, [&](national::Result<T> arrived) {
    const std::lock_guard lock(mutex);
    result = std::move(arrived);
    ::eventfd_write(m_doneDescriptor, 1);
  });
  if (waitForEither(m_doneDescriptor, m_stopDescriptor) == Woken::Stop) {
    m_client.reset();  // joins its thread: nothing refers to this call any more
    return stopped();
  }
  eventfd_t count = 0;
  ::eventfd_read(m_doneDescriptor, &count);
  const std::lock_guard lock(mutex);
  return std::move(*result);
}

national::Result<national::RequestState> NationalTransport::find(const std::string& requestId) {
  return waitFor<national::RequestState>(
      [&](auto& client, auto handler) { client.find(requestId, std::move(handler)); });
}

national::Result<national::RequestState> NationalTransport::announce(
    const national::Announcement& announcement) {
  return waitFor<national::RequestState>(
      [&](auto& client, auto handler) { client.announce(announcement, std::move(handler)); });
}

national::Result<void> NationalTransport::putPart(const std::string& requestId,
                                                  const std::string& sha256,
                                                  std::span<const std::uint8_t> sealed) {
  return waitFor<void>([&](auto& client, auto handler) {
    client.putPart(requestId, sha256, sealed, std::move(handler));
  });
}

national::Result<national::Receipt> NationalTransport::submit(const std::string& requestId) {
  return waitFor<national::Receipt>(
      [&](auto& client, auto handler) { client.submit(requestId, std::move(handler)); });
}

}  // namespace outbox
