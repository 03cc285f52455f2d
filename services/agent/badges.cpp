// SPDX-License-Identifier: Apache-2.0
#include "agent/badges.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "storage/lock.h"

namespace agent {
namespace {

namespace fs = std::filesystem;
using Kind = PanelRefusal::Kind;

constexpr std::size_t largestBadgesFile = 256 * 1024;
constexpr std::size_t longestPin = 64;

fs::path fileOf(const fs::path& state) {
  return state / "badges.json";
}

// Held while the file is read and written again: the kiosk and an unlocking are two programs.
storage::Result<storage::Lock> locked(const fs::path& state) {
  if (auto lock = storage::Lock::take(state / "badges.lock", storage::Wait::UntilFree))
    return std::move(*lock);
  return tl::unexpected(storage::Fault{storage::FaultKind::ReadOnly,
                                       (state / "badges.lock").string() + ": cannot be opened"});
}

storage::Result<Tries> read(const fs::path& state) {
  const auto text = storage::readFile(fileOf(state), largestBadgesFile);
  if (!text) {
    std::error_code error;
    if (text.error().kind == storage::FaultKind::Missing && fs::is_directory(state, error))
      return Tries::none();
    return tl::unexpected(text.error());
  }
  auto tries = Tries::of(*text);
  if (tries) return std::move(*tries);
  return tl::unexpected(storage::Fault{
      storage::FaultKind::Damaged,
      fileOf(state).string() + ": " + tries.error() + "; restore it, or take it away"});
}

storage::Result<void> write(const fs::path& state, const Tries& tries) {
  return storage::writeFile(fileOf(state), tries.text(), storage::ownerOnly);
}

PanelRefusal cannotRecord(const storage::Fault& fault) {
  return {Kind::CannotRecord, {}, fault.detail};
}

PanelRefusal wrong(const Tries& tries, std::string_view badge, bool known, const Uptime& now) {
  if (tries.misses(badge, known) >= lockedAt) return {Kind::Locked, {}, {}};
  return {Kind::Wrong, tries.wait(badge, known, now), {}};
}

}  // namespace

void PinTrial::check() {
  const bool matches = crypto::verifyPassword(m_hash, m_pin.view());
  m_right = matches && m_known;
}

Badges::Badges(const AgentsConfig& agents, fs::path state)
    : m_agents(agents), m_state(std::move(state)) {}

tl::expected<PinTrial, PanelRefusal> Badges::begin(std::string_view badge, std::string_view pin,
                                                   const Uptime& now) {
  const auto lock = locked(m_state);
  if (!lock) return tl::unexpected(cannotRecord(lock.error()));
  auto tries = read(m_state);
  if (!tries) return tl::unexpected(cannotRecord(tries.error()));
  if (tries->seen(now))
    if (const auto kept = write(m_state, *tries); !kept)
      return tl::unexpected(cannotRecord(kept.error()));

  const Agent* agent = m_agents.withBadge(badge);
  const bool known = agent != nullptr;
  if (tries->misses(badge, known) >= lockedAt)
    return tl::unexpected(PanelRefusal{Kind::Locked, {}, {}});
  if (const auto wait = tries->wait(badge, known, now); wait.count() > 0)
    return tl::unexpected(PanelRefusal{Kind::Wait, wait, {}});

  tries->addMiss(badge, known, now);
  if (const auto kept = write(m_state, *tries); !kept)
    return tl::unexpected(cannotRecord(kept.error()));
  PinTrial trial;
  trial.m_number = ++m_current;
  trial.m_badge = badge;
  // Somebody's hash, so that the check takes as long as for a badge that exists.
  trial.m_hash = (known ? *agent : m_agents.agents.front()).pinHash;
  trial.m_known = known && pin.size() <= longestPin;
  pin = pin.substr(0, longestPin);
  trial.m_pin = crypto::Secret(pin.size());
  std::copy(pin.begin(), pin.end(), trial.m_pin.data());
  return trial;
}

tl::expected<const Agent*, PanelRefusal> Badges::finish(const PinTrial& trial, const Uptime& now) {
  const auto lock = locked(m_state);
  if (!lock) return tl::unexpected(cannotRecord(lock.error()));
  auto tries = read(m_state);
  if (!tries) return tl::unexpected(cannotRecord(tries.error()));
  const bool current = std::exchange(m_current, m_current + 1) == trial.m_number;
  const Agent* agent = m_agents.withBadge(trial.m_badge);
  if (!current || !trial.m_right || agent == nullptr)
    return tl::unexpected(wrong(*tries, trial.m_badge, agent != nullptr, now));
  tries->clear(trial.m_badge);
  if (const auto kept = write(m_state, *tries); !kept)
    return tl::unexpected(cannotRecord(kept.error()));
  return agent;
}

storage::Result<void> Badges::unlock(const fs::path& state, std::string_view badge) {
  const auto lock = locked(state);
  if (!lock) return tl::unexpected(lock.error());
  auto tries = read(state);
  if (!tries) return tl::unexpected(tries.error());
  tries->clear(badge);
  return write(state, *tries);
}

}  // namespace agent
