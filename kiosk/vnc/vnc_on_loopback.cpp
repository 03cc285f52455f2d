// SPDX-License-Identifier: Apache-2.0
// Qt's VNC platform listens on every address of the machine, without a password, and has no option
// against it. With this object preloaded, a server of the kiosk listens on 127.0.0.1 only.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

namespace {

bool isEveryAddress(const in6_addr& address) {
  return std::memcmp(&address, &in6addr_any, sizeof address) == 0;
}

int bindAsAsked(int socket, const sockaddr* address, socklen_t size) {
  return static_cast<int>(syscall(SYS_bind, socket, address, size));
}

}  // namespace

extern "C" int bind(int socket, const sockaddr* address, socklen_t size) {
  if (address != nullptr && address->sa_family == AF_INET && size >= sizeof(sockaddr_in)) {
    sockaddr_in local{};
    std::memcpy(&local, address, sizeof local);
    if (local.sin_addr.s_addr == htonl(INADDR_ANY)) local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bindAsAsked(socket, reinterpret_cast<const sockaddr*>(&local), sizeof local);
  }
  if (address != nullptr && address->sa_family == AF_INET6 && size >= sizeof(sockaddr_in6)) {
    sockaddr_in6 local{};
    std::memcpy(&local, address, sizeof local);
    // Qt opens one socket for both families: the IPv4 loopback, written the IPv6 way.
    if (isEveryAddress(local.sin6_addr)) inet_pton(AF_INET6, "::ffff:127.0.0.1", &local.sin6_addr);
    return bindAsAsked(socket, reinterpret_cast<const sockaddr*>(&local), sizeof local);
  }
  return bindAsAsked(socket, address, size);
}
