// SPDX-License-Identifier: Apache-2.0
#include "agent/auditor.h"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "storage/storage.h"

namespace agent::journal {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largestAuditorFile = 4U << 20U;

crypto::Digest digestIn(const json& object, const char* key) {
  const auto bytes = crypto::fromBase64(object.at(key).get_ref<const std::string&>());
  crypto::Digest digest{};
  if (!bytes || bytes->size() != digest.size()) throw std::invalid_argument(key);
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

crypto::Secret secretIn(json& object, const char* key) {
  auto& text = object.at(key).get_ref<std::string&>();
  auto secret = crypto::secretFromBase64(text);
  crypto::wipe(text);
  if (!secret || secret->size() != crypto::keySize) throw std::invalid_argument(key);
  return std::move(*secret);
}

std::optional<Remembered> rememberedIn(json& object) {
  if (object.is_null()) return std::nullopt;
  Remembered seen;
  seen.entries = object.at("entries").get<std::uint64_t>();
  seen.last = digestIn(object, "last");
  seen.from = object.at("from").get<std::uint64_t>();
  seen.previous = digestIn(object, "previous");
  seen.key = secretIn(object, "key");
  return seen;
}

json objectOf(const Remembered& seen) {
  return {{"entries", seen.entries},
          {"last", crypto::toBase64(seen.last)},
          {"from", seen.from},
          {"previous", crypto::toBase64(seen.previous)},
          {"key", crypto::toBase64(seen.key.view())}};
}

}  // namespace

tl::expected<Auditor, std::string> Auditor::readOrMake(const fs::path& file) {
  std::error_code error;
  if (fs::exists(file, error)) return read(file);
  Auditor auditor;
  auditor.keys = crypto::makeBoxKeys();
  return auditor;
}

tl::expected<Auditor, std::string> Auditor::read(const fs::path& file) {
  auto text = storage::readFile(file, largestAuditorFile);
  if (!text) return tl::unexpected(text.error().detail + "; give the auditor's file");
  try {
    json document = json::parse(*text);
    crypto::wipe(*text);
    Auditor auditor;
    auto keys = crypto::boxKeysOf(secretIn(document, "secretKey").view());
    if (!keys) throw std::invalid_argument("secretKey");
    auditor.keys = std::move(*keys);
    for (auto& item : document.at("journals").items())
      auditor.journals.emplace(item.key(), rememberedIn(item.value()));
    return auditor;
  } catch (const std::exception&) {
    return tl::unexpected(file.string() +
                          ": is no auditor's file; give the one that --provision "
                          "wrote");
  }
}

tl::expected<void, std::string> Auditor::write(const fs::path& file) const {
  json heads = json::object();
  for (const auto& [head, seen] : journals)
    heads[head] = seen ? objectOf(*seen) : json();
  const json document{{"publicKey", crypto::toBase64(keys.publicKey)},
                      {"secretKey", crypto::toBase64(keys.secretKey.view())},
                      {"journals", std::move(heads)}};
  std::string text = document.dump(2) + "\n";
  const auto written = storage::writeFile(file, text, storage::ownerOnly);
  crypto::wipe(text);
  if (!written) return tl::unexpected(written.error().detail);
  return {};
}

}  // namespace agent::journal
