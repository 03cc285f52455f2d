// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/configuration.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

class ConfigurationTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "session-config-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    m_folder = name;
    fs::copy(KIOSK_SOURCE_DIR "/config", m_folder, fs::copy_options::recursive);
  }
  void TearDown() override {
    std::error_code error;
    fs::remove_all(m_folder, error);
  }

  [[nodiscard]] auto load(const char* today = "2026-11-20", const std::string& language = "") {
    return session::loadConfiguration(m_folder, language, *journey::parseIsoDate(today));
  }
  void change(const char* patch) {
    const auto file = m_folder / "kiosk.json";
    const auto changed =
        nlohmann::json::parse(std::ifstream(file)).patch(nlohmann::json::parse(patch));
    std::ofstream(file) << changed;
  }

  fs::path m_folder;
};

TEST_F(ConfigurationTest, loadsWhatShips) {
  const auto all = load();
  ASSERT_TRUE(all) << all.error().line();
  EXPECT_EQ(all->law.tariff.year, 2026);
  EXPECT_FALSE(all->clockIsWrong);
}

TEST_F(ConfigurationTest, runsOverNewYearOnTheLastTariff) {
  const auto all = load("2027-01-02");
  ASSERT_TRUE(all) << all.error().line();
  EXPECT_EQ(all->law.tariff.year, 2026);
}

TEST_F(ConfigurationTest, refusesATariffOfYearsAgo) {
  fs::remove(m_folder / "tariffs/2026.json");
  const auto all = load();
  ASSERT_FALSE(all);
  EXPECT_NE(all.error().line().find("tariffs/2026.json"), std::string::npos);
}

TEST_F(ConfigurationTest, seesThatTheClockIsWrong) {
  const auto all = load("1970-01-01");
  ASSERT_TRUE(all) << all.error().line();
  EXPECT_TRUE(all->clockIsWrong);
}

TEST_F(ConfigurationTest, aProcedureThatIsNotThereShutsOnlyItself) {
  fs::remove(m_folder / "procedures/change-of-holder.json");
  const auto all = load();
  ASSERT_TRUE(all) << all.error().line();
  EXPECT_EQ(all->catalogue.opened("change-of-holder"), nullptr);
  session::Walk walk(all->catalogue, *journey::parseIsoDate("2026-11-20"),
                     [](const journey::Answers&) { return true; });
  EXPECT_TRUE(walk.answer("bought"));
  EXPECT_TRUE(walk.answer("french"));
  EXPECT_TRUE(walk.isShut()) << "an agent takes over";
  EXPECT_FALSE(walk.confirm());
}

TEST_F(ConfigurationTest, refusesALanguageThatIsNotThere) {
  EXPECT_FALSE(load("2026-11-20", "tlh"));
  EXPECT_FALSE(load("2026-11-20", "../text/fr"));
}

TEST_F(ConfigurationTest, refusesATextFileThatLacksAQuestion) {
  const auto file = m_folder / "text/fr.json";
  auto texts = nlohmann::json::parse(std::ifstream(file));
  texts["steps"].erase("what-happened");
  std::ofstream(file) << texts;
  const auto all = load();
  ASSERT_FALSE(all);
  EXPECT_NE(all.error().line().find("text/fr.json"), std::string::npos);
}

TEST_F(ConfigurationTest, seesWhatIsWrongBehindTheReception) {
  const auto fault = [&] {
    const auto all = load();
    return config::faultInProcedures(m_folder, all->texts, "fr").value_or(config::FileFault{});
  };
  EXPECT_EQ(fault().file, "");
  const auto file = m_folder / "text/fr.json";
  const auto whole = nlohmann::json::parse(std::ifstream(file));
  auto texts = whole;
  texts["steps"].erase("plate");
  std::ofstream(file) << texts;
  EXPECT_NE(fault().line().find("text/fr.json: /steps/plate"), std::string::npos);
  std::ofstream(file) << whole;
  fs::remove(m_folder / "procedures/change-of-holder.json");
  EXPECT_NE(fault().line().find("procedures/change-of-holder.json"), std::string::npos);
}

TEST_F(ConfigurationTest, tellsAProcedureThatNobodyIsLedTo) {
  auto procedure =
      nlohmann::json::parse(std::ifstream(m_folder / "procedures/change-of-address.json"));
  procedure["id"] = "street-renamed";
  const auto fault = [&] {
    std::ofstream(m_folder / "procedures/street-renamed.json") << procedure;
    const auto all = load();
    if (!all) return all.error().line();
    return config::faultInProcedures(m_folder, all->texts, "fr")
        .value_or(config::FileFault{})
        .line();
  };
  const auto tells = [&](const char* what) { return fault().find(what) != std::string::npos; };
  EXPECT_TRUE(tells("procedures/street-renamed.json: /reception: the reception leads nobody here"))
      << fault();
  procedure["reception"] = {{{"question", "other-what"}, {"answer", "street"}}};
  EXPECT_TRUE(tells("procedures/street-renamed.json: /reception/0/question")) << fault();
  // What it is called at the reception is missing then.
  procedure["reception"] = {{{"question", "names-what"}, {"answer", "street"}}};
  EXPECT_TRUE(tells("text/fr.json: /steps/names-what/options/street")) << fault();
}

std::vector<std::string> codesOf(const session::Configuration& all) {
  std::vector<std::string> codes;
  for (const session::LanguageName& one : all.languages)
    codes.push_back(one.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST_F(ConfigurationTest, offersEveryLanguageThatIsThereTheHousesFirst) {
  ASSERT_TRUE(load());
  EXPECT_EQ(codesOf(*load()), (Codes{"fr", "en"}));
  EXPECT_EQ(load()->languages[0].name, "Français");
  EXPECT_EQ(load()->languages[1].name, "English");
  EXPECT_EQ(codesOf(*load("2026-11-20", "en")), (Codes{"en", "fr"}));
}

// One more language is one more file, and nothing else.
TEST_F(ConfigurationTest, offersALanguageMore) {
  std::ofstream(m_folder / "text/eo.json") << R"({"language": {"name": "Esperanto"}, "x)";
  EXPECT_EQ(codesOf(*load()), (Codes{"fr", "en", "eo"}));
  // What does not say its name is no language.
  std::ofstream(m_folder / "text/eo.json") << R"({"labels": {"name": "x"}, "language": {}})";
  EXPECT_EQ(codesOf(*load()), (Codes{"fr", "en"}));
}

TEST_F(ConfigurationTest, offersOnlyWhatTheKioskNames) {
  change(R"([{"op": "add", "path": "/languages", "value": ["en"]}])");
  EXPECT_EQ(codesOf(*load()), (Codes{"fr", "en"}));
  change(R"([{"op": "add", "path": "/languages", "value": ["en", "fr"]}])");
  EXPECT_EQ(codesOf(*load()), (Codes{"en", "fr"}));
  change(R"([{"op": "add", "path": "/languages", "value": ["fr"]}])");
  EXPECT_EQ(codesOf(*load()), (Codes{"fr"}));
  change(R"([{"op": "add", "path": "/languages", "value": ["fr", "tlh"]}])");
  const auto all = load();
  ASSERT_FALSE(all);
  EXPECT_NE(all.error().line().find("kiosk.json: /languages"), std::string::npos);
}

// A person's choice is looked at as closely as the words of the house.
TEST_F(ConfigurationTest, doesNotShowALanguageThatLacksAText) {
  const auto all = load();
  EXPECT_TRUE(session::loadCheckedTexts(*all, "en"));
  auto texts = nlohmann::json::parse(std::ifstream(m_folder / "text/en.json"));
  texts["steps"].erase("plate");
  std::ofstream(m_folder / "text/en.json") << texts;
  EXPECT_FALSE(session::loadCheckedTexts(*all, "en"));
}

}  // namespace
