// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

namespace drawn {

using nlohmann::json;
using std::chrono::days;

void changeOfAddress(Draft& draft) {
  drawVehicle(draft);
  if (draft.oneIn(3)) draft.request["vehicle"]["addressStickers"] = draft.between(0, 3);
  if (draft.oneIn(2)) {
    const Day oldest = oldestWithin(1, draft.today);
    const bool late = draft.oneIn(6);
    const Day moved = late ? oldest - days(draft.between(1, 60)) : draft.from(oldest, draft.today);
    draft.request["move"] = {{"date", iso(moved)}};
    if (late) {
      draft.warnings.insert("request-late");
      draft.causes.push_back(15);
    }
  }
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  if (draft.oneIn(2)) draft.request["previousAddress"] = drawAddress(draft);
  needProofOfAddress(draft);
  if (draft.oneIn(2)) draft.give("registration-certificate");
  if (draft.oneIn(2) && !draft.onBehalf) giveIdentity(draft);
}

void duplicate(Draft& draft) {
  drawVehicle(draft);
  constexpr const char* kinds[] = {"lost", "stolen", "damaged"};
  const std::string kind = draft.oneOf(kinds);
  draft.request["loss"] = {{"kind", kind}, {"date", iso(draft.daysAgo(0, 20))}};
  draft.needFields({"/loss/kind"});
  draft.themes.insert("loss");
  if (kind == "stolen") {
    draft.request["loss"]["policeReportDate"] = iso(draft.today);
    draft.themes.insert("police");
  }
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  needProofOfAddress(draft);
  needIdentity(draft);
  needTest(draft);
  if (draft.oneIn(2)) draft.give("loss-declaration", {{"signed", true}});
}

void changeOfName(Draft& draft) {
  drawVehicle(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  draft.request["nameChange"] = {{"reason", "marriage"}, {"date", iso(draft.daysAgo(0, 900))}};
  draft.need("registration-certificate");
  draft.need(draft.oneIn(2) ? "marriage-certificate" : "civil-status-certificate");
  needProofOfAddress(draft);
  if (draft.oneIn(2) && !draft.onBehalf) {
    giveIdentity(draft);
    // The old document bears the old name.
    draft.paper("identity-document")["birthSurname"] = "QUELQU'UN";
    draft.themes.erase("identity-surname");
  }
  needTest(draft);
}

void coHolder(Draft& draft) {
  const bool spouse = draft.oneIn(2);
  if (!spouse) drawTransfer(draft, oldestWithin(1, draft.today));
  drawVehicle(draft);
  drawPower(draft);
  drawHolder(draft);
  drawCoHolders(draft, 1, 2);
  draft.themes.insert("added");
  draft.request["coHolderChange"] = {{"kind", spouse ? "add-spouse" : "add-other"}};
  draft.needFields({"/coHolderChange/kind"});
  if (spouse) {
    draft.request["coHolderChange"]["marriageDate"] =
        iso(draft.from(oldestWithin(1, draft.today) - days(1), draft.today));
    draft.need("marriage-certificate");
    draft.need("registration-certificate");
  } else {
    needStruckCertificate(draft);
    needTransferCertificate(draft);
  }
  needProofOfAddress(draft);
  needIdentity(draft);
  needTest(draft);
  declare(draft, {"insured", "licence"});
}

void inheritance(Draft& draft) {
  drawVehicle(draft);
  drawPower(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 2);
  draft.request["death"] = {{"date", iso(draft.daysAgo(0, 400))}};
  draft.needFields({"/death/date"});
  // All heirs on the certificate, or the others renounce.
  const int named = 1 + static_cast<int>(draft.request["coHolders"].size());
  const int others = draft.between(0, 2);
  draft.request["inheritance"] = {{"heir", draft.oneIn(2) ? "spouse" : "other"},
                                  {"heirs", named + others}};
  draft.themes.insert("heirs");
  draft.need("registration-certificate");
  draft.need("heirs-attestation");
  if (others > 0) draft.need("renunciation-letters");
  needProofOfAddress(draft);
  needIdentity(draft);
  needTest(draft);
  declare(draft, {"insured", "licence"});
}

void withdrawal(Draft& draft) {
  drawVehicle(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  const bool back = draft.oneIn(2);
  draft.request["withdrawal"] = {{"kind", back ? "return" : "withdraw"}};
  draft.needFields({"/withdrawal/kind"});
  draft.need("registration-certificate");
  needIdentity(draft);
  if (!back) return;
  needProofOfAddress(draft);
  needTest(draft);
}

void errorCorrection(Draft& draft) {
  drawVehicle(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 1);
  constexpr const char* whose[] = {"administration", "professional", "holder"};
  constexpr const char* wrong[] = {"name", "birth", "address", "vehicle"};
  constexpr const char* proofs[] = {"civil-status-certificate", "conformity-certificate",
                                    "invoice"};
  draft.request["correction"] = {
      {"whose", draft.oneOf(whose)}, {"field", draft.oneOf(wrong)}, {"right", "LEFEVRE"}};
  draft.needFields({"/correction/whose", "/correction/field", "/correction/right"});
  draft.need("registration-certificate");
  draft.need(draft.oneOf(proofs));
}

}  // namespace drawn
