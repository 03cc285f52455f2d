// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "national/replies.h"

namespace national {

// Runs what it is given, once, on a thread of its owner's choice; called on the network thread.
using Executor = std::function<void(std::function<void()>)>;

struct Service {
  // "https://host[:port]", or "http://127.0.0.1[:port]" for a proxy on the same machine. No path.
  std::string url;
  // PEM files. Unused with plain HTTP.
  std::filesystem::path caFile;
  std::filesystem::path certificateFile;
  std::filesystem::path keyFile;
  // The whole call, connection included. While a part is on its way: how long the line may be
  // silent.
  std::chrono::milliseconds timeout{20000};
};

enum class Method { Get, Post, Put };

struct HttpRequest {
  Method method = Method::Get;
  std::string path;  // from "/v1"
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::chrono::milliseconds timeout{0};  // 0: that of the service
};

using ReplyHandler = std::function<void(Result<HttpReply>)>;

// Empty when the address is one that a client may speak to, else what is wrong with it.
[[nodiscard]] std::string addressBreach(const std::string& url);

// One network thread, one connection kept, libcurl's multi interface. send() may be called from any
// thread and never waits; every handler runs exactly once through the executor, or not at all once
// the client is destroyed: whatever a handler touches must outlive the client. Redirects are not
// followed; an answer over 1 MiB is NotInContract.
class HttpClient {
 public:
  // The service's address must be a good one (addressBreach).
  HttpClient(Service service, Executor executor);
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  // Drops what is under way within milliseconds and joins the thread.
  ~HttpClient();

  void send(HttpRequest request, ReplyHandler handler);

 private:
  class Loop;
  std::unique_ptr<Loop> m_loop;
};

}  // namespace national
