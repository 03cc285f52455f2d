// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"
#include "named_rules.h"
#include "request_reader.h"
#include "verdict.h"

// The judges of the named rules, one file a theme. A procedure asks for them in its own order;
// earlier ones leave in the Dossier what later ones compare papers with. Not for callers of the
// library.
namespace journey {

/// One element of `documents`.
struct Paper {
  std::string_view kind;
  std::size_t place;
  const nlohmann::json* object;

  [[nodiscard]] Block block(Findings& findings) const {
    return {object, findings, "documents", place, kind};
  }
};
using PaperList = std::vector<Paper>;

/// What is known of the request while it is judged. What is absent or wrong stays empty: a paper is
/// compared with what is known only, the absence itself is a finding already.
struct Dossier {
  Dossier(Date day, const Delays& inForce) : requestDate(day), delays(inForce) {}

  Date requestDate;
  const Delays& delays;
  Findings findings;

  PaperList papers;
  bool onBehalf = false;
  bool hosted = false;
  bool surnameMayDiffer = false;  ///< on the identity document: the name has changed
  bool hasFormNumberAndDate = false;
  std::string nationalKind;
  std::optional<Date> firstRegistration;
  std::optional<Date> transferDate;
  std::optional<Date> testedOn;  ///< the day on which the roadworthiness test must be in date
  std::string birthSurname;
  std::string usedSurname;
  std::string givenNames;
  std::optional<Date> birthDate;
  std::string postcode;
};

void judgeVehicle(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeTransfer(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeTransferCode(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeHolder(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// Of a holder who is not of age.
void judgeGuardian(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeCoHolders(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeBuyer(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// A field that must be there, with one of the values that the rule names, if it names any.
void judgeField(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// A field that must be true.
void judgeNamedStatement(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// A day that lies not longer back than a period.
void judgePeriod(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeDeclarations(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// Every paper, also one that nobody asked for: no file over the limit, none that cannot be read
/// (unless a readable one beside it serves the same purpose), none of a day to come. A day that is
/// compared with another one is left to the rule that does so. After "holder", which tells who is
/// hosted.
void judgeEveryPaper(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// A paper that must be there and readable, one of several kinds.
void judgePaper(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// The paper whose kind a field names, by the rule of its kind.
void judgeAskedPaper(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// The old certificate, struck through, dated and signed (F1050).
void judgeStruckCertificate(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// The transfer certificate, or an invoice in its place.
void judgeTransferCertificate(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// Proof of address, or the papers of the host.
void judgeAddressPapers(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// Who acts for somebody holds a signed mandate and the principal's identity document.
void judgeMandate(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// The holder's identity document: of who acts for somebody, the principal's.
void judgeIdentityPapers(const OfficerRule& rule, const Block& request, Dossier& dossier);
void judgeRoadworthiness(const OfficerRule& rule, const Block& request, Dossier& dossier);
/// What `vehicle.oppositions`, or a register, holds against the transfer.
void judgeOppositions(const std::vector<std::string_view>& oppositions, Findings& findings);

/// Mopeds, trailers: no field P.6.
[[nodiscard]] bool hasNoFiscalPower(std::string_view nationalKind);

/// A statement that must be made: `code` where it is false or absent.
void judgeStatement(const Block& block, std::string_view key, std::string_view code);
/// Whether a rule insists on this field: it names it, or names none at all.
[[nodiscard]] Need needOf(const OfficerRule& rule, std::string_view field);

/// The elements of `documents` that are papers; those that are none are told.
[[nodiscard]] PaperList readPapers(const Block& request, Findings& findings);

/// The papers of one of these kinds, in the order of `kinds`.
[[nodiscard]] PaperList papersOf(const PaperList& papers,
                                 std::initializer_list<std::string_view> kinds);

/// How one paper is judged: what is wrong with it goes to the findings given.
using PaperJudge = void (*)(const Paper& paper, const Dossier& dossier, Findings& findings);

/// One good paper is enough. Where none is good, the one that lacks least is told about.
void judgeBest(const PaperList& candidates, Dossier& dossier, PaperJudge judge);

/// Whether a paper can be read. `document-unreadable` when it says no; when it says nothing,
/// `field-missing` for the kinds that the request describes (Mandatory).
[[nodiscard]] bool judgeLegible(const Block& paper, Need need);

/// Whether a document is over on the day of the request; French identity cards issued from 2004 to
/// 2013 to adults count five more years.
void judgeExpiry(const Block& paper, Need need, const Dossier& dossier);

}  // namespace journey
