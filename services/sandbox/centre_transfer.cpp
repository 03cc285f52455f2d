// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "centre.h"
#include "centre_questions.h"

namespace sandbox {

namespace {

constexpr int buyersMonths = 1;  // CR R322-5

// The certificate in force proves itself by form number and date; an old one, which has no form
// number, by its date alone (domain facts 4.3).
bool hasCertificateInForce(const Dossier& dossier, const RegisteredVehicle& vehicle) {
  return dossier.day("/vehicle/certificateDate") == vehicle.certificateDate &&
         dossier.text("/vehicle/certificateFormNumber").value_or("") == vehicle.formNumber;
}

// By the register, which made the code; by what the person says where the vehicle is not known.
bool isCodeOver(const Dossier& dossier) {
  const auto code = dossier.text("/transfer/code").value_or("");
  const auto* vehicle = dossier.vehicle();
  if (vehicle != nullptr && vehicle->transfer && vehicle->transfer->code == code)
    return isExpired(*vehicle->transfer, dossier.today());
  const auto told = dossier.day("/transfer/codeDate");
  return told && isExpired({*told, code, *told}, dossier.today());
}

bool isTime(std::string_view text) {
  const auto two = [&](std::size_t at, char most) {
    return text[at] >= '0' && text[at] <= most && text[at + 1] >= '0' && text[at + 1] <= '9';
  };
  if (text.size() != 5 && text.size() != 8) return false;
  if (text[2] != ':' || !two(0, '2') || text.substr(0, 2) > "23" || !two(3, '5')) return false;
  return text.size() == 5 || (text[5] == ':' && two(6, '5'));
}

void examineStruck(Dossier& dossier, const std::string& paper, const std::string& kind) {
  if (!dossier.flag(paper + "/struckThrough").value_or(false))
    dossier.ask("certificate-not-struck", dotted(paper + "/struckThrough"), kind);
  const auto written = paper + "/transferDateWritten";
  if (!dossier.day(written)) {
    dossier.ask("certificate-not-dated", dotted(written), kind);
  } else if (dossier.day("/transfer/date") &&
             dossier.day(written) != dossier.day("/transfer/date")) {
    dossier.ask("certificate-date-mismatch", dotted(written), kind);
  }
  const auto signatures = dossier.number(paper + "/signatures").value_or(0);
  if (signatures < std::max<std::int64_t>(dossier.number(paper + "/formerHolders").value_or(1), 1))
    dossier.ask("certificate-not-signed", dotted(paper + "/signatures"), kind);
}

void examineTransferCertificate(Dossier& dossier, const std::string& paper,
                                const std::string& kind) {
  if (!dossier.flag(paper + "/signedBySellers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-seller", dotted(paper + "/signedBySellers"), kind);
  if (!dossier.flag(paper + "/signedByBuyers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-buyer", dotted(paper + "/signedByBuyers"), kind);
  const auto date = dossier.day(paper + "/date");
  const auto transfer = dossier.day("/transfer/date");
  if (date && transfer && *date != *transfer)
    dossier.ask("transfer-certificate-date-mismatch", dotted(paper + "/date"), kind);
}

}  // namespace

namespace ask {

void transferDate(Dossier& dossier) {
  needFields(dossier, {"transfer.date"});
  checkDay(dossier, "transfer.date");
}

void transferTimeIfGiven(Dossier& dossier) {
  const auto time = dossier.text("/transfer/time");
  if (time && !isTime(*time)) dossier.ask("field-invalid", "transfer.time");
}

// The hour decides who answers for what happened on the day (F1707).
void transferTime(Dossier& dossier) {
  needFields(dossier, {"transfer.time"});
  transferTimeIfGiven(dossier);
}

// The code that the seller was shown lives 15 days; without it, form number and date of the
// certificate stand for it (F1050, F1707), and the date alone where there is no form number.
void right(Dossier& dossier) {
  const auto* vehicle = dossier.vehicle();
  const auto code = dossier.text("/transfer/code");
  const auto form = dossier.text("/vehicle/certificateFormNumber");
  const bool hasDate = dossier.has("/vehicle/certificateDate");
  checkDay(dossier, "transfer.codeDate");
  const bool hasNoForm = vehicle != nullptr
                             ? vehicle->formNumber.empty()
                             : isOldPlate(dossier.text("/vehicle/registrationNumber").value_or(""));
  const bool hasCertificate = hasDate && (form || hasNoForm);
  if (!code && !hasCertificate)
    return dossier.ask("transfer-code-or-form-number-missing", "transfer.code");
  // What is no form number at all stands for nothing, and was asked about already.
  const bool isMalformed = form && !isFormNumber(*form);
  const bool isOver = code && isCodeOver(dossier);
  if (isOver && hasCertificate && !isMalformed) {
    dossier.note("transfer-code-expired", "transfer.codeDate");
  } else if (isOver) {
    dossier.ask("transfer-code-expired", "transfer.code");
  }
  if (vehicle == nullptr || isMalformed) return;
  if (hasCertificateInForce(dossier, *vehicle) || isOver) return;
  const bool isKnown =
      code && vehicle->transfer && vehicle->transfer->code == *code && !vehicle->transfer->codeUsed;
  const bool isRightDate = dossier.day("/vehicle/certificateDate") == vehicle->certificateDate;
  if (code && !isKnown) dossier.ask("field-invalid", "transfer.code");
  if (!code)
    dossier.ask("field-invalid",
                isRightDate ? "vehicle.certificateFormNumber" : "vehicle.certificateDate");
}

// R322-5: within a month of the transfer; later, the request is taken all the same, and a fine may
// follow.
void withinAMonth(Dossier& dossier) {
  const auto transfer = dossier.day("/transfer/date");
  if (transfer && isOverMonths(*transfer, buyersMonths, dossier.today()))
    dossier.note("request-late", "transfer.date");
}

// Struck through, "Vendu le" or "Cédé le" with the day, signed by every former holder (F1050).
void struckCertificate(Dossier& dossier) {
  require(dossier, "registration-certificate", examineStruck);
}

void transferCertificate(Dossier& dossier) {
  require(dossier, "transfer-certificate", examineTransferCertificate);
}

// A professional's invoice may stand for the transfer certificate (F1050).
void transferCertificateOrInvoice(Dossier& dossier) {
  if (dossier.papers("transfer-certificate").empty() && !dossier.papers("invoice").empty()) return;
  const auto before = dossier.papers("invoice");
  const bool hasReadableInvoice = std::any_of(
      before.begin(), before.end(),
      [&](const std::string& paper) { return dossier.flag(paper + "/legible").value_or(true); });
  if (hasReadableInvoice) return;
  transferCertificate(dossier);
}

// Heirs who never had a certificate of their own prove that they may sell (F1480).
void attestationWhenSoldByHeirs(Dossier& dossier) {
  if (dossier.text("/transfer/kind") == "heir-sale") require(dossier, "heirs-attestation");
}

}  // namespace ask

}  // namespace sandbox
