// SPDX-License-Identifier: Apache-2.0
// Proof of address: F1028; order of 9 February 2009, annex 4.
#include <algorithm>
#include <array>

#include "centre_names.h"
#include "centre_questions.h"
#include "rates.h"

namespace sandbox {

namespace {

constexpr int proofMonths = 6;
const std::array<std::string, 3> hostPapers{"host-identity-document", "host-proof-of-address",
                                            "host-attestation"};

void examineNames(Dossier& dossier, const std::string& paper, const std::string& kind) {
  for (const std::string name : {"/surname", "/givenNames"})
    if (!dossier.text(paper + name))
      dossier.ask("proof-of-address-name-missing", dotted(paper + name), kind);
  const auto surname = dossier.text(paper + "/surname");
  const auto given = dossier.text(paper + "/givenNames");
  const auto birth = dossier.text("/holder/birthSurname");
  const auto names = dossier.text("/holder/givenNames");
  if (surname && birth &&
      !billHasSurname(*surname, *birth, dossier.text("/holder/usedSurname").value_or("")))
    dossier.ask("proof-of-address-name-mismatch", dotted(paper + "/surname"), kind);
  if (given && names && !billHasGivenName(*given, *names))
    dossier.ask("proof-of-address-name-mismatch", dotted(paper + "/givenNames"), kind);
}

void examinePostcode(Dossier& dossier, const std::string& paper, const std::string& kind) {
  const auto shown = dossier.text(paper + "/postcode");
  const auto told = dossier.text("/holder/address/postcode");
  // What is no postcode at all was asked about already.
  const bool isPlace = told && isDepartment(departmentOf(*told).value_or(""));
  if (shown && isPlace && *shown != *told)
    dossier.ask("proof-of-address-address-mismatch", dotted(paper + "/postcode"), kind);
}

void examineOwn(Dossier& dossier, const std::string& paper, const std::string& kind) {
  if (!dossier.has(paper + "/issueDate"))
    dossier.ask("field-missing", dotted(paper + "/issueDate"), kind);
  examineProofAge(dossier, paper, kind);
  examineNames(dossier, paper, kind);
  examinePostcode(dossier, paper, kind);
}

void examineHostPaper(Dossier& dossier, const std::string& paper, const std::string& kind) {
  if (kind == "host-proof-of-address") {
    examineProofAge(dossier, paper, kind);
    examinePostcode(dossier, paper, kind);
  } else if (kind == "host-identity-document") {
    const auto expiry = dossier.day(paper + "/expiryDate");
    if (expiry && *expiry < dossier.today())
      dossier.ask("identity-document-expired", dotted(paper + "/expiryDate"), kind);
  }
  for (const std::string mark : {"/signed", "/signedByHost", "/signedByHosted"})
    if (dossier.flag(paper + mark) == false)
      dossier.ask("hosted-set-incomplete", dotted(paper + mark), kind);
}

bool isHosted(const Dossier& dossier) {
  if (dossier.has("/holder/hostedBy")) return true;
  // The whole set proves an address by itself.
  return std::all_of(hostPapers.begin(), hostPapers.end(),
                     [&](const auto& kind) { return !dossier.papers(kind).empty(); });
}

void examineHost(Dossier& dossier) {
  for (const auto& kind : hostPapers)
    if (dossier.papers(kind).empty()) {
      dossier.ask("hosted-set-incomplete", "holder.hostedBy", kind);
    } else {
      examineIfGiven(dossier, kind, examineHostPaper);
    }
}

}  // namespace

// Six months is for bills and receipts. A tax notice is that of this year or the last; a lease or a
// title deed does not age.
void examineProofAge(Dossier& dossier, const std::string& paper, const std::string& kind) {
  const auto type = dossier.text(paper + "/type").value_or("");
  const auto issued = dossier.day(paper + "/issueDate");
  if (!issued || type == "lease" || type == "title-deed") return;
  const bool isOld = type == "tax-notice"
                         ? issued->year() < dossier.today().year() - std::chrono::years(1)
                         : isOverMonths(*issued, proofMonths, dossier.today());
  if (isOld) dossier.ask("proof-of-address-too-old", dotted(paper + "/issueDate"), kind);
}

namespace ask {

void proofOfAddress(Dossier& dossier) {
  isHosted(dossier) ? examineHost(dossier) : require(dossier, "proof-of-address", examineOwn);
}

void proofOfAddressAge(Dossier& dossier) {
  examineIfGiven(dossier, "proof-of-address", examineProofAge);
}

}  // namespace ask

}  // namespace sandbox
