// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config_file.h"

#include "kiosk/journey/deadlines.h"
#include "kiosk/journey/exercise.h"
#include "kiosk/journey/procedure.h"

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace config {

// The folder that a program reads when none is named: bin/../share first, then the sources that it
// was built from.
[[nodiscard]] std::filesystem::path usualFolder();

// Ids of the procedures of a folder, in the order of the alphabet.
[[nodiscard]] std::vector<std::string> procedureIds(const std::filesystem::path& folder);

// parts/*.json, as read.
[[nodiscard]] tl::expected<journey::Parts, FileFault> loadParts(
    const std::filesystem::path& folder);

// procedures/<id>.json with the parts that it uses.
[[nodiscard]] tl::expected<journey::Procedure, FileFault> loadProcedure(
    const std::filesystem::path& folder, const std::string& id, const journey::Parts& parts);

// reception.json, with one more answer for each procedure of the folder that it does not name and
// that says where it is offered. What is wrong there is told by faultInProcedures().
[[nodiscard]] tl::expected<journey::Procedure, FileFault> loadReception(
    const std::filesystem::path& folder, const journey::Parts& parts);

// The officer's rules of all procedures of a folder.
[[nodiscard]] tl::expected<journey::Rulebook, FileFault> loadRulebook(
    const std::filesystem::path& folder);

// exercises.json; what in it names nothing is told by faultInProcedures().
[[nodiscard]] tl::expected<journey::Exercises, FileFault> loadExercises(
    const std::filesystem::path& folder);

// Reads all procedures behind the reception, looks for their words in `texts`
// (text/<language>.json), and for what the exercises speak of: the first fault, nothing when all is
// well. Takes a tenth of a second.
[[nodiscard]] std::optional<FileFault> faultInProcedures(const std::filesystem::path& folder,
                                                         const nlohmann::json& texts,
                                                         const std::string& language);

// delays.json
[[nodiscard]] tl::expected<journey::Delays, FileFault> loadDelays(
    const std::filesystem::path& folder);

}  // namespace config
