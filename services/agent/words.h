// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "agent/messages.h"

// The words of the schemas for each kind.
namespace agent {

template <typename T>
struct Word {
  T kind;
  std::string_view text;
};

inline constexpr std::array<Word<KioskState>, 4> kioskStates{{{KioskState::Online, "online"},
                                                              {KioskState::Busy, "busy"},
                                                              {KioskState::Help, "help"},
                                                              {KioskState::Offline, "offline"}}};
inline constexpr std::array<Word<CallState>, 5> callStates{{{CallState::Waiting, "waiting"},
                                                            {CallState::Answered, "answered"},
                                                            {CallState::Withdrawn, "withdrawn"},
                                                            {CallState::Ended, "ended"},
                                                            {CallState::CallBack, "call-back"}}};
inline constexpr std::array<Word<CallKind>, 4> callKinds{
    {{CallKind::Help, "help"},
     {CallKind::Blocked, "blocked"},
     {CallKind::PaymentUnknown, "payment-unknown"},
     {CallKind::Identity, "identity"}}};
inline constexpr std::array<Word<AnswerAction>, 6> answerActions{
    {{AnswerAction::Coming, "coming"},
     {AnswerAction::OnTheWay, "on-the-way"},
     {AnswerAction::Arrived, "arrived"},
     {AnswerAction::Pass, "pass"},
     {AnswerAction::Release, "release"},
     {AnswerAction::End, "end"}}};
inline constexpr std::array<Word<DeskState>, 4> deskStates{{{DeskState::Available, "available"},
                                                            {DeskState::Busy, "busy"},
                                                            {DeskState::Away, "away"},
                                                            {DeskState::Offline, "offline"}}};
inline constexpr std::array<Word<VisitEnd>, 6> visitEnds{{{VisitEnd::Sent, "sent"},
                                                          {VisitEnd::Kept, "kept"},
                                                          {VisitEnd::Paused, "paused"},
                                                          {VisitEnd::List, "list"},
                                                          {VisitEnd::CallBack, "call-back"},
                                                          {VisitEnd::None, "none"}}};
inline constexpr std::array<Word<Side>, 2> sides{{{Side::Kiosk, "kiosk"}, {Side::Desk, "desk"}}};

template <typename Words, typename T>
[[nodiscard]] std::string_view wordOf(const Words& words, T kind) {
  for (const auto& word : words)
    if (word.kind == kind) return word.text;
  return {};
}

template <typename T, std::size_t size>
[[nodiscard]] std::optional<T> kindOf(const std::array<Word<T>, size>& words,
                                      std::string_view text) {
  for (const auto& word : words)
    if (word.text == text) return word.kind;
  return std::nullopt;
}

template <typename T>
[[nodiscard]] nlohmann::json orNull(const std::optional<T>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

}  // namespace agent
