// SPDX-License-Identifier: Apache-2.0
// What follows from the state of a Caller: the kiosk's status and what the screen shows.
#include <algorithm>
#include <utility>

#include "agent/caller_self.h"

namespace agent {
namespace {

KioskStatus withoutAges(KioskStatus status) {
  status.age = 0;
  if (status.call) status.call->age = 0;
  for (auto& one : status.callBacks)
    one.in = 0;
  return status;
}

// Time alone changes no view, but for the minutes that are left.
CallView withoutAges(CallView view) {
  for (auto* age : {&view.ages.pressed, &view.ages.sent, &view.ages.secondAsked,
                    &view.ages.answered, &view.ages.onTheWay, &view.ages.arrived, &view.callBackIn})
    if (*age) *age = 0;
  return view;
}

}  // namespace

bool Caller::Self::known() const {
  return up && now.steady - lineSince >= settings.settling;
}

bool Caller::Self::lineDown() const {
  if (!up && now.steady - lineSince >= settings.settling) return true;
  return open && unacknowledged && now.steady - *unacknowledged >= settings.unacknowledged;
}

Stage Caller::Self::stage() const {
  if (!open) return closed;
  if (open->times.arrived) return Stage::Arrived;
  if (open->times.onTheWay) return Stage::OnTheWay;
  if (open->answered) return Stage::Answered;
  if (open->round == 3) return Stage::Nobody;
  if (!open->times.sent) return Stage::Leaving;
  return open->round == 2 ? Stage::SecondAsked : Stage::Sent;
}

CallView Caller::Self::view() const {
  CallView made;
  made.stage = stage();
  made.id = open ? open->id : closed == Stage::None ? "" : closedId;
  if (open) {
    made.kind = open->kind;
    made.agent = open->agent;
    made.minutes = open->minutes;
    made.minutesLeft = minutesLeft(*open, now.steady);
    const auto age = [&](std::optional<std::int64_t> then) {
      return then ? std::optional(ageOf(*then, now.steady)) : std::nullopt;
    };
    const CallTimes& times = open->times;
    made.ages = {age(times.pressed),  age(times.sent),     age(times.secondAsked),
                 age(times.answered), age(times.onTheWay), age(times.arrived)};
  }
  made.lineUp = up;
  made.lineDown = lineDown();
  made.known = known();
  if (made.known) {
    made.present = attendance.present();
    made.before = attendance.before(made.ages.pressed, now.steady);
  }
  const bool nobody = made.known && !made.present.anybody();
  made.fallback = made.stage == Stage::Nobody || (open && !open->answered && made.lineDown) ||
                  (!open && (nobody || made.lineDown));
  made.callBacks = static_cast<int>(callBacks.size());
  if (closed == Stage::CallBackBooked && !open && !callBacks.empty())
    made.callBackIn = (callBacks.back().at - now.wall) / 1000;
  return made;
}

KioskStatus Caller::Self::status() const {
  KioskStatus made;
  made.state = state;
  made.age = ageOf(stateSince, now.steady);
  made.step = doing.step;
  made.chapter = doing.chapter;
  made.chapters = doing.chapters;
  if (open)
    made.call = OpenCall{open->id,      open->answered ? CallState::Answered : CallState::Waiting,
                         open->kind,    ageOf(open->times.pressed, now.steady),
                         open->round,   open->agent,
                         open->minutes, open->times.onTheWay || open->times.arrived};
  for (const auto& one : callBacks)
    made.callBacks.push_back(
        {one.call, std::clamp<std::int64_t>((one.at - now.wall) / 1000, -largestAge, largestAge),
         one.sealed});
  made.visit = doing.visit;
  made.looking = doing.looking;
  return made;
}

void Caller::Self::tellStatus() {
  const KioskState is = open && !open->times.arrived ? KioskState::Help
                        : open || doing.somebody     ? KioskState::Busy
                                                     : KioskState::Online;
  if (is != state) stateSince = now.steady;
  state = is;
  const KioskStatus made = status();
  if (told && withoutAges(*told) == withoutAges(made) && now.steady - toldAt < settings.refresh)
    return;
  told = made;
  toldAt = now.steady;
  line.publishStatus(made, {});
}

void Caller::Self::settle() {
  advance();
  tellStatus();
  CallView made = view();
  if (withoutAges(made) == withoutAges(shown)) return;
  shown = std::move(made);
  changed();
}

std::optional<std::int64_t> Caller::Self::due() const {
  std::vector<std::int64_t> moments{toldAt + settings.refresh};
  if (rewriteAt) moments.push_back(*rewriteAt);
  const std::int64_t settled = lineSince + settings.settling;
  if (now.steady < settled) moments.push_back(settled);
  if (open && !open->answered) {
    if (open->round == 1) moments.push_back(open->times.round + settings.firstRound);
    if (open->round == 2) moments.push_back(open->times.round + settings.secondRound);
  }
  if (open && unacknowledged && !lineDown())
    moments.push_back(*unacknowledged + settings.unacknowledged);
  if (open && open->answered)
    if (const auto left = minutesLeft(*open, now.steady); left && *left > 0)
      moments.push_back(*open->times.answered + (*open->minutes - *left + 1) * 60'000);
  return std::ranges::min(moments);
}

}  // namespace agent
