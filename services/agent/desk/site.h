// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace desk {

struct Agent {
  std::string id;
  std::string name;  // given name, as the person at the kiosk reads it
};

// What the page and its server take from the kiosk's configuration: `agents.json`, and the words of
// `kiosk.json`'s language, so that a step has the same name at the desk as at the kiosk.
struct Site {
  std::string id;
  std::string name;
  std::vector<Agent> agents;
  nlohmann::json steps;     // step id → title
  nlohmann::json chapters;  // names, in order

  // The error is one line: file, place, mend.
  static tl::expected<Site, std::string> load(const std::filesystem::path& config);

  // By id, or by given name when only one agent has it; letter case does not count.
  [[nodiscard]] const Agent* find(const std::string& written) const;
  // The answer to GET /site: nothing here is secret.
  [[nodiscard]] nlohmann::json facts() const;
};

}  // namespace desk
