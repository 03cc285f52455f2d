// SPDX-License-Identifier: Apache-2.0
#include "sessions.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "crypto/crypto.h"

namespace desk {

using nlohmann::json;

namespace {

constexpr std::size_t mostSessions = 500;
constexpr std::size_t tokenBytes = 32;

std::string digestOf(std::string_view token) {
  return crypto::sha256Hex(crypto::viewOf(token));
}

}  // namespace

std::string Sessions::begin(const std::string& agent, Seconds now) {
  m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(),
                                  [now](const auto& session) { return session.until <= now; }),
                   m_sessions.end());
  if (m_sessions.size() >= mostSessions) m_sessions.erase(m_sessions.begin());
  auto token = crypto::toBase64(crypto::randomBytes(tokenBytes));
  m_sessions.push_back({digestOf(token), agent, now + sessionLasts});
  return token;
}

std::optional<std::string> Sessions::agentOf(std::string_view token, Seconds now) const {
  const auto digest = digestOf(token);
  for (const auto& session : m_sessions)
    // A clock that jumped back lengthens no session.
    if (session.digest == digest && now < session.until && session.until <= now + sessionLasts)
      return session.agent;
  return std::nullopt;
}

void Sessions::end(std::string_view token) {
  const auto digest = digestOf(token);
  m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(),
                                  [&digest](const auto& one) { return one.digest == digest; }),
                   m_sessions.end());
}

void Sessions::endAllOf(const std::string& agent) {
  m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(),
                                  [&agent](const auto& one) { return one.agent == agent; }),
                   m_sessions.end());
}

std::string Sessions::text() const {
  auto whole = json::array();
  for (const auto& session : m_sessions)
    whole.push_back(
        {{"digest", session.digest}, {"agent", session.agent}, {"until", session.until}});
  return whole.dump(1) + "\n";
}

Sessions Sessions::from(std::string_view text) {
  Sessions sessions;
  const auto whole = json::parse(text, nullptr, false);
  if (!whole.is_array()) return sessions;
  for (const auto& entry : whole) {
    if (!entry.is_object() || !entry.contains("digest") || !entry.contains("agent") ||
        !entry.contains("until"))
      continue;
    if (!entry["digest"].is_string() || !entry["agent"].is_string() ||
        !entry["until"].is_number_integer())
      continue;
    sessions.m_sessions.push_back({entry["digest"].get<std::string>(),
                                   entry["agent"].get<std::string>(),
                                   entry["until"].get<Seconds>()});
  }
  return sessions;
}

}  // namespace desk
