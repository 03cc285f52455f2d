// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

// What travels between a kiosk and the desk (schemas/*.schema.json): no personal data, ages instead
// of moments, so that no clock has to agree with another. Every text is checked against its schema
// on its way in and on its way out. Pure; any thread; nothing throws.
namespace agent {

// The broker refuses more (max_packet_size).
inline constexpr std::size_t largestMessage = 65536;
inline constexpr std::int64_t largestAge = 2'592'000;  // thirty days, in seconds

enum class KioskState { Online, Busy, Help, Offline };
enum class CallState { Waiting, Answered, Withdrawn, Ended, CallBack };
enum class CallKind { Help, Blocked, PaymentUnknown, Identity };
enum class AnswerAction { Coming, OnTheWay, Arrived, Pass, Release, End };
enum class DeskState { Available, Busy, Away, Offline };
enum class VisitEnd { Sent, Kept, Paused, List, CallBack, None };
enum class Side { Kiosk, Desk };

struct OpenCall {
  std::string call;                      // UUIDv7
  CallState state = CallState::Waiting;  // Waiting or Answered
  CallKind kind = CallKind::Help;
  std::int64_t age = 0;              // seconds since the person pressed
  int round = 1;                     // 1 everybody, 2 `agent` is asked, 3 nobody came in time
  std::optional<std::string> agent;  // who answered; in round 2 who is asked
  std::optional<int> minutes;        // as the agent promised
  bool onTheWay = false;
  bool operator==(const OpenCall&) const = default;
};

struct CallBack {
  std::string call;
  std::int64_t in = 0;  // seconds until the promised time; negative once it is past
  std::string sealed;   // base64 of crypto_box_seal to the desk's key
  bool operator==(const CallBack&) const = default;
};

struct KioskStatus {
  KioskState state = KioskState::Offline;
  std::int64_t age = 0;  // seconds in this state
  std::optional<std::string> step;
  int chapter = 0;
  int chapters = 0;
  std::optional<OpenCall> call;
  std::vector<CallBack> callBacks;     // at most 20
  std::optional<std::string> visit;    // the visit's X25519 key, base64
  std::optional<std::string> looking;  // the agent who sees the screen, with consent
  bool operator==(const KioskStatus&) const = default;
};

struct CallEvent {
  std::string call;
  CallState state = CallState::Waiting;
  CallKind kind = CallKind::Help;
  std::optional<std::string> step;
  int chapter = 0;
  std::int64_t age = 0;
  int round = 1;
  std::optional<std::string> to;
  bool operator==(const CallEvent&) const = default;
};

struct Answer {
  std::string call;
  std::string agent;
  AnswerAction action = AnswerAction::Coming;
  std::optional<int> minutes;     // there with Coming
  std::optional<std::string> to;  // there with Pass
  bool operator==(const Answer&) const = default;
};

struct DeskStatus {
  DeskState state = DeskState::Offline;
  std::int64_t age = 0;
  std::optional<std::string> key;  // the page's X25519 key, base64
  bool operator==(const DeskStatus&) const = default;
};

struct Count {
  VisitEnd end = VisitEnd::None;
  int chapter = 0;
  int calls = 0;
  bool operator==(const Count&) const = default;
};

struct GuideEnvelope {
  Side from = Side::Kiosk;
  std::string agent;
  std::string visit;  // both keys: what was sealed to an earlier visit or page opens nowhere
  std::string page;
  std::string sealed;  // base64, nonce before the box
  bool operator==(const GuideEnvelope&) const = default;
};

// JSON text, or the place where what was given does not fit its schema.
using Text = tl::expected<std::string, std::string>;
[[nodiscard]] Text toJson(const KioskStatus& status);
[[nodiscard]] Text toJson(const CallEvent& event);
[[nodiscard]] Text toJson(const Answer& answer);
[[nodiscard]] Text toJson(const DeskStatus& status);
[[nodiscard]] Text toJson(const Count& count);
[[nodiscard]] Text toJson(const GuideEnvelope& envelope);

// Bytes of the broker's, or the place where they do not fit (never a value).
template <typename T>
using Parsed = tl::expected<T, std::string>;
[[nodiscard]] Parsed<KioskStatus> parseKioskStatus(std::string_view text);
[[nodiscard]] Parsed<CallEvent> parseCallEvent(std::string_view text);
[[nodiscard]] Parsed<Answer> parseAnswer(std::string_view text);
[[nodiscard]] Parsed<DeskStatus> parseDeskStatus(std::string_view text);
[[nodiscard]] Parsed<Count> parseCount(std::string_view text);
[[nodiscard]] Parsed<GuideEnvelope> parseGuideEnvelope(std::string_view text);

// What is sealed in a guide message (guide-from-kiosk, guide-from-desk): any document that fits the
// schema of that direction. Outwards: the text to seal. A fault is a place.
[[nodiscard]] Parsed<nlohmann::json> parseGuide(Side from, std::string_view opened);
[[nodiscard]] Text guideText(Side from, const nlohmann::json& message);

// Adds seconds that a message lay somewhere to every age in it, and takes them from what is to
// come; stays in the schema's bounds.
void grow(KioskStatus& status, std::int64_t seconds);
void grow(CallEvent& event, std::int64_t seconds);
void grow(DeskStatus& status, std::int64_t seconds);

}  // namespace agent
