// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <httplib.h>
#include <tl/expected.hpp>

#include "faults.h"

namespace sandbox {

// Request headers by which the listener tells the handler which fault it has to play; whatever the
// peer sends under these names is thrown away.
inline constexpr const char* faultHeader = "X-Sandbox-Fault";
inline constexpr const char* faultWaitHeader = "X-Sandbox-Fault-Seconds";

// A port of 127.0.0.1 that cpp-httplib answers on. The sockets are our own and not those of
// httplib::Server, because faults must happen on the wire itself, because an idle connection must
// not wake the program up a hundred times a second, and because the library's SO_REUSEPORT would
// hide that a port is in use.
class Listener {
 public:
  using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;
  // Names the call for the fault plan; nothing for calls that no fault may touch.
  using Naming = std::function<std::optional<RouteNames>(const httplib::Request&)>;

  // What the collaborators are used for is written at their types. `tls` may be null: plain HTTP.
  // `faults` may be null: this port is never disturbed. Neither is owned; both outlive the
  // listener.
  Listener(SSL_CTX* tls, FaultPlan* faults, Naming naming, Handler handler);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Takes the port (0: any free one) and returns its number. The error is one line.
  tl::expected<int, std::string> bind(int port);
  // Accepts and serves in threads of its own until stop().
  void start();
  // Lets requests that are being answered finish, then ends all threads. May be called once.
  void stop();
  // The fault plan has changed: when this returns, the port is closed or open as the plan wants it.
  void refresh();

 private:
  struct Worker {
    std::jthread thread;
    std::atomic<int> socket{-1};
    std::atomic<bool> done{false};
  };
  class Engine : public httplib::Server {
   public:
    using httplib::Server::process_request;
  };

  void acceptLoop();
  void adaptToPlan();
  void acceptOne();
  void serve(int socket, Worker& worker);
  void talk(class WireStream& stream);
  tl::expected<int, std::string> openPort(int port);

  SSL_CTX* m_tls;
  FaultPlan* m_faults;
  Naming m_naming;
  Engine m_engine;
  int m_port = 0;
  int m_listening = -1;
  int m_wake;
  int m_stop;
  std::list<Worker> m_workers;  // only the accepting thread adds and removes
  std::mutex m_planMutex;
  std::condition_variable m_planAdapted;
  bool m_planChanged = false;
  bool m_ended = false;
  std::jthread m_accepting;
};

}  // namespace sandbox
