// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "calendar.h"
#include "dossier.h"
#include "rates.h"
#include "register.h"

namespace sandbox {

struct Decision {
  std::string status;                      // RequestStatus
  std::string nextStep;                    // "wait", "pay", "complete"
  std::optional<std::int64_t> totalCents;  // nothing: on quote
  std::vector<Asked> asked;
  std::vector<Asked> noted = {};   // seen, and no reason to send it back: late, explained
  bool givesTransferCode = false;  // a declared sale: the seller is shown a code
  bool givesNewNumber = false;     // the vehicle had no number, or an FNI one
};

// The processing centre's own reading of the rules, one table: centre_procedures.cpp. It knows the
// register, and it was written apart from the kiosk's verdict: where they differ, one of them is
// wrong.
class Centre {
 public:
  // Neither is owned; both outlive the centre.
  Centre(const Register& vehicles, const Rates& rates) : m_vehicles(vehicles), m_rates(rates) {}

  // Reads an opened request. The rules are applied as on the day the person sent it
  // (`requestDate`), which may not be after `today`. `declared` is a transfer that was declared
  // here since the register was written.
  [[nodiscard]] Decision examine(const nlohmann::json& request, Day today,
                                 const std::optional<DeclaredTransfer>& declared = {}) const;

 private:
  [[nodiscard]] std::optional<std::int64_t> costOf(const Dossier& dossier) const;

  const Register& m_vehicles;
  const Rates& m_rates;
};

// An FNI number, "123 ABC 45".
bool isOldPlate(std::string_view registrationNumber);

// `Asked` of the contract.
nlohmann::json toJson(const std::vector<Asked>& asked);

}  // namespace sandbox
