// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "walk.h"
#include "wording.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace session {

// The person's screen as an agent at the desk sees it (guide-from-kiosk.schema.json, "screen"):
// the question and what may be answered, without any answer. `phase` is a word of that schema.
// What may be pointed at is in "points".
[[nodiscard]] nlohmann::json mirrorOf(const Walk& walk, const Wording& wording,
                                      const std::string& phase);

// The answer of the step on screen in words, for an agent to whom the person shows it.
[[nodiscard]] QString shownValue(const Walk& walk, const Wording& wording);

// A value that an agent proposes: as the step takes it, and as the person reads it.
struct Proposal {
  std::string value;
  QString words;
};
// Nothing for what the step on screen cannot hold. Dates as 10/11/2026 or 2026-11-10, countries by
// name, options by id; whether the value is right is for the step's rule to say, once it is taken.
[[nodiscard]] std::optional<Proposal> proposalOf(const Walk& walk, const std::string& value,
                                                 const Wording& wording);

}  // namespace session
