// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper_tray.h"

#include <filesystem>

namespace session {

// One PDF a paper in a folder, for a kiosk without a printer. A file is there whole or not at all,
// a power cut included.
class FolderTray final : public PaperTray {
 public:
  explicit FolderTray(std::filesystem::path folder) : m_folder(std::move(folder)) {}
  [[nodiscard]] bool put(const Paper& paper, const QString& name) override;
  // An empty hidden file each: ".owed-L-000042-6".
  void owe(const QString& number) override;
  void settle(const QString& number) override;
  [[nodiscard]] QStringList owed() const override;

 private:
  std::filesystem::path m_folder;
};

}  // namespace session
