// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vehicle_register.h"

#include "national/client.h"

#include <memory>

namespace session {

// The register of the national service. The line is opened at the first question, so that a kiosk
// that nobody uses has no network thread.
class NationalRegister final : public VehicleRegister {
 public:
  // `executor` runs what it is given in the GUI thread.
  NationalRegister(national::Service service, national::Executor executor);
  void ask(const VehicleQuery& query, Handler handler) override;

 private:
  national::Service m_service;
  national::Executor m_executor;
  std::unique_ptr<national::Client> m_client;
};

// Nothing when the fault says nothing of the vehicle. A code that the service does not know is a
// fact; that it is not reachable is none.
[[nodiscard]] std::optional<journey::RegisterFacts> factsOf(
    const national::Result<national::RegisterEntry>& answer);

}  // namespace session
