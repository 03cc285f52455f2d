// SPDX-License-Identifier: Apache-2.0
// Causes 1 to 6, 9, 13 and 16: papers.
#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

constexpr std::uint64_t mostBytes = 1048576;

/// The document that shows the holder: the mandator's, for somebody else.
json& card(Draft& draft) {
  return draft.paper(draft.onBehalf ? "mandator-identity-document" : "identity-document");
}

json& proof(Draft& draft) {
  return draft.paper("proof-of-address");
}
json& certificate(Draft& draft) {
  return draft.paper("registration-certificate");
}
json& cession(Draft& draft) {
  return draft.paper("transfer-certificate");
}
json& test(Draft& draft) {
  return draft.paper("roadworthiness-test");
}

void expirePassport(Draft& draft) {
  card(draft).update({{"type", "passport"}, {"expiryDate", iso(draft.today - days(1))}});
}

/// A French card whose five more years are over too.
void expireLongCard(Draft& draft) {
  card(draft).update({{"type", "identity-card"},
                      {"expiryDate", iso(oldestWithin(5 * 12, draft.today) - days(1))}});
}

void spoilHostPaper(Draft& draft) {
  constexpr const char* marks[] = {"signedByHost", "signedByHosted"};
  draft.paper("host-attestation")[draft.oneOf(marks)] = false;
}

void dateOnTaxNotice(Draft& draft) {
  const auto year = std::chrono::year_month_day(draft.today).year() - std::chrono::years(2);
  proof(draft).update({{"type", "tax-notice"}, {"issueDate", iso(Day(year / 12 / 31))}});
}

}  // namespace

const std::vector<Defect>& paperDefects() {
  using D = Draft;
  static const std::vector<Defect> all = {
      {2,
       "proof-of-address-too-old",
       {"proof"},
       [](D& d) {
         proof(d)["type"] = "energy-bill";
         proof(d)["issueDate"] = iso(oldestWithin(6, d.today) - days(1));
       }},
      {2, "proof-of-address-too-old", {"proof"}, dateOnTaxNotice},
      {2,
       "proof-of-address-too-old",
       {"host"},
       [](D& d) {
         d.paper("host-proof-of-address")["issueDate"] = iso(oldestWithin(6, d.today) - days(1));
       }},
      {3,
       "proof-of-address-name-missing",
       {"proof"},
       [](D& d) { proof(d)["givenNames"] = nullptr; }},
      {3,
       "proof-of-address-name-mismatch",
       {"proof"},
       [](D& d) { proof(d)["surname"] = "QUELQU'UN"; }},
      {3,
       "proof-of-address-name-mismatch",
       {"proof"},
       [](D& d) { proof(d)["givenNames"] = "NADA"; }},
      {3, "hosted-set-incomplete", {"host"}, spoilHostPaper},
      {14,
       "proof-of-address-address-mismatch",
       {"proof-postcode", "proof", "holder"},
       [](D& d) { proof(d)["postcode"] = "29200"; }},
      {4,
       "roadworthiness-too-old",
       {"test"},
       [](D& d) {
         test(d).update(
             {{"date", iso(oldestWithin(6, d.testDay) - days(1))}, {"result", "favourable"}});
       }},
      {4,
       "roadworthiness-retest-overdue",
       {"test"},
       [](D& d) {
         test(d).update(
             {{"date", iso(oldestWithin(2, d.testDay) - days(1))}, {"result", "counter-visit"}});
       }},
      {5,
       "certificate-not-struck",
       {"struck-certificate"},
       [](D& d) { certificate(d)["struckThrough"] = false; }},
      {5,
       "certificate-not-dated",
       {"struck-certificate"},
       [](D& d) { certificate(d)["transferDateWritten"] = nullptr; }},
      {5,
       "certificate-date-mismatch",
       {"struck-certificate", "transfer"},
       [](D& d) { certificate(d)["transferDateWritten"] = iso(d.transfer - days(1)); }},
      {5,
       "certificate-not-signed",
       {"struck-certificate"},
       [](D& d) { certificate(d)["signatures"] = certificate(d)["formerHolders"].get<int>() - 1; }},
      {6,
       "transfer-certificate-unsigned-seller",
       {"transfer-certificate"},
       [](D& d) { cession(d)["signedBySellers"] = false; }},
      {6,
       "transfer-certificate-unsigned-buyer",
       {"transfer-certificate"},
       [](D& d) { cession(d).erase("signedByBuyers"); }},
      {6,
       "transfer-certificate-date-mismatch",
       {"transfer-certificate", "transfer"},
       [](D& d) { cession(d)["date"] = iso(d.transfer - days(1)); }},
      {9, "identity-document-expired", {"identity"}, expirePassport},
      {9, "identity-document-expired", {"identity"}, expireLongCard},
      {9,
       "identity-mismatch",
       {"identity-surname", "identity", "holder-names"},
       [](D& d) { card(d)["birthSurname"] = "QUELQU'UN"; }},
      {9,
       "identity-mismatch",
       {"identity-given", "identity", "holder-names"},
       [](D& d) { card(d)["givenNames"] = "NADA"; }},
      {9,
       "identity-mismatch",
       {"identity-birth", "identity", "holder-birth"},
       [](D& d) { card(d)["birthDate"] = "1901-01-01"; }},
      {0,
       "administrative-status-too-old",
       {"status", "transfer"},
       [](D& d) { d.paper("administrative-status")["issueDate"] = iso(d.transfer - days(16)); }},
      {16, "mandate-missing", {"mandate"}, [](D& d) { d.paper("mandate")["signed"] = false; }},
      {1,
       "document-too-large",
       {"size"},
       [](D& d) {
         auto& papers = d.request["documents"];
         papers[d.random() % papers.size()]["bytes"] = mostBytes + 1 + d.random() % 100000;
       }},
  };
  return all;
}

}  // namespace drawn
