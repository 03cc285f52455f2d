// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

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

// Asks for the paper when it is not there, about it when it cannot be read, and else lets `examine`
// look at it.
template <typename Examine>
void require(Dossier& dossier, const std::string& kind, Examine examine) {
  const auto found = dossier.papers(kind);
  if (found.empty()) return dossier.ask("document-missing", "", kind);
  dossier.askAboutBest(found, [&](const std::string& paper) {
    if (dossier.flag(paper + "/legible") == false) {
      dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
    } else {
      examine(dossier, paper, kind);
    }
  });
}

void examineOldCertificate(Dossier& dossier, const std::string& paper, const std::string& kind) {
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

void examineTransferCertificate(Dossier& dossier, const std::string& paper,
                                const std::string& kind) {
  if (!dossier.flag(paper + "/signedBySellers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-seller", dotted(paper + "/signedBySellers"), kind);
  if (!dossier.flag(paper + "/signedByBuyers").value_or(false))
    dossier.ask("transfer-certificate-unsigned-buyer", dotted(paper + "/signedByBuyers"), kind);
  const auto date = dossier.day(paper + "/date");
  if (date && date != dossier.day("/transfer/date"))
    dossier.ask("transfer-certificate-date-mismatch", dotted(paper + "/date"), kind);
}

void examineAge(Dossier& dossier, const std::string& paper, const std::string& kind) {
  // Six months is for bills and receipts; a tax notice is that of this year or the last, and a
  // lease or a title deed does not age.
  const auto type = dossier.text(paper + "/type").value_or("");
  const auto issued = dossier.day(paper + "/issueDate");
  if (type == "lease" || type == "title-deed") return;
  if (!issued) {
    // Of a host's papers only what is told is looked at.
    if (kind == "proof-of-address")
      dossier.ask("field-missing", dotted(paper + "/issueDate"), kind);
  } else if (type == "tax-notice") {
    if (issued->year() < dossier.today().year() - std::chrono::years(1))
      dossier.ask("proof-of-address-too-old", dotted(paper + "/issueDate"), kind);
  } else if (addMonths(*issued, proofOfAddressMonths) < dossier.today()) {
    dossier.ask("proof-of-address-too-old", dotted(paper + "/issueDate"), kind);
  }
}

void examineOwnAddress(Dossier& dossier, const std::string& paper, const std::string& kind) {
  examineAge(dossier, paper, kind);
  const auto surname = dossier.text(paper + "/surname");
  const auto given = dossier.text(paper + "/givenNames");
  for (const std::string name : {"/surname", "/givenNames"})
    if (!dossier.text(paper + name))
      dossier.ask("proof-of-address-name-missing", dotted(paper + name), kind);
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
    if (dossier.papers(kind).empty()) {
      dossier.ask("hosted-set-incomplete", "holder.hostedBy", kind);
      continue;
    }
    require(dossier, kind, [](Dossier& all, const std::string& paper, const std::string& host) {
      if (host == "host-proof-of-address") examineAge(all, paper, host);
      for (const std::string mark : {"/signed", "/signedByHost", "/signedByHosted"})
        if (all.flag(paper + mark) == false)
          all.ask("hosted-set-incomplete", dotted(paper + mark), host);
    });
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

void examineMandate(Dossier& dossier) {
  const std::string kind = "mandator-identity-document";
  if (dossier.papers("mandate").empty()) {
    dossier.ask("mandate-missing", "onBehalf", "mandate");
  } else {
    require(dossier, "mandate", [](Dossier& all, const std::string& paper, const std::string& own) {
      bool isSigned = false;
      for (const std::string mark : {"/signed", "/signedByMandator", "/signedByMandatary"}) {
        if (all.flag(paper + mark) == false) all.ask("mandate-missing", dotted(paper + mark), own);
        isSigned = isSigned || all.flag(paper + mark).has_value();
      }
      if (!isSigned) all.ask("mandate-missing", dotted(paper + "/signed"), own);
    });
  }
  if (dossier.papers(kind).empty()) return dossier.ask("mandate-missing", "onBehalf", kind);
  require(dossier, kind, [](Dossier& all, const std::string& paper, const std::string& own) {
    examineIdentity(all, paper, own, "/holder");
  });
}

void examineIdentities(Dossier& dossier) {
  const std::string kind = "identity-document";
  const bool onBehalf = dossier.flag("/onBehalf").value_or(false);
  if (onBehalf) examineMandate(dossier);
  std::map<std::string, std::vector<std::string>> byPerson;
  for (const auto& paper : dossier.papers(kind)) {
    const auto coHolder = dossier.number(paper + "/coHolder");
    byPerson[coHolder ? "/coHolders/" + std::to_string(*coHolder) : "/holder"].push_back(paper);
  }
  // The mandator is the holder: one paper may stand for the other.
  const bool shown = byPerson.count("/holder") != 0 || onBehalf;
  if (!shown) dossier.ask("document-missing", "", kind);
  for (const auto& [person, papers] : byPerson)
    dossier.askAboutBest(papers, [&dossier, &kind, &person = person](const std::string& paper) {
      if (dossier.flag(paper + "/legible") == false) {
        dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
      } else {
        examineIdentity(dossier, paper, kind, person);
      }
    });
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

void examineTest(Dossier& dossier, const std::string& paper, const std::string& kind) {
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
  require(dossier, "registration-certificate", examineOldCertificate);
  if (!dossier.papers("transfer-certificate").empty() || dossier.papers("invoice").empty())
    require(dossier, "transfer-certificate", examineTransferCertificate);
  const auto& holder = dossier.request().value("holder", nlohmann::json());
  if (holder.is_object() && holder.value("hostedBy", nlohmann::json()).is_object()) {
    examineHost(dossier);
  } else {
    require(dossier, "proof-of-address", examineOwnAddress);
  }
  examineIdentities(dossier);
  if (needsTest(dossier, vehicle)) require(dossier, "roadworthiness-test", examineTest);
}

}  // namespace sandbox
