// SPDX-License-Identifier: Apache-2.0
#include "agent/desk/front.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.h"

namespace desk {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class FrontTest : public DeskFolder {
 protected:
  void SetUp() override {
    DeskFolder::SetUp();
    m_pages = {{"/", {"<!doctype html>", "text/html; charset=utf-8", "\"tag\""}},
               {"/desk.js", {"start()", "text/javascript; charset=utf-8", "\"other\""}}};
    m_site.steps = {{"plate", "Plaque"}};
    m_site.chapters = {"Votre situation"};
    m_signIn.emplace(SignInParts{m_site, m_state, "wss://line.example:8884", cheap});
    start(true);
  }
  void start(bool loopback) {
    m_front.emplace(FrontParts{m_site, m_pages, *m_signIn, "wss://line.example:8884", loopback,
                               [] { return Seconds{1'700'000'000}; }});
  }
  httplib::Response get(const std::string& path, const std::string& host = "127.0.0.1:8080") {
    httplib::Request request;
    request.method = "GET";
    request.path = path;
    request.set_header("Host", host);
    return answer(request);
  }
  httplib::Response post(const std::string& path, const std::string& body,
                         const std::string& origin = "http://127.0.0.1:8080",
                         const std::string& type = "application/json") {
    httplib::Request request;
    request.method = "POST";
    request.path = path;
    request.body = body;
    request.remote_addr = "127.0.0.1";
    request.set_header("Host", "127.0.0.1:8080");
    request.set_header("Content-Type", type);
    if (!origin.empty()) request.set_header("Origin", origin);
    return answer(request);
  }
  httplib::Response answer(const httplib::Request& request) {
    httplib::Response response;
    m_front->answer(request, response);
    return response;
  }

  Pages m_pages;
  std::optional<SignIn> m_signIn;
  std::optional<Front> m_front;
};

TEST_F(FrontTest, EveryAnswerKeepsForeignPagesAndScriptsOut) {
  for (const auto& response : {get("/"), get("/nothing"), get("/site"), post("/sign-in", "{}"),
                               post("/sign-in", "{}", "http://evil.example")}) {
    const auto policy = response.get_header_value("Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(policy, HasSubstr("connect-src 'self' wss://line.example:8884;"));
    EXPECT_THAT(policy, HasSubstr("require-trusted-types-for 'script'"));
    EXPECT_THAT(policy, Not(HasSubstr("unsafe-inline")));
    EXPECT_THAT(policy, Not(HasSubstr("'unsafe-eval'")));
    EXPECT_EQ(response.get_header_value("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.get_header_value("X-Frame-Options"), "DENY");
    EXPECT_EQ(response.get_header_value("Referrer-Policy"), "no-referrer");
  }
}

TEST_F(FrontTest, AnswersAreNotKeptAndPagesAreAskedForAgain) {
  EXPECT_EQ(get("/site").get_header_value("Cache-Control"), "no-store");
  EXPECT_EQ(post("/sign-in", "{}").get_header_value("Cache-Control"), "no-store");
  EXPECT_EQ(get("/desk.js").get_header_value("Cache-Control"), "no-cache");
  httplib::Request again;
  again.method = "GET";
  again.path = "/desk.js";
  again.set_header("Host", "localhost:8080");
  again.set_header("If-None-Match", "\"other\"");
  EXPECT_EQ(answer(again).status, 304);
}

TEST_F(FrontTest, GivesNoOtherFile) {
  for (const auto* path : {"/../passwords.json", "/%2e%2e/secrets.json", "//", "/index.html/..",
                           "/desk.js/", "/sign-in"})
    EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(FrontTest, TellsTheSiteWithoutASecret) {
  const auto facts = json::parse(get("/site").body);
  EXPECT_EQ(facts["agents"][1], json({{"id", "karim"}, {"name", "Karim"}}));
  EXPECT_EQ(facts["steps"]["plate"], "Plaque");
  EXPECT_THAT(get("/site").body, Not(HasSubstr("secret")));
}

TEST_F(FrontTest, OnlyOurOwnPageMayPost) {
  EXPECT_EQ(post("/sign-in", "{}").status, 401);
  for (const auto* origin : {"", "null", "http://evil.example", "http://127.0.0.1:8081",
                             "http://127.0.0.1:8080.evil.example", "file://127.0.0.1:8080"})
    EXPECT_EQ(post("/sign-in", "{}", origin).status, 403) << origin;
}

TEST_F(FrontTest, RefusesWhatIsNoJson) {
  const std::string own = "http://127.0.0.1:8080";
  EXPECT_EQ(post("/sign-in", "{}", own, "text/plain").status, 415);
  EXPECT_EQ(post("/sign-in", "{", own).status, 400);
  EXPECT_EQ(post("/sign-in", "[]", own).status, 400);
  EXPECT_EQ(post("/sign-in", std::string(4000, '['), own).status, 400);
  EXPECT_EQ(post("/elsewhere", "{}", own).status, 404);
}

TEST_F(FrontTest, ANameThatWasPointedAtThisMachineGetsNothing) {
  EXPECT_EQ(get("/", "rebound.example:8080").status, 421);
  EXPECT_EQ(get("/", "localhost:8080").status, 200);
  start(false);
  EXPECT_EQ(get("/", "desk.example").status, 200);
}

TEST_F(FrontTest, OtherMethodsAreRefused) {
  httplib::Request request;
  request.method = "DELETE";
  request.path = "/";
  request.set_header("Host", "localhost:8080");
  EXPECT_EQ(answer(request).status, 405);
}

}  // namespace
}  // namespace desk
