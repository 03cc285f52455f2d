// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config_file.h"
#include "dossier.h"
#include "kiosk_config.h"

#include "kiosk/journey/procedure.h"
#include "services/agent/agents_config.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace session {

// All that a kiosk reads from its configuration folder, checked. Never written, never changed.
struct Configuration {
  std::filesystem::path folder;
  KioskConfig kiosk;
  agent::AgentsConfig agents;
  journey::Procedure procedure;
  nlohmann::json texts;
  // The tariff of the year of the visit, or of the last year before it that there is.
  Law law;
  // The kiosk's clock is before every tariff: it cannot be right.
  bool clockIsWrong = false;
};

// `language` replaces that of kiosk.json when it is not empty.
[[nodiscard]] tl::expected<Configuration, FileFault> loadConfiguration(
    const std::filesystem::path& folder, const std::string& language, journey::Date today);

// config/procedures/<id>.json
[[nodiscard]] tl::expected<journey::Procedure, FileFault> loadProcedure(
    const std::filesystem::path& folder, const std::string& id);

// config/text/<language>.json
[[nodiscard]] tl::expected<nlohmann::json, FileFault> loadTexts(const std::filesystem::path& folder,
                                                                const std::string& language);

}  // namespace session
