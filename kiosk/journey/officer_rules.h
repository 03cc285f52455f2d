// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "config_fault.h"
#include "fields.h"
#include "request_condition.h"

namespace journey {

struct NamedRule;

/// A period of the law: by its id in config/delays.json, or as written in the procedure.
struct LegalPeriod {
  std::string id;
  Period written;

  [[nodiscard]] Period in(const Delays& delays) const;
};

/// A named rule of the officer, as one procedure asks for it. Which of the words a rule takes is in
/// the table of officer_rules.cpp; the others are empty.
struct OfficerRule {
  const NamedRule* rule = nullptr;  ///< of the table, lives for ever
  RequestConditions when;           ///< asked only when all hold
  std::vector<std::string> fields;  ///< those that must be there; empty: all that the rule knows
  RequestPath field;
  std::vector<std::string> oneOf;  ///< what the field may hold
  std::vector<std::string> kinds;  ///< of paper; one of them is enough
  std::string code;                ///< of the finding, where it is not the usual one
  LegalPeriod period;              ///< that must not be over
  RequestPath at;                  ///< the day that counts; empty: that of the request
  bool optional = false;           ///< judged when it is there, no finding when it is not
  bool mayDiffer = false;          ///< the paper is not held against what the request says
  std::string source;              ///< sheet or article that asks for it
};

/// The last legal day of a request: a delay after a day that the request names.
struct LegalDelay {
  RequestPath from;
  LegalPeriod period;
  std::string source;
};

/// All that the officer asks of one procedure, in the order in which it is told.
struct OfficerRules {
  std::vector<OfficerRule> rules;
  std::optional<LegalDelay> deadline;
};

/// By procedure id.
using Rulebook = std::map<std::string, OfficerRules, std::less<>>;

/// Reads "officer" of a procedure file. Refused: a rule, field, kind of paper, code, delay or
/// condition that does not exist, a word that the rule does not take, a rule without its source.
[[nodiscard]] tl::expected<OfficerRules, ConfigFault> readOfficerRules(
    const nlohmann::json& officer, const std::string& pointer);

/// The fields without which every request of this procedure is refused: each way to sending must
/// ask for them. Rules with a condition are left out: the way decides when they are asked.
[[nodiscard]] std::vector<MandatoryField> mandatoryFields(const OfficerRules& officer);

/// The kinds of paper that the officer may want to see in this procedure, each once.
[[nodiscard]] std::vector<std::string> kindsAskedFor(const OfficerRules& officer);

}  // namespace journey
