// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "date.h"
#include "verdict.h"

namespace journey {

/// What the national register knows of a vehicle; what it does not tell stays empty.
struct RegisterFacts {
  std::string make;
  std::string model;
  std::optional<int> fiscalPower;  ///< CV.
  std::string nationalKind;        ///< J.1.
  std::string fuelType;            ///< P.3.
  std::optional<Date> firstRegistrationDate;
  std::vector<std::string> oppositions;  ///< "opposition", "stolen", "pledged".
  bool transferCodeKnown = true;         ///< False: the service does not know this code.
  bool requestOpen = false;              ///< The same procedure, vehicle and transfer is open.
};

/// Findings of a request against the register: `register-mismatch` (warning, `field` says which:
/// what the person types may be right and the register is asked again by the centre),
/// `transfer-code-unknown`, `duplicate-request`, `vehicle-opposition`, `vehicle-stolen`,
/// `vehicle-pledged` (refusals). A field that either side leaves empty is not compared.
/// Pure; never throws.
[[nodiscard]] std::vector<Finding> compareWithRegister(const nlohmann::json& request,
                                                       const RegisterFacts& facts);

}  // namespace journey
