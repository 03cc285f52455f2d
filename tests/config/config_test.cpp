// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "agent/agents_config.h"
#include "kiosk/journey/address_lines.h"
#include "kiosk/journey/deadlines.h"
#include "kiosk/journey/exercise.h"
#include "kiosk/journey/places.h"
#include "kiosk/journey/tariff.h"
#include "kiosk/session/kiosk_config.h"
#include "tests/journey/fixtures.h"

// Every file of config/ against its schema and against the loader that reads it.
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using nlohmann::json;
using namespace journey;

/// Folder (or file) in config/ → its schema in config/schema/.
const std::map<std::string, std::string> schemas = {
    {"procedures", "procedure"},    {"text", "text"},          {"tariffs", "tariff"},
    {"places", "postcodes"},        {"delays.json", "delays"}, {"kiosk.json", "kiosk"},
    {"agents.json", "agents"},      {"parts", "part"},         {"reception.json", "reception"},
    {"exercises.json", "exercises"}};

std::string kindOf(const std::filesystem::path& file) {
  const auto relative = file.lexically_relative(fixtures::source("config"));
  return relative.begin()->string();
}

std::vector<std::filesystem::path> configFiles() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(fixtures::source("config"))) {
    if (entry.path().extension() == ".json" && kindOf(entry.path()) != "schema") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string testName(const testing::TestParamInfo<std::filesystem::path>& file) {
  return fixtures::testName(file.param.parent_path().filename().string() + "_" +
                            file.param.stem().string());
}

class ConfigFile : public testing::TestWithParam<std::filesystem::path> {};

/// config/schema/<name>.schema.json. One that is a definition of another stands on its own here:
/// the validator follows references within one document only.
json schemaNamed(const std::string& name) {
  const json schema = fixtures::read(fixtures::source("config/schema/" + name + ".schema.json"));
  const std::string elsewhere = schema.value("$ref", "");
  const std::size_t place = elsewhere.find('#');
  if (place == std::string::npos) return schema;
  json whole = {{"$ref", elsewhere.substr(place)}};
  whole["definitions"] = fixtures::read(
      fixtures::source("config/schema/" + elsewhere.substr(0, place)))["definitions"];
  return whole;
}

TEST_P(ConfigFile, FitsItsSchema) {
  const auto schemaName = schemas.find(kindOf(GetParam()));
  ASSERT_NE(schemaName, schemas.end()) << "no schema for " << GetParam();
  const json schemaText = schemaNamed(schemaName->second);
  const json document = fixtures::read(GetParam());
  ASSERT_FALSE(schemaText.is_discarded());
  ASSERT_FALSE(document.is_discarded()) << "this is no JSON";

  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(schemaText), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, Adapter(document), &results);
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    std::string place;
    for (const std::string& token : error.context)
      place += token;
    ADD_FAILURE() << place << ": " << error.description;
  }
}

/// What the program that reads this kind of file says of it; nothing when all is well.
std::string refusalOf(const std::string& kind, const json& document) {
  const auto told = [](const auto& parsed) {
    return parsed ? std::string() : parsed.error().where + ": " + parsed.error().what;
  };
  if (kind == "procedures") return told(parseProcedure(document, shipped::parts()));
  if (kind == "reception.json") return told(parseReception(document, shipped::parts()));
  if (kind == "tariffs") return told(parseTariff(document));
  if (kind == "delays.json") return told(parseDelays(document));
  if (kind == "kiosk.json") return told(session::parseKioskConfig(document));
  if (kind == "agents.json") return told(agent::parseAgents(document));
  if (kind == "exercises.json") return told(parseExercises(document));
  return {};
}

TEST_P(ConfigFile, IsTakenByItsLoader) {
  const json document = fixtures::read(GetParam());
  EXPECT_EQ(refusalOf(kindOf(GetParam()), document), "");
  if (kindOf(GetParam()) == "procedures") {
    EXPECT_EQ(document["id"], GetParam().stem().string()) << "the file has another name";
  }
  if (kindOf(GetParam()) == "text") {
    EXPECT_EQ(document["language"]["code"], GetParam().stem().string());
  }
}

INSTANTIATE_TEST_SUITE_P(Files, ConfigFile, testing::ValuesIn(configFiles()), testName);

TEST(Schemas, EachIsOfSomeFile) {
  for (const auto& file : fixtures::files("config/schema", ".schema.json")) {
    const std::string name = file.stem().stem().string();
    EXPECT_TRUE(std::any_of(schemas.begin(), schemas.end(), [&](const auto& item) {
      return item.second == name;
    })) << name;
  }
}

// What they speak of is there, and they have a title and an aim in each language.
TEST(Exercises, NameWhatThereIs) {
  const auto all = parseExercises(fixtures::read(fixtures::source("config/exercises.json")));
  ASSERT_TRUE(all);
  std::vector<Procedure> procedures;
  for (const auto& [id, procedure] : shipped::procedures())
    procedures.push_back(procedure);
  const auto fault = exerciseFault(*all, shipped::reception(), procedures);
  EXPECT_FALSE(fault) << fault->where << ": " << fault->what;
  for (const auto& file : fixtures::files("config/text", ".json")) {
    const json words = fixtures::read(file);
    std::set<std::string> named;
    for (const Exercise& exercise : all->all) {
      named.insert(exercise.id);
      EXPECT_TRUE(words["exercises"][exercise.id].contains("title")) << file << exercise.id;
      EXPECT_TRUE(words["exercises"][exercise.id].contains("aim")) << file << exercise.id;
    }
    for (const auto& [id, texts] : words["exercises"].items())
      EXPECT_TRUE(named.count(id)) << file << " has an exercise that there is not: " << id;
  }
}

// What can be chosen on the screen is taken by the rules, as it stands in the list.
TEST(Places, EachTownAndPostcodeIsTaken) {
  const json places = fixtures::read(fixtures::source("config/places/postcodes.json"));
  for (const auto& item : places["postcodes"].items()) {
    EXPECT_EQ(postcode(item.key()), Checked(item.key()));
    EXPECT_TRUE(departmentOfPostcode(item.key())) << item.key();
    for (const json& town : item.value()) {
      const auto name = town.get<std::string>();
      EXPECT_EQ(townName(name), Checked(name)) << item.key();
    }
  }
}

TEST(Procedures, ShowPicturesThatExist) {
  for (const auto& [id, procedure] : shipped::procedures()) {
    for (const Step& step : shipped::way(id).steps) {
      if (step.drawing.empty()) continue;
      EXPECT_TRUE(
          std::filesystem::exists(fixtures::source("qml/pictures/" + step.drawing + ".svg")))
          << step.id << " shows " << step.drawing;
    }
  }
}

}  // namespace
