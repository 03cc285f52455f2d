// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outbox/outbox.h"
#include "outbox/rounds.h"
#include "outbox/wakeups.h"

namespace outbox {

// How a run ended, as the program's exit status.
enum class Ending {
  Done = 0,  // asked to end; with Run::Once: the outbox is empty
  SomethingStays = 1,
  CannotWork = 2,  // the outbox must not be used any more; said in one line
};

// Receipts that stay readable after delivery, for the screen of the visit that waits for one.
inline constexpr std::int64_t deliveredKept = 500;

enum class Run { Once, UntilAskedToEnd };

// The courier's life: does what is due, tidies up, sleeps until something happens.
[[nodiscard]] Ending serve(Run run, Outbox& outbox, Departures& departures, Rounds& rounds,
                           Wakeups& wakeups, const Surroundings& surroundings);

}  // namespace outbox
