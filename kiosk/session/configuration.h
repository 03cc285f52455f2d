// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier.h"
#include "kiosk_config.h"
#include "language_list.h"

#include "kiosk/config/catalogue.h"
#include "kiosk/journey/exercise.h"
#include "services/agent/agents_config.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace session {

using config::FileFault;

// All that a kiosk reads from its configuration folder, checked. Never written, never changed.
struct Configuration {
  explicit Configuration(config::Catalogue procedures) : catalogue(std::move(procedures)) {}

  std::filesystem::path folder;
  KioskConfig kiosk;
  agent::AgentsConfig agents;
  config::Catalogue catalogue;
  // The invented car and person of a rehearsal, and what agents train with.
  journey::Exercises exercises;
  // In the language of the house, kiosk.language.
  nlohmann::json texts;
  // What a person may choose from; the one of the house is among them.
  std::vector<LanguageName> languages;
  // The tariff of the year of the visit, or of the last year before it that there is.
  Law law;
  // The kiosk's clock is before every tariff: it cannot be right.
  bool clockIsWrong = false;
};

// `language` replaces that of kiosk.json when it is not empty.
[[nodiscard]] tl::expected<Configuration, FileFault> loadConfiguration(
    const std::filesystem::path& folder, const std::string& language, journey::Date today);

// config/text/<language>.json
[[nodiscard]] tl::expected<nlohmann::json, FileFault> loadTexts(const std::filesystem::path& folder,
                                                                const std::string& language);

// The same for a person's choice: refused too where it lacks a text that the words of the house
// have, which are checked at the start.
[[nodiscard]] tl::expected<nlohmann::json, FileFault> loadCheckedTexts(const Configuration& all,
                                                                       const std::string& language);

}  // namespace session
