// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/config_fault.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace config {

// Why a file of the configuration cannot be used, told for the person who mends it.
struct FileFault {
  std::string file;
  std::string place;  // "line 12" or a JSON pointer, "" for the whole file
  std::string what;
  std::string mend;
  // One line: "config/kiosk.json: /desk/hours/0: "from" is 25:00; write a time as 08:30".
  [[nodiscard]] std::string line() const;
};

[[nodiscard]] FileFault faultOf(const std::filesystem::path& file,
                                const journey::ConfigFault& fault);

// JSON text, strictly: no comments, at most 16 levels deep, no key twice. The place of a fault is
// its line. Pure.
[[nodiscard]] tl::expected<nlohmann::json, journey::ConfigFault> parseJson(std::string_view text);

// A JSON file of at most 4 MiB.
[[nodiscard]] tl::expected<nlohmann::json, FileFault> readJson(const std::filesystem::path& file);

}  // namespace config
