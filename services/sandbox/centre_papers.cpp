// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "dossier.h"

namespace sandbox {

namespace {

// domain.md 3.5, in months unless said otherwise.
constexpr int proofOfAddressMonths = 6;
constexpr int roadworthinessMonths = 6;
constexpr int counterVisitMonths = 2;
constexpr int yearsBeforeTest = 4;
constexpr int yearsBeforeTestLight = 5;
constexpr int identityCardExtraYears = 5;
constexpr int adultYears = 18;

constexpr std::array<std::string_view, 3> cars{"VP", "CTTE", "VASP"};
constexpr std::array<std::string_view, 9> twoOrThreeWheels{"MTL",  "MTT1", "MTT2", "MTTE", "CL",
                                                           "CYCL", "TM",   "QM",   "TQM"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string dotted(const std::string& pointer) {
  std::string path;
  for (std::size_t i = 1; i < pointer.size(); ++i) {
    const auto end = std::min(pointer.find('/', i), pointer.size());
    const auto step = pointer.substr(i, end - i);
    if (!step.empty() && step.find_first_not_of("0123456789") == std::string::npos) {
      path += "[" + step + "]";
    } else {
      path += (path.empty() ? "" : ".") + step;
    }
    i = end;
  }
  return path;
}

// Asks for the paper when it is not there, and about it when it cannot be read. The pointer of the
// first readable one, or empty.
std::string require(Dossier& dossier, const std::string& kind) {
  const auto found = dossier.papers(kind);
  if (found.empty()) {
    dossier.ask("document-missing", "", kind);
    return {};
  }
  if (dossier.flag(found.front() + "/legible") == false) {
    dossier.ask("document-unreadable", dotted(found.front() + "/legible"), kind);
    return {};
  }
  return found.front();
}

void examineOldCertificate(Dossier& dossier) {
  const std::string kind = "registration-certificate";
  const auto paper = require(dossier, kind);
  if (paper.empty()) return;
  if (!dossier.flag(paper + "/struckThrough").value_or(false))
    dossier.ask("certificate-not-struck", dotted(paper + "/struckThrough"), kind);
  const auto written = dossier.day(paper + "/transferDateWritten");
  if (!written) {
    dossier.ask("certificate-not-dated", dotted(paper + "/transferDateWritten"), kind);
  } else if (written != dossier.day("/transfer/date")) {
    dossier.ask("certificate-date-mismatch", dotted(paper + "/transferDateWritten"), kind);
  }
  const auto signatures = dossier.number(paper + "/signatures").value_or(0);
  if (signatures < std::max<std::int64_t>(dossier.number(paper + "/formerHolders").value_or(1), 1))
    dossier.ask("certificate-not-signed", dotted(paper + "/signatures"), kind);
}

void examineTransferCertificate(Dossier& dossier) {
  const std::string kind = "transfer-certificate";
  if (dossier.papers(kind).empty() && !dossier.papers("invoice").empty()) return;
  const auto paper = require(dossier, kind);
  if (paper.empty()) return;
  if (!dossier.flag(paper + "/signedBySellers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-seller", dotted(paper + "/signedBySellers"), kind);
  if (!dossier.flag(paper + "/signedByBuyers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-buyer", dotted(paper + "/signedByBuyers"), kind);
  const auto date = dossier.day(paper + "/date");
  if (date && date != dossier.day("/transfer/date"))
    dossier.ask("transfer-certificate-date-mismatch", dotted(paper + "/date"), kind);
}

void examineAge(Dossier& dossier, const std::string& paper, const std::string& kind) {
  const auto issued = dossier.day(paper + "/issueDate");
  if (!issued) {
    dossier.ask("field-missing", dotted(paper + "/issueDate"), kind);
  } else if (addMonths(*issued, proofOfAddressMonths) < dossier.today()) {
    dossier.ask("proof-of-address-too-old", dotted(paper + "/issueDate"), kind);
  }
}

void examineOwnAddress(Dossier& dossier) {
  const std::string kind = "proof-of-address";
  const auto paper = require(dossier, kind);
  if (paper.empty()) return;
  examineAge(dossier, paper, kind);
  const auto surname = dossier.text(paper + "/surname");
  const auto given = dossier.text(paper + "/givenNames");
  if (!given) dossier.ask("proof-of-address-name-missing", dotted(paper + "/givenNames"), kind);
  const auto birth = dossier.text("/holder/birthSurname").value_or("");
  const auto used = dossier.text("/holder/usedSurname").value_or("");
  const bool sameSurname = !surname || isSameName(*surname, birth) || isSameName(*surname, used);
  const bool sameGiven =
      !given ||
      isSameName(firstOf(*given), firstOf(dossier.text("/holder/givenNames").value_or("")));
  if (!sameSurname || !sameGiven)
    dossier.ask("proof-of-address-name-mismatch",
                dotted(paper + (sameSurname ? "/givenNames" : "/surname")), kind);
  const auto postcode = dossier.text(paper + "/postcode");
  if (postcode && postcode != dossier.text("/holder/address/postcode"))
    dossier.ask("proof-of-address-address-mismatch", dotted(paper + "/postcode"), kind);
}

void examineHost(Dossier& dossier) {
  for (const std::string kind :
       {"host-identity-document", "host-proof-of-address", "host-attestation"}) {
    const auto found = dossier.papers(kind);
    if (found.empty()) {
      dossier.ask("hosted-set-incomplete", "holder.hostedBy", kind);
    } else if (dossier.flag(found.front() + "/legible") == false) {
      dossier.ask("document-unreadable", dotted(found.front() + "/legible"), kind);
    } else if (kind == "host-proof-of-address") {
      examineAge(dossier, found.front(), kind);
    }
  }
}

bool hasExpired(const Dossier& dossier, const std::string& paper, const std::string& person) {
  auto expiry = dossier.day(paper + "/expiryDate");
  if (!expiry) return false;
  const auto issued = dossier.day(paper + "/issueDate");
  const auto born = dossier.day(person + "/birthDate");
  // Cards made for adults from 2004 to 2013 hold five years longer than they say. Without an issue
  // date, the printed ten years tell when it was.
  const auto made = issued ? *issued : addMonths(*expiry, -120);
  const bool prolonged =
      dossier.text(paper + "/type") == "identity-card" && made.year() >= std::chrono::year(2004) &&
      made.year() <= std::chrono::year(2013) && born && addMonths(*born, adultYears * 12) <= made;
  if (prolonged) expiry = addMonths(*expiry, identityCardExtraYears * 12);
  return *expiry < dossier.today();
}

void examineIdentity(Dossier& dossier, const std::string& paper, const std::string& kind,
                     const std::string& person) {
  if (hasExpired(dossier, paper, person))
    dossier.ask("identity-document-expired", dotted(paper + "/expiryDate"), kind);
  for (const std::string field : {"/birthSurname", "/givenNames"}) {
    const auto shown = dossier.text(paper + field);
    const auto said = dossier.text(person + field);
    if (shown && said && !isSameName(*shown, *said))
      dossier.ask("identity-mismatch", dotted(person + field), kind);
  }
  const auto shown = dossier.day(paper + "/birthDate");
  const auto said = dossier.day(person + "/birthDate");
  if (shown && said && *shown != *said)
    dossier.ask("identity-mismatch", dotted(person + "/birthDate"), kind);
}

void examineIdentities(Dossier& dossier) {
  const std::string kind = "identity-document";
  const bool onBehalf = dossier.flag("/onBehalf").value_or(false);
  if (onBehalf) {
    const std::string mandatorsKind = "mandator-identity-document";
    const auto mandate = dossier.papers("mandate");
    const auto mandator = dossier.papers(mandatorsKind);
    const bool isSigned =
        !mandate.empty() && (dossier.flag(mandate.front() + "/signedByMandator").value_or(false) ||
                             dossier.flag(mandate.front() + "/signed").value_or(false));
    if (!isSigned) dossier.ask("mandate-missing", "onBehalf", "mandate");
    if (mandator.empty()) dossier.ask("mandate-missing", "onBehalf", mandatorsKind);
    for (const auto& paper : mandator)
      examineIdentity(dossier, paper, mandatorsKind, "/holder");
  } else if (require(dossier, kind).empty()) {
    return;
  }
  for (const auto& paper : dossier.papers(kind)) {
    const auto coHolder = dossier.number(paper + "/coHolder");
    if (dossier.flag(paper + "/legible") == false) {
      dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
    } else if (coHolder) {
      examineIdentity(dossier, paper, kind, "/coHolders/" + std::to_string(*coHolder));
    } else if (!onBehalf) {
      examineIdentity(dossier, paper, kind, "/holder");
    }
  }
}

bool needsTest(const Dossier& dossier, const RegisteredVehicle* vehicle) {
  const auto kind = vehicle != nullptr ? vehicle->nationalKind
                                       : dossier.text("/vehicle/nationalKind").value_or("VP");
  const auto first = vehicle != nullptr ? std::optional(vehicle->firstRegistrationDate)
                                        : dossier.day("/vehicle/firstRegistrationDate");
  const bool light = isOneOf(twoOrThreeWheels, kind);
  if (!first || (!light && !isOneOf(cars, kind))) return false;
  const int years = light ? yearsBeforeTestLight : yearsBeforeTest;
  return addMonths(*first, years * 12) < dossier.today();
}

void examineTest(Dossier& dossier, const RegisteredVehicle* vehicle) {
  const std::string kind = "roadworthiness-test";
  if (!needsTest(dossier, vehicle)) return;
  const auto paper = require(dossier, kind);
  if (paper.empty()) return;
  const auto date = dossier.day(paper + "/date");
  if (!date) {
    dossier.ask("field-missing", dotted(paper + "/date"), kind);
  } else if (addMonths(*date, roadworthinessMonths) < dossier.today()) {
    dossier.ask("roadworthiness-too-old", dotted(paper + "/date"), kind);
  } else if (dossier.text(paper + "/result") == "counter-visit" &&
             addMonths(*date, counterVisitMonths) < dossier.today()) {
    dossier.ask("roadworthiness-retest-overdue", dotted(paper + "/date"), kind);
  } else if (dossier.text(paper + "/result") == "unfavourable") {
    dossier.ask("field-invalid", dotted(paper + "/result"), kind);
  }
}

}  // namespace

void examinePapers(Dossier& dossier, const RegisteredVehicle* vehicle) {
  examineOldCertificate(dossier);
  examineTransferCertificate(dossier);
  const auto& holder = dossier.request().value("holder", nlohmann::json());
  if (holder.is_object() && holder.value("hostedBy", nlohmann::json()).is_object()) {
    examineHost(dossier);
  } else {
    examineOwnAddress(dossier);
  }
  examineIdentities(dossier);
  examineTest(dossier, vehicle);
}

}  // namespace sandbox
