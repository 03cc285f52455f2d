// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace agent_test {

class TemporaryFolder {
 public:
  // On a memory file system, where syncs cost nothing.
  TemporaryFolder() {
    std::string name = "/dev/shm/cote-a-cote-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    m_path = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace agent_test
