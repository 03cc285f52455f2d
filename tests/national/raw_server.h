// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

// A server that says exactly what a test tells it to say, well-formed or not. One connection at a
// time, on 127.0.0.1 and a port of the system's choice.
class RawServer {
 public:
  struct Talk {
    std::string bytes;
    int pauseMilliseconds = 0;  // after each byte; 0: all at once
    bool stayOpen = false;      // says no more, and does not hang up either
  };

  // `answer` is given each request as it came: headers, and the body that Content-Length announces.
  explicit RawServer(std::function<Talk(const std::string& request)> answer);
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;
  ~RawServer();

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
  [[nodiscard]] int connections() const { return m_connections; }

 private:
  void serve();
  void talk(int connection, const Talk& talk) const;
  [[nodiscard]] std::string hear(int connection) const;

  std::function<Talk(const std::string&)> m_answer;
  int m_listener = -1;
  int m_port = 0;
  std::atomic<int> m_connections = 0;
  std::atomic<bool> m_end = false;
  std::thread m_thread;
};
