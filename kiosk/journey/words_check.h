// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "config_fault.h"
#include "procedure.h"

namespace journey {

/// The text keys (dotted: "steps.plate.title") that a procedure needs, and those it may have.
struct WordsNeed {
  std::set<std::string> mandatory;
  std::set<std::string> optional;
  /// Beginnings of keys that may be there: "lists.<step that ends the way>." with the lines of the
  /// list printed there, "otherwise.<step>.<option>." with texts for people who answered so.
  std::set<std::string> prefixes;

  void merge(const WordsNeed& other);
};
[[nodiscard]] WordsNeed wordsNeeded(const Procedure& procedure);

/// The mandatory keys of one procedure that are missing or empty.
[[nodiscard]] std::vector<ConfigFault> missingWords(const Procedure& procedure,
                                                    const nlohmann::json& words);

/// What is wrong in a text file for these procedures, all that there are: a mandatory key that is
/// missing or empty, and a key under `steps.`, `chapters.`, `problems.`, `lists.` or `otherwise.`
/// that none can show. Empty = all is well.
[[nodiscard]] std::vector<ConfigFault> wordFaults(const std::vector<Procedure>& procedures,
                                                  const nlohmann::json& words);

}  // namespace journey
