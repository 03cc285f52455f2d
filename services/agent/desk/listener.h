// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <netinet/in.h>

#include <atomic>
#include <functional>
#include <list>
#include <string>
#include <thread>

#include <httplib.h>
#include <openssl/ssl.h>
#include <tl/expected.hpp>

namespace desk {

// The port that cpp-httplib answers on. The sockets are our own and not those of httplib::Server:
// an idle server must not wake up, connections are bounded in number, in all and by peer, and a
// request that does not come to its end is let go.
class Listener {
 public:
  using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;
  static constexpr int mostConnections = 128;
  static constexpr int mostOfOnePeer = 32;
  static constexpr std::size_t longestBody = 8192;

  // `tls` may be null: plain HTTP. Not owned; outlives the listener.
  Listener(SSL_CTX* tls, Handler handler);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Takes the port (0: any free one) of an IPv4 address and returns its number. The error is one
  // line.
  tl::expected<int, std::string> bind(const std::string& address, int port);
  // Accepts and serves in threads of its own until stop().
  void start();
  // Lets answers on their way go out, then ends all threads. May be called once.
  void stop();

 private:
  struct Worker {
    in_addr_t peer = 0;
    std::atomic<int> socket{-1};
    std::atomic<bool> done{false};
    std::jthread thread;
  };
  class Engine : public httplib::Server {
   public:
    using httplib::Server::process_request;
  };

  void acceptLoop();
  void acceptOne();
  void serve(int socket, Worker& worker);
  bool hasRoomFor(in_addr_t peer);

  SSL_CTX* m_tls;
  Engine m_engine;
  int m_listening = -1;
  int m_stop;
  std::list<Worker> m_workers;  // only the accepting thread adds and removes
  std::jthread m_accepting;
};

}  // namespace desk
