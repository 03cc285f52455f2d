// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "national/schemas.h"

namespace national {

// JSON text to a document that fits the schema, or the place where it does not (never a value).
// Text that is nested deeper than 32 levels is refused before it is parsed. Any thread.
[[nodiscard]] tl::expected<nlohmann::json, std::string> checkedDocument(std::string_view text,
                                                                        Schema schema);

}  // namespace national
