// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"
#include "request_reader.h"
#include "verdict.h"

// The parts of the verdict, one theme each, in the order in which they are asked. Earlier parts
// leave in the Dossier what later ones compare papers with. Not for callers of the library.
namespace journey {

/// What is known of the request while it is judged. What is absent or wrong stays empty: a paper is
/// compared with what is known only, the absence itself is a finding already.
struct Dossier {
  Dossier(Date day, const Delays& inForce) : requestDate(day), delays(inForce) {}

  Date requestDate;
  const Delays& delays;
  Findings findings;

  bool onBehalf = false;
  bool hosted = false;
  bool hasFormNumberAndDate = false;
  std::string nationalKind;
  std::optional<Date> firstRegistration;
  std::optional<Date> transferDate;
  std::string birthSurname;
  std::string usedSurname;
  std::string givenNames;
  std::optional<Date> birthDate;
  std::string postcode;
};

void judgeVehicle(const Block& request, Dossier& dossier);
void judgeTransfer(const Block& request, Dossier& dossier);
void judgeHolder(const Block& request, Dossier& dossier);
void judgeCoHolders(const Block& request, Dossier& dossier);
void judgePapers(const Block& request, Dossier& dossier);
void judgeDeclarations(const Block& request, Dossier& dossier);
/// What `vehicle.oppositions`, or a register, holds against the transfer.
void judgeOppositions(const std::vector<std::string_view>& oppositions, Findings& findings);

/// A statement that must be made: `code` where it is false or absent.
void judgeStatement(const Block& block, std::string_view key, std::string_view code);

/// One element of `documents`.
struct Paper {
  std::string_view kind;
  std::size_t place;
  const nlohmann::json* object;

  [[nodiscard]] Block block(Findings& findings) const {
    return {object, findings, "documents", place, kind};
  }
};
using Papers = std::vector<Paper>;

/// The papers of one of these kinds, in the order of `kinds`.
[[nodiscard]] Papers papersOf(const Papers& papers, std::initializer_list<std::string_view> kinds);

/// How one paper is judged: what is wrong with it goes to the findings given.
using PaperJudge = void (*)(const Paper& paper, const Dossier& dossier, Findings& findings);

/// One good paper is enough. Where none is good, the one that lacks least is told about.
void judgeBest(const Papers& candidates, Dossier& dossier, PaperJudge judge);

/// Whether a paper can be read. `document-unreadable` when it says no; when it says nothing,
/// `field-missing` for the kinds that the request describes (Mandatory).
[[nodiscard]] bool judgeLegible(const Block& paper, Need need);

/// Old certificate; transfer certificate or invoice.
void judgeCertificates(const Papers& papers, Dossier& dossier);
/// Proof of address, or the papers of the host.
void judgeAddressPapers(const Papers& papers, Dossier& dossier);
/// Identity document and mandate.
void judgeIdentityPapers(const Papers& papers, Dossier& dossier);
void judgeRoadworthiness(const Papers& papers, Dossier& dossier);

/// Whether a document is over on the day of the request; French identity cards issued from 2004 to
/// 2013 to adults count five more years.
void judgeExpiry(const Block& paper, Need need, const Dossier& dossier);

}  // namespace journey
