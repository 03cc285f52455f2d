// SPDX-License-Identifier: Apache-2.0
// The seller's declaration: F1707, CR R322-4.
#include <algorithm>
#include <cctype>

#include "centre_names.h"
#include "centre_questions.h"
#include "rates.h"

namespace sandbox {

namespace {

constexpr int sellersDays = 15;  // R322-4
constexpr int statusDays = 15;   // F1707, F1360

bool isCompany(const Dossier& dossier) {
  return dossier.text("/buyer/kind") == "company";
}

void askCompany(Dossier& dossier) {
  needFields(dossier, {"buyer.businessName", "buyer.siren"});
  const auto siren = dossier.text("/buyer/siren");
  const bool isNumber =
      !siren || (siren->size() == 9 && siren->find_first_not_of("0123456789") == std::string::npos);
  if (!isNumber) dossier.ask("field-invalid", "buyer.siren");
}

void askPerson(Dossier& dossier) {
  needFields(dossier, {"buyer.birthSurname", "buyer.givenNames", "buyer.sex", "buyer.birthDate",
                       "buyer.birthPlace", "buyer.birthCountry"});
  for (const char* name : {"buyer.birthSurname", "buyer.usedSurname", "buyer.givenNames"}) {
    const auto told = dossier.text(pointerOf(name));
    if (told && !isName(*told)) dossier.ask("field-invalid", name);
  }
  checkDay(dossier, "buyer.birthDate");
}

// Issued on the day of the sale or in the 15 days before: refused when over 15 days old.
void examineStatus(Dossier& dossier, const std::string& paper, const std::string& kind) {
  const auto issued = dossier.day(paper + "/issueDate");
  const auto transfer = dossier.day("/transfer/date");
  if (!issued) {
    dossier.ask("field-missing", dotted(paper + "/issueDate"), kind);
  } else if (transfer && addDays(*issued, statusDays) < *transfer) {
    dossier.ask("administrative-status-too-old", dotted(paper + "/issueDate"), kind);
  }
}

}  // namespace

namespace ask {

// Who bought, with the whole new address: whoever keeps the car answers for it from then on. A
// buyer abroad is for an agent.
void buyer(Dossier& dossier) {
  if (dossier.has("/buyer/kind")) needWord(dossier, "buyer.kind", {"person", "company"});
  isCompany(dossier) ? askCompany(dossier) : askPerson(dossier);
  needFields(dossier, {"buyer.address.street", "buyer.address.postcode", "buyer.address.town"});
  const auto postcode = dossier.text("/buyer/address/postcode");
  if (postcode && !isDepartment(departmentOf(*postcode).value_or("")))
    dossier.ask("field-invalid", "buyer.address.postcode");
}

// The certificate bears the seller's current address first; the change of address comes before.
void sellersAddress(Dossier& dossier) {
  if (dossier.flag("/holder/addressOnCertificateIsCurrent") == false)
    dossier.ask("seller-address-outdated", "holder.addressOnCertificateIsCurrent");
}

void administrativeStatus(Dossier& dossier) {
  require(dossier, "administrative-status", examineStatus);
}

// For the seller the test counts on the day of the sale; the trade and companies buy without one.
void roadworthinessAtTheSale(Dossier& dossier) {
  const bool toTheTrade = isCompany(dossier) || dossier.flag("/buyer/professional").value_or(false);
  if (toTheTrade) return;
  firstRegistration(dossier);
  if (const auto transfer = dossier.day("/transfer/date")) requireTest(dossier, *transfer);
}

// R322-4: within 15 days of the transfer.
void withinFifteenDays(Dossier& dossier) {
  const auto transfer = dossier.day("/transfer/date");
  if (transfer && addDays(*transfer, sellersDays) < dossier.today())
    dossier.note("request-late", "transfer.date");
}

}  // namespace ask

}  // namespace sandbox
