// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace journey {

/// Why something typed was not taken: a text key under "problems." ("plate.incomplete").
struct RuleBreach {
  std::string key;
  friend bool operator==(const RuleBreach&, const RuleBreach&) = default;
};

/// The normalised value to store, or the breach to tell. What was typed is kept by the caller.
using Checked = tl::expected<std::string, RuleBreach>;

/// What a rule gives back instead of a value.
[[nodiscard]] inline auto breach(const char* key) {
  return tl::unexpected(RuleBreach{key});
}

}  // namespace journey
