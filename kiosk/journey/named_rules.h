// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "fields.h"
#include "officer_rules.h"

// The closed vocabulary of "officer" in a procedure file. Inside of the verdict and of the loading.
namespace journey {

class Block;
struct Dossier;

/// Words that a rule may take in a procedure file (OfficerRule), as bits.
enum : unsigned {
  takesFields = 1U << 0U,
  takesField = 1U << 1U,
  takesOneOf = 1U << 2U,
  takesKinds = 1U << 3U,
  takesCode = 1U << 4U,
  takesPeriod = 1U << 5U,
  takesAt = 1U << 6U,
  takesOptional = 1U << 7U,
  takesMayDiffer = 1U << 8U,
};

/// A rule of the officer, written once for all procedures.
struct NamedRule {
  std::string_view name;
  void (*judge)(const OfficerRule& rule, const Block& request, Dossier& dossier);
  /// Adds what every request must hold for it.
  void (*mandatory)(const OfficerRule& rule, std::vector<MandatoryField>& fields);
  unsigned takes = 0;
  unsigned needs = 0;
  std::vector<std::string_view> fields;  ///< that "fields" may name
  std::vector<std::string_view> kinds;   ///< of paper that it looks at by itself
};

[[nodiscard]] const std::vector<NamedRule>& namedRules();
/// Null when there is none of this name. Lives for ever.
[[nodiscard]] const NamedRule* namedRule(std::string_view name);

}  // namespace journey
