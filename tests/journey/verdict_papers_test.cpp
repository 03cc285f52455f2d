// SPDX-License-Identifier: Apache-2.0
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;

TEST(VerdictPapers, eachIsNeeded) {
  check(
      {{"no old certificate", {{certificate, gone}}, {"document-missing#registration-certificate"}},
       {"no transfer certificate",
        {{transferCertificate, gone}},
        {"document-missing#transfer-certificate"}},
       {"no proof of address", {{proof, gone}}, {"document-missing#proof-of-address"}},
       {"no identity document", {{identity, gone}}, {"document-missing#identity-document"}},
       {"no test", {{test, gone}}, {"document-missing#roadworthiness-test"}},
       {"none",
        {{"/documents", gone}},
        {"document-missing#registration-certificate", "document-missing#transfer-certificate",
         "document-missing#proof-of-address", "document-missing#identity-document",
         "document-missing#roadworthiness-test"}},
       {"an invoice for the transfer certificate",
        {{transferCertificate, {{"kind", "invoice"}, {"legible", true}}}},
        {}},
       {"a paper of an unknown kind", {{another, {{"kind", "love-letter"}}}}, {}},
       {"a paper of no kind", {{another, json::object()}}, {"field-missing@documents[5].kind"}},
       {"a paper that is a number", {{another, 5}}, {"field-invalid@documents[5]"}}});
}

TEST(VerdictPapers, eachIsReadable) {
  std::vector<Case> cases;
  const std::vector<std::string> kinds = {"registration-certificate", "transfer-certificate",
                                          "proof-of-address", "identity-document",
                                          "roadworthiness-test"};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::string at = "/documents/" + std::to_string(i);
    const std::string path = "@documents[" + std::to_string(i) + "].legible";
    cases.push_back({kinds[i] + " unreadable",
                     {{at + "/legible", false}},
                     {"document-unreadable#" + kinds[i]}});
    cases.push_back({kinds[i] + " unreadable, nothing else known",
                     {{at, {{"kind", kinds[i]}, {"legible", false}}}},
                     {"document-unreadable" + path}});
    cases.push_back(
        {kinds[i] + " not told", {{at + "/legible", nullptr}}, {"field-missing" + path}});
    cases.push_back({kinds[i] + " in words", {{at + "/legible", "yes"}}, {"field-invalid" + path}});
  }
  const json blurred = {{"kind", "proof-of-address"}, {"legible", false}};
  cases.push_back({"a readable one beside it", {{another, blurred}}, {}});
  cases.push_back({"a surplus one alone",
                   {{another, {{"kind", "marriage-certificate"}, {"legible", false}}}},
                   {"document-unreadable#marriage-certificate"}});
  cases.push_back({"unreadable beside one too old",
                   {{another, blurred}, {proof + "/issueDate", "2026-01-01"}},
                   {"proof-of-address-too-old"}});
  check(cases);
}

TEST(VerdictPapers, sizes) {
  check({{"at the limit", {{proof + "/bytes", 1048576}}, {}},
         {"a byte over", {{proof + "/bytes", 1048577}}, {"document-too-large#proof-of-address"}},
         {"huge", {{identity + "/bytes", 9007199254740993}}, {"document-too-large"}},
         {"not told", {{proof + "/bytes", nullptr}}, {}},
         {"less than nothing", {{proof + "/bytes", -1}}, {"field-invalid@documents[2].bytes"}},
         {"in words", {{proof + "/bytes", "1 MB"}}, {"field-invalid@documents[2].bytes"}}});
}

TEST(VerdictPapers, oldCertificate) {
  const auto set = [](const char* key, json value) {
    return Change{certificate + "/" + key, std::move(value)};
  };
  check(
      {{"not struck through", {set("struckThrough", false)}, {"certificate-not-struck"}},
       {"perhaps struck through", {set("struckThrough", nullptr)}, {"certificate-not-struck"}},
       {"struck in words", {set("struckThrough", "true")}, {"field-invalid"}},
       {"not dated", {set("transferDateWritten", nullptr)}, {"certificate-not-dated"}},
       {"dated with nothing", {set("transferDateWritten", "")}, {"certificate-not-dated"}},
       {"another date", {set("transferDateWritten", "2026-11-11")}, {"certificate-date-mismatch"}},
       {"a date in the future",
        {set("transferDateWritten", "2026-12-11")},
        {"certificate-date-mismatch"}},
       {"no real date",
        {set("transferDateWritten", "2026-11-31")},
        {"field-invalid@documents[0].transferDateWritten"}},
       {"not signed", {set("signatures", 0)}, {"certificate-not-signed"}},
       {"signatures unknown", {set("signatures", nullptr)}, {"certificate-not-signed"}},
       {"signatures in words",
        {set("signatures", "one")},
        {"field-invalid@documents[0].signatures"}},
       {"one of two", {set("formerHolders", 2)}, {"certificate-not-signed"}},
       {"two of two", {set("formerHolders", 2), set("signatures", 2)}, {}},
       {"more than holders", {set("signatures", 2)}, {}},
       {"holders unknown",
        {set("formerHolders", nullptr)},
        {"field-missing@documents[0].formerHolders"}},
       {"no holder", {set("formerHolders", 0)}, {"field-invalid@documents[0].formerHolders"}}});
}

TEST(VerdictPapers, transferCertificate) {
  const auto set = [](const char* key, json value) {
    return Change{verdict_cases::transferCertificate + "/" + key, std::move(value)};
  };
  const Change invoice{another, {{"kind", "invoice"}, {"legible", true}}};
  check({{"not signed by the sellers",
          {set("signedBySellers", false)},
          {"transfer-certificate-unsigned-seller"}},
         {"sellers unknown",
          {set("signedBySellers", gone)},
          {"transfer-certificate-unsigned-seller"}},
         {"not signed by the buyers",
          {set("signedByBuyers", false)},
          {"transfer-certificate-unsigned-buyer"}},
         {"sellers a number", {set("signedBySellers", 1)}, {"field-invalid"}},
         {"no date", {set("date", nullptr)}, {"field-missing@documents[1].date"}},
         {"another date", {set("date", "2026-11-09")}, {"transfer-certificate-date-mismatch"}},
         {"no real date", {set("date", "10/11/2026")}, {"field-invalid@documents[1].date"}},
         {"an invoice stands for it", {set("signedBySellers", false), invoice}, {}},
         {"transfer date unknown: nothing to compare with",
          {{"/transfer/date", gone}},
          {"field-missing@transfer.date"}}});
}

TEST(VerdictPapers, roadworthinessTest) {
  const auto set = [](const char* key, json value) {
    return Change{test + "/" + key, std::move(value)};
  };
  const auto first = [](const char* day) { return Change{"/vehicle/firstRegistrationDate", day}; };
  const Change motorcycle{"/vehicle/nationalKind", "MTT1"};
  const Change none{test, gone};
  check({{"six months", {set("date", "2026-05-20")}, {}},
         {"six months and a day", {set("date", "2026-05-19")}, {"roadworthiness-too-old"}},
         {"end of August to end of February",
          {set("date", "2026-08-31"),
           {"/requestDate", "2027-02-28"},
           {proof + "/issueDate", "2027-01-01"},
           {"/transfer/codeDate", nullptr}},
          {"~request-late"}},
         {"one day more",
          {set("date", "2026-08-31"),
           {"/requestDate", "2027-03-01"},
           {proof + "/issueDate", "2027-01-01"},
           {"/transfer/codeDate", nullptr}},
          {"~request-late", "roadworthiness-too-old"}},
         {"today", {set("date", "2026-11-20")}, {}},
         {"tomorrow", {set("date", "2026-11-21")}, {"field-invalid@documents[4].date"}},
         {"no date", {set("date", nullptr)}, {"field-missing@documents[4].date"}},
         {"no result", {set("result", nullptr)}, {"field-missing@documents[4].result"}},
         {"strange result", {set("result", "so-so")}, {"field-invalid@documents[4].result"}},
         {"counter-visit, two months",
          {set("date", "2026-09-20"), set("result", "counter-visit")},
          {}},
         {"counter-visit, two months and a day",
          {set("date", "2026-09-19"), set("result", "counter-visit")},
          {"roadworthiness-retest-overdue"}},
         {"counter-visit long ago",
          {set("date", "2026-01-01"), set("result", "counter-visit")},
          {"roadworthiness-retest-overdue", "roadworthiness-too-old"}},
         {"counter-visit overdue, but passed since",
          {set("date", "2026-09-19"),
           set("result", "counter-visit"),
           {another,
            {{"kind", "roadworthiness-test"},
             {"legible", true},
             {"date", "2026-10-30"},
             {"result", "favourable"}}}},
          {}},
         {"car of four years", {first("2022-11-20"), none}, {}},
         {"car of four years and a day",
          {first("2022-11-19"), none},
          {"document-missing#roadworthiness-test"}},
         {"old test of a young car", {first("2022-11-20"), set("date", "2024-01-01")}, {}},
         {"motorcycle of five years", {motorcycle, first("2021-11-20"), none}, {}},
         {"motorcycle of five years and a day",
          {motorcycle, first("2021-11-19"), none},
          {"document-missing#roadworthiness-test"}},
         {"a trailer", {{"/vehicle/nationalKind", "REM"}, none}, {}},
         {"a tractor", {{"/vehicle/nationalKind", "TRA"}, none}, {}},
         {"kind unknown: as a car",
          {{"/vehicle/nationalKind", nullptr}, first("2022-11-19"), none},
          {"document-missing#roadworthiness-test"}}});
}

}  // namespace
