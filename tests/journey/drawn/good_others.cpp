// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

void firstNumber(Draft& draft, bool imported) {
  draft.minor = !imported && draft.oneIn(8);
  drawVehicle(draft);
  draft.request["vehicle"].erase("registrationNumber");
  draft.fields.clear();
  draft.themes.erase("plate");
  draft.request["vehicle"]["vin"] = draft.vehicle["vin"];
  draft.needFields({"/vehicle/vin"});
  drawPower(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  draft.need("conformity-certificate", {}, "conformity-missing");
  needProofOfAddress(draft);
  needIdentity(draft);
  declare(draft, {"insured", "licence"});
}

}  // namespace

void newVehicle(Draft& draft) {
  firstNumber(draft, false);
  // Never registered: nothing of its age is known.
  draft.request["vehicle"].erase("firstRegistrationDate");
  draft.warnings.erase("vin-invalid");
  draft.request["vehicle"]["vin"] = draft.vehicle["vin"] = "VF1ABCDEF12345678";
  draft.themes.insert("vin");
  draft.request["vehicle"]["co2"] = 100;
  draft.request["vehicle"]["mass"] = 1200;
  draft.need("invoice");
}

void importedVehicle(Draft& draft) {
  firstNumber(draft, true);
  const bool eu = draft.oneIn(2);
  draft.request["import"] = {{"from", eu ? "eu" : "other"}};
  draft.needFields({"/import/from"});
  draft.need("foreign-registration-certificate");
  draft.need(eu ? "tax-clearance" : "customs-certificate", {{"date", iso(draft.daysAgo(0, 60))}},
             "tax-clearance-missing");
  needTest(draft);
  if (dayOf(draft.vehicle["firstRegistrationDate"].get<std::string>()) < dayOf("1981-01-01"))
    draft.warnings.insert("vin-invalid");
}

void answerTheCentre(Draft& draft) {
  drawVehicle(draft);
  drawHolder(draft);
  json& holder = draft.request["holder"];
  json names = {{"birthSurname", holder["birthSurname"]}, {"givenNames", holder["givenNames"]}};
  if (holder.contains("usedSurname")) names["usedSurname"] = holder["usedSurname"];
  constexpr const char* kinds[] = {"proof-of-address", "identity-document", "roadworthiness-test",
                                   "heirs-attestation"};
  const std::string asked = draft.oneOf(kinds);
  draft.request["answer"] = {{"reference", "ABCD-2345-EFGH"}, {"asked", asked}};
  if (asked == "proof-of-address") {
    while (!draft.has("proof-of-address")) {
      draft.request["documents"] = json::array();
      draft.needed.clear();
      draft.themes.erase("host");
      needProofOfAddress(draft);
    }
  } else if (asked == "identity-document") {
    needIdentity(draft);
  } else if (asked == "roadworthiness-test") {
    draft.need(asked, {{"date", iso(draft.within(6))}, {"result", "favourable"}});
    draft.themes.insert("test");
  } else {
    draft.need(asked);
  }
  draft.request["holder"] = std::move(names);
  // Who answers tells a name, no more.
  for (const char* theme : {"holder", "proof-postcode", "identity-birth"})
    draft.themes.erase(theme);
  draft.fields = {"/vehicle/registrationNumber", "/holder/birthSurname", "/holder/givenNames",
                  "/answer/reference", "/answer/asked"};
}

}  // namespace drawn
