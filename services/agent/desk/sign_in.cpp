// SPDX-License-Identifier: Apache-2.0
#include "sign_in.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "storage/storage.h"

namespace desk {

using nlohmann::json;

namespace {

constexpr std::size_t longestName = 64;
constexpr std::size_t longestKept = 1 << 20;
constexpr const char* triesFile = "tries.json";
constexpr const char* sessionsFile = "sessions.json";

Answer refusal(int status, const char* code) {
  return {status, {{"code", code}}};
}

std::string textOf(const json& asked, const char* member) {
  if (!asked.is_object()) return {};
  const auto found = asked.find(member);
  return found != asked.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// Nothing: it may be taken.
const char* weakness(const std::string& chosen, const std::string& former) {
  if (characters(chosen) < shortestPassword) return "password-too-short";
  if (chosen.size() > longestPassword) return "password-too-long";
  if (chosen == former) return "password-is-the-old-one";
  auto letters = chosen;
  std::sort(letters.begin(), letters.end());
  const auto different = std::unique(letters.begin(), letters.end()) - letters.begin();
  return different < 5 ? "password-too-plain" : nullptr;
}

std::string kept(const std::filesystem::path& file) {
  return storage::readFile(file, longestKept).value_or(std::string());
}

}  // namespace

struct SignIn::Checked {
  std::optional<Answer> refused;
  std::string agent;
  bool oneTime = false;
};

SignIn::SignIn(SignInParts parts)
    : m_parts(std::move(parts)),
      m_nobody(crypto::hashPassword(crypto::randomBytes(32), m_parts.cost).value_or("")),
      m_throttle(Throttle::from(kept(m_parts.state / triesFile))),
      m_sessions(Sessions::from(kept(m_parts.state / sessionsFile))) {}

void SignIn::keep(const char* file, const std::string& text) {
  const auto written = storage::writeFile(m_parts.state / file, text, storage::ownerOnly);
  if (!written)
    std::fprintf(stderr, "desk: %s; free the disk, or the next start forgets it\n",
                 written.error().detail.c_str());
}

SignIn::Checked SignIn::check(const json& asked, const std::string& peer, Seconds now) {
  Checked checked;
  const auto written = textOf(asked, "name").substr(0, longestName);
  const auto password = textOf(asked, "password");
  const auto* agent = m_parts.site.find(written);
  // A name that does not exist is slowed down as one that does.
  const auto byName = "name " + (agent != nullptr ? agent->id : written);
  const auto byPeer = "peer " + peer;
  const auto wait = std::max(m_throttle.wait(byName, now), m_throttle.wait(byPeer, now));
  if (wait > 0) {
    checked.refused = Answer{429, {{"code", "slow-down"}, {"seconds", wait}}};
    return checked;
  }
  m_throttle.count(byName, now);
  m_throttle.count(byPeer, now);
  keep(triesFile, m_throttle.text());
  const auto accounts = readAccounts(m_parts.state);
  if (!accounts) std::fprintf(stderr, "desk: %s\n", accounts.error().c_str());
  const Account* account = nullptr;
  if (accounts && agent != nullptr)
    if (const auto found = accounts->find(agent->id); found != accounts->end())
      account = &found->second;
  const auto& hash = account != nullptr ? account->hash : m_nobody;
  const bool right =
      password.size() <= longestPassword && crypto::verifyPassword(hash, crypto::viewOf(password));
  if (account == nullptr || !right) {
    checked.refused = refusal(401, "wrong-name-or-password");
    return checked;
  }
  m_throttle.takeBack(byName, true);
  // Not all: or one's own account would give new tries at a colleague's.
  m_throttle.takeBack(byPeer, false);
  keep(triesFile, m_throttle.text());
  checked.agent = agent->id;
  checked.oneTime = account->oneTime;
  return checked;
}

Answer SignIn::welcome(const std::string& agent, const std::string& token) {
  const auto* known = m_parts.site.find(agent);
  if (known == nullptr) return refusal(401, "signed-out");
  const auto secret = readSecret(m_parts.state, agent);
  if (!secret) {
    std::fprintf(stderr, "desk: %s\n", secret.error().c_str());
    return refusal(503, "not-enrolled");
  }
  return {200,
          {{"agent", agent},
           {"name", known->name},
           {"line", m_parts.line},
           {"user", agent},
           {"secret", *secret},
           {"token", token}}};
}

Answer SignIn::begin(const std::string& agent, Seconds now) {
  const auto token = m_sessions.begin(agent, now);
  keep(sessionsFile, m_sessions.text());
  return welcome(agent, token);
}

Answer SignIn::signIn(const json& asked, const std::string& peer, Seconds now) {
  const std::lock_guard lock(m_mutex);
  const auto checked = check(asked, peer, now);
  if (checked.refused) return *checked.refused;
  if (checked.oneTime) return {200, {{"change", true}, {"shortest", shortestPassword}}};
  return begin(checked.agent, now);
}

Answer SignIn::changePassword(const json& asked, const std::string& peer, Seconds now) {
  const std::lock_guard lock(m_mutex);
  const auto chosen = textOf(asked, "newPassword");
  if (const auto* weak = weakness(chosen, textOf(asked, "password")); weak != nullptr)
    return {422, {{"code", weak}, {"shortest", shortestPassword}}};
  const auto checked = check(asked, peer, now);
  if (checked.refused) return *checked.refused;
  const auto hash = crypto::hashPassword(crypto::viewOf(chosen), m_parts.cost);
  if (!hash) return refusal(503, "no-memory");
  const auto put = putAccount(m_parts.state, checked.agent, {*hash, false});
  if (!put) {
    std::fprintf(stderr, "desk: %s\n", put.error().c_str());
    return refusal(503, "not-kept");
  }
  m_sessions.endAllOf(checked.agent);
  return begin(checked.agent, now);
}

Answer SignIn::resume(const json& asked, Seconds now) {
  const std::lock_guard lock(m_mutex);
  const auto token = textOf(asked, "token");
  const auto agent = m_sessions.agentOf(token, now);
  return agent ? welcome(*agent, token) : refusal(401, "signed-out");
}

Answer SignIn::openCallBack(const json& asked, Seconds now) {
  const std::lock_guard lock(m_mutex);
  if (!m_sessions.agentOf(textOf(asked, "token"), now)) return refusal(401, "signed-out");
  const auto keys = readDeskKey(m_parts.state);
  if (!keys) {
    std::fprintf(stderr, "desk: %s\n", keys.error().c_str());
    return refusal(503, "not-enrolled");
  }
  const auto sealed = crypto::fromBase64(textOf(asked, "sealed"));
  auto opened = sealed ? crypto::open(*sealed, *keys) : tl::unexpected(sealed.error());
  if (!opened) return refusal(422, "does-not-open");
  const auto inside = json::parse(*opened, nullptr, false);
  crypto::wipe(*opened);
  const auto telephone = textOf(inside, "telephone");
  if (telephone.empty()) return refusal(422, "does-not-open");
  return {200, {{"telephone", telephone}, {"name", textOf(inside, "name")}}};
}

Answer SignIn::signOut(const json& asked) {
  const std::lock_guard lock(m_mutex);
  m_sessions.end(textOf(asked, "token"));
  keep(sessionsFile, m_sessions.text());
  return {200, json::object()};
}

}  // namespace desk
