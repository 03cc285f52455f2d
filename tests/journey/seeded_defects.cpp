// SPDX-License-Identifier: Apache-2.0
#include "seeded_requests.h"

namespace seeded {
namespace {

using nlohmann::json;

void removePaper(json& request, const std::string& kind) {
  json& papers = request["documents"];
  for (std::size_t i = 0; i < papers.size();) {
    papers[i]["kind"] == kind ? papers.erase(i) : static_cast<void>(++i);
  }
}

/// For one's own account, with a proof in one's own name, the only identity document being ours.
void alone(json& request) {
  request["onBehalf"] = false;
  removePaper(request, "mandate");
  removePaper(request, "mandator-identity-document");
}

json& ownProof(json& request) {
  if (!hasPaper(request, "proof-of-address")) {
    request["holder"]["hostedBy"] = nullptr;
    for (const char* kind :
         {"host-identity-document", "host-proof-of-address", "host-attestation"}) {
      removePaper(request, kind);
    }
    request["documents"].push_back({{"kind", "proof-of-address"},
                                    {"legible", true},
                                    {"issueDate", "2026-10-01"},
                                    {"surname", request["holder"]["birthSurname"]},
                                    {"givenNames", request["holder"]["givenNames"]},
                                    {"postcode", request["holder"]["address"]["postcode"]}});
  }
  return paper(request, "proof-of-address");
}

json& oldCarsTest(json& request) {
  request["vehicle"]["firstRegistrationDate"] = "2012-03-01";
  if (!hasPaper(request, "roadworthiness-test")) {
    request["documents"].push_back({{"kind", "roadworthiness-test"},
                                    {"legible", true},
                                    {"date", "2026-11-01"},
                                    {"result", "favourable"}});
  }
  return paper(request, "roadworthiness-test");
}

json& card(json& request) {
  alone(request);
  return paper(request, "identity-document");
}

json& certificate(json& request) {
  return paper(request, "registration-certificate");
}
json& cession(json& request) {
  return paper(request, "transfer-certificate");
}

/// A field that has to be there, taken away.
void loseField(json& request, Random& random) {
  static const std::vector<std::string> fields = {"/procedureVersion",
                                                  "/vehicle/registrationNumber",
                                                  "/vehicle/firstRegistrationDate",
                                                  "/vehicle/fiscalPower",
                                                  "/transfer/date",
                                                  "/holder/birthSurname",
                                                  "/holder/givenNames",
                                                  "/holder/sex",
                                                  "/holder/birthDate",
                                                  "/holder/birthPlace",
                                                  "/holder/birthCountry",
                                                  "/holder/address/street",
                                                  "/holder/address/postcode",
                                                  "/holder/address/town"};
  request[json::json_pointer(fields[random() % fields.size()])] = nullptr;
}

void spoilField(json& request, Random& random) {
  static const std::vector<std::pair<std::string, json>> fields = {
      {"/vehicle/firstRegistrationDate", "2012-02-30"},
      {"/vehicle/fiscalPower", "5"},
      {"/transfer/date", "2026-11-21"},
      {"/transfer/time", "25:00"},
      {"/holder/birthSurname", "12"},
      {"/holder/givenNames", true},
      {"/holder/sex", "W"},
      {"/holder/birthDate", "1852-04-03"},
      {"/holder/birthCountry", "FRA"},
      {"/holder/address/postcode", "99999"},
      {"/holder/address/department", "96"},
      {"/documents/0", "paper"},
      {"/coHolders", "none"}};
  const auto& [pointer, value] = fields[random() % fields.size()];
  request[json::json_pointer(pointer)] = value;
}

void blurAny(json& request, Random& random) {
  alone(request);
  json& papers = request["documents"];
  papers[random() % papers.size()]["legible"] = false;
}

void overweight(json& request, Random& random) {
  json& papers = request["documents"];
  papers[random() % papers.size()]["bytes"] = 1048577 + random() % 100000;
}

void expireCode(json& request, Random&) {
  request["transfer"]["code"] = "AB12C";
  request["transfer"]["codeDate"] = "2026-11-04";
  request["vehicle"].erase("certificateFormNumber");
}

void loseCode(json& request, Random&) {
  request["transfer"].erase("code");
  request["vehicle"].erase("certificateDate");
}

void incompleteHost(json& request, Random& random) {
  constexpr const char* kinds[] = {"host-identity-document", "host-proof-of-address",
                                   "host-attestation"};
  request["holder"]["hostedBy"] = {{"surname", "PETIT"}};
  removePaper(request, kinds[random() % 3]);
}

void unconfirmed(json& request, Random&) {
  request["coHolders"] = json::array({{{"birthSurname", "PETIT"},
                                       {"givenNames", "PAUL"},
                                       {"birthDate", "1950-01-01"},
                                       {"confirmed", false}}});
}

void withoutMandate(json& request, Random& random) {
  request["onBehalf"] = true;
  removePaper(request, random() % 2 == 0 ? "mandate" : "mandator-identity-document");
}

}  // namespace

const std::vector<Defect>& defects() {
  using J = json;
  using R = Random;
  static const std::vector<Defect> all = {
      {"a field is missing", "field-missing", loseField},
      {"a field is wrong", "field-invalid", spoilField},
      {"plate", "registration-number-invalid",
       [](J& r, R&) { r["vehicle"]["registrationNumber"] = "AI-123-AB"; }},
      {"form number", "form-number-invalid",
       [](J& r, R&) { r["vehicle"]["certificateFormNumber"] = "2013BZ"; }},
      {"vin", "vin-invalid",
       [](J& r, R&) {
         r["vehicle"]["firstRegistrationDate"] = "2012-03-01";
         r["vehicle"]["vin"] = "VF1AAAAAO23456789";
       }},
      {"neither code nor form number", "transfer-code-or-form-number-missing", loseCode},
      {"code over", "transfer-code-expired", expireCode},
      {"no old certificate", "document-missing",
       [](J& r, R&) { removePaper(r, "registration-certificate"); }},
      {"no transfer certificate", "document-missing",
       [](J& r, R&) { removePaper(r, "transfer-certificate"); }},
      {"no proof", "document-missing",
       [](J& r, R&) {
         static_cast<void>(ownProof(r));
         removePaper(r, "proof-of-address");
       }},
      {"no identity", "document-missing",
       [](J& r, R&) {
         alone(r);
         removePaper(r, "identity-document");
       }},
      {"no test", "document-missing",
       [](J& r, R&) {
         static_cast<void>(oldCarsTest(r));
         removePaper(r, "roadworthiness-test");
       }},
      {"blurred", "document-unreadable", blurAny},
      {"too large", "document-too-large", overweight},
      {"old proof", "proof-of-address-too-old",
       [](J& r, R&) { ownProof(r)["issueDate"] = "2026-05-19"; }},
      {"proof without given names", "proof-of-address-name-missing",
       [](J& r, R&) { ownProof(r)["givenNames"] = nullptr; }},
      {"proof of somebody else", "proof-of-address-name-mismatch",
       [](J& r, R&) { ownProof(r)["surname"] = "QUELQU'UN"; }},
      {"proof of another place", "proof-of-address-address-mismatch",
       [](J& r, R&) { ownProof(r)["postcode"] = "29200"; }},
      {"host set", "hosted-set-incomplete", incompleteHost},
      {"old test", "roadworthiness-too-old",
       [](J& r, R&) { oldCarsTest(r)["date"] = "2026-05-19"; }},
      {"retest overdue", "roadworthiness-retest-overdue",
       [](J& r, R&) {
         oldCarsTest(r).update({{"date", "2026-09-19"}, {"result", "counter-visit"}});
       }},
      {"not struck", "certificate-not-struck",
       [](J& r, R&) { certificate(r)["struckThrough"] = false; }},
      {"not dated", "certificate-not-dated",
       [](J& r, R&) { certificate(r)["transferDateWritten"] = nullptr; }},
      {"not signed", "certificate-not-signed",
       [](J& r, R&) {
         certificate(r)["formerHolders"] = certificate(r)["signatures"].get<int>() + 1;
       }},
      {"other date", "certificate-date-mismatch",
       [](J& r, R&) { certificate(r)["transferDateWritten"] = "2026-09-01"; }},
      {"sellers", "transfer-certificate-unsigned-seller",
       [](J& r, R&) { cession(r)["signedBySellers"] = false; }},
      {"buyers", "transfer-certificate-unsigned-buyer",
       [](J& r, R&) { cession(r)["signedByBuyers"] = false; }},
      {"other date of sale", "transfer-certificate-date-mismatch",
       [](J& r, R&) { cession(r)["date"] = "2026-09-01"; }},
      {"co-holder", "co-holder-confirmation-missing", unconfirmed},
      {"identity over", "identity-document-expired",
       [](J& r, R&) {
         card(r).update({{"type", "passport"}, {"expiryDate", "2026-11-19"}});
       }},
      {"another surname", "identity-mismatch",
       [](J& r, R&) { card(r)["birthSurname"] = "QUELQU'UN"; }},
      {"another given name", "identity-mismatch", [](J& r, R&) { card(r)["givenNames"] = "NADA"; }},
      {"another birthday", "identity-mismatch",
       [](J& r, R&) { card(r)["birthDate"] = "1901-01-01"; }},
      {"licence", "licence-missing", [](J& r, R&) { r["declarations"]["licence"] = false; }},
      {"insurance", "insurance-missing", [](J& r, R&) { r["declarations"].erase("insured"); }},
      {"honour", "honour-missing", [](J& r, R&) { r["declarations"]["onHonour"] = nullptr; }},
      {"opposition", "vehicle-opposition",
       [](J& r, R&) { r["vehicle"]["oppositions"] = J::array({"opposition"}); }},
      {"stolen", "vehicle-stolen",
       [](J& r, R&) { r["vehicle"]["oppositions"] = J::array({"stolen"}); }},
      {"pledged", "vehicle-pledged",
       [](J& r, R&) { r["vehicle"]["oppositions"] = J::array({"pledged"}); }},
      {"mandate", "mandate-missing", withoutMandate},
  };
  return all;
}

}  // namespace seeded
