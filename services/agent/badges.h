// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "agent/agents_config.h"
#include "agent/tries.h"
#include "agent/uptime.h"
#include "crypto/crypto.h"
#include "storage/storage.h"

// Who may open the agent's panel at the kiosk: a badge number and a PIN. Needs no network.
//
// A try is three steps, because Argon2id takes a few tenths of a second and must not stop the
// screen: begin() counts it as wrong, durably, before anything is checked (whoever pulls the plug
// has still used it up); PinTrial::check() runs on any thread; finish() tells the outcome and takes
// the count back when it was right.
namespace agent {

struct PanelRefusal {
  enum class Kind {
    Wrong,         // the badge or the PIN, and nobody learns which
    Wait,          // not checked, not counted: too many wrong tries; see `wait`
    Locked,        // not checked: until somebody runs agent-pin --unlock
    CannotRecord,  // not checked: STATE/badges.json cannot be written or read; see `detail`
  };
  Kind kind = Kind::Wrong;
  std::chrono::milliseconds wait{};  // until the next try of this badge can be made
  std::string detail;                // for the log: no badge, no PIN
};

// One try between begin() and finish(). Moves, is not copied: it holds the PIN, guarded and wiped.
class PinTrial {
 public:
  // Slow (crypto::verifyPassword), changes nothing but this object. For a badge that nobody has it
  // works as long and finds the PIN wrong.
  void check();

 private:
  friend class Badges;
  PinTrial() = default;

  std::uint64_t m_number = 0;
  std::string m_badge;
  std::string m_hash;
  crypto::Secret m_pin;
  bool m_known = false;
  bool m_right = false;
};

// One thread at a time.
class Badges {
 public:
  // Both must outlive it. Reads STATE/badges.json at each try, so that an unlocking counts at once.
  Badges(const AgentsConfig& agents, std::filesystem::path state);

  // `pin` is the caller's to wipe. A second begin() before finish() drops the first: it stays
  // counted as wrong.
  [[nodiscard]] tl::expected<PinTrial, PanelRefusal> begin(std::string_view badge,
                                                           std::string_view pin, const Uptime& now);
  // The agent whose panel opens. A trial that was not checked, or dropped, is wrong.
  [[nodiscard]] tl::expected<const Agent*, PanelRefusal> finish(const PinTrial& trial,
                                                                const Uptime& now);

  // For whoever keeps the kiosk: forgets the wrong tries of this badge and the kiosk's waiting.
  [[nodiscard]] static storage::Result<void> unlock(const std::filesystem::path& state,
                                                    std::string_view badge);

 private:
  const AgentsConfig& m_agents;
  std::filesystem::path m_state;
  std::uint64_t m_current = 0;
};

}  // namespace agent
