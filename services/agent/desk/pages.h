// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <tl/expected.hpp>

namespace desk {

struct PageFile {
  std::string content;
  std::string type;
  std::string tag;  // of its content: what has not changed is not sent again
};
// By the path under which it is asked for; "/" is index.html.
using Pages = std::map<std::string, PageFile>;

// All of the bundled page, read once: no path of a request ever reaches a file. The error is one
// line that names the folder and the mend.
[[nodiscard]] tl::expected<Pages, std::string> readPages(const std::filesystem::path& folder);

}  // namespace desk
