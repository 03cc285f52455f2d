// SPDX-License-Identifier: Apache-2.0
#include "agent/agents_config.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "crypto/crypto.h"

namespace {

using namespace agent;
using nlohmann::json;

const std::filesystem::path shipped = std::filesystem::path(KIOSK_SOURCE_DIR) / "config";

json shippedDocument() {
  std::ifstream file(shipped / "agents.json");
  return json::parse(file);
}

TEST(AgentsConfig, TakesWhatIsShipped) {
  const auto config = readAgents(shipped);
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->site.id, "montbeliard");
  ASSERT_EQ(config->agents.size(), 2U);
  EXPECT_EQ(config->withId("sylvie")->pronoun, Pronoun::She);
  EXPECT_EQ(config->withBadge("2718")->name, "Karim");
  EXPECT_EQ(config->withId("nobody"), nullptr);
  EXPECT_EQ(config->withBadge("0000"), nullptr);
  EXPECT_EQ(config->nextSites.at(0).telephone, "03 53 01 56 78");
}

// Else a kiosk for people would open to the PINs of the README.
TEST(AgentsConfig, KnowsEachShippedPinAsAnExample) {
  const auto config = readAgents(shipped).value();
  for (const Agent& agent : config.agents)
    EXPECT_TRUE(isExamplePin(agent.pinHash)) << agent.id;
  EXPECT_TRUE(crypto::verifyPassword(config.agents[0].pinHash, crypto::viewOf("407382")));
  EXPECT_TRUE(crypto::verifyPassword(config.agents[1].pinHash, crypto::viewOf("915064")));
  EXPECT_TRUE(isPublishedPin("407382") && isPublishedPin("915064"));
  EXPECT_FALSE(isPublishedPin("407383"));
  EXPECT_FALSE(isExamplePin(""));
}

TEST(AgentsConfig, NamesThePlaceOfEachFault) {
  using Edit = std::function<void(json&)>;
  const struct {
    const char* where;
    Edit edit;
  } cases[] = {
      {"", [](json& d) { d = json::array(); }},
      {"", [](json& d) { d["agent"] = 1; }},
      {"/site/id", [](json& d) { d.erase("site"); }},
      {"/site", [](json& d) { d["site"] = 3; }},
      {"/site/id", [](json& d) { d["site"]["id"] = "Montbéliard"; }},
      {"/site/name", [](json& d) { d["site"]["name"] = "two\nlines"; }},
      {"/agents", [](json& d) { d.erase("agents"); }},
      {"/agents", [](json& d) { d["agents"] = json::array(); }},
      {"/agents", [](json& d) { d["agents"] = json(json::array_t(51, d["agents"][0])); }},
      {"/agents/0", [](json& d) { d["agents"][0]["password"] = "x"; }},
      {"/agents/0/id", [](json& d) { d["agents"][0]["id"] = "-sylvie"; }},
      {"/agents/0/id", [](json& d) { d["agents"][0]["id"] = std::string(33, 'a'); }},
      {"/agents/0/name", [](json& d) { d["agents"][0]["name"] = ""; }},
      {"/agents/0/pronoun", [](json& d) { d["agents"][0]["pronoun"] = "it"; }},
      {"/agents/0/badge", [](json& d) { d["agents"][0]["badge"] = 1042; }},
      {"/agents/0/badge", [](json& d) { d["agents"][0]["badge"] = "104"; }},
      {"/agents/0/badge", [](json& d) { d["agents"][0]["badge"] = "104204204"; }},
      {"/agents/0/badge", [](json& d) { d["agents"][0]["badge"] = "10a2"; }},
      {"/agents/0/pin", [](json& d) { d["agents"][0]["pin"] = "407382"; }},
      {"/agents/0/pin", [](json& d) { d["agents"][0].erase("pin"); }},
      {"/agents/1/id", [](json& d) { d["agents"][1]["id"] = "sylvie"; }},
      {"/agents/1/badge", [](json& d) { d["agents"][1]["badge"] = "1042"; }},
      {"/nextSites", [](json& d) { d["nextSites"] = "Audincourt"; }},
      {"/nextSites/0/telephone", [](json& d) { d["nextSites"][0]["telephone"] = "call me"; }},
  };
  for (const auto& one : cases) {
    json document = shippedDocument();
    one.edit(document);
    const auto config = parseAgents(document);
    ASSERT_FALSE(config) << document.dump();
    EXPECT_EQ(config.error().where, one.where) << document.dump();
    EXPECT_FALSE(config.error().what.empty() || config.error().mend.empty());
  }
}

TEST(AgentsConfig, RefusesAHashThatIsCheapToGuessOrTooDear) {
  const std::string hash = shippedDocument()["agents"][0]["pin"];
  const auto with = [&](const std::string& cost) {
    json document = shippedDocument();
    std::string text = hash;
    document["agents"][0]["pin"] = text.replace(text.find("m=49152,t=3"), 11, cost);
    return parseAgents(document).has_value();
  };
  EXPECT_TRUE(with("m=49152,t=3"));
  EXPECT_TRUE(with("m=19456,t=2"));
  EXPECT_FALSE(with("m=19455,t=2"));
  EXPECT_FALSE(with("m=49152,t=1"));
  EXPECT_FALSE(with("m=262145,t=3"));
  EXPECT_FALSE(with("m=49152,t=11"));
}

TEST(AgentsConfig, TellsInOneLineWhatIsWrongWithTheFile) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("cote-a-cote-agents-" + crypto::uuidV7(0));
  std::filesystem::create_directory(folder);
  const auto told = [&](const std::string& text) {
    std::ofstream(folder / "agents.json") << text;
    const auto config = readAgents(folder);
    EXPECT_FALSE(config);
    return config ? std::string() : config.error();
  };
  EXPECT_NE(told("{\n\"site\":\n!").find("agents.json: line 3"), std::string::npos);
  EXPECT_NE(told("{}").find("agents.json: /site/id: "), std::string::npos);
  EXPECT_NE(told("[]").find("agents.json: this is no object"), std::string::npos);
  EXPECT_NE(told(R"({"site": {"id": "a", "id": "b", "name": "c"}})").find("twice"),
            std::string::npos);
  EXPECT_EQ(told("{\n}").find('\n'), std::string::npos);
  std::filesystem::remove_all(folder);
  EXPECT_NE(readAgents(folder).error().find("agents.json"), std::string::npos);
}

}  // namespace
