// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "fixture.h"
#include "outbox/kiosk_settings.h"

namespace {

using namespace outbox;
using namespace outbox_test;

TEST(KioskSettings, NameTheFileThePlaceAndTheMend) {
  const TemporaryFolder folder;
  EXPECT_NE(readKioskSettings(folder.path()).error().find("kiosk.json"), std::string::npos);
  struct Case {
    const char* text;
    const char* place;
  };
  const Case cases[] = {
      {"", "line 1"},
      {"{\n\"kioskId\": \"k\",\n\"nat", "line 3"},
      {"[]", "/kioskId"},
      {"{}", "/kioskId"},
      {R"({"kioskId": 4})", "/kioskId"},
      {R"({"kioskId": "Kiosk 1"})", "/kioskId"},
      {R"({"kioskId": "k"})", "/national/url"},
      {R"({"kioskId": "k", "national": 3})", "/national/url"},
      {R"({"kioskId": "k", "national": {"url": 3}})", "/national/url"},
      {R"({"kioskId": "k", "national": {"url": "http://example.org"}})", "/national/url"},
      {R"({"kioskId": "k", "national": {"url": "ftp://127.0.0.1"}})", "/national/url"},
      {R"({"kioskId": "k", "national": {"url": "https://a/b"}})", "/national/url"},
      {R"({"kioskId": "k", "national": {"url": "https://a", "answerSeconds": 0}})",
       "/national/answerSeconds"},
      {R"({"kioskId": "k", "national": {"url": "https://a", "answerSeconds": "x"}})",
       "/national/answerSeconds"}};
  for (const auto& one : cases) {
    std::ofstream(folder.path() / "kiosk.json") << one.text;
    const auto settings = readKioskSettings(folder.path());
    ASSERT_FALSE(settings) << one.text;
    EXPECT_NE(settings.error().find(one.place), std::string::npos) << settings.error();
    EXPECT_NE(settings.error().find("kiosk.json"), std::string::npos) << settings.error();
    EXPECT_EQ(settings.error().find('\n'), std::string::npos);
  }
}

TEST(KioskSettings, ReadsWhatTheCourierNeeds) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "kiosk.json")
      << R"({"kioskId": "k-1", "screen": {}, "national": {"url": "https://a:8443", "answerSeconds": 7}})";
  const auto settings = readKioskSettings(folder.path());
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->kioskId, "k-1");
  EXPECT_EQ(settings->nationalUrl, "https://a:8443");
  EXPECT_EQ(settings->answerPatience, std::chrono::seconds(7));
}

}  // namespace
