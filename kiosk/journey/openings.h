// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>
#include <vector>

#include "config_fault.h"
#include "procedure.h"

// A procedure that the reception does not name says itself where it is offered, so that a new one
// needs no change to any other file.
namespace journey {

/// "reception" of a procedure file; empty when it has none. Reads nothing else of the document, so
/// that the reception can be put together before any procedure is needed.
[[nodiscard]] tl::expected<std::vector<Opening>, ConfigFault> readOpenings(
    const nlohmann::json& document);

/// The procedure is offered at these questions: each has one more answer, before its last one, that
/// leads to the step "opens-<procedure>". Faults: a question that is none of the reception, has the
/// answer already, or has eight (a screen holds no more).
[[nodiscard]] tl::expected<Procedure, ConfigFault> offering(Procedure reception,
                                                            const std::string& procedureId,
                                                            const std::vector<Opening>& openings);

/// Whether some step of the reception opens this procedure.
[[nodiscard]] bool opensProcedure(const Procedure& reception, std::string_view procedureId);

}  // namespace journey
