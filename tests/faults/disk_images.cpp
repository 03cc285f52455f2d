// SPDX-License-Identifier: Apache-2.0
#include "disk_images.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace power_cut {
namespace {

namespace fs = std::filesystem;
using shim::Event;
using shim::Operation;

bool heads(Random& random) {
  return (random() & 1U) != 0;
}

void put(Content& content, std::size_t offset, const std::uint8_t* bytes, std::size_t count) {
  content.resize(std::max(content.size(), offset + count));
  std::copy_n(bytes, count, content.begin() + static_cast<std::ptrdiff_t>(offset));
}

void carryOut(Content& content, const Event& event) {
  const auto offset = static_cast<std::size_t>(event.offset);
  if (event.operation == Operation::Truncate)
    content.resize(offset);
  else
    put(content, offset, event.bytes.data(), event.bytes.size());
}

// Each sector of the write arrives or does not.
void carryOutTorn(Content& content, const Event& event, std::size_t sector, Random& random) {
  if (event.operation == Operation::Truncate) return carryOut(content, event);
  const auto start = static_cast<std::size_t>(event.offset);
  const std::size_t end = start + event.bytes.size();
  for (std::size_t at = start; at < end;) {
    const std::size_t next = std::min(end, (at / sector + 1) * sector);
    if (heads(random)) put(content, at, event.bytes.data() + (at - start), next - at);
    at = next;
  }
}

}  // namespace

Disk::Disk(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    File& known = m_files[entry.path().filename()];
    known.synced.assign(std::istreambuf_iterator<char>(file), {});
    known.existsForSure = true;
  }
}

void Disk::apply(const Event& event) {
  const std::string name = fs::path(event.file).filename();
  File& file = m_files[name];
  switch (event.operation) {
    case Operation::Write:
    case Operation::Truncate:
      file.pending.push_back(event);
      file.removalPending = false;
      break;
    case Operation::Sync:
      // SQLite syncs the folder too when it syncs a log for the first time.
      for (const auto& done : file.pending)
        carryOut(file.synced, done);
      file.pending.clear();
      file.existsForSure = true;
      break;
    case Operation::Delete:
      file.removalPending = true;
      break;
    case Operation::Open:
      // Opened anew after its removal: what was in it belongs to a file that nobody can name any
      // more.
      if (file.removalPending) file = File();
      break;
    case Operation::Read:
    case Operation::Size:
      break;
  }
}

Content Disk::remains(const File& file, Loss loss, Random& random) {
  Content content = file.synced;
  auto pending = file.pending;
  if (loss == Loss::DropAll) return content;
  if (loss != Loss::KeepAll) std::shuffle(pending.begin(), pending.end(), random);
  for (const auto& event : pending) {
    if (loss == Loss::KeepAll) {
      carryOut(content, event);
    } else if (heads(random)) {
      if (loss == Loss::Reorder)
        carryOut(content, event);
      else
        carryOutTorn(content, event, loss == Loss::Torn512 ? 512 : 4096, random);
    }
  }
  return content;
}

void Disk::cutPower(Loss loss, Random& random, const fs::path& folder) const {
  for (const auto& [name, file] : m_files) {
    if (name.ends_with("-shm")) continue;
    const bool mayBeAbsent = file.removalPending || !file.existsForSure;
    const bool absent = mayBeAbsent && (loss == Loss::KeepAll   ? file.removalPending
                                        : loss == Loss::DropAll ? !file.existsForSure
                                                                : heads(random));
    if (absent) {
      fs::remove(folder / name);
      continue;
    }
    const Content content = remains(file, loss, random);
    std::ofstream out(folder / name, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(content.data()),
              static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace power_cut
