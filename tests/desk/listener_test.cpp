// SPDX-License-Identifier: Apache-2.0
#include "agent/desk/listener.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agent/desk/stream.h"

namespace desk {
namespace {

class Socket {
 public:
  explicit Socket(int port) : m_socket(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(static_cast<std::uint16_t>(port));
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit{5, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    EXPECT_EQ(connect(m_socket, reinterpret_cast<sockaddr*>(&name), sizeof name), 0);
  }
  Socket(Socket&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() {
    if (m_socket >= 0) close(m_socket);
  }
  void say(const std::string& text) { EXPECT_TRUE(trySay(text)); }
  // False when the peer has closed already.
  bool trySay(const std::string& text) {
    return send(m_socket, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
  }
  // What comes until there is a blank line, or the end of the connection.
  std::string hear() {
    std::string heard;
    char byte = 0;
    while (heard.find("\r\n\r\n") == std::string::npos && recv(m_socket, &byte, 1, 0) == 1)
      heard += byte;
    return heard;
  }

 private:
  int m_socket;
};

class ListenerTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto port = m_listener.bind("127.0.0.1", 0);
    ASSERT_TRUE(port);
    m_port = *port;
    m_listener.start();
  }
  void TearDown() override { m_listener.stop(); }

  Listener m_listener{nullptr, [](const auto& request, auto& response) {
                        if (response.status < 400) response.status = 200;
                        response.set_header("X-Peer", request.remote_addr);
                        response.set_header("X-Seen", std::to_string(request.body.size()));
                      }};
  int m_port = 0;
};

TEST_F(ListenerTest, OneConnectionServesSeveralRequests) {
  Socket socket(m_port);
  for (int time = 0; time < 3; ++time) {
    socket.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto heard = socket.hear();
    EXPECT_THAT(heard, testing::HasSubstr("200"));
    EXPECT_THAT(heard, testing::HasSubstr("X-Peer: 127.0.0.1"));
  }
}

TEST_F(ListenerTest, ALongBodyIsRefused) {
  Socket socket(m_port);
  const auto size = Listener::longestBody + 1;
  socket.say("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(size) +
             "\r\n\r\n" + std::string(size, 'x'));
  EXPECT_THAT(socket.hear(), testing::HasSubstr("413"));
}

TEST_F(ListenerTest, OnePeerHasSoManyConnectionsAndNotMore) {
  std::vector<Socket> sockets;
  for (int number = 0; number < Listener::mostOfOnePeer; ++number) {
    sockets.emplace_back(m_port);
    sockets.back().say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_THAT(sockets.back().hear(), testing::HasSubstr("200"));
  }
  Socket further(m_port);
  further.trySay("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(further.hear(), "");
  sockets.clear();
  // Room again as soon as the others are seen to be gone.
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (std::chrono::steady_clock::now() < end) {
    Socket again(m_port);
    again.trySay("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    if (again.hear().find("200") != std::string::npos) return;
  }
  FAIL() << "no room after all have gone";
}

TEST_F(ListenerTest, EndsAtOnceWithPeersInTheMiddle) {
  Socket half(m_port);
  half.say("POST / HTTP/1.1\r\nHost: loc");
  const auto began = std::chrono::steady_clock::now();
  m_listener.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, Stream::requestPatience / 2);
}

TEST(ListenerPort, SaysWhatIsWrongWithAPort) {
  Listener one(nullptr, [](const auto&, auto&) {});
  const auto port = one.bind("127.0.0.1", 0);
  ASSERT_TRUE(port);
  Listener other(nullptr, [](const auto&, auto&) {});
  EXPECT_THAT(other.bind("127.0.0.1", *port).error(), testing::HasSubstr("cannot be used"));
  EXPECT_THAT(other.bind("here", 0).error(), testing::HasSubstr("IPv4"));
}

}  // namespace
}  // namespace desk
