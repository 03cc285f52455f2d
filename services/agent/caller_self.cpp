// SPDX-License-Identifier: Apache-2.0
#include "agent/caller_self.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace agent {
namespace {

// Two answers of one agent, as close as this: the same touch, told twice by the broker.
constexpr std::int64_t sameTouch = 10'000;

// A moment of the wall clock as a steady one. A clock that was wrong then or is wrong now gives an
// age that cannot be: then it counts from now, so that a call is asked for once more rather than
// given up.
std::int64_t steadyOf(std::int64_t wall, Moment now) {
  const std::int64_t age = now.wall - wall;
  return now.steady - (age < 0 || age > largestAge * 1000 ? 0 : age);
}

template <typename Convert>
CallTimes converted(CallTimes times, Convert convert) {
  times.pressed = convert(times.pressed);
  times.round = convert(times.round);
  for (auto* optional :
       {&times.sent, &times.secondAsked, &times.answered, &times.onTheWay, &times.arrived})
    if (*optional) *optional = convert(**optional);
  return times;
}

}  // namespace

std::int64_t ageOf(std::int64_t then, std::int64_t now) {
  return std::clamp<std::int64_t>((now - then) / 1000, 0, largestAge);
}

std::optional<int> minutesLeft(const StoredCall& call, std::int64_t now) {
  if (!call.minutes || !call.times.answered) return std::nullopt;
  const std::int64_t left = *call.times.answered + *call.minutes * 60'000 - now;
  return static_cast<int>(std::clamp<std::int64_t>((left + 59'999) / 60'000, 0, 60));
}

Caller::Self::Self(CallSettings given, CallStore& callStore, LinePort& port,
                   std::function<void()> tell)
    : settings(std::move(given)),
      store(callStore),
      line(port),
      changed(std::move(tell)),
      attendance(settings.agents, settings.kiosk) {}

void Caller::Self::takeUp() {
  CallRecord kept = store.read();
  callBacks = std::move(kept.callBacks);
  calls = kept.calls;
  open = std::move(kept.open);
  if (!open) return;
  open->times = converted(open->times, [&](std::int64_t wall) { return steadyOf(wall, now); });
  open->times.sent.reset();  // this process has yet to hear it
  if (open->agent) asked.insert(*open->agent);
}

CallRecord Caller::Self::record() const {
  CallRecord made{open, callBacks, calls};
  if (made.open)
    made.open->times = converted(
        made.open->times, [&](std::int64_t steady) { return now.wall - (now.steady - steady); });
  return made;
}

bool Caller::Self::save() {
  const bool done = store.write(record()).has_value();
  if (done) rewriteAt.reset();
  return done;
}

// For what has happened whether the disk likes it or not.
void Caller::Self::saveOrRetry() {
  if (!save()) rewriteAt = now.steady + settings.rewrite;
}

void Caller::Self::ring(CallState callState) {
  const StoredCall& call = *open;
  const CallEvent event{
      call.id,      callState,
      call.kind,    call.step,
      call.chapter, ageOf(call.times.pressed, now.steady),
      call.round,   callState == CallState::Waiting && call.round == 2 ? call.agent : std::nullopt};
  if (!unacknowledged) unacknowledged = now.steady;
  line.publishCall(event, [weak = std::weak_ptr<Self*>(self), id = call.id] {
    const auto strong = weak.lock();
    if (!strong) return;
    Self& me = **strong;
    if (!me.open || me.open->id != id) return;
    me.unacknowledged.reset();
    if (!me.open->times.sent) me.open->times.sent = me.now.steady;
    me.settle();
  });
}

void Caller::Self::close(Stage stage, CallState callState) {
  ring(callState);
  closed = stage;
  closedId = open->id;
  open.reset();
  unacknowledged.reset();
  saveOrRetry();
}

void Caller::Self::putBack(int round, std::optional<std::string> agent) {
  open->answered = false;
  open->minutes.reset();
  open->times.answered.reset();
  open->times.onTheWay.reset();
  open->times.arrived.reset();
  open->times.secondAsked.reset();
  if (round == 2) open->times.secondAsked = now.steady;
  if (agent) asked.insert(*agent);
  open->round = round;
  open->agent = std::move(agent);
  open->times.round = now.steady;
  saveOrRetry();
  ring(CallState::Waiting);
}

void Caller::Self::advance() {
  if (rewriteAt && now.steady >= *rewriteAt) saveOrRetry();
  if (!open || open->answered || open->round == 3) return;
  const std::int64_t waited = now.steady - open->times.round;
  const bool nobody = known() && !attendance.present().anybody();
  if (open->round == 1 && !nobody && waited >= settings.firstRound) {
    putBack(2, attendance.next(asked));
  } else if (nobody || (open->round == 2 && waited >= settings.secondRound)) {
    open->round = 3;
    open->agent.reset();
    saveOrRetry();
    ring(CallState::Waiting);
  }
}

void Caller::Self::coming(const Answer& answer, std::int64_t at) {
  if (open->answered && open->agent != answer.agent) return;  // somebody else was first
  if (open->answered && open->minutes == answer.minutes && open->times.answered &&
      std::abs(at - *open->times.answered) < sameTouch)
    return;
  open->answered = true;
  open->agent = answer.agent;
  open->minutes = answer.minutes;
  open->times.answered = std::max(at, open->times.pressed);
  open->times.onTheWay.reset();
  saveOrRetry();
  ring(CallState::Answered);
}

void Caller::Self::hear(const Answer& answer, std::int64_t at) {
  if (!settings.agents.contains(answer.agent)) return;
  if (!open || open->id != answer.call) {
    if (answer.action == AnswerAction::End) endCallBack(answer.call);
    return;
  }
  const bool theirs = open->agent == answer.agent;
  switch (answer.action) {
    case AnswerAction::Coming:
      return coming(answer, at);
    case AnswerAction::OnTheWay:
    case AnswerAction::Arrived: {
      const bool arrived = answer.action == AnswerAction::Arrived;
      auto& time = arrived ? open->times.arrived : open->times.onTheWay;
      // A colleague may come instead; but only one can be on the way.
      if (open->answered && !theirs && !arrived) return;
      if (open->answered && theirs && time) return;
      if (!open->answered || !theirs) open->minutes.reset();
      open->answered = true;
      open->agent = answer.agent;
      if (!open->times.answered) open->times.answered = std::max(at, open->times.pressed);
      time = std::max(at, open->times.pressed);
      saveOrRetry();
      return ring(CallState::Answered);
    }
    case AnswerAction::Pass:
      if (!settings.agents.contains(*answer.to) || (open->answered && !theirs)) return;
      asked.insert(answer.agent);
      return putBack(2, answer.to);
    case AnswerAction::Release:
      if (!open->answered || !theirs) return;
      asked.insert(answer.agent);
      return putBack(1, std::nullopt);
    case AnswerAction::End:
      return close(Stage::Ended, CallState::Ended);
  }
}

void Caller::Self::endCallBack(const std::string& call) {
  if (std::erase_if(callBacks, [&](const auto& one) { return one.call == call; }) == 0) return;
  if (closed == Stage::CallBackBooked && closedId == call) closed = Stage::Ended;
  saveOrRetry();
}

}  // namespace agent
