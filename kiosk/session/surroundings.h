// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "act_book.h"
#include "badge_door.h"
#include "paper_tray.h"
#include "request_store.h"
#include "session.h"
#include "vehicle_register.h"

#include "services/agent/call_store.h"
#include "services/agent/line_port.h"
#include "services/agent/mandates.h"
#include "services/crypto/crypto.h"

#include <optional>

namespace session {

// What lies outside of the program, as a visit meets it. Everything outlives the visit.
struct Surroundings {
  RequestStore& store;
  VehicleRegister& vehicles;
  PaperTray& tray;
  BadgeDoor& door;
  ActBook& book;
  agent::Mandates& mandates;
  agent::CallStore& calls;
  agent::LinePort& line;
  // To which the number of somebody to be called back is sealed; none: it is not offered.
  std::optional<crypto::PublicKey> deskKey;
  Moment start;
};

}  // namespace session
