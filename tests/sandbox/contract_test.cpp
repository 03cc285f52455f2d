// SPDX-License-Identifier: Apache-2.0
#include <sandbox/contract.h>

#include <fstream>

#include <gtest/gtest.h>
#include <sandbox/answer.h>
#include <sandbox/yaml.h>
#include <nlohmann/json.hpp>

#include "worked_example.h"

namespace {

using nlohmann::json;

std::string fileWith(const std::string& text) {
  const auto path = testing::TempDir() + "contract_test.yaml";
  std::ofstream(path) << text;
  return path;
}

std::string told(const std::vector<sandbox::Breach>& breaches) {
  std::string text;
  for (const auto& breach : breaches)
    text += breach.field + ":" + breach.code + " ";
  return text;
}

class ContractTest : public testing::Test {
 protected:
  sandbox::Contract m_contract = *sandbox::Contract::load(SERVICES "/national/openapi.yaml");
};

TEST_F(ContractTest, findsOperationsByAddress) {
  const auto call = m_contract.find("PUT", "/v1/requests/abc/parts/def");
  ASSERT_TRUE(call);
  EXPECT_EQ(call->operation, "putPart");
  EXPECT_EQ(call->path, "/v1/requests/{requestId}/parts/{sha256}");
  EXPECT_EQ(call->inPath.at("sha256"), "def");
  EXPECT_FALSE(m_contract.find("GET", "/v1/requests"));
  EXPECT_TRUE(m_contract.hasAddress("/v1/requests"));
  EXPECT_FALSE(m_contract.hasAddress("/v1"));
  EXPECT_FALSE(m_contract.hasAddress(""));
}

TEST_F(ContractTest, checksParametersAndBodies) {
  const auto call =
      *m_contract.find("POST", "/v1/requests/0192f0c1-2345-7abc-8def-0123456789ab/submission");
  const auto none = [](const std::string&, const std::string&) { return std::nullopt; };
  EXPECT_EQ(told(m_contract.checkParameters(call, none)), "Idempotency-Key:required ");
  const auto wrong = [](const std::string&, const std::string&) { return std::optional("x"); };
  EXPECT_EQ(told(m_contract.checkParameters(call, wrong)), "Idempotency-Key:pattern ");
  const auto bad = *m_contract.find("GET", "/v1/requests/nothing");
  EXPECT_EQ(told(m_contract.checkParameters(bad, none)), "requestId:pattern ");

  const auto lookup = *m_contract.find("POST", "/v1/vehicles/lookup");
  EXPECT_EQ(m_contract.bodyType(lookup), "application/json");
  EXPECT_EQ(told(m_contract.checkBody(lookup, {{"registrationNumber", "ab"}, {"x", 1}})),
            "transferCode:required certificateDate:required :choice registrationNumber:pattern "
            "x:unexpected ");
}

TEST_F(ContractTest, checksOwnAnswers) {
  const auto call = *m_contract.find("GET", "/v1/status");
  EXPECT_EQ(told(m_contract.checkAnswer(call, 204, "", {})), "status:not-in-contract ");
  EXPECT_EQ(told(m_contract.checkAnswer(call, 200, "text/html", {})),
            "content-type:not-in-contract ");
  EXPECT_FALSE(m_contract.checkAnswer(call, 200, "application/json", {{"status", "up"}}).empty());
  const json problem{{"type", "t"}, {"title", "t"}, {"status", 503}, {"code", "c"}};
  EXPECT_TRUE(m_contract.checkAnswer(call, 503, "application/problem+json", problem).empty());
  EXPECT_FALSE(
      m_contract.checkAnswer(call, 503, "application/problem+json", json::object()).empty());
}

TEST_F(ContractTest, holdsTheOpenedRequestToItsSchema) {
  EXPECT_EQ(told(m_contract.check("RegistrationRequest", workedExample())), "");
  auto request = workedExample();
  request["holder"]["favouriteColour"] = "blue";
  EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)),
            "holder.favouriteColour:unexpected ");
  request = workedExample();
  request["documents"][0]["signatures"] = "one";
  EXPECT_NE(told(m_contract.check("RegistrationRequest", request)), "");
}

TEST_F(ContractTest, hasABlockForEachProcedure) {
  const auto blocks = json::parse(R"({
    "guardian": {"surname": "PETIT", "givenNames": "ANNE", "confirmed": true},
    "loss": {"kind": "stolen", "date": "2026-11-01", "policeReportDate": "2026-11-02",
      "inOwnName": true},
    "move": {"date": "2026-11-01"},
    "nameChange": {"reason": "marriage", "date": "2026-06-06", "previousSurname": "PETIT"},
    "coHolderChange": {"kind": "add-spouse", "marriageDate": "2026-11-01"},
    "death": {"date": "2026-09-01"}, "inheritance": {"heir": "spouse", "heirs": 2},
    "withdrawal": {"kind": "withdraw"},
    "correction": {"whose": "administration", "field": "name", "right": "LEFEVRE"},
    "import": {"from": "eu"}, "answer": {"reference": "ABCD-1234", "asked": "proof-of-address"},
    "particulars": {"wheels": 3, "kept-in-a-barn": true, "colour": "VERT"},
    "explanations": [{"code": "identity-mismatch", "field": null, "text": "Mon nom a changé."}]})");
  for (const auto& [name, block] : blocks.items()) {
    auto request = workedExample();
    request[name] = block;
    EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)), "") << name;
    if (!block.is_object() || name == "particulars") continue;
    request[name]["anything"] = 1;
    EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)),
              name + ".anything:unexpected ");
    request[name] = nullptr;
    EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)), "") << name;
  }
}

// A thirteenth procedure, with a paper nobody knows yet, needs no change of the contract.
TEST_F(ContractTest, takesProceduresAndPapersByName) {
  auto request = workedExample();
  request["procedure"] = "change-of-colour";
  request["documents"].push_back(
      {{"kind", "painters-invoice"}, {"legible", true}, {"date", "2026-11-01"}, {"signed", true}});
  EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)), "");
  request["procedure"] = "Change of colour";
  EXPECT_EQ(told(m_contract.check("RegistrationRequest", request)), "procedure:pattern ");
  // A known paper is held to its own particulars, one by name to those of any paper.
  for (const char* document : {R"({"kind": "proof-of-address", "struckThrough": true})",
                               R"({"kind": "painters-invoice", "struckThrough": true})",
                               R"({"kind": "Invoice"})", R"({"legible": true})"}) {
    request = workedExample();
    request["documents"].push_back(json::parse(document));
    EXPECT_NE(told(m_contract.check("RegistrationRequest", request)), "") << document;
  }
  request = workedExample();
  request["particulars"] = {{"colour", {{"red", 1}}}};
  EXPECT_NE(told(m_contract.check("RegistrationRequest", request)), "");
  request["particulars"] = {{"colour", std::string(201, 'R')}};
  EXPECT_NE(told(m_contract.check("RegistrationRequest", request)), "");
}

TEST_F(ContractTest, letsNothingPassWithoutASchema) {
  EXPECT_FALSE(m_contract.check("NoSuchSchema", 1).empty());
}

TEST(Yaml, keepsTextInQuotes) {
  const auto read = sandbox::readYaml(
      fileWith("a: '200'\nb: 200\nc: [null, 'null', true, 1.5]\nd: {$ref: '#/x'}\n"));
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(*read,
            json::parse(R"({"a":"200","b":200,"c":[null,"null",true,1.5],"d":{"$ref":"#/x"}})"));
}

TEST(Yaml, namesThePlaceOfAFault) {
  const auto path = fileWith("a: 1\na: 2\n");
  EXPECT_EQ(sandbox::readYaml(path).error(), path + ", line 2, column 1: written twice: a");
  EXPECT_FALSE(sandbox::readYaml(fileWith("a: [1\n")));
  EXPECT_EQ(sandbox::readYaml("/nowhere.yaml").error(), "/nowhere.yaml cannot be read");
  EXPECT_FALSE(sandbox::Contract::load(fileWith("a: 1\n")));
}

TEST(NetworkJson, isBounded) {
  EXPECT_TRUE(sandbox::parseJson(R"({"a": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})"));
  EXPECT_FALSE(sandbox::parseJson(std::string(33, '[') + std::string(33, ']')));
  EXPECT_FALSE(sandbox::parseJson(std::string(200000, '[')));
  EXPECT_FALSE(sandbox::parseJson("{} {}"));
  EXPECT_FALSE(sandbox::parseJson(""));
  EXPECT_FALSE(sandbox::parseJson("\"\xff\""));
}

}  // namespace
