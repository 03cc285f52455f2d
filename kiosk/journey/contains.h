// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace journey {

/// Whether one of the elements equals `value`; std::ranges::contains of C++23.
[[nodiscard]] bool contains(const auto& range, const auto& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

}  // namespace journey
