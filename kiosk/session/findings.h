// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier.h"
#include "views.h"
#include "walk.h"
#include "wording.h"

namespace session {

// The officer's reading in rows: refusals, then warnings, then what is good.
[[nodiscard]] QList<FindingRow> findingRows(const Walk& walk, const Dossier& dossier,
                                            const Wording& wording);

// All answers of the way, in its order: first what was typed, where a slip may hide, then what was
// chosen.
[[nodiscard]] QList<ReviewRow> reviewRows(const Walk& walk, const Wording& wording);

// "Le justificatif de domicile"; "" for no kind.
[[nodiscard]] QString paperName(const std::string& kind, const Words& words);

// The drawing of a paper among qml/pictures. An identity card looks the same, whoever holds it.
[[nodiscard]] QString drawingOf(const std::string& kind);

}  // namespace session
