// SPDX-License-Identifier: Apache-2.0
#include "outbox/keys.h"

#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "outbox/lock.h"
#include "outbox/store.h"
#include "storage/storage.h"

namespace outbox {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largestKeyFile = 16384;

fs::path signingFile(const fs::path& state) {
  return state / "keys" / "kiosk-signing.json";
}
fs::path publicFile(const fs::path& state) {
  return state / "keys" / "kiosk-public.json";
}
fs::path nationalFile(const fs::path& state) {
  return state / "keys" / "national.json";
}

StoreFault damagedKeys(const fs::path& file) {
  return {FaultKind::Damaged, file.string() + ": is not a file of keys; enrol this kiosk again"};
}

Result<json> readObject(const fs::path& file) {
  auto text = storage::readFile(file, largestKeyFile);
  if (!text) return tl::unexpected(faultOf(text.error()));
  json object = json::parse(*text, nullptr, false);
  crypto::wipe(*text);
  if (!object.is_object()) return tl::unexpected(damagedKeys(file));
  return object;
}

// The member's own text, so that a secret is not copied; nullptr when it is absent or no text.
std::string* textIn(json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : found->get_ptr<std::string*>();
}

Result<crypto::PublicKey> keyIn(json& object, const char* name, const fs::path& file) {
  const std::string* text = textIn(object, name);
  if (text == nullptr) return tl::unexpected(damagedKeys(file));
  const auto key = crypto::publicKeyFromBase64(*text);
  if (!key) return tl::unexpected(damagedKeys(file));
  return *key;
}

Result<void> writePublic(const fs::path& state, const KioskKeys& keys) {
  const json object{{"kioskId", keys.kioskId},
                    {"publicKey", crypto::toBase64(keys.signing.publicKey)}};
  const auto written =
      storage::writeFile(publicFile(state), object.dump(2) + "\n", storage::everybodyReads);
  if (!written) return tl::unexpected(faultOf(written.error()));
  return {};
}

Result<void> makeKeys(const fs::path& state, const std::string& kioskId) {
  std::error_code error;
  if (fs::create_directories(state / "keys", error))
    fs::permissions(state / "keys", fs::perms::owner_all, error);
  if (error)
    return tl::unexpected(
        StoreFault{FaultKind::ReadOnly, (state / "keys").string() + ": " + error.message()});
  const crypto::SigningKeys keys = crypto::makeSigningKeys();
  std::string secret = crypto::toBase64(keys.secretKey.view());
  std::string text = "{\n  \"kioskId\": \"" + kioskId + "\",\n  \"publicKey\": \"" +
                     crypto::toBase64(keys.publicKey) + "\",\n  \"secretKey\": \"" + secret +
                     "\"\n}\n";
  const auto written = storage::writeFile(signingFile(state), text, storage::ownerOnly);
  crypto::wipe(secret);
  crypto::wipe(text);
  if (!written) return tl::unexpected(faultOf(written.error()));
  return {};
}

}  // namespace

Result<KioskKeys> readKioskKeys(const fs::path& state) {
  const fs::path file = signingFile(state);
  auto object = readObject(file);
  if (!object) return tl::unexpected(object.error());
  const std::string* kioskId = textIn(*object, "kioskId");
  std::string* secretText = textIn(*object, "secretKey");
  if (kioskId == nullptr || kioskId->empty() || secretText == nullptr)
    return tl::unexpected(damagedKeys(file));
  const auto secret = crypto::secretFromBase64(*secretText);
  crypto::wipe(*secretText);
  if (!secret) return tl::unexpected(damagedKeys(file));
  auto keys = crypto::signingKeysOf(secret->view());
  if (!keys) return tl::unexpected(damagedKeys(file));
  const auto told = keyIn(*object, "publicKey", file);
  if (!told || *told != keys->publicKey) return tl::unexpected(damagedKeys(file));
  return KioskKeys{*kioskId, std::move(*keys)};
}

Result<NationalKeys> readNationalKeys(const fs::path& state) {
  const fs::path file = nationalFile(state);
  auto object = readObject(file);
  if (!object) return tl::unexpected(object.error());
  const std::string* keyId = textIn(*object, "keyId");
  const auto sealing = keyIn(*object, "sealingKey", file);
  const auto receipt = keyIn(*object, "receiptKey", file);
  if (keyId == nullptr || keyId->empty() || !sealing || !receipt)
    return tl::unexpected(damagedKeys(file));
  return NationalKeys{*keyId, *sealing, *receipt};
}

Result<void> provisionKeys(const fs::path& state, const std::string& kioskId) {
  const auto lock = Lock::take(state, Wait::UntilFree);
  if (!lock)
    return tl::unexpected(StoreFault{FaultKind::Missing, state.string() + ": no such folder"});
  std::error_code error;
  if (!fs::exists(signingFile(state), error))
    if (auto made = makeKeys(state, kioskId); !made) return made;
  const auto keys = readKioskKeys(state);
  if (!keys) return tl::unexpected(keys.error());
  if (keys->kioskId != kioskId)
    return tl::unexpected(
        StoreFault{FaultKind::Failed, signingFile(state).string() + ": belongs to kiosk \"" +
                                          keys->kioskId + "\"; give it another state folder"});
  if (!fs::exists(publicFile(state), error)) return writePublic(state, *keys);
  return {};
}

}  // namespace outbox
