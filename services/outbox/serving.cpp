// SPDX-License-Identifier: Apache-2.0
#include "outbox/serving.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace outbox {
namespace {

using std::chrono::milliseconds;

// A full disk or a locked file may pass; asking more often helps nobody.
constexpr milliseconds storeWait{30'000};

bool isFinal(FaultKind kind) {
  return kind == FaultKind::Damaged || kind == FaultKind::Unsafe || kind == FaultKind::Missing;
}

// All that is due. Done when it was done or the courier was asked to end.
Result<void> doWhatIsDue(Departures& departures, Rounds& rounds, const Wakeups& wakeups) {
  bool tried = false;
  while (!wakeups.stopped()) {
    const auto went = rounds.once();
    if (!went) return tl::unexpected(went.error());
    if (*went == Rounds::Went::NothingDue) break;
    tried = true;
  }
  if (!tried) return {};
  return departures.tidy(deliveredKept).and_then([&] { return rounds.inspect(); });
}

Result<Ending> endingOf(Outbox& outbox) {
  return outbox.counts().map([](const Counts& counts) {
    const bool empty = counts.waiting + counts.refused + counts.stopped == 0;
    return empty ? Ending::Done : Ending::SomethingStays;
  });
}

Result<std::optional<milliseconds>> nextWait(Rounds& rounds, const Surroundings& surroundings) {
  return rounds.nextDue().map([&](const std::optional<std::int64_t>& due) {
    std::optional<milliseconds> wait;
    if (due) wait = milliseconds(std::max<std::int64_t>(*due - surroundings.now(), 0));
    return wait;
  });
}

Ending serveOnce(Outbox& outbox, Departures& departures, Rounds& rounds, const Wakeups& wakeups,
                 const Surroundings& surroundings) {
  const auto ending =
      doWhatIsDue(departures, rounds, wakeups).and_then([&] { return endingOf(outbox); });
  if (ending) return *ending;
  surroundings.log("ALARM outbox: " + ending.error().detail);
  return isFinal(ending.error().kind) ? Ending::CannotWork : Ending::SomethingStays;
}

}  // namespace

Ending serve(Run run, Outbox& outbox, Departures& departures, Rounds& rounds, Wakeups& wakeups,
             const Surroundings& surroundings) {
  if (const auto inspected = rounds.inspect(); !inspected)
    surroundings.log("ALARM outbox: " + inspected.error().detail);
  if (run == Run::Once) return serveOnce(outbox, departures, rounds, wakeups, surroundings);
  std::string told;
  while (!wakeups.stopped()) {
    wakeups.drain();
    const auto wait = doWhatIsDue(departures, rounds, wakeups).and_then([&] {
      return nextWait(rounds, surroundings);
    });
    if (wait) {
      told.clear();
      wakeups.sleep(*wait);
      continue;
    }
    if (told != wait.error().detail) surroundings.log("ALARM outbox: " + wait.error().detail);
    told = wait.error().detail;
    if (isFinal(wait.error().kind)) return Ending::CannotWork;
    wakeups.drain();
    wakeups.sleep(storeWait);
  }
  return Ending::Done;
}

}  // namespace outbox
