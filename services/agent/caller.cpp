// SPDX-License-Identifier: Apache-2.0
#include "agent/caller.h"

#include <algorithm>
#include <utility>

#include "agent/caller_self.h"
#include "crypto/crypto.h"

namespace agent {
namespace {

constexpr std::size_t mostCallBacks = 20;
constexpr std::size_t largestSealed = 2'000;  // 20 of them still fit into one message
constexpr int mostCalls = 100;

}  // namespace

Caller::Caller(CallSettings settings, CallStore& store, LinePort& line,
               std::function<void()> changed, Moment now)
    : m_self(std::make_unique<Self>(std::move(settings), store, line, std::move(changed))) {
  m_self->now = now;
  m_self->lineSince = now.steady;
  m_self->stateSince = now.steady;
  m_self->takeUp();
  if (m_self->open) m_self->ring(m_self->open->answered ? CallState::Answered : CallState::Waiting);
  m_self->tellStatus();
  m_self->shown = m_self->view();
}

Caller::~Caller() = default;

void Caller::tick(Moment now) {
  m_self->now = now;
  m_self->settle();
}

std::optional<std::int64_t> Caller::due() const {
  return m_self->due();
}

void Caller::doing(const Doing& doing, Moment now) {
  m_self->now = now;
  m_self->doing = doing;
  m_self->settle();
}

tl::expected<void, CallFault> Caller::call(CallKind kind, Moment now) {
  Self& self = *m_self;
  self.now = now;
  if (self.open) return tl::unexpected(CallFault::AlreadyOpen);
  StoredCall call;
  call.id = crypto::uuidV7(now.wall);
  call.kind = kind;
  call.step = self.doing.step;
  call.chapter = self.doing.chapter;
  call.times.pressed = call.times.round = now.steady;
  self.open = std::move(call);
  self.calls = std::min(self.calls + 1, mostCalls);
  if (!self.save()) {
    self.open.reset();
    --self.calls;
    return tl::unexpected(CallFault::NotRecorded);
  }
  self.closed = Stage::None;
  self.asked.clear();
  self.ring(CallState::Waiting);
  self.settle();
  return {};
}

void Caller::withdraw(Moment now) {
  m_self->now = now;
  if (m_self->open) m_self->close(Stage::Withdrawn, CallState::Withdrawn);
  m_self->settle();
}

void Caller::agentHere(const std::string& agent, Moment now) {
  m_self->now = now;
  if (m_self->open)
    m_self->hear({m_self->open->id, agent, AnswerAction::Arrived, {}, {}}, now.steady);
  m_self->settle();
}

void Caller::agentDone(const std::string& agent, Moment now) {
  m_self->now = now;
  if (m_self->open) m_self->hear({m_self->open->id, agent, AnswerAction::End, {}, {}}, now.steady);
  m_self->settle();
}

tl::expected<void, CallFault> Caller::bookCallBack(std::int64_t inSeconds,
                                                   std::span<const std::uint8_t> sealed,
                                                   Moment now) {
  Self& self = *m_self;
  self.now = now;
  if (self.callBacks.size() >= mostCallBacks) return tl::unexpected(CallFault::Full);
  std::string text = crypto::toBase64(sealed);
  if (text.empty() || text.size() > largestSealed) return tl::unexpected(CallFault::TooLarge);
  const bool called = self.open.has_value();
  const auto before = self.open;
  const std::string id = called ? self.open->id : crypto::uuidV7(now.wall);
  self.callBacks.push_back({id, now.wall + inSeconds * 1000, std::move(text)});
  self.open.reset();
  if (!self.save()) {
    self.callBacks.pop_back();
    self.open = before;
    return tl::unexpected(CallFault::NotRecorded);
  }
  self.closed = Stage::CallBackBooked;
  self.closedId = id;
  self.unacknowledged.reset();
  CallEvent event{id, CallState::CallBack, CallKind::Help, self.doing.step, self.doing.chapter, 0,
                  1,  std::nullopt};
  if (before) {
    event.kind = before->kind;
    event.age = ageOf(before->times.pressed, now.steady);
    event.round = before->round;
  }
  self.line.publishCall(event, {});
  self.settle();
  return {};
}

void Caller::endVisit(VisitEnd end, Moment now) {
  Self& self = *m_self;
  self.now = now;
  if (self.open) self.close(Stage::Withdrawn, CallState::Withdrawn);
  self.line.publishCount({end, self.doing.chapter, self.calls}, {});
  self.closed = Stage::None;
  self.doing = {};
  if (std::exchange(self.calls, 0) > 0) self.saveOrRetry();
  self.settle();
}

void Caller::connected(bool up, Moment now) {
  Self& self = *m_self;
  self.now = now;
  if (up) self.attendance.clear();
  if (up != self.up) self.lineSince = now.steady;
  self.up = up;
  self.settle();
}

void Caller::desk(const std::string& agent, const DeskStatus& status, Moment now) {
  m_self->now = now;
  m_self->attendance.desk(agent, status, now.steady);
  m_self->settle();
}

void Caller::kiosk(const std::string& kiosk, const KioskStatus& status, Moment now) {
  m_self->now = now;
  m_self->attendance.kiosk(kiosk, status, now.steady);
  m_self->settle();
}

void Caller::answer(const Answer& answer, std::int64_t laySeconds, Moment now) {
  m_self->now = now;
  const auto lay = std::clamp<std::int64_t>(laySeconds, 0, largestAge);
  m_self->hear(answer, now.steady - lay * 1000);
  m_self->settle();
}

CallView Caller::view(Moment now) const {
  m_self->now = now;
  return m_self->view();
}

}  // namespace agent
