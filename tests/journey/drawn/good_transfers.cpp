// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

/// By the code, on its last day too; by the certificate, which an FNI one proves by its date alone.
void drawRight(Draft& draft) {
  const bool byCode = draft.oneIn(2);
  const bool expired = byCode && draft.oneIn(8);
  if (!byCode || expired || draft.oneIn(4)) {
    draft.request["vehicle"]["certificateDate"] = draft.vehicle["certificateDate"];
    if (!draft.byDateAlone)
      draft.request["vehicle"]["certificateFormNumber"] = draft.vehicle["formNumber"];
  }
  draft.themes.insert("right");
  if (!byCode) return;
  const Day oldest = std::max(draft.transfer, draft.today - days(15));
  Day made = draft.from(oldest, draft.today);
  if (expired) {
    made = draft.today - days(draft.oneIn(2) ? 16 : 40);
    draft.warnings.insert("transfer-code-expired");
  }
  draft.request["transfer"]["code"] = "7K2M9";
  draft.request["transfer"]["codeDate"] = iso(made);
  draft.vehicle["transfer"] = {{"date", iso(draft.transfer)},
                               {"kind", "sale"},
                               {"code", "7K2M9"},
                               {"codeDate", iso(made)},
                               {"codeUsed", false}};
}

}  // namespace

/// A day within the month (or the fifteen days) that the law gives, its last day often; or late.
void drawTransfer(Draft& draft, Day oldestInTime) {
  draft.transfer = draft.from(oldestInTime, draft.today);
  if (draft.oneIn(8)) {
    draft.transfer = oldestInTime - days(draft.oneIn(2) ? 1 : draft.between(2, 40));
    draft.warnings.insert("request-late");
    draft.causes.push_back(15);
  }
  draft.request["transfer"] = {{"date", iso(draft.transfer)},
                               {"kind", draft.oneIn(5) ? "gift" : "sale"}};
  draft.needFields({"/transfer/date"});
}

void declare(Draft& draft, std::initializer_list<const char*> statements) {
  for (const char* one : statements) {
    draft.request["declarations"][one] = true;
    draft.themes.insert(one);
  }
}

void changeOfHolder(Draft& draft) {
  draft.minor = draft.oneIn(8);
  drawTransfer(draft, oldestWithin(1, draft.today));
  drawVehicle(draft);
  drawPower(draft);
  drawRight(draft);
  drawHolder(draft);
  drawCoHolders(draft, 0, 2);
  needStruckCertificate(draft);
  if (draft.oneIn(5)) {
    draft.need("invoice");
    draft.needed["invoice"] = "document-missing";
  } else {
    needTransferCertificate(draft);
  }
  if (draft.oneIn(8)) {
    draft.request["transfer"]["kind"] = "heir-sale";
    draft.need("heirs-attestation");
  }
  needProofOfAddress(draft);
  needIdentity(draft);
  needTest(draft);
  declare(draft, {"insured", "licence"});
}

namespace {

void drawBuyer(Draft& draft, bool company) {
  json buyer = {{"address", drawAddress(draft)}};
  draft.needFields({"/buyer/address/postcode", "/buyer/address/town"});
  buyer["address"]["street"] = "RUE HAUTE";
  draft.needFields({"/buyer/address/street"});
  if (company) {
    buyer.update({{"kind", "company"}, {"businessName", "GARAGE PETIT"}, {"siren", "123456789"}});
    draft.needFields({"/buyer/businessName", "/buyer/siren"});
    draft.themes.insert("siren");
  } else {
    buyer.update(drawPerson(draft, drawAdultBirth(draft)));
    if (draft.oneIn(2)) buyer["kind"] = "person";
    draft.needFields({"/buyer/birthSurname", "/buyer/givenNames", "/buyer/sex", "/buyer/birthDate",
                      "/buyer/birthPlace", "/buyer/birthCountry"});
    if (draft.oneIn(6)) buyer["professional"] = true;
  }
  draft.request["buyer"] = std::move(buyer);
}

}  // namespace

void saleDeclaration(Draft& draft) {
  drawTransfer(draft, draft.today - days(15));
  draft.testDay = draft.transfer;
  drawVehicle(draft);
  draft.request["transfer"]["time"] = "00:00";
  draft.needFields({"/transfer/time"});
  draft.themes.insert("time");
  drawHolder(draft);
  drawCoHolders(draft, 0, 2);
  draft.themes.insert("sellers-address");
  if (draft.oneIn(2)) draft.request["holder"]["addressOnCertificateIsCurrent"] = true;
  const bool company = draft.oneIn(5);
  drawBuyer(draft, company);
  needStruckCertificate(draft);
  needTransferCertificate(draft);
  draft.need("administrative-status",
             {{"issueDate", iso(draft.from(draft.transfer - days(15), draft.transfer))}});
  draft.themes.insert("status");
  // The trade and companies buy without a test.
  const bool toTheTrade = company || draft.request["buyer"].contains("professional");
  if (!toTheTrade) needTest(draft);
  if (draft.oneIn(2) && !draft.onBehalf) giveIdentity(draft);
  if (draft.oneIn(2)) {
    draft.request["vehicle"]["mileage"] = 123456;
    draft.request["vehicle"]["mileageCertified"] = draft.oneIn(2);
  }
}

}  // namespace drawn
