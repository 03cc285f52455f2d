// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "crypto/crypto.h"

namespace desk {

// How an agent of this site signs in at the page. `STATE/passwords.json`:
// {"sylvie": {"hash": "$argon2id$…", "oneTime": true}}, mode 0600; no password is ever stored.
struct Account {
  std::string hash;
  bool oneTime = false;  // given out by somebody else: the first thing is to choose another
};
using Accounts = std::map<std::string, Account>;

// Read anew at each sign-in, so that a password that was just given out counts at once. No file: no
// account. The error is one line that names the file and the mend.
[[nodiscard]] tl::expected<Accounts, std::string> readAccounts(const std::filesystem::path& state);

// Puts one account in the place of the former, alone among all programs that do so.
[[nodiscard]] tl::expected<void, std::string> putAccount(const std::filesystem::path& state,
                                                         const std::string& agent,
                                                         const Account& account);

// What the agent's page shows to the broker: from `STATE/secrets.json`, {"sylvie": "…"}.
[[nodiscard]] tl::expected<std::string, std::string> readSecret(const std::filesystem::path& state,
                                                                const std::string& agent);

// The key pair to which kiosks seal the number of somebody to call back: `STATE/desk.key`, the
// secret half in base64, mode 0600. Made when it is not there; the public half is the kiosks'.
[[nodiscard]] tl::expected<crypto::BoxKeys, std::string> provideDeskKey(
    const std::filesystem::path& state);
[[nodiscard]] tl::expected<crypto::BoxKeys, std::string> readDeskKey(
    const std::filesystem::path& state);

// Four everyday words without accents: 32 bits. For the telephone or a slip of paper, once.
[[nodiscard]] std::string easyPassword();

// Makes one for `agent`, keeps its hash and gives it back; an older password counts no more.
[[nodiscard]] tl::expected<std::string, std::string> giveOneTimePassword(
    const std::filesystem::path& state, const std::string& agent, const crypto::PasswordCost& cost);

}  // namespace desk
