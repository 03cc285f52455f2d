// SPDX-License-Identifier: Apache-2.0
// Mutual TLS against a real server: nothing is said to one that we do not know, nothing to us by
// one that does not.
#include <chrono>
#include <cstdlib>
#include <future>
#include <thread>

#include <gtest/gtest.h>
#include <httplib.h>

#include "national/client.h"

namespace {

using namespace national;
namespace fs = std::filesystem;

constexpr auto requestId = "01935b2a-7c00-7000-8000-000000000001";

fs::path certificates() {
  static const fs::path folder = [] {
    std::string name = "/tmp/cote-a-cote-tls-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    if (std::system((std::string(MAKE_CERTIFICATES) + " " + name).c_str()) != 0) std::abort();
    return fs::path(name);
  }();
  return folder;
}

// Serves the state of one request to whoever shows a certificate of ours.
class TlsServer {
 public:
  explicit TlsServer(const std::string& name)
      : m_server((certificates() / (name + ".pem")).c_str(),
                 (certificates() / (name + ".key")).c_str(),
                 (certificates() / "ours.pem").c_str()) {
    m_server.Get(std::string("/v1/requests/") + requestId, [this](const auto&, auto& answer) {
      ++m_heard;
      answer.set_content(std::string(R"({"requestId":")") + requestId +
                             R"(","status":"draft","missingParts":[],"receipt":null})",
                         "application/json");
    });
    m_port = m_server.bind_to_any_port("127.0.0.1");
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
    while (!m_server.is_running())
      std::this_thread::yield();
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;
  ~TlsServer() {
    m_server.stop();
    m_thread.join();
  }
  [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }
  [[nodiscard]] int heard() const { return m_heard; }

 private:
  httplib::SSLServer m_server;
  std::atomic<int> m_heard = 0;
  int m_port = 0;
  std::thread m_thread;
};

Result<RequestState> foundAt(const std::string& url, const std::string& authority,
                             const std::string& certificate) {
  const fs::path folder = certificates();
  Client client({url, folder / (authority + ".pem"), folder / (certificate + ".pem"),
                 folder / (certificate + ".key"), std::chrono::seconds(10)},
                [](const std::function<void()>& work) { work(); });
  std::promise<Result<RequestState>> promise;
  client.find(requestId, [&](Result<RequestState> state) { promise.set_value(std::move(state)); });
  return promise.get_future().get();
}

TEST(MutualTls, BothSidesKnowEachOther) {
  TlsServer server("server");
  const auto state = foundAt(server.url(), "ours", "kiosk");
  ASSERT_TRUE(state) << state.error().detail;
  EXPECT_EQ(server.heard(), 1);
}

// With TLS 1.3 the refusal travels after the handshake, and may be overtaken by the end of the
// connection: then the outcome is unknown, and the next try tells.
TEST(MutualTls, AStrangerIsRefusedAndThatIsOursToMend) {
  TlsServer server("server");
  EXPECT_EQ(foundAt(server.url(), "ours", "absent").error().kind, FaultKind::CredentialsRefused);
  FaultKind kind = FaultKind::UnknownOutcome;
  for (int tries = 0; tries < 50 && kind == FaultKind::UnknownOutcome; ++tries) {
    const auto state = foundAt(server.url(), "ours", "stranger");
    ASSERT_FALSE(state);
    kind = state.error().kind;
  }
  EXPECT_EQ(kind, FaultKind::CredentialsRefused);
  EXPECT_EQ(server.heard(), 0);
}

TEST(MutualTls, NothingIsSaidToAServerThatIsNotTheService) {
  TlsServer server("server");
  EXPECT_EQ(foundAt(server.url(), "other", "kiosk").error().kind, FaultKind::CredentialsRefused);
  TlsServer elsewhere("elsewhere");
  EXPECT_EQ(foundAt(elsewhere.url(), "ours", "kiosk").error().kind, FaultKind::CredentialsRefused);
  EXPECT_EQ(server.heard() + elsewhere.heard(), 0);
}

TEST(MutualTls, APlainServerIsNoService) {
  httplib::Server plain;
  const int port = plain.bind_to_any_port("127.0.0.1");
  std::thread thread([&] { plain.listen_after_bind(); });
  while (!plain.is_running())
    std::this_thread::yield();
  const auto state = foundAt("https://127.0.0.1:" + std::to_string(port), "ours", "kiosk");
  EXPECT_EQ(state.error().kind, FaultKind::Unreachable) << state.error().detail;
  plain.stop();
  thread.join();
}

}  // namespace
