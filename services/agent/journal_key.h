// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/crypto.h"
#include "storage/storage.h"

namespace agent::journal {

// The key of the next entry, and where that stands: the file `key` (0600). Two places of 4096
// bytes, used in turn: the new one is written and synced before the old one is overwritten with
// blanks and synced, so that a power cut leaves one whole, and no older key stays in the file. A
// drive that writes elsewhere by itself (flash, copy-on-write) may still hold an old one in its
// cells.
struct Position {
  std::uint64_t number = 0;
  crypto::Secret key;
  crypto::Digest previous{};  // hash of the line before
};

[[nodiscard]] std::filesystem::path keyFileOf(const std::filesystem::path& folder);

// Makes the file.
[[nodiscard]] storage::Result<void> makeKeyFile(const std::filesystem::path& folder,
                                                const Position& position);
// The newer one. Damaged when neither place is whole.
[[nodiscard]] storage::Result<Position> readPosition(const std::filesystem::path& folder);
// One entry on: `line` was recorded. The key of before is gone from memory and file.
[[nodiscard]] storage::Result<void> step(const std::filesystem::path& folder, Position& position,
                                         const crypto::Digest& line);
// Overwrites the place that is not this position's: what a power cut left of the key before.
[[nodiscard]] storage::Result<void> wipeOther(const std::filesystem::path& folder,
                                              const Position& position);

}  // namespace agent::journal
