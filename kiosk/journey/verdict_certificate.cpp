// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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

void judgeNeeded(const PaperList& candidates, std::string_view kind, Dossier& dossier,
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
  const Date day = dossier.testedOn.value_or(dossier.requestDate);
  if (!judgeLegible(block, Need::Mandatory)) return;
  const auto date = block.date("date", Need::Mandatory, std::min(day, dossier.requestDate));
  const auto result = block.text("result", Need::Mandatory);
  if (result && *result != "favourable" && *result != "counter-visit") block.invalid("result");
  if (!date) return;
  const Delays& delays = dossier.delays;
  if (isOverMonths(*date, delays.roadworthinessMonths, day)) {
    block.refuse("roadworthiness-too-old", "date");
  }
  if (result && *result == "counter-visit" && isOverMonths(*date, delays.retestMonths, day)) {
    block.refuse("roadworthiness-retest-overdue", "date");
  }
}

}  // namespace

void judgeStruckCertificate(const OfficerRule&, const Block&, Dossier& dossier) {
  judgeNeeded(papersOf(dossier.papers, {"registration-certificate"}), "registration-certificate",
              dossier, judgeRegistrationCertificate);
}

void judgeTransferCertificate(const OfficerRule&, const Block&, Dossier& dossier) {
  judgeNeeded(papersOf(dossier.papers, {"transfer-certificate", "invoice"}), "transfer-certificate",
              dossier, judgeTransferProof);
}

// Judged on the day of the request for who acquires, on that of the transfer for who sells (3.1).
void judgeRoadworthiness(const OfficerRule& rule, const Block&, Dossier& dossier) {
  dossier.testedOn = rule.at.words.empty() ? dossier.requestDate : dossier.transferDate;
  const PaperList tests = papersOf(dossier.papers, {"roadworthiness-test"});
  if (rule.optional) return judgeBest(tests, dossier, judgeTest);
  if (!dossier.firstRegistration ||
      !needsRoadworthinessTest(dossier.nationalKind, *dossier.firstRegistration,
                               dossier.testedOn.value_or(dossier.requestDate), dossier.delays)) {
    return;
  }
  judgeNeeded(tests, "roadworthiness-test", dossier, judgeTest);
}

}  // namespace journey
