// SPDX-License-Identifier: Apache-2.0
#include "outbox/kiosk_settings.h"

#include <algorithm>
#include <exception>

#include <nlohmann/json.hpp>

#include "national/http_client.h"
#include "storage/storage.h"

namespace outbox {
namespace {

using nlohmann::json;

constexpr std::size_t largestFile = 1U << 20U;

tl::unexpected<std::string> fault(const std::filesystem::path& file, const std::string& what) {
  return tl::unexpected(file.string() + ": " + what);
}

std::string lineOf(const std::string& text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return std::to_string(1 + std::count(text.begin(), end, '\n'));
}

const json* at(const json& document, const char* pointer) {
  const json::json_pointer place(pointer);
  return document.contains(place) ? &document.at(place) : nullptr;
}

// As KioskId in openapi.yaml.
bool isKioskId(const std::string& id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= 64 && plain(id.front()) &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return plain(c) || c == '.' || c == '-'; });
}

tl::expected<KioskSettings, std::string> settingsOf(const json& document,
                                                    const std::filesystem::path& file) {
  KioskSettings settings;
  const json* id = at(document, "/kioskId");
  if (id == nullptr || !id->is_string() || !isKioskId(id->get<std::string>()))
    return fault(file, "/kioskId: write a name of small letters, digits, dots and hyphens");
  settings.kioskId = id->get<std::string>();

  const json* url = at(document, "/national/url");
  if (url == nullptr || !url->is_string())
    return fault(file, "/national/url: write the address of the national service");
  settings.nationalUrl = url->get<std::string>();
  if (const auto breach = national::addressBreach(settings.nationalUrl); !breach.empty())
    return fault(file, "/national/url: " + breach);

  if (const json* seconds = at(document, "/national/answerSeconds"); seconds != nullptr) {
    if (!seconds->is_number_integer() || *seconds < 1 || *seconds > 600)
      return fault(file, "/national/answerSeconds: write a whole number from 1 to 600");
    settings.answerPatience = std::chrono::seconds(seconds->get<int>());
  }
  return settings;
}

}  // namespace

tl::expected<KioskSettings, std::string> readKioskSettings(const std::filesystem::path& config) {
  const auto file = config / "kiosk.json";
  const auto text = storage::readFile(file, largestFile);
  if (!text) return tl::unexpected(text.error().detail + "; give the folder with --config");
  try {
    return settingsOf(json::parse(*text), file);
  } catch (const json::parse_error& error) {
    return fault(file, "line " + lineOf(*text, error.byte) + ": is not JSON; mend or restore it");
  } catch (const std::exception&) {
    return fault(file, "is not the configuration of a kiosk; mend or restore it");
  }
}

}  // namespace outbox
