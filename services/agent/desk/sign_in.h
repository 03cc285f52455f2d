// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <string>

#include <nlohmann/json.hpp>

#include "accounts.h"
#include "sessions.h"
#include "site.h"
#include "throttle.h"

namespace desk {

struct Answer {
  int status = 200;
  nlohmann::json body;  // `code` says what went wrong; the page has the words for it
};

// In characters, as people count them. With a brake on guessing, twelve are enough for an account
// (CNIL, deliberation 2022-100); that it is long counts, not that it is odd.
inline constexpr std::size_t shortestPassword = 12;
inline constexpr std::size_t longestPassword = 200;  // bytes

struct SignInParts {
  const Site& site;
  std::filesystem::path state;  // passwords, secrets, tries, sessions
  std::string line;             // the broker's WebSocket address, as the page is told it
  crypto::PasswordCost cost;    // of a new password
};

// Who may use the page. Calls may come from every thread: one password is checked at a time, which
// also bounds the memory that guessing can take.
class SignIn {
 public:
  // Nothing is owned. Reads what an earlier run has kept.
  explicit SignIn(SignInParts parts);

  // {name, password}: agent, name, line, user, secret, token; or {"change": true} for a password
  // that was given out. 401 wrong-name-or-password, the same after the same time for a name that
  // does not exist; 429 slow-down with `seconds`. `peer` is an address, as the socket tells it.
  [[nodiscard]] Answer signIn(const nlohmann::json& asked, const std::string& peer, Seconds now);
  // {name, password, newPassword}: changes it and signs in. 422 password-too-short,
  // password-too-long, password-is-the-old-one, password-too-plain.
  [[nodiscard]] Answer changePassword(const nlohmann::json& asked, const std::string& peer,
                                      Seconds now);
  // {token}: as signIn(), for a page that was opened again; 401 when it is not known any more.
  [[nodiscard]] Answer resume(const nlohmann::json& asked, Seconds now);
  // {token, sealed}: telephone and name of a call-back, which a kiosk sealed to the desk's key. 401
  // for an unknown token, 422 for what does not open.
  [[nodiscard]] Answer openCallBack(const nlohmann::json& asked, Seconds now);
  [[nodiscard]] Answer signOut(const nlohmann::json& asked);

 private:
  struct Checked;
  Checked check(const nlohmann::json& asked, const std::string& peer, Seconds now);
  Answer welcome(const std::string& agent, const std::string& token);
  Answer begin(const std::string& agent, Seconds now);
  void keep(const char* file, const std::string& text);

  SignInParts m_parts;
  std::string m_nobody;  // the hash that a name without an account is checked against
  std::mutex m_mutex;
  Throttle m_throttle;
  Sessions m_sessions;
};

}  // namespace desk
