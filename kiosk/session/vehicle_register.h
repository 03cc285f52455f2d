// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/register_check.h"

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace session {

// What the register is asked with: the plate, and the code or the form number with its date.
struct VehicleQuery {
  std::string registrationNumber;
  std::string transferCode;
  std::string formNumber;
  std::string certificateDate;
  bool operator==(const VehicleQuery&) const = default;
};

// Nothing as long as the request holds too little to ask.
[[nodiscard]] std::optional<VehicleQuery> vehicleQuery(const nlohmann::json& request);

// What the national register knows, asked in the background. Nobody ever waits for it: a request
// may be sent without.
class VehicleRegister {
 public:
  using Handler = std::function<void(std::optional<journey::RegisterFacts>)>;
  virtual ~VehicleRegister() = default;
  // `handler` runs at most once, later, in the GUI thread; nothing when the service does not tell.
  virtual void ask(const VehicleQuery& query, Handler handler) = 0;
};

}  // namespace session
