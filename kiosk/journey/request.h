// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "answers.h"
#include "date.h"
#include "procedure.h"

namespace journey {

/// The RegistrationRequest of the contract (services/national/openapi.yaml) that the answers on
/// the route make. Unknown and empty answers are left out; `today` becomes `requestDate`; the
/// department is derived from the postcode. Documents stand in the order of the contract. Pure.
[[nodiscard]] nlohmann::json requestOf(const Procedure& procedure, const Answers& answers,
                                       Date today);

}  // namespace journey
