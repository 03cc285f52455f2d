// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "procedure_files.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace config {

// All that can be walked at a kiosk: the reception, and behind it each procedure that it opens. A
// procedure is read when somebody needs it, so that the first screen waits for none of them. Not
// for several threads at once.
class Catalogue {
 public:
  // Reads the reception and the parts; what is wrong in a procedure shows when it is opened.
  [[nodiscard]] static tl::expected<Catalogue, FileFault> load(std::filesystem::path folder);

  [[nodiscard]] const journey::Procedure& reception() const { return *m_reception; }
  // The reception with this procedure behind it; null when its file cannot be used, with a line to
  // the standard error the first time. Lives as long as the catalogue.
  [[nodiscard]] const journey::Procedure* opened(const std::string& id) const;
  // The procedures that the reception opens, in the order of the alphabet.
  [[nodiscard]] std::vector<std::string> ids() const;
  // What is wrong with the files of the procedures that the reception opens and that have not been
  // opened yet: reads one of them; true while there are more.
  bool readAhead() const;
  // The ids of all steps, for who names them in a record.
  [[nodiscard]] std::vector<std::string> stepIds() const;

 private:
  Catalogue() = default;

  std::filesystem::path m_folder;
  journey::Parts m_parts;
  std::unique_ptr<journey::Procedure> m_reception;
  // Null: it cannot be used.
  mutable std::map<std::string, std::unique_ptr<journey::Procedure>, std::less<>> m_opened;
};

}  // namespace config
