// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

namespace outbox {

// What the courier needs of config/kiosk.json; the rest of that file is the screen's.
struct KioskSettings {
  std::string kioskId;
  std::string nationalUrl;
  std::chrono::seconds answerPatience{20};
};

// A fault is one line that names the file, the place and the mend.
[[nodiscard]] tl::expected<KioskSettings, std::string> readKioskSettings(
    const std::filesystem::path& config);

}  // namespace outbox
