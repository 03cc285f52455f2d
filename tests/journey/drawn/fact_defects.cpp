// SPDX-License-Identifier: Apache-2.0
// Causes 7, 8, 10 to 12 and 14, and what section 7 does not name: facts and statements.
#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

void oppose(Draft& draft, const char* what) {
  // The person knows, or the register.
  draft.vehicle["oppositions"] = json::array({what});
  draft.request["vehicle"]["oppositions"] = json::array({what});
}

void loseRight(Draft& draft) {
  draft.request["transfer"].erase("code");
  draft.request["vehicle"].erase("certificateDate");
  draft.warnings.erase("transfer-code-expired");
}

void expireCode(Draft& draft) {
  const auto made = iso(draft.today - days(draft.oneIn(2) ? 16 : 300));
  draft.request["transfer"]["code"] = "7K2M9";
  draft.request["transfer"]["codeDate"] = made;
  draft.request["vehicle"].erase("certificateDate");
  draft.request["vehicle"].erase("certificateFormNumber");
  draft.vehicle["transfer"] = {{"date", iso(draft.transfer)},
                               {"kind", "sale"},
                               {"code", "7K2M9"},
                               {"codeDate", made},
                               {"codeUsed", false}};
  draft.warnings.erase("transfer-code-expired");
}

}  // namespace

const std::vector<Defect>& factDefects() {
  using D = Draft;
  static const std::vector<Defect> all = {
      {7,
       "seller-address-outdated",
       {"sellers-address"},
       [](D& d) { d.at("/holder/addressOnCertificateIsCurrent") = false; }},
      {8, "transfer-code-or-form-number-missing", {"right"}, loseRight},
      {8, "transfer-code-expired", {"right", "transfer"}, expireCode},
      {8,
       "form-number-invalid",
       {"right"},
       [](D& d) { d.at("/vehicle/certificateFormNumber") = "2013BZ"; }},
      {10, "licence-missing", {"licence"}, [](D& d) { d.at("/declarations/licence") = false; }},
      {10, "licence-missing", {"licence"}, [](D& d) { d.at("/holder/licenceOfCategory") = false; }},
      {0, "insurance-missing", {"insured"}, [](D& d) { d.at("/declarations/insured") = nullptr; }},
      {0, "honour-missing", {"honour"}, [](D& d) { d.at("/declarations/onHonour") = false; }},
      {11, "vehicle-opposition", {"vehicle"}, [](D& d) { oppose(d, "opposition"); }},
      {11, "vehicle-stolen", {"vehicle"}, [](D& d) { oppose(d, "stolen"); }},
      {11, "vehicle-pledged", {"vehicle"}, [](D& d) { oppose(d, "pledged"); }},
      {12, "field-invalid", {"power"}, [](D& d) { d.at("/vehicle/fiscalPower") = 0; }},
      {12,
       "field-invalid",
       {"holder", "proof", "host"},
       [](D& d) { d.at("/holder/address/postcode") = "99999"; }},
      {0,
       "registration-number-invalid",
       {"plate"},
       [](D& d) { d.at("/vehicle/registrationNumber") = "AI-123-AB"; }},
      {0, "vin-invalid", {"vin"}, [](D& d) { d.at("/vehicle/vin") = "VF1AAAAAO23456789"; }},
      {0, "field-invalid", {"time"}, [](D& d) { d.at("/transfer/time") = "25:00"; }},
      {0, "field-invalid", {"siren"}, [](D& d) { d.at("/buyer/siren") = "12345"; }},
      {0, "field-invalid", {"loss"}, [](D& d) { d.at("/loss/kind") = "eaten"; }},
      {0,
       "police-report-missing",
       {"police", "loss"},
       [](D& d) { d.at("/loss/policeReportDate") = nullptr; }},
      {0,
       "field-missing",
       {"added", "co-holders"},
       [](D& d) { d.request["coHolders"] = json::array(); }},
      {0,
       "document-missing",
       {"heirs", "co-holders"},
       [](D& d) {
         d.at("/inheritance/heirs") = 9;
         d.remove("renunciation-letters");
       }},
      {0,
       "co-holder-confirmation-missing",
       {"co-holders"},
       [](D& d) {
         json one = {{"birthSurname", "PETIT"},
                     {"givenNames", "PAUL"},
                     {"birthDate", "1950-01-31"},
                     {"confirmed", false}};
         auto& list = d.request["coHolders"];
         list.empty() ? list.push_back(one) : static_cast<void>(list[0]["confirmed"] = false);
       }},
  };
  return all;
}

}  // namespace drawn
