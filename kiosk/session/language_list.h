// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace session {

// A language that a kiosk can speak.
struct LanguageName {
  // Its file is config/text/<code>.json.
  std::string code;
  // In its own words: "Français".
  std::string name;
};

// What a file of words says of itself ("language.name"). Reads only so far: near the beginning in
// all files of this project. Nothing when it is not there or the file cannot be read.
[[nodiscard]] std::optional<std::string> languageName(const std::filesystem::path& file);

// The languages to choose from: those of `wanted` in this order, or, when it is empty, every file
// of the folder of texts by name, the site's first. A file that does not say its name is left out.
[[nodiscard]] std::vector<LanguageName> languagesIn(const std::filesystem::path& folder,
                                                    const std::vector<std::string>& wanted,
                                                    const std::string& site);

}  // namespace session
