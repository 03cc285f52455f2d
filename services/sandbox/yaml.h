// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace sandbox {

// A YAML file as JSON, by the core schema of YAML 1.2: only plain scalars are null, booleans or
// numbers; what stands in quotes is text. The error is one line with the file, line and column.
tl::expected<nlohmann::json, std::string> readYaml(const std::filesystem::path& file);

}  // namespace sandbox
