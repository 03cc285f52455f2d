// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/journey/verdict.h"
#include "tests/journey/fixtures.h"

// Papers that say something else than the request: where a name has changed (F16876), and where
// they are the proof of what is to be corrected (F16868).
namespace {

using namespace journey;
using nlohmann::json;

json rule(json words) {
  words["source"] = "F16868";
  return words;
}

/// An officer who knows the holder and is asked `asked` of the papers.
OfficerRules officer(const json& asked) {
  const json rules = {{"rules", {rule({{"rule", "holder"}}), rule(asked)}}};
  auto read = readOfficerRules(rules, "/officer");
  if (!read) {
    ADD_FAILURE() << read.error().where << ": " << read.error().what;
    return {};
  }
  return *std::move(read);
}

json requestWith(const json& paper) {
  return {{"procedure", "any"},
          {"procedureVersion", 1},
          {"requestDate", "2026-11-20"},
          {"holder",
           {{"kind", "person"},
            {"birthSurname", "MARTIN"},
            {"givenNames", "ROLANDE"},
            {"sex", "F"},
            {"birthDate", "1952-04-03"},
            {"birthPlace", "BELFORT"},
            {"birthCountry", "FR"},
            {"address", {{"street", "RUE"}, {"postcode", "25200"}, {"town", "MONTBELIARD"}}}}},
          {"documents", json::array({paper})}};
}

std::vector<std::string> codes(const json& asked, const json& paper) {
  std::vector<std::string> found;
  for (const Finding& one :
       verdictOf(requestWith(paper), officer(asked), fixtures::today()).findings)
    found.push_back(one.code);
  return found;
}

using Codes = std::vector<std::string>;

json card(const json& changes = json::object()) {
  json paper = {{"kind", "identity-document"}, {"legible", true},
                {"type", "identity-card"},     {"expiryDate", "2030-01-01"},
                {"birthSurname", "MARTTIN"},   {"givenNames", "ROLAND"},
                {"birthDate", "1952-04-13"}};
  paper.update(changes);
  return paper;
}

json bill(const json& changes = json::object()) {
  json paper = {{"kind", "proof-of-address"}, {"legible", true},        {"issueDate", "2026-09-15"},
                {"surname", "MARTTIN"},       {"givenNames", "ROLAND"}, {"postcode", "25400"}};
  paper.update(changes);
  return paper;
}

TEST(CorrectedPapers, identityIsOnlyReadForBeingInDate) {
  const json asked = {{"rule", "identity-document"}, {"optional", true}, {"mayDiffer", true}};
  EXPECT_EQ(codes(asked, card()), Codes{});
  EXPECT_EQ(codes(asked, {{"kind", "identity-document"}, {"legible", true}}), Codes{});
  EXPECT_EQ(codes(asked, card({{"expiryDate", "2026-11-20"}})), Codes{}) << "the last day counts";
  EXPECT_EQ(codes(asked, card({{"expiryDate", "2026-11-19"}})), Codes{"identity-document-expired"});
  EXPECT_EQ(codes(asked, card({{"legible", false}})), Codes{"document-unreadable"});
  const json compared = {{"rule", "identity-document"}, {"optional", true}};
  EXPECT_EQ(codes(compared, card()),
            (Codes{"identity-mismatch", "identity-mismatch", "identity-mismatch"}));
}

TEST(CorrectedPapers, addressIsOnlyReadForBeingRecent) {
  const json asked = {{"rule", "proof-of-address"}, {"optional", true}, {"mayDiffer", true}};
  EXPECT_EQ(codes(asked, bill()), Codes{});
  EXPECT_EQ(codes(asked, bill({{"issueDate", "2026-05-20"}})), Codes{}) << "six months to the day";
  EXPECT_EQ(codes(asked, bill({{"issueDate", "2026-05-19"}})), Codes{"proof-of-address-too-old"});
  EXPECT_EQ(codes(asked, bill({{"legible", false}})), Codes{"document-unreadable"});
  const json compared = {{"rule", "proof-of-address"}, {"optional", true}};
  EXPECT_NE(codes(compared, bill()), Codes{});
}

TEST(CorrectedPapers, theSurnameOfOldMayBeThereOrNot) {
  const json asked = {{"rule", "identity-document"}, {"fields", {"givenNames", "birthDate"}}};
  const json same = {{"givenNames", "ROLANDE"}, {"birthDate", "1952-04-03"}};
  EXPECT_EQ(codes(asked, card(same)), Codes{});
  json without = card(same);
  without.erase("birthSurname");
  EXPECT_EQ(codes(asked, without), Codes{});
  EXPECT_EQ(codes({{"rule", "identity-document"}}, without), Codes{"field-missing"});
  EXPECT_EQ(codes(asked, card({{"birthDate", "1952-04-03"}})), Codes{"identity-mismatch"});
}

TEST(CorrectedPapers, onlyRulesThatComparePapersTakeTheWord) {
  const json rules = {{"rules", {rule({{"rule", "holder"}, {"mayDiffer", true}})}}};
  const auto read = readOfficerRules(rules, "/officer");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, "/officer/rules/0/mayDiffer");
}

}  // namespace
