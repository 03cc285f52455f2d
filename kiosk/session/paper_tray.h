// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper.h"

#include <filesystem>

namespace session {

// Where papers come out.
class PaperTray {
 public:
  virtual ~PaperTray() = default;
  // False when the paper did not come out; the reason is logged, without any value of the visit.
  // `name` tells papers apart and holds nothing personal: "sent-20261120T143000Z-K7F3M2".
  [[nodiscard]] virtual bool put(const Paper& paper, const QString& name) = 0;

  // A recorded request owes its paper until that came out. What a crash or a power cut left owed is
  // known again at the next start. Takes the local number, which says nothing of anybody.
  // A tray that forgets at the end of the program owes nothing.
  virtual void owe(const QString&) {}
  virtual void settle(const QString&) {}
  [[nodiscard]] virtual QStringList owed() const { return {}; }
};

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
