// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "fields.h"

namespace journey {

/// The blocks of a RegistrationRequest from values by path, without procedure and date. Inside of
/// requestOf() and of the route rules that ask the verdict.
[[nodiscard]] nlohmann::json requestFromFields(const FieldValues& given);

}  // namespace journey
