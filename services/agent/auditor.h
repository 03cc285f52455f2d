// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "agent/journal_check.h"
#include "crypto/crypto.h"

namespace agent::journal {

// What an auditor keeps, away from the kiosks: the key that opens the first key of each journal,
// the heads of the journals that are trusted, and how far each was read. One JSON file, 0600.
struct Auditor {
  crypto::BoxKeys keys;
  std::map<std::string, std::optional<Remembered>> journals;  // by head

  // Of a file that may be absent: then with new keys, and nothing is written yet.
  [[nodiscard]] static tl::expected<Auditor, std::string> readOrMake(
      const std::filesystem::path& file);
  // Faults are one line with file and mend.
  [[nodiscard]] static tl::expected<Auditor, std::string> read(const std::filesystem::path& file);
  [[nodiscard]] tl::expected<void, std::string> write(const std::filesystem::path& file) const;
};

}  // namespace agent::journal
