// SPDX-License-Identifier: Apache-2.0
#include "national/replies.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace national;
using nlohmann::json;

const std::string key = std::string(43, 'A') + "=";
const std::string signature = std::string(86, 'A') + "==";
constexpr auto repliedId = "01935b2a-7c00-7000-8000-000000000001";

json goodReceipt() {
  return {{"requestId", repliedId},
          {"reference", "A4WL-FQXZ"},
          {"status", "under-review"},
          {"receivedAt", "2026-11-20T10:00:00Z"},
          {"digests", {std::string(64, 'a')}},
          {"answer", nullptr},
          {"signature", signature}};
}

HttpReply reply(const json& body, int status = 200) {
  return {status, status < 300 ? "application/json" : "application/problem+json", std::nullopt,
          body.dump()};
}

json problem(int status, const std::string& code) {
  return {{"type", "about:blank"}, {"title", "x"}, {"status", status}, {"code", code}};
}

TEST(Receipt, IsReadInFull) {
  auto body = goodReceipt();
  body["answer"] = "AAAA";
  const auto receipt = readReceipt(reply(body));
  ASSERT_TRUE(receipt) << receipt.error().detail;
  EXPECT_EQ(receipt->reference, "A4WL-FQXZ");
  EXPECT_EQ(receipt->answer, "AAAA");
  EXPECT_EQ(readStoredReceipt(receiptText(*receipt)).value(), *receipt);
}

TEST(Receipt, WhatIsNotInTheContractIsRefused) {
  struct Case {
    const char* field;
    json value;
  };
  const Case cases[] = {{"requestId", "01935B2A-7C00-7000-8000-000000000001"},
                        {"requestId", "x"},
                        {"requestId", 5},
                        {"reference", ""},
                        {"reference", "<script>"},
                        {"reference", std::string(2'000'000, 'A')},
                        {"status", "fine"},
                        {"status", nullptr},
                        {"receivedAt", "yesterday"},
                        {"digests", json::array()},
                        {"digests", {"abc"}},
                        {"digests", json::array({std::string(64, 'A')})},
                        {"answer", 7},
                        {"answer", std::string(20'000, 'A')},
                        {"signature", "AAAA"},
                        {"surplus", "x"}};
  for (const auto& one : cases) {
    auto body = goodReceipt();
    body[one.field] = one.value;
    const auto receipt = readReceipt(reply(body));
    ASSERT_FALSE(receipt) << one.field;
    EXPECT_EQ(receipt.error().kind, FaultKind::NotInContract);
    EXPECT_LT(receipt.error().detail.size(), 200U);
    EXPECT_EQ(receipt.error().detail.find("script"), std::string::npos);
  }
  const json good = goodReceipt();
  for (const auto& [field, value] : good.items()) {
    auto body = good;
    body.erase(field);
    EXPECT_FALSE(readReceipt(reply(body))) << field;
  }
}

TEST(Body, WhatIsNoJsonOrTooDeepIsRefused) {
  const std::string bodies[] = {"",
                                "<html><body>Bienvenue</body></html>",
                                "{",
                                "null",
                                "[]",
                                "\"text\"",
                                "{\"a\": \"\xff\xfe\"}",
                                std::string(500'000, '['),
                                std::string(33, '[') + std::string(33, ']'),
                                goodReceipt().dump() + "x",
                                std::string("\0\0\0\0", 4)};
  for (const auto& body : bodies) {
    const auto receipt = readReceipt({200, "application/json", std::nullopt, body});
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().kind, FaultKind::NotInContract);
  }
}

TEST(Body, MustSayThatItIsJson) {
  HttpReply odd = reply(goodReceipt());
  odd.contentType = "text/html";
  EXPECT_EQ(readReceipt(odd).error().kind, FaultKind::NotInContract);
  odd.contentType = "application/json; charset=utf-8";
  EXPECT_TRUE(readReceipt(odd));
}

TEST(Status, EachIsTheKindThatDecidesWhatHappensNext) {
  struct Case {
    int status;
    const char* code;  // "": no problem document
    FaultKind kind;
  };
  const Case cases[] = {{400, "digest-mismatch", FaultKind::Rejected},
                        {400, "", FaultKind::NotInContract},
                        {401, "", FaultKind::CredentialsRefused},
                        {403, "kiosk-unknown", FaultKind::CredentialsRefused},
                        {404, "request-unknown", FaultKind::Unknown},
                        {404, "", FaultKind::NotInContract},
                        {408, "", FaultKind::UnknownOutcome},
                        {409, "parts-missing", FaultKind::Rejected},
                        {413, "too-large", FaultKind::Rejected},
                        {418, "", FaultKind::NotInContract},
                        {422, "parcel-unreadable", FaultKind::Rejected},
                        {422, "", FaultKind::NotInContract},
                        {425, "", FaultKind::UnknownOutcome},
                        {429, "", FaultKind::Busy},
                        {500, "", FaultKind::UnknownOutcome},
                        {502, "", FaultKind::UnknownOutcome},
                        {503, "maintenance", FaultKind::Busy},
                        {503, "", FaultKind::Busy},
                        {504, "", FaultKind::UnknownOutcome},
                        {100, "", FaultKind::NotInContract},
                        {202, "", FaultKind::NotInContract},
                        {204, "", FaultKind::NotInContract},
                        {302, "", FaultKind::NotInContract},
                        {999, "", FaultKind::NotInContract}};
  for (const auto& one : cases) {
    HttpReply odd{one.status, "text/html", std::nullopt, "<html>"};
    if (*one.code != '\0') odd = reply(problem(one.status, one.code), one.status);
    const auto receipt = readReceipt(odd);
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().kind, one.kind) << one.status << one.code;
    EXPECT_EQ(receipt.error().code, one.code);
  }
}

TEST(Status, OnlyAPartIsAnsweredByNothing) {
  EXPECT_TRUE(readDone({204, "", std::nullopt, ""}));
  EXPECT_EQ(readDone({200, "", std::nullopt, ""}).error().kind, FaultKind::NotInContract);
  EXPECT_EQ(readReceipt(reply(goodReceipt(), 201)).error().kind, FaultKind::NotInContract);
}

TEST(RequestState, MayHoldAReceipt) {
  const json body{{"requestId", repliedId},
                  {"status", "draft"},
                  {"missingParts", {std::string(64, 'b')}},
                  {"receipt", nullptr}};
  const auto draft = readRequestState(reply(body, 201));
  ASSERT_TRUE(draft) << draft.error().detail;
  EXPECT_FALSE(draft->receipt);
  EXPECT_EQ(draft->missingParts.size(), 1U);
  auto done = body;
  done["receipt"] = goodReceipt();
  EXPECT_EQ(readRequestState(reply(done))->receipt->reference, "A4WL-FQXZ");
  done["receipt"]["digests"] = 1;
  EXPECT_FALSE(readRequestState(reply(done)));
}

TEST(ServiceStatus, HoldsLimitsAndKeys) {
  const json body{{"status", "up"},
                  {"time", "2026-11-20T10:00:00Z"},
                  {"limits", {{"maxDocumentBytes", 1048576}, {"maxPartBytes", 262144}}},
                  {"sealingKeys", {{{"keyId", "k"}, {"algorithm", "X25519"}, {"publicKey", key}}}},
                  {"receiptKey", {{"keyId", "r"}, {"algorithm", "Ed25519"}, {"publicKey", key}}}};
  const auto status = readStatus(reply(body));
  ASSERT_TRUE(status) << status.error().detail;
  EXPECT_EQ(status->sealingKeys.at(0).publicKey, key);
  auto odd = body;
  odd["limits"]["maxPartBytes"] = 1e300;
  EXPECT_FALSE(readStatus(reply(odd)));
  odd["limits"]["maxPartBytes"] = 18446744073709551615U;
  EXPECT_FALSE(readStatus(reply(odd)));
  odd["limits"]["maxPartBytes"] = -1;
  EXPECT_FALSE(readStatus(reply(odd)));
}

TEST(RegisterEntry, SaysNothingAboutAPerson) {
  json body{{"registrationNumber", "AB-123-CD"},
            {"make", "RENAULT"},
            {"model", "CLIO"},
            {"fiscalPower", 5},
            {"fuelType", "GO"},
            {"nationalKind", "VP"},
            {"firstRegistrationDate", "2012-03-01"},
            {"oppositions", {"stolen", "pledged"}}};
  const auto entry = readRegisterEntry(reply(body));
  ASSERT_TRUE(entry) << entry.error().detail;
  EXPECT_EQ(entry->oppositions, (std::vector<std::string>{"stolen", "pledged"}));
  body["holder"] = "DURAND";
  EXPECT_EQ(readRegisterEntry(reply(body)).error().kind, FaultKind::NotInContract);
}

TEST(Quote, IsInCents) {
  const json body{
      {"lines", {{{"code", "Y.1"}, {"cents", 30000}}, {{"code", "Y.4"}, {"cents", 1100}}}},
      {"totalCents", 31100},
      {"tariff", "2026"}};
  const auto quote = readQuote(reply(body));
  ASSERT_TRUE(quote) << quote.error().detail;
  EXPECT_EQ(quote->lines.at(1).cents, 1100);
  EXPECT_EQ(quote->totalCents, 31100);
}

TEST(SealedAnswer, TellsTheCodeAndTheNewNumber) {
  json body{{"reference", "ABCD-1234"},
            {"status", "under-review"},
            {"totalCents", nullptr},
            {"nextStep", "wait"},
            {"asked", json::array()}};
  auto answer = readSealedAnswer(body.dump());
  ASSERT_TRUE(answer) << answer.error().detail;
  EXPECT_EQ(answer->transferCode + answer->transferCodeUntil + answer->newRegistrationNumber, "");
  EXPECT_FALSE(answer->platesToBeMade);
  body["transferCode"] = "7K2M9QRS";
  body["transferCodeUntil"] = "2026-12-05";
  body["newRegistrationNumber"] = "HB-104-QL";
  body["platesToBeMade"] = true;
  answer = readSealedAnswer(body.dump());
  ASSERT_TRUE(answer) << answer.error().detail;
  EXPECT_EQ(answer->transferCode, "7K2M9QRS");
  EXPECT_EQ(answer->transferCodeUntil, "2026-12-05");
  EXPECT_EQ(answer->newRegistrationNumber, "HB-104-QL");
  EXPECT_TRUE(answer->platesToBeMade);
  body["transferCodeUntil"] = "in a fortnight";
  EXPECT_FALSE(readSealedAnswer(body.dump()));
}

}  // namespace
