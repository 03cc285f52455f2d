// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "date.h"
#include "deadlines.h"
#include "officer_rules.h"

namespace journey {

enum class Severity { Refusal, Warning };

/// One point that the processing officer would raise. `code` is of the table in the interfaces
/// note; `document` a kind of paper; `field` a path into the request, "documents[2].issueDate".
struct Finding {
  std::string code;
  Severity severity = Severity::Refusal;
  std::optional<std::string> document;
  std::optional<std::string> field;

  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Verdict {
  enum class Kind { Ready, ReadyBut, NotYet, Invalid };
  Kind kind = Kind::Invalid;
  std::vector<Finding> findings;  ///< In the order of the request's blocks; empty when Invalid.
  std::optional<Date> deadline;   ///< Last legal day, whenever the transfer date is known.
  std::string error;              ///< Invalid only: why this is no request.
};

/// Reads a request as the processing officer would. Pure; never throws, whatever the JSON holds.
///
/// `today` stands in for an absent requestDate. Anything that is no object is Invalid, and so is a
/// procedure that the rulebook does not hold.
///
/// How absent or null fields are read: what a rule cannot do without is `field-missing` (holder's
/// identity and address, plate, the dates and names of the papers). An absent statement counts as
/// not made and gives the code of that statement (struckThrough, signatures, transferDateWritten,
/// signedBySellers, declarations…). onBehalf, coHolders, hostedBy, vehicle.oppositions absent mean
/// no, none. nationalKind absent is judged as a car. Of host papers, mandate and invoice only what
/// is given is checked.
///
/// Where several papers of a kind are given, one good one is enough. An invoice may stand for the
/// transfer certificate; mandator-identity-document for identity-document. `signed: false` on a
/// mandate counts as no mandate. A proof of address with `type` "lease" or "title-deed" has no age,
/// one with "tax-notice" is that of this year or the last.
///
/// A refusal where the machine may be wrong (isExplainable) becomes a warning when the request
/// holds an explanation for its code in `explanations`: the officer reads it and decides.
///
/// `duplicate-request` needs to know what is open elsewhere: see register_check.h.
[[nodiscard]] Verdict verdictOf(const nlohmann::json& request, const Rulebook& rulebook, Date today,
                                const Delays& delays = Delays{});
/// The same by the rules of one procedure, whatever procedure the request names.
[[nodiscard]] Verdict verdictOf(const nlohmann::json& request, const OfficerRules& officer,
                                Date today, const Delays& delays = Delays{});

/// Whether somebody may send all the same and say why: names, places and dates that are compared
/// letter by letter, numbers that old papers write in their own way.
[[nodiscard]] bool isExplainable(std::string_view code);

/// {"verdict": …, "findings": […], "deadline": …}, or {"verdict": "invalid", "error": …}.
[[nodiscard]] nlohmann::json toJson(const Verdict& verdict);

/// The same on one line, in this order of names, without a line end.
[[nodiscard]] std::string toJsonLine(const Verdict& verdict);

}  // namespace journey
