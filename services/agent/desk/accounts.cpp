// SPDX-License-Identifier: Apache-2.0
#include "accounts.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "easy_words.h"
#include "storage/storage.h"

namespace desk {

using nlohmann::json;

namespace {

constexpr std::size_t longestPasswords = 1 << 20;

// Held while the file is read, changed and written back.
class Alone {
 public:
  explicit Alone(const std::filesystem::path& state)
      : m_file(open((state / "passwords.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC,
                    storage::ownerOnly)) {
    m_held = m_file >= 0 && flock(m_file, LOCK_EX) == 0;
  }
  Alone(const Alone&) = delete;
  Alone& operator=(const Alone&) = delete;
  ~Alone() {
    if (m_file >= 0) close(m_file);
  }
  [[nodiscard]] bool held() const { return m_held; }

 private:
  int m_file;
  bool m_held = false;
};

tl::expected<json, std::string> readObject(const std::filesystem::path& file,
                                           const std::string& mend) {
  const auto text = storage::readFile(file, longestPasswords);
  if (!text && text.error().kind == storage::FaultKind::Missing) return json::object();
  if (!text) return tl::unexpected(text.error().detail + ": " + mend);
  auto whole = json::parse(*text, nullptr, false);
  if (!whole.is_object()) return tl::unexpected(file.string() + ": no JSON object: " + mend);
  return whole;
}

}  // namespace

tl::expected<Accounts, std::string> readAccounts(const std::filesystem::path& state) {
  const auto whole = readObject(state / "passwords.json",
                                "restore it, or remove it and give out one-time passwords");
  if (!whole) return tl::unexpected(whole.error());
  Accounts accounts;
  for (const auto& [agent, entry] : whole->items()) {
    if (!entry.is_object() || !entry.contains("hash") || !entry["hash"].is_string()) continue;
    const auto oneTime = entry.find("oneTime");
    const bool once = oneTime != entry.end() && oneTime->is_boolean() && oneTime->get<bool>();
    accounts[agent] = {entry["hash"].get<std::string>(), once};
  }
  return accounts;
}

tl::expected<void, std::string> putAccount(const std::filesystem::path& state,
                                           const std::string& agent, const Account& account) {
  const Alone alone(state);
  if (!alone.held())
    return tl::unexpected(state.string() + " cannot be written: make it the desk's own");
  auto accounts = readAccounts(state);
  if (!accounts) return tl::unexpected(accounts.error());
  (*accounts)[agent] = account;
  auto whole = json::object();
  for (const auto& [name, entry] : *accounts)
    whole[name] = {{"hash", entry.hash}, {"oneTime", entry.oneTime}};
  const auto written =
      storage::writeFile(state / "passwords.json", whole.dump(1) + "\n", storage::ownerOnly);
  if (!written) return tl::unexpected(written.error().detail + ": the password is not changed");
  return {};
}

tl::expected<std::string, std::string> readSecret(const std::filesystem::path& state,
                                                  const std::string& agent) {
  const auto file = state / "secrets.json";
  const auto whole = readObject(file, "enrol the desk again");
  if (!whole) return tl::unexpected(whole.error());
  const auto found = whole->find(agent);
  if (found == whole->end() || !found->is_string())
    return tl::unexpected(file.string() + ": nothing for " + agent + ": enrol the desk again");
  return found->get<std::string>();
}

tl::expected<crypto::BoxKeys, std::string> readDeskKey(const std::filesystem::path& state) {
  const auto file = state / "desk.key";
  auto text = storage::readFile(file, 256);
  if (!text) return tl::unexpected(text.error().detail + ": make it by desk --desk-key");
  while (!text->empty() && text->back() == '\n')
    text->pop_back();
  const auto secret = crypto::secretFromBase64(*text);
  crypto::wipe(*text);
  auto keys = secret ? crypto::boxKeysOf(secret->view()) : tl::unexpected(secret.error());
  if (!keys) return tl::unexpected(file.string() + ": is no key: restore it");
  return std::move(*keys);
}

tl::expected<crypto::BoxKeys, std::string> provideDeskKey(const std::filesystem::path& state) {
  const auto file = state / "desk.key";
  if (std::error_code fault; std::filesystem::exists(file, fault)) return readDeskKey(state);
  auto keys = crypto::makeBoxKeys();
  auto text = crypto::toBase64(keys.secretKey.view()) + "\n";
  const auto written = storage::writeFile(file, text, storage::ownerOnly);
  crypto::wipe(text);
  if (!written) return tl::unexpected(written.error().detail);
  return keys;
}

std::string easyPassword() {
  std::string password;
  for (int word = 0; word < 4; ++word) {
    if (word > 0) password += '-';
    password += easyWords[crypto::randomBelow(easyWords.size())];
  }
  return password;
}

tl::expected<std::string, std::string> giveOneTimePassword(const std::filesystem::path& state,
                                                           const std::string& agent,
                                                           const crypto::PasswordCost& cost) {
  auto password = easyPassword();
  const auto hash = crypto::hashPassword(crypto::viewOf(password), cost);
  if (!hash) return tl::unexpected(std::string("no memory to hash a password: free some"));
  const auto put = putAccount(state, agent, {*hash, true});
  if (!put) return tl::unexpected(put.error());
  return password;
}

}  // namespace desk
