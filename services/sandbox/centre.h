// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "calendar.h"
#include "rates.h"
#include "register.h"

namespace sandbox {

// What the processing centre asks for: a code of the verdict's table (interfaces.md), and where.
struct Asked {
  std::string code;
  std::string field;     // empty: none
  std::string document;  // empty: none
};

struct Decision {
  std::string status;    // RequestStatus
  std::string nextStep;  // "wait", "pay", "complete"
  std::optional<std::int64_t> totalCents;
  std::vector<Asked> asked;
};

// The processing centre's own reading of the rules. It knows the register, and it was written apart
// from the kiosk's verdict: where they differ, one of them is wrong.
class Centre {
 public:
  // Neither is owned; both outlive the centre.
  Centre(const Register& vehicles, const Rates& rates) : m_vehicles(vehicles), m_rates(rates) {}

  // Reads an opened request that fits the contract's schema. The rules are applied as on the day
  // the person sent it (`requestDate`), which may not be after `today`.
  [[nodiscard]] Decision examine(const nlohmann::json& request, Day today) const;

 private:
  [[nodiscard]] std::optional<std::int64_t> costOf(const nlohmann::json& request, Day day) const;

  const Register& m_vehicles;
  const Rates& m_rates;
};

// `Asked` of the contract.
nlohmann::json toJson(const std::vector<Asked>& asked);

}  // namespace sandbox
