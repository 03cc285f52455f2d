// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "outbox/departures.h"
#include "outbox/keys.h"
#include "outbox/schedule.h"
#include "outbox/transport.h"

namespace outbox {

// The world outside, so that tests move time and chance by hand.
struct Surroundings {
  std::function<std::int64_t()> now;  // milliseconds since 1970
  RandomBelow random;
  std::function<void(const std::string& line)> log;  // ids and kinds only
};

// What the courier does, one parcel after the other, oldest first:
// announce, send what is missing, submit, check the receipt, and only then erase. After an outcome
// that is unknown it asks before it creates anything. One parcel at a time, one thread.
class Rounds {
 public:
  // All references must outlive it.
  Rounds(Departures& departures, Transport& transport, const NationalKeys& national,
         Surroundings surroundings);

  enum class Went {
    NothingDue,
    Tried,  // one parcel; there may be more
  };
  // A fault is one of the outbox itself: nothing was lost, nothing was sent that is not recorded as
  // sent.
  [[nodiscard]] Result<Went> once();

  // Looks for damage in every row and tells it, once. At the start, and now and then.
  [[nodiscard]] Result<void> inspect();

  // When something is due next: a moment in milliseconds since 1970; nothing when nothing waits, or
  // when our credentials were refused and somebody has to mend them.
  [[nodiscard]] Result<std::optional<std::int64_t>> nextDue();

 private:
  struct Trial;

  [[nodiscard]] std::int64_t dueOf(const Departures::Queued& queued, const Line& line) const;
  // The oldest that is due and sound, read and checked whole.
  [[nodiscard]] Result<std::optional<Departure>> choose();
  [[nodiscard]] Result<Departure> loadChecked(const std::string& requestId);
  void tellDamaged(const std::vector<std::string>& requestIds);

  [[nodiscard]] Result<void> carry(const Departure& departure);
  [[nodiscard]] Result<void> carryOn(Trial& trial, const national::RequestState& state);
  [[nodiscard]] Result<void> finish(Trial& trial, const national::Receipt& receipt);
  [[nodiscard]] Result<void> give(Trial& trial, const national::NationalFault& fault);
  [[nodiscard]] Result<void> later(Trial& trial, const national::NationalFault& fault);
  [[nodiscard]] Result<void> stop(Trial& trial, const std::string& code, const std::string& why);
  void tell(const Departure& departure, const std::string& event);

  Departures& m_departures;
  Transport& m_transport;
  const NationalKeys& m_national;
  Surroundings m_surroundings;
  bool m_held = false;  // our credentials were refused
  std::set<std::string> m_toldDamaged;
};

}  // namespace outbox
