// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "shim_vfs.h"

// What a disk may hold after the power went, computed from what was asked of it before.
namespace power_cut {

using Content = std::vector<std::uint8_t>;
using Random = std::mt19937_64;

// How the disk treats what was not synced when the power went.
enum class Loss {
  KeepAll,  // the cache was written out in time
  DropAll,  // nothing of it arrived
  Reorder,  // any of it, in any order, whole
  Torn512,  // any of it, in any order, each write in any of its sectors
  Torn4096,
};
inline constexpr Loss allLosses[] = {Loss::KeepAll, Loss::DropAll, Loss::Reorder, Loss::Torn512,
                                     Loss::Torn4096};

// The files of one folder, event by event.
class Disk {
 public:
  // Starts with what is in the folder, all of it synced.
  explicit Disk(const std::filesystem::path& folder);

  void apply(const shim::Event& event);
  // Writes to `folder` what may be left of it now. The shared-memory index is never there.
  void cutPower(Loss loss, Random& random, const std::filesystem::path& folder) const;

 private:
  struct File {
    bool existsForSure = false;
    Content synced;
    std::vector<shim::Event> pending;  // since the last sync
    bool removalPending = false;
  };
  [[nodiscard]] static Content remains(const File& file, Loss loss, Random& random);

  std::map<std::string, File> m_files;  // by name in the folder
};

}  // namespace power_cut
