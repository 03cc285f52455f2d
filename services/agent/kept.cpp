// SPDX-License-Identifier: Apache-2.0
#include "agent/kept.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace agent {
namespace {

constexpr std::chrono::seconds guideOfUse{60};
// A count is worth little, a guide less: a line that is down for days holds no more of them.
constexpr std::size_t mostOfAKind = 200;

bool replaces(const Kept::Payload& later, const Kept::Payload& earlier) {
  if (std::holds_alternative<KioskStatus>(later))
    return std::holds_alternative<KioskStatus>(earlier);
  const auto* event = std::get_if<CallEvent>(&later);
  const auto* before = std::get_if<CallEvent>(&earlier);
  return event != nullptr && before != nullptr && event->call == before->call;
}

}  // namespace

std::vector<Kept::Message> Kept::add(Message message) {
  std::vector<Message> out;
  const auto fallOut = [&](auto place) {
    out.push_back(std::move(*place));
    return m_messages.erase(place);
  };
  for (auto place = m_messages.begin(); place != m_messages.end();)
    place = replaces(message.payload, place->payload) ? fallOut(place) : std::next(place);
  if (std::holds_alternative<KioskStatus>(message.payload)) m_status.reset();
  const auto kind = message.payload.index();
  const auto sameKind = [&](const Message& one) { return one.payload.index() == kind; };
  if (static_cast<std::size_t>(std::ranges::count_if(m_messages, sameKind)) >= mostOfAKind)
    fallOut(std::ranges::find_if(m_messages, sameKind));
  m_messages.push_back(std::move(message));
  return out;
}

void Kept::connectionLost() {
  for (auto& message : m_messages)
    message.number = 0;
  m_waiting.clear();
  // The broker may have told that we are gone, or may have lost what it kept.
  if (m_status) m_messages.push_front(*std::exchange(m_status, std::nullopt));
}

std::vector<Kept::Message*> Kept::unsent(Time now) {
  m_messages.remove_if([&](const Message& one) {
    return std::holds_alternative<GuideEnvelope>(one.payload) && one.number == 0 &&
           now - one.since >= guideOfUse;
  });
  std::vector<Message*> found;
  for (auto& message : m_messages)
    if (message.number == 0) found.push_back(&message);
  return found;
}

std::optional<LinePort::Acknowledged> Kept::acknowledged(int number) {
  m_waiting.erase(number);
  const auto place = std::ranges::find(m_messages, number, &Message::number);
  if (number == 0 || place == m_messages.end()) return std::nullopt;
  auto done = std::move(place->acknowledged);
  if (std::holds_alternative<KioskStatus>(place->payload))
    m_status = Message{std::move(place->payload), {}, place->since, 0};
  m_messages.erase(place);
  return done;
}

void Kept::sent(Message& message, int number, Time now) {
  message.number = number;
  m_waiting[number] = now;
}

void Kept::refused(int number) {
  m_waiting.erase(number);
  m_messages.remove_if([&](const Message& one) { return one.number == number; });
}

void Kept::drop(const Message& message) {
  m_messages.remove_if([&](const Message& one) { return &one == &message; });
}

std::optional<Kept::Time> Kept::waitingSince() const {
  if (m_waiting.empty()) return std::nullopt;
  // Not std::views::values: clang 14, which builds the fuzzers, cannot read GCC 12's.
  return std::ranges::min_element(m_waiting, {}, &std::pair<const int, Time>::second)->second;
}

Text textOf(const Kept::Message& message, Kept::Time now) {
  const auto lay = std::chrono::duration_cast<std::chrono::seconds>(now - message.since).count();
  return std::visit(
      [&](auto payload) {
        if constexpr (requires { grow(payload, lay); }) grow(payload, lay);
        return toJson(payload);
      },
      message.payload);
}

std::chrono::milliseconds waitBefore(int attempt, std::chrono::milliseconds first,
                                     std::chrono::milliseconds longest,
                                     const std::function<std::uint64_t(std::uint64_t)>& random) {
  auto bound = first;
  for (int i = 0; i < attempt && bound < longest; ++i)
    bound *= 2;
  bound = std::min(bound, longest);
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(random(static_cast<std::uint64_t>(bound.count()) + 1)));
}

}  // namespace agent
