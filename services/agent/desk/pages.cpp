// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "crypto/crypto.h"
#include "storage/storage.h"

namespace desk {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestPage = 8 << 20;

// Nothing for a file that is no part of a page.
std::string typeOf(const fs::path& file) {
  static const std::map<std::string, std::string> types{{".html", "text/html; charset=utf-8"},
                                                        {".js", "text/javascript; charset=utf-8"},
                                                        {".css", "text/css; charset=utf-8"},
                                                        {".svg", "image/svg+xml"},
                                                        {".ttf", "font/ttf"},
                                                        {".txt", "text/plain; charset=utf-8"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? std::string() : found->second;
}

}  // namespace

tl::expected<Pages, std::string> readPages(const fs::path& folder) {
  Pages pages;
  std::error_code fault;
  for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    const auto type = typeOf(entry->path());
    std::error_code ignored;
    if (type.empty() || !entry->is_regular_file(ignored)) continue;
    auto content = storage::readFile(entry->path(), longestPage);
    if (!content) return tl::unexpected(content.error().detail + ": build the page again");
    // Read with room for the largest; what is kept is kept for good.
    content->shrink_to_fit();
    const auto name = entry->path().filename().string();
    auto tag = "\"" + crypto::sha256Hex(crypto::viewOf(*content)).substr(0, 32) + "\"";
    pages[name == "index.html" ? "/" : "/" + name] = {std::move(*content), type, std::move(tag)};
  }
  if (pages.count("/") == 0)
    return tl::unexpected(folder.string() +
                          ": no index.html there: build the page, or give its folder by --page");
  return pages;
}

}  // namespace desk
