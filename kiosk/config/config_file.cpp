// SPDX-License-Identifier: Apache-2.0
#include "config_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace config {
namespace {

using nlohmann::json;

constexpr std::size_t largestFile = 4 * 1024 * 1024;
constexpr int deepest = 16;

std::string lineAt(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

// Watches what the parser meets: depth and keys written twice, which JSON libraries let pass.
struct Watch {
  std::vector<std::set<std::string>> keys;
  std::string doubled;
  bool tooDeep = false;

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    tooDeep = tooDeep || depth > deepest;
    if (event == json::parse_event_t::object_start) keys.emplace_back();
    if (event == json::parse_event_t::object_end) keys.pop_back();
    if (event == json::parse_event_t::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (!keys.back().insert(key).second && doubled.empty()) doubled = key;
    }
    return !tooDeep;
  }
};

}  // namespace

std::string FileFault::line() const {
  std::string all = file + ": ";
  if (!place.empty()) all += place + ": ";
  all += what;
  if (!mend.empty()) all += "; " + mend;
  return all;
}

FileFault faultOf(const std::filesystem::path& file, const journey::ConfigFault& fault) {
  return {file.string(), fault.where, fault.what, fault.mend};
}

tl::expected<json, journey::ConfigFault> parseJson(std::string_view text) {
  using Fault = journey::ConfigFault;
  Watch watch;
  std::optional<std::size_t> failedAt;
  json document;
  try {
    document = json::parse(text.begin(), text.end(), [&watch](int depth, auto event, json& parsed) {
      return watch(depth, event, parsed);
    });
  } catch (const json::parse_error& error) {
    failedAt = error.byte > 0 ? error.byte - 1 : 0;
  } catch (const json::exception&) {
    failedAt = 0;
  }
  if (text.empty()) return tl::unexpected(Fault{"", "the file is empty", "restore it from a copy"});
  if (failedAt) {
    return tl::unexpected(
        Fault{lineAt(text, *failedAt),
              *failedAt >= text.size() ? "the file ends too early" : "no JSON here",
              "look for a missing comma, quote or bracket just before"});
  }
  if (watch.tooDeep)
    return tl::unexpected(Fault{"", "nested too deeply", "restore it from a copy"});
  if (!watch.doubled.empty()) {
    return tl::unexpected(
        Fault{"", '"' + watch.doubled + "\" is there twice", "take one of them out"});
  }
  return document;
}

tl::expected<json, FileFault> readJson(const std::filesystem::path& file) {
  const auto fault = [&](std::string what, std::string mend) {
    return tl::unexpected(FileFault{file.string(), "", std::move(what), std::move(mend)});
  };
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) return fault("is a folder", "put a file there");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(std::fopen(file.c_str(), "rbe"),
                                                               &std::fclose);
  if (!opened) {
    return fault(std::string("cannot be read (") + std::strerror(errno) + ')',
                 errno == ENOENT ? "check the folder given with --config"
                                 : "give this program the right to read it");
  }
  // As much as is there, not as much as there may be: a start reads forty files, and room for the
  // largest in each of them took a third of the reading.
  std::string text;
  std::array<char, 16 * 1024> piece{};
  while (text.size() <= largestFile) {
    const std::size_t read = std::fread(piece.data(), 1, piece.size(), opened.get());
    if (read == 0) break;
    text.append(piece.data(), read);
  }
  if (std::ferror(opened.get())) return fault("cannot be read to its end", "check the disk");
  if (text.size() > largestFile) return fault("is over 4 MiB", "restore it from a copy");
  auto document = parseJson(text);
  if (!document) return tl::unexpected(faultOf(file, document.error()));
  return std::move(*document);
}

}  // namespace config
