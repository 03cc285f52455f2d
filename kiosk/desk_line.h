// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/session/visit.h"
#include "options.h"
#include "services/agent/line.h"

#include <memory>
#include <optional>

class QObject;

namespace kiosk {

// The line to the agents' desk. What it hears comes into the visit through the event loop of
// `loop`, with the time of that moment; what comes while there is no visit is let go. All outlive
// it.
[[nodiscard]] std::unique_ptr<agent::Line> openLine(const Options& options,
                                                    const session::Configuration& configuration,
                                                    std::optional<session::Visit>& visit,
                                                    QObject& loop);

}  // namespace kiosk
