// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checked.h"

namespace journey {

/// A French postcode, five digits, of a department or overseas land that exists.
/// Breaches: postcode.empty, postcode.incomplete, postcode.unknown.
[[nodiscard]] Checked postcode(std::string_view typed);

/// The department of a postcode that postcode() accepts: "25", "2A" for 200xx and 201xx, "2B" for
/// the rest of 20xxx, "971" to "978", "986" to "988". A few villages are served from the next
/// department: where a request tells the department, that one holds.
[[nodiscard]] std::optional<std::string> departmentOfPostcode(std::string_view postcode);

/// Whether a department has this code, in its official spelling ("01", "2A", "971").
[[nodiscard]] bool isDepartment(std::string_view code);

}  // namespace journey
