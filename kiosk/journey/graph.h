// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "procedure.h"

namespace journey {

/// The procedure as a drawing in the language of Graphviz (`dot -Tsvg`), for people who know the
/// law: one box a question with its title from `words` (config/text/<language>.json; null for
/// none), one frame a chapter, arrows labelled with the answer that takes them. Repeated steps are
/// drawn once.
[[nodiscard]] std::string graphvizOf(const Procedure& procedure, const nlohmann::json& words);

/// The reception and every procedure in one drawing; bold arrows lead from a step that opens a
/// procedure to its start, numbered where several follow each other.
[[nodiscard]] std::string graphvizOfAll(const Procedure& reception,
                                        const std::vector<Procedure>& procedures,
                                        const nlohmann::json& words);

}  // namespace journey
