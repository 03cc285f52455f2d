// SPDX-License-Identifier: Apache-2.0
#include "keys.h"

#include <utility>

#include <storage/storage.h>
#include <nlohmann/json.hpp>

namespace sandbox {

namespace {

using nlohmann::json;

constexpr std::size_t largestKeyFile = 8192;

std::string named(std::string_view prefix, const crypto::PublicKey& key) {
  return std::string(prefix) + crypto::sha256Hex(key).substr(0, 12);
}

std::string memberText(const json& document, const char* name) {
  const auto found = document.find(name);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

tl::expected<ServiceKeys, std::string> parse(const std::string& text) {
  const auto document = json::parse(text, nullptr, false);
  if (!document.is_object()) return tl::unexpected<std::string>("is no JSON");
  const auto sealing = crypto::secretFromBase64(memberText(document, "sealingSecret"));
  const auto receipt = crypto::secretFromBase64(memberText(document, "receiptSecret"));
  if (!sealing || !receipt) return tl::unexpected<std::string>("holds no keys");
  auto boxKeys = crypto::boxKeysOf(sealing->view());
  auto signingKeys = crypto::signingKeysOf(receipt->view());
  if (!boxKeys || !signingKeys) return tl::unexpected<std::string>("holds no keys");
  auto sealingId = named("seal-", boxKeys->publicKey);
  auto receiptId = named("receipt-", signingKeys->publicKey);
  return ServiceKeys{std::move(sealingId), std::move(*boxKeys), std::move(receiptId),
                     std::move(*signingKeys)};
}

tl::expected<void, std::string> make(const std::filesystem::path& file) {
  const auto sealing = crypto::makeBoxKeys();
  const auto receipt = crypto::makeSigningKeys();
  const json document{{"sealingSecret", crypto::toBase64(sealing.secretKey.view())},
                      {"receiptSecret", crypto::toBase64(receipt.secretKey.view())}};
  const auto written = storage::writeFile(file, document.dump(1) + "\n", storage::ownerOnly);
  if (!written) return tl::unexpected(file.string() + ": " + written.error().detail);
  return {};
}

}  // namespace

tl::expected<ServiceKeys, std::string> provideKeys(const std::filesystem::path& keys) {
  const auto file = keys / "service-secret.json";
  std::error_code fault;
  if (!std::filesystem::exists(file, fault)) {
    if (auto made = make(file); !made) return tl::unexpected(made.error());
  }
  const auto text = storage::readFile(file, largestKeyFile);
  if (!text) return tl::unexpected(file.string() + ": " + text.error().detail);
  auto parsed = parse(*text);
  if (!parsed)
    return tl::unexpected(file.string() + " " + parsed.error() +
                          "; restore it, or remove the state folder and enrol again");
  const json national{{"keyId", parsed->keyId},
                      {"sealingKey", crypto::toBase64(parsed->sealing.publicKey)},
                      {"receiptKey", crypto::toBase64(parsed->receipt.publicKey)}};
  if (!std::filesystem::exists(keys / "national.json", fault)) {
    const auto written = storage::writeFile(keys / "national.json", national.dump(1) + "\n",
                                            storage::everybodyReads);
    if (!written) return tl::unexpected(file.string() + ": " + written.error().detail);
  }
  return parsed;
}

std::optional<crypto::PublicKey> kioskKey(const std::filesystem::path& keys,
                                          std::string_view kioskId) {
  const auto file = keys / "kiosks" / (std::string(kioskId) + ".json");
  const auto text = storage::readFile(file, largestKeyFile);
  if (!text) return std::nullopt;
  const auto document = json::parse(*text, nullptr, false);
  if (!document.is_object()) return std::nullopt;
  const auto key = crypto::publicKeyFromBase64(memberText(document, "publicKey"));
  if (!key) return std::nullopt;
  return *key;
}

}  // namespace sandbox
