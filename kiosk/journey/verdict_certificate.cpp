// SPDX-License-Identifier: Apache-2.0
#include "verdict_parts.h"

namespace journey {
namespace {

constexpr std::int64_t manyHolders = 50;

/// A date written on a paper that must be the day of the transfer. A strange date is told as such.
void judgeTransferDay(const Block& paper, std::string_view key, std::string_view code,
                      const Dossier& dossier) {
  const auto date = paper.date(key, Need::Optional, anyDay);
  if (date && dossier.transferDate && *date != *dossier.transferDate) paper.refuse(code, key);
}

bool isWritten(const Block& paper, std::string_view key) {
  const nlohmann::json* value = paper.find(key);
  return value != nullptr && *value != "";
}

void judgeRegistrationCertificate(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block block = paper.block(findings);
  if (!judgeLegible(block, Need::Mandatory)) return;
  judgeStatement(block, "struckThrough", "certificate-not-struck");
  if (!isWritten(block, "transferDateWritten")) {
    block.refuse("certificate-not-dated", "transferDateWritten");
  }
  judgeTransferDay(block, "transferDateWritten", "certificate-date-mismatch", dossier);
  // Every former holder signs (F1050). No count of signatures is none.
  const auto holders = block.count("formerHolders", Need::Mandatory, 1, manyHolders);
  const auto signatures = block.count("signatures", Need::Optional, 0, manyHolders);
  if (block.find("signatures") != nullptr && !signatures) return;
  if (signatures.value_or(0) < holders.value_or(1)) {
    block.refuse("certificate-not-signed", "signatures");
  }
}

/// An invoice stands for the transfer certificate (F1050) and needs none of its signatures.
void judgeTransferProof(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block block = paper.block(findings);
  const bool invoice = paper.kind == "invoice";
  if (!judgeLegible(block, invoice ? Need::Optional : Need::Mandatory) || invoice) return;
  judgeStatement(block, "signedBySellers", "transfer-certificate-unsigned-seller");
  judgeStatement(block, "signedByBuyers", "transfer-certificate-unsigned-buyer");
  if (!isWritten(block, "date")) block.missing("date");
  judgeTransferDay(block, "date", "transfer-certificate-date-mismatch", dossier);
}

void judgeNeeded(const Papers& candidates, std::string_view kind, Dossier& dossier,
                 PaperJudge judge) {
  if (candidates.empty()) {
    dossier.findings.refuse("document-missing", kind);
  } else {
    judgeBest(candidates, dossier, judge);
  }
}

/// Favourable: 6 months. Counter-visit: its 2 months must not be over.
void judgeTest(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block block = paper.block(findings);
  if (!judgeLegible(block, Need::Mandatory)) return;
  const auto date = block.date("date", Need::Mandatory, dossier.requestDate);
  const auto result = block.text("result", Need::Mandatory);
  if (result && *result != "favourable" && *result != "counter-visit") block.invalid("result");
  if (!date) return;
  const Delays& delays = dossier.delays;
  if (isOverMonths(*date, delays.roadworthinessMonths, dossier.requestDate)) {
    block.refuse("roadworthiness-too-old", "date");
  }
  if (result && *result == "counter-visit" &&
      isOverMonths(*date, delays.retestMonths, dossier.requestDate)) {
    block.refuse("roadworthiness-retest-overdue", "date");
  }
}

}  // namespace

void judgeCertificates(const Papers& papers, Dossier& dossier) {
  judgeNeeded(papersOf(papers, {"registration-certificate"}), "registration-certificate", dossier,
              judgeRegistrationCertificate);
  judgeNeeded(papersOf(papers, {"transfer-certificate", "invoice"}), "transfer-certificate",
              dossier, judgeTransferProof);
}

void judgeRoadworthiness(const Papers& papers, Dossier& dossier) {
  if (!dossier.firstRegistration ||
      !needsRoadworthinessTest(dossier.nationalKind, *dossier.firstRegistration,
                               dossier.requestDate, dossier.delays)) {
    return;
  }
  judgeNeeded(papersOf(papers, {"roadworthiness-test"}), "roadworthiness-test", dossier, judgeTest);
}

}  // namespace journey
