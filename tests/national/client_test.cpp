// SPDX-License-Identifier: Apache-2.0
// The client against servers that behave badly in every way a line and a front can.
#include "national/client.h"

#include <chrono>
#include <cstdlib>
#include <future>
#include <optional>

#include <gtest/gtest.h>

#include "crypto/crypto.h"
#include "raw_server.h"

namespace {

using namespace national;
using namespace std::chrono_literals;
using Talk = RawServer::Talk;

constexpr auto requestId = "01935b2a-7c00-7000-8000-000000000001";
const Executor direct = [](const std::function<void()>& work) { work(); };

Service serviceAt(const std::string& url, std::chrono::milliseconds timeout = 5000ms) {
  return {url, {}, {}, {}, timeout};
}

std::string http(const std::string& status, const std::string& type, const std::string& body,
                 const std::string& more = {}) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" + more +
         "\r\n" + body;
}

std::string draft() {
  return std::string(R"({"requestId":")") + requestId +
         R"(","status":"draft","missingParts":[],"receipt":null})";
}

Result<RequestState> found(Client& client) {
  std::promise<Result<RequestState>> promise;
  client.find(requestId,
              [&](Result<RequestState> result) { promise.set_value(std::move(result)); });
  return promise.get_future().get();
}

Result<RequestState> foundAt(const RawServer& server, std::chrono::milliseconds timeout = 5000ms) {
  Client client(serviceAt(server.url(), timeout), direct);
  return found(client);
}

TEST(Client, ReadsAGoodAnswerAndSaysWhatItWants) {
  std::string asked;
  RawServer server([&](const std::string& request) {
    asked = request;
    return Talk{http("200 OK", "application/json", draft())};
  });
  const auto state = foundAt(server);
  ASSERT_TRUE(state) << state.error().detail;
  EXPECT_EQ(state->status, "draft");
  EXPECT_EQ(asked.rfind(std::string("GET /v1/requests/") + requestId + " HTTP/1.1\r\n", 0), 0U);
}

TEST(Client, SendsWhatTheContractAsksFor) {
  std::vector<std::string> asked;
  RawServer server([&](const std::string& request) {
    asked.push_back(request);
    return Talk{http("204 No Content", "text/plain", "")};
  });
  Client client(serviceAt(server.url()), direct);
  const auto part = crypto::randomBytes(262144);
  std::promise<Result<void>> put;
  client.putPart(requestId, crypto::sha256Hex(part), part,
                 [&](Result<void> done) { put.set_value(std::move(done)); });
  EXPECT_TRUE(put.get_future().get());
  std::promise<Result<Receipt>> submitted;
  client.submit(requestId, [&](Result<Receipt> done) { submitted.set_value(std::move(done)); });
  EXPECT_FALSE(submitted.get_future().get());

  ASSERT_EQ(asked.size(), 2U);
  EXPECT_EQ(asked[0].rfind("PUT /v1/requests/", 0), 0U);
  EXPECT_NE(
      asked[0].find("Content-Digest: sha-256=:" + crypto::toBase64(crypto::sha256(part)) + ":\r\n"),
      std::string::npos);
  EXPECT_NE(asked[0].find(std::string(part.begin(), part.end())), std::string::npos);
  EXPECT_EQ(asked[0].find("Expect:"), std::string::npos);
  EXPECT_NE(asked[1].find(std::string("Idempotency-Key: \"") + requestId + "\"\r\n"),
            std::string::npos);
  EXPECT_NE(asked[1].find("Content-Length: 0\r\n"), std::string::npos);
}

struct Misbehaviour {
  const char* name;
  Talk talk;
  FaultKind kind;
};

std::vector<Misbehaviour> misbehaviours() {
  const std::string header = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  return {
      {"hangs_up", {""}, FaultKind::UnknownOutcome},
      {"cuts_the_body", {header + "Content-Length: 500\r\n\r\n{\"a\":"}, FaultKind::UnknownOutcome},
      {"cuts_the_headers", {"HTTP/1.1 200 OK\r\nConte"}, FaultKind::UnknownOutcome},
      {"cuts_after_the_headers", {header + "\r\n"}, FaultKind::UnknownOutcome},
      {"cuts_a_body_without_length", {header + "\r\n{\"requestId\":"}, FaultKind::UnknownOutcome},
      {"talks_nonsense", {"\x16\x03\x01 SMTP ready\r\n\r\n"}, FaultKind::UnknownOutcome},
      {"breaks_its_chunks",
       {header + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"},
       FaultKind::UnknownOutcome},
      {"sends_a_page", {http("200 OK", "text/html", "<html>Bienvenue")}, FaultKind::NotInContract},
      {"sends_other_json", {http("200 OK", "application/json", "{}")}, FaultKind::NotInContract},
      {"floods_the_body",
       {header + "Connection: close\r\n\r\n" + std::string(3'000'000, ' ')},
       FaultKind::NotInContract},
      {"floods_the_headers",
       {header + "X-Long: " + std::string(90'000, 'x') + "\r\n\r\n"},
       FaultKind::NotInContract},
      {"says_nothing", {"", 0, true}, FaultKind::UnknownOutcome},
      {"stops_in_the_middle",
       {header + "Content-Length: 50\r\n\r\n{", 0, true},
       FaultKind::UnknownOutcome},
      {"trickles", {http("200 OK", "application/json", draft()), 50}, FaultKind::UnknownOutcome},
      {"is_broken", {http("500 Broken", "text/html", "x")}, FaultKind::UnknownOutcome},
      {"is_busy", {http("503 Busy", "text/html", "x")}, FaultKind::Busy},
      {"refuses_us", {http("403 No", "text/html", "x")}, FaultKind::CredentialsRefused},
  };
}

class BadServer : public ::testing::TestWithParam<Misbehaviour> {};

TEST_P(BadServer, IsToldApart) {
  const auto& bad = GetParam();
  RawServer server([&](const std::string&) { return bad.talk; });
  const auto began = std::chrono::steady_clock::now();
  const auto state = foundAt(server, 700ms);
  ASSERT_FALSE(state);
  EXPECT_EQ(state.error().kind, bad.kind) << state.error().detail;
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

INSTANTIATE_TEST_SUITE_P(Kinds, BadServer, ::testing::ValuesIn(misbehaviours()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Client, TellsThatNothingWasReached) {
  std::string url;
  {
    RawServer gone([](const std::string&) { return Talk{}; });
    url = gone.url();
  }
  Client client(serviceAt(url), direct);
  EXPECT_EQ(found(client).error().kind, FaultKind::Unreachable);
}

TEST(Client, DoesNotFollowElsewhere) {
  RawServer elsewhere([](const std::string&) { return Talk{}; });
  RawServer server([&](const std::string&) {
    return Talk{http("302 Found", "text/plain", "", "Location: " + elsewhere.url() + "/\r\n")};
  });
  EXPECT_EQ(foundAt(server).error().kind, FaultKind::NotInContract);
  EXPECT_EQ(elsewhere.connections(), 0);
}

TEST(Client, IsNotLedAwayByTheEnvironment) {
  RawServer elsewhere([](const std::string&) { return Talk{}; });
  RawServer server(
      [](const std::string&) { return Talk{http("200 OK", "application/json", draft())}; });
  ::setenv("http_proxy", elsewhere.url().c_str(), 1);
  ::setenv("ALL_PROXY", elsewhere.url().c_str(), 1);
  EXPECT_TRUE(foundAt(server));
  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
  EXPECT_EQ(elsewhere.connections(), 0);
}

TEST(Client, HandsRetryAfterOn) {
  const std::pair<const char*, std::optional<std::chrono::seconds>> cases[] = {
      {"7", 7s},
      {"0", std::nullopt},
      {"soon", std::nullopt},
      {"-3", std::nullopt},
      {"86400", 86400s}};
  for (const auto& [said, expected] : cases) {
    RawServer server([said = said](const std::string&) {
      return Talk{http("503 Busy", "text/plain", "", std::string("Retry-After: ") + said + "\r\n")};
    });
    const auto state = foundAt(server);
    ASSERT_FALSE(state);
    EXPECT_EQ(state.error().retryAfter, expected) << said;
  }
}

TEST(Client, EveryHandlerRunsExactlyOnce) {
  RawServer server(
      [](const std::string&) { return Talk{http("200 OK", "application/json", draft())}; });
  constexpr int calls = 50;
  std::array<std::atomic<int>, calls> ran{};
  std::promise<void> all;
  std::atomic<int> left = calls;
  {
    Client client(serviceAt(server.url(), 20s), direct);
    for (auto& count : ran)
      client.find(requestId, [&](const Result<RequestState>&) {
        ++count;
        if (--left == 0) all.set_value();
      });
    ASSERT_EQ(all.get_future().wait_for(30s), std::future_status::ready);
  }
  for (const auto& count : ran)
    EXPECT_EQ(count, 1);
}

TEST(Client, GoesAtOnceAndNoHandlerRunsAfterwards) {
  RawServer server([](const std::string&) { return Talk{"", 0, true}; });
  bool ran = false;
  const auto began = std::chrono::steady_clock::now();
  {
    Client client(serviceAt(server.url(), 20s), direct);
    client.find(requestId, [&](const Result<RequestState>&) { ran = true; });
    while (server.connections() == 0)
      std::this_thread::yield();
  }
  EXPECT_FALSE(ran);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(Address, IsSafeOrItIsNone) {
  for (const char* good : {"https://a", "https://service.example:8443", "http://127.0.0.1:80"})
    EXPECT_EQ(addressBreach(good), "") << good;
  for (const char* bad : {"", "https://", "http://localhost:1", "http://127.0.0.1.example",
                          "https://a/b", "https://a:", "https://a:x", "https://u@a",
                          "file:///etc/passwd", "https://a:123456", "HTTPS://a", "https://a?b"})
    EXPECT_NE(addressBreach(bad), "") << bad;
}

}  // namespace
