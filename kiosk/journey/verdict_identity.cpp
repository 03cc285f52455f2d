// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "names.h"
#include "verdict_parts.h"

namespace journey {
namespace {

constexpr int adultAge = 18;
constexpr int frenchCardYears = 10;
// Décret 2013-1188: cards of these years, issued to adults, count longer than is printed on them.
constexpr Date extendedFrom{std::chrono::year{2004}, std::chrono::January, std::chrono::day{1}};
constexpr Date extendedUntil{std::chrono::year{2013}, std::chrono::December, std::chrono::day{31}};

/// A card without a country is taken for a French one: its kind is called identity-card here.
bool isFrenchCard(const Block& paper) {
  const auto type = paper.text("type", Need::Optional);
  const auto country = paper.text("issuingCountry", Need::Optional);
  return type == "identity-card" && (!country || *country == "FR" || *country == "FRA");
}

/// Issued to an adult in the years of the extension. Cards were printed for ten years less a day.
bool isExtended(const Block& paper, Date expiry, std::optional<Date> birth, Date requestDate) {
  if (!isFrenchCard(paper)) return false;
  const Date issued = paper.date("issueDate", Need::Optional, requestDate)
                          .value_or(plusDays(plusYears(expiry, -frenchCardYears), 1));
  if (issued < extendedFrom || issued > extendedUntil) return false;
  return birth && issued >= plusYears(*birth, adultAge);
}

/// Cards that bear no end: the pink driving licence, military and veteran cards.
bool mayLackExpiry(std::optional<std::string_view> type) {
  return type == "driving-licence" || type == "military-card" || type == "veteran-card";
}

void judgeIdentity(const Paper& paper, const Dossier& dossier, Findings& findings, Need need) {
  const Block block = paper.block(findings);
  if (!judgeLegible(block, need)) return;
  judgeExpiry(block, need, dossier);
  const auto birthDate = block.date("birthDate", need, dossier.requestDate);
  const Need surnameNeed = dossier.surnameMayDiffer ? Need::Optional : need;
  const auto surname = block.format("birthSurname", surnameNeed, personName);
  const auto givenNames = block.format("givenNames", need, personName);
  if (birthDate && dossier.birthDate && *birthDate != *dossier.birthDate) {
    block.refuse("identity-mismatch", "birthDate");
  }
  const bool sameSurname = !surname || dossier.birthSurname.empty() || dossier.surnameMayDiffer ||
                           sameName(dossier.birthSurname, *surname);
  if (!sameSurname) block.refuse("identity-mismatch", "birthSurname");
  if (!givenNames || dossier.givenNames.empty()) return;
  const bool sameGivenNames =
      sameSurname && surname && !dossier.birthSurname.empty() && !dossier.surnameMayDiffer
          ? samePerson({dossier.birthSurname, dossier.givenNames}, {*surname, *givenNames})
          : givenNamesAgree(dossier.givenNames, *givenNames);
  if (!sameGivenNames) block.refuse("identity-mismatch", "givenNames");
}

void judgeWholeIdentity(const Paper& paper, const Dossier& dossier, Findings& findings) {
  judgeIdentity(paper, dossier, findings, Need::Mandatory);
}

void judgeMandatorIdentity(const Paper& paper, const Dossier& dossier, Findings& findings) {
  judgeIdentity(paper, dossier, findings, Need::Optional);
}

/// The principal's identity document is the holder's. When it tells whose it is, it is enough;
/// when it only is there, an identity document beside it is judged as anybody's.
bool tellsWhose(const PaperList& papers) {
  for (const Paper& paper : papers) {
    Findings unheard;
    if (paper.block(unheard).text("birthSurname", Need::Optional)) return true;
  }
  return false;
}

/// Legible and in date is all: what it says is what the request corrects.
void judgeInDate(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block block = paper.block(findings);
  if (judgeLegible(block, Need::Optional)) judgeExpiry(block, Need::Optional, dossier);
}

void judgeSignatures(const Paper& paper, const Dossier&, Findings& findings) {
  const Block block = paper.block(findings);
  if (!judgeLegible(block, Need::Optional)) return;
  for (const std::string_view key : {"signed", "signedByMandator", "signedByMandatary"}) {
    if (!block.flag(key).value_or(true)) block.refuse("mandate-missing", key);
  }
}

}  // namespace

void judgeExpiry(const Block& paper, Need need, const Dossier& dossier) {
  const auto type = paper.text("type", Need::Optional);
  const Need printed = mayLackExpiry(type) ? Need::Optional : need;
  const auto expiry = paper.date("expiryDate", printed, anyDay);
  if (!expiry || dossier.requestDate <= *expiry) return;
  auto birth = paper.date("birthDate", Need::Optional, dossier.requestDate);
  if (!birth) birth = dossier.birthDate;
  const int years = dossier.delays.frenchCardExtensionYears;
  if (isExtended(paper, *expiry, birth, dossier.requestDate) &&
      dossier.requestDate <= plusYears(*expiry, years)) {
    return;
  }
  paper.refuse("identity-document-expired", "expiryDate");
}

void judgeMandate(const OfficerRule&, const Block&, Dossier& dossier) {
  if (!dossier.onBehalf) return;
  const PaperList mandates = papersOf(dossier.papers, {"mandate"});
  if (mandates.empty()) dossier.findings.refuse("mandate-missing", "mandate");
  judgeBest(mandates, dossier, judgeSignatures);
  if (papersOf(dossier.papers, {"mandator-identity-document"}).empty()) {
    dossier.findings.refuse("mandate-missing", "mandator-identity-document");
  }
}

void judgeIdentityPapers(const OfficerRule& rule, const Block&, Dossier& dossier) {
  const PaperList& papers = dossier.papers;
  dossier.surnameMayDiffer = needOf(rule, "birthSurname") == Need::Optional;
  const PaperList own = papersOf(papers, {"identity-document"});
  const PaperList mandator = papersOf(papers, {"mandator-identity-document"});
  const PaperJudge judgeOwn = rule.mayDiffer ? judgeInDate : judgeWholeIdentity;
  const PaperJudge judgeMandators = rule.mayDiffer ? judgeInDate : judgeMandatorIdentity;
  if (!dossier.onBehalf) {
    if (own.empty() && !rule.optional) {
      dossier.findings.refuse("document-missing", "identity-document");
    }
    judgeBest(own, dossier, judgeOwn);
    return;
  }
  if (tellsWhose(mandator) || own.empty()) {
    if (own.empty() && mandator.empty() && !rule.optional) {
      dossier.findings.refuse("document-missing", "identity-document");
    }
    judgeBest(mandator, dossier, judgeMandators);
  } else {
    judgeBest(own, dossier, judgeOwn);
    judgeBest(mandator, dossier, judgeMandators);
  }
}

}  // namespace journey
