// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "agent/uptime.h"
#include "crypto/crypto.h"

namespace agent {

// The rule of waiting: five wrong tries, then 15 s, doubling; locked at 15 in a row.
inline constexpr unsigned freeTries = 5;
inline constexpr unsigned lockedAt = 15;
inline constexpr std::chrono::seconds firstWait{15};
// For the kiosk, whatever the badge: ten wrong tries in a row, then 15 s, doubling, five minutes at
// the most, and never locked: else a passer-by could shut the panel for good.
inline constexpr unsigned kioskFreeTries = 10;
inline constexpr std::chrono::seconds longestKioskWait{300};

// What has been tried at this kiosk, as STATE/badges.json holds it. A value: reading and writing it
// is the owner's.
class Tries {
 public:
  // Of a state that nobody has tried yet.
  [[nodiscard]] static Tries none();
  // Text of the file; the fault tells what is wrong with it.
  [[nodiscard]] static tl::expected<Tries, std::string> of(std::string_view text);
  [[nodiscard]] std::string text() const;

  // After another start of the machine, or when its running time went back, each wait begins anew:
  // nothing is known of the time between. True when that was so, and it has to be kept.
  bool seen(const Uptime& now);

  // Wrong tries of this badge in a row, as they count here: those of badges that nobody has share
  // 64 counters (chosen by a key that is made with the state), so that the file neither grows nor
  // tells what somebody typed.
  [[nodiscard]] unsigned misses(std::string_view badge, bool known) const;
  // How long from now until the next try of this badge; not for one that is locked.
  [[nodiscard]] std::chrono::milliseconds wait(std::string_view badge, bool known,
                                               const Uptime& now) const;

  void addMiss(std::string_view badge, bool known, const Uptime& now);
  // The badge was opened: its tries are over, and those of the kiosk and of badges nobody has.
  void clear(std::string_view badge);

 private:
  struct Count {
    unsigned misses = 0;
    std::chrono::milliseconds last{};  // since the start of the machine
  };
  static constexpr std::size_t strangerCounts = 64;

  [[nodiscard]] const Count& countOf(std::string_view badge, bool known) const;
  [[nodiscard]] std::size_t strangerOf(std::string_view badge) const;

  std::string m_boot;
  crypto::Bytes m_key;
  Count m_kiosk;
  std::map<std::string, Count, std::less<>> m_badges;
  std::array<Count, strangerCounts> m_strangers{};
};

}  // namespace agent
