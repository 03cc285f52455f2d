// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "letters.h"
#include "names.h"
#include "places.h"
#include "verdict_parts.h"

namespace journey {
namespace {

constexpr std::array<std::string_view, 3> hostPapers{"host-identity-document",
                                                     "host-proof-of-address", "host-attestation"};

/// Names on a bill, cut where it names two people ("M. DURAND ET MME MARTIN"), without civilities.
std::vector<std::string> peopleOn(std::string_view bill) {
  constexpr std::array<std::string_view, 7> civilities{"M",      "MR",  "MME",     "MLLE",
                                                       "MADAME", "MLE", "MONSIEUR"};
  const auto isCivility = [&civilities](std::string_view word) {
    for (const std::string_view civility : civilities) {
      if (civility == word) return true;
    }
    return false;
  };
  std::vector<std::string> people(1);
  std::string word;
  const auto endWord = [&] {
    const std::string letters = foldedName(word);
    if (letters == "ET" || letters == "OU") {
      people.emplace_back();
    } else if (!isCivility(letters)) {
      people.back() += (people.back().empty() ? "" : " ") + word;
    }
    word.clear();
  };
  while (!bill.empty()) {
    const char32_t c = nextCodePoint(bill);
    if (isSpace(c) || c == U',' || c == U'.') {
      if (!word.empty()) endWord();
    } else if (c == U'&' || c == U'/') {
      if (!word.empty()) endWord();
      people.emplace_back();
    } else if (c != notUtf8) {
      appendUtf8(word, c);
    }
  }
  if (!word.empty()) endWord();
  return people;
}

/// Birth surname, used surname, or both in either order, "née" or not.
bool isSurnameOf(const Dossier& dossier, std::string_view surname) {
  const std::string& birth = dossier.birthSurname;
  const std::string& used = dossier.usedSurname;
  const auto is = [surname](const std::string& name) { return sameName(name, surname); };
  if (is(birth)) return true;
  if (used.empty()) return false;
  return is(used) || is(birth + " " + used) || is(used + " " + birth) ||
         is(used + " NEE " + birth) || is(used + " NE " + birth) || is(birth + " EPOUSE " + used);
}

/// A bill holds fewer given names than civil status, or more, or the usual one alone.
bool areGivenNamesOf(const Dossier& dossier, std::string_view names) {
  if (givenNamesAgree(dossier.givenNames, names) || givenNamesAgree(names, dossier.givenNames)) {
    return true;
  }
  std::string_view rest = dossier.givenNames;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (sameName(rest.substr(0, end), names)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool anyOf(std::string_view onBill, const Dossier& dossier,
           bool (*matches)(const Dossier&, std::string_view)) {
  if (matches(dossier, onBill)) return true;
  for (const std::string& person : peopleOn(onBill)) {
    if (!person.empty() && matches(dossier, person)) return true;
  }
  return false;
}

void judgeNames(const Block& proof, const Dossier& dossier) {
  const auto blank = [&proof](std::string_view key) {
    const nlohmann::json* value = proof.find(key);
    return value == nullptr || *value == "";
  };
  for (const std::string_view key : {"surname", "givenNames"}) {
    if (blank(key)) proof.refuse("proof-of-address-name-missing", key);
  }
  const auto surname = proof.text("surname", Need::Optional);
  const auto givenNames = proof.text("givenNames", Need::Optional);
  if (surname && !dossier.birthSurname.empty() && !anyOf(*surname, dossier, isSurnameOf)) {
    proof.refuse("proof-of-address-name-mismatch", "surname");
  }
  if (givenNames && !dossier.givenNames.empty() && !anyOf(*givenNames, dossier, areGivenNamesOf)) {
    proof.refuse("proof-of-address-name-mismatch", "givenNames");
  }
}

/// Bills are good for six months; a lease or a title deed as long as one lives there, a tax notice
/// until that of the year before last (F1028).
void judgeAge(const Block& proof, Need need, const Dossier& dossier) {
  const auto issued = proof.date("issueDate", need, dossier.requestDate);
  const auto type = proof.text("type", Need::Optional).value_or("");
  if (!issued || type == "lease" || type == "title-deed") return;
  if (type == "tax-notice" &&
      issued->year() >= dossier.requestDate.year() - std::chrono::years{1}) {
    return;
  }
  if (isOverMonths(*issued, dossier.delays.proofOfAddressMonths, dossier.requestDate)) {
    proof.refuse("proof-of-address-too-old", "issueDate");
  }
}

void judgePlace(const Block& proof, Need need, const Dossier& dossier) {
  const auto code = proof.format("postcode", need, postcode);
  if (code && !dossier.postcode.empty() && *code != dossier.postcode) {
    proof.refuse("proof-of-address-address-mismatch", "postcode");
  }
}

void judgeProof(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block proof = paper.block(findings);
  if (!judgeLegible(proof, Need::Mandatory)) return;
  judgeAge(proof, Need::Mandatory, dossier);
  judgeNames(proof, dossier);
  judgePlace(proof, Need::Mandatory, dossier);
}

/// Legible and recent is all: what it says is what the request corrects.
void judgeRecent(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block proof = paper.block(findings);
  if (judgeLegible(proof, Need::Optional)) judgeAge(proof, Need::Optional, dossier);
}

/// The host's papers: what the request tells of them is checked.
void judgeHostPaper(const Paper& paper, const Dossier& dossier, Findings& findings) {
  const Block block = paper.block(findings);
  if (!judgeLegible(block, Need::Optional)) return;
  if (paper.kind == "host-proof-of-address") {
    judgeAge(block, Need::Optional, dossier);
    judgePlace(block, Need::Optional, dossier);
  } else if (paper.kind == "host-identity-document") {
    judgeExpiry(block, Need::Optional, dossier);
  } else {
    for (const std::string_view key : {"signedByHost", "signedByHosted"}) {
      if (!block.flag(key).value_or(true)) block.refuse("hosted-set-incomplete", key);
    }
  }
}

}  // namespace

void judgeAddressPapers(const OfficerRule& rule, const Block&, Dossier& dossier) {
  const PaperList& papers = dossier.papers;
  const PaperList own = papersOf(papers, {"proof-of-address"});
  if (rule.mayDiffer) return judgeBest(own, dossier, judgeRecent);
  bool wholeSet = true;
  for (const std::string_view kind : hostPapers) {
    wholeSet = wholeSet && !papersOf(papers, {kind}).empty();
  }
  if (!dossier.hosted && !wholeSet) {
    if (own.empty() && !rule.optional) {
      dossier.findings.refuse("document-missing", "proof-of-address");
    }
    judgeBest(own, dossier, judgeProof);
    return;
  }
  for (const std::string_view kind : hostPapers) {
    const PaperList ofKind = papersOf(papers, {kind});
    if (ofKind.empty()) dossier.findings.refuse("hosted-set-incomplete", kind);
    judgeBest(ofKind, dossier, judgeHostPaper);
  }
}

}  // namespace journey
