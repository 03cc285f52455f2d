// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/kiosk_config.h"

#include "kiosk/config/config_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using nlohmann::json;

std::string shippedText() {
  std::ostringstream text;
  text << std::ifstream(KIOSK_SOURCE_DIR "/config/kiosk.json").rdbuf();
  return text.str();
}

json shipped() {
  return json::parse(shippedText());
}

TEST(KioskConfig, readsTheOneThatShips) {
  const auto config = session::parseKioskConfig(shipped());
  ASSERT_TRUE(config) << config.error().where << config.error().what;
  EXPECT_EQ(config->desk.week[0].size(), 2U);
  EXPECT_EQ(config->desk.week[6].size(), 0U);
  EXPECT_EQ(config->patience.idle, std::chrono::seconds(300));
}

struct Bad {
  const char* name;
  // A JSON Patch (RFC 6902) that spoils the shipped file, and where the fault must be found.
  const char* patch;
  const char* where;
};

class BadKioskConfig : public testing::TestWithParam<Bad> {};

TEST_P(BadKioskConfig, namesPlaceAndMend) {
  const auto config = session::parseKioskConfig(shipped().patch(json::parse(GetParam().patch)));
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().where, GetParam().where);
  EXPECT_FALSE(config.error().what.empty());
  EXPECT_FALSE(config.error().mend.empty());
}

const Bad badOnes[] = {
    {"anUnknownWord", R"([{"op":"add","path":"/colour","value":1}])", "/colour"},
    {"anUnknownWordInside", R"([{"op":"add","path":"/desk/bell","value":1}])", "/desk/bell"},
    {"noKiosk", R"([{"op":"remove","path":"/kioskId"}])", ""},
    {"aKioskThatIsAPath", R"([{"op":"replace","path":"/kioskId","value":"../x"}])", "/kioskId"},
    {"aLanguageThatIsAPath", R"([{"op":"replace","path":"/language","value":"../fr"}])",
     "/language"},
    {"noPlace", R"([{"op":"remove","path":"/place"}])", ""},
    {"aPlaceThatIsAList", R"([{"op":"replace","path":"/place","value":[]}])", "/place"},
    {"noTelephone", R"([{"op":"remove","path":"/place/telephone"}])", "/place"},
    {"twoLines", R"([{"op":"replace","path":"/place/name","value":"a\nb"}])", "/place/name"},
    {"aLanguageTwice", R"([{"op":"add","path":"/languages","value":["fr","en","fr"]}])",
     "/languages"},
    {"aLanguageThatIsNoName", R"([{"op":"add","path":"/languages","value":["../fr"]}])",
     "/languages"},
    {"nowhereInNoLanguage", R"([{"op":"replace","path":"/desk/where","value":{}}])", "/desk/where"},
    {"nowhereInOneLanguage", R"([{"op":"replace","path":"/desk/where","value":{"en":""}}])",
     "/desk/where/en"},
    {"anHourThatIsNone", R"([{"op":"replace","path":"/desk/hours/0/from","value":"25:00"}])",
     "/desk/hours/0/from"},
    {"closesBeforeItOpens", R"([{"op":"replace","path":"/desk/hours/0/to","value":"08:00"}])",
     "/desk/hours/0/to"},
    {"overlaps", R"([{"op":"replace","path":"/desk/hours/1/from","value":"10:00"}])",
     "/desk/hours/1"},
    {"aDayThatIsNone", R"([{"op":"replace","path":"/desk/hours/0/days/0","value":"lundi"}])",
     "/desk/hours/0/days"},
    {"aHolidayThatIsNone", R"([{"op":"replace","path":"/desk/closedOn/0","value":"2026-02-30"}])",
     "/desk/closedOn"},
    {"absurdGlass", R"([{"op":"replace","path":"/screen/pixelsPerMillimetre","value":400}])",
     "/screen/pixelsPerMillimetre"},
    {"negativeGlass", R"([{"op":"replace","path":"/screen/pixelsPerMillimetre","value":-4}])",
     "/screen/pixelsPerMillimetre"},
    {"plainHttp", R"([{"op":"replace","path":"/national/url","value":"http://a.example"}])",
     "/national/url"},
    {"noOutbox", R"([{"op":"remove","path":"/outbox"}])", ""},
    {"noRoomAtAll", R"([{"op":"replace","path":"/outbox/requests","value":0}])",
     "/outbox/requests"},
    {"noPatience", R"([{"op":"replace","path":"/visit/idleSeconds","value":1}])",
     "/visit/idleSeconds"},
    {"tooMuchPatience", R"([{"op":"replace","path":"/visit/sendWaitSeconds","value":600}])",
     "/visit/sendWaitSeconds"},
    {"aNumberAsText", R"([{"op":"replace","path":"/visit/idleSeconds","value":"300"}])",
     "/visit/idleSeconds"},
    {"notEvenAnObject", R"([{"op":"replace","path":"","value":7}])", ""},
};
INSTANTIATE_TEST_SUITE_P(Table, BadKioskConfig, testing::ValuesIn(badOnes),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ConfigFile, refusesEveryHalfWrittenFile) {
  const std::string whole = shippedText();
  const std::string end = whole.substr(0, whole.find_last_of('}'));
  for (std::size_t length = 0; length <= end.size(); ++length) {
    EXPECT_FALSE(config::parseJson(end.substr(0, length))) << "cut at " << length;
  }
  EXPECT_TRUE(config::parseJson(whole));
}

TEST(ConfigFile, tellsTheLine) {
  const auto document = config::parseJson("{\n  \"a\": 1\n  \"b\": 2\n}\n");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().where, "line 3");
}

TEST(ConfigFile, refusesAKeyWrittenTwice) {
  const auto document = config::parseJson(R"({"a": {"b": 1, "b": 2}})");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().what.find("\"b\""), std::string::npos);
}

TEST(ConfigFile, refusesADeepNest) {
  EXPECT_FALSE(config::parseJson(std::string(100'000, '[')));
  EXPECT_FALSE(config::parseJson(std::string(40, '[') + std::string(40, ']')));
}

TEST(ConfigFile, namesTheFileThatIsMissing) {
  const auto document = config::readJson("/nowhere/kiosk.json");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().line().find("/nowhere/kiosk.json"), std::string::npos);
  EXPECT_EQ(document.error().line().find('\n'), std::string::npos);
  EXPECT_FALSE(config::readJson(KIOSK_SOURCE_DIR "/config"));
}

}  // namespace
