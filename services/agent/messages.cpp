// SPDX-License-Identifier: Apache-2.0
#include "agent/messages.h"

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>

#include "agent/schemas.h"
#include "agent/words.h"
#include "crypto/crypto.h"
#include "schema/schema_check.h"

namespace agent {
namespace {

using nlohmann::json;

constexpr std::size_t schemaCount = static_cast<std::size_t>(Schema::GuideFromDesk) + 1;

const schema::Checker& checkerOf(Schema which) {
  static std::array<std::optional<schema::Checker>, schemaCount> checkers;
  static std::array<std::once_flag, schemaCount> once;
  const auto place = static_cast<std::size_t>(which);
  std::call_once(once[place], [&] { checkers[place].emplace(schemaText(which)); });
  return *checkers[place];
}

tl::expected<json, std::string> checked(Schema which, std::string_view text) {
  if (text.size() > largestMessage) return tl::unexpected<std::string>("too large");
  return checkerOf(which).checkedDocument(text);
}

// Nothing leaves that the other side would refuse: a step or a name of ours may be odd too.
Text written(Schema which, const json& document) {
  try {
    std::string text = document.dump();
    if (auto fits = checked(which, text); !fits) return tl::unexpected(std::move(fits.error()));
    return text;
  } catch (const std::exception&) {
    return tl::unexpected<std::string>("not UTF-8");
  }
}

template <typename T>
std::optional<T> optionalOf(const json& document, const char* key) {
  const auto found = document.find(key);
  if (found == document.end() || found->is_null()) return std::nullopt;
  return found->get<T>();
}

template <typename T, std::size_t size>
T kindAt(const std::array<Word<T>, size>& words, const json& document, const char* key) {
  return *kindOf(words, document.at(key).get_ref<const std::string&>());
}

// What the schema cannot be asked (a pattern and any length): base64 that decodes.
bool isBase64(const std::string& text) {
  return crypto::fromBase64(text).has_value();
}

OpenCall openCallOf(const json& document) {
  return {document.at("call"),
          kindAt(callStates, document, "state"),
          kindAt(callKinds, document, "kind"),
          document.at("age"),
          document.at("round"),
          optionalOf<std::string>(document, "agent"),
          optionalOf<int>(document, "minutes"),
          document.at("onTheWay")};
}

KioskStatus kioskStatusOf(const json& document) {
  KioskStatus status;
  status.state = kindAt(kioskStates, document, "state");
  status.age = document.at("age");
  status.step = optionalOf<std::string>(document, "step");
  status.chapter = document.value("chapter", 0);
  status.chapters = document.value("chapters", 0);
  if (const auto call = document.find("call"); call != document.end() && !call->is_null())
    status.call = openCallOf(*call);
  if (const auto list = document.find("callBacks"); list != document.end())
    for (const auto& one : *list)
      status.callBacks.push_back({one.at("call"), one.at("in"), one.at("sealed")});
  status.visit = optionalOf<std::string>(document, "visit");
  status.looking = optionalOf<std::string>(document, "looking");
  return status;
}

// `make` may count on the schema; whatever it throws all the same stays here.
template <typename T, typename Make>
Parsed<T> parsed(Schema which, std::string_view text, Make make) {
  auto document = checked(which, text);
  if (!document) return tl::unexpected(std::move(document.error()));
  try {
    return make(*document);
  } catch (const std::exception&) {
    return tl::unexpected<std::string>("cannot be read");
  }
}

std::int64_t grown(std::int64_t age, std::int64_t seconds) {
  return std::clamp<std::int64_t>(age + std::clamp<std::int64_t>(seconds, 0, largestAge), 0,
                                  largestAge);
}

}  // namespace

Text toJson(const KioskStatus& status) {
  json document{{"state", wordOf(kioskStates, status.state)},
                {"age", status.age},
                {"step", orNull(status.step)},
                {"chapter", status.chapter},
                {"chapters", status.chapters},
                {"call", nullptr},
                {"callBacks", json::array()},
                {"visit", orNull(status.visit)},
                {"looking", orNull(status.looking)}};
  if (const auto& call = status.call)
    document["call"] = {{"call", call->call},
                        {"state", wordOf(callStates, call->state)},
                        {"kind", wordOf(callKinds, call->kind)},
                        {"age", call->age},
                        {"round", call->round},
                        {"agent", orNull(call->agent)},
                        {"minutes", orNull(call->minutes)},
                        {"onTheWay", call->onTheWay}};
  for (const auto& one : status.callBacks) {
    if (!isBase64(one.sealed)) return tl::unexpected<std::string>("<root>[callBacks][sealed]");
    document["callBacks"].push_back({{"call", one.call}, {"in", one.in}, {"sealed", one.sealed}});
  }
  return written(Schema::KioskStatus, document);
}

Text toJson(const CallEvent& event) {
  return written(Schema::Call, {{"call", event.call},
                                {"state", wordOf(callStates, event.state)},
                                {"kind", wordOf(callKinds, event.kind)},
                                {"step", orNull(event.step)},
                                {"chapter", event.chapter},
                                {"age", event.age},
                                {"round", event.round},
                                {"to", orNull(event.to)}});
}

Text toJson(const Answer& answer) {
  json document{{"call", answer.call},
                {"agent", answer.agent},
                {"action", wordOf(answerActions, answer.action)}};
  if (answer.minutes) document["minutes"] = *answer.minutes;
  if (answer.to) document["to"] = *answer.to;
  return written(Schema::Answer, document);
}

Text toJson(const DeskStatus& status) {
  return written(Schema::DeskStatus, {{"state", wordOf(deskStates, status.state)},
                                      {"age", status.age},
                                      {"key", orNull(status.key)}});
}

Text toJson(const Count& count) {
  return written(
      Schema::Count,
      {{"end", wordOf(visitEnds, count.end)}, {"chapter", count.chapter}, {"calls", count.calls}});
}

Text toJson(const GuideEnvelope& envelope) {
  if (!isBase64(envelope.sealed)) return tl::unexpected<std::string>("<root>[sealed]");
  return written(Schema::Guide, {{"from", wordOf(sides, envelope.from)},
                                 {"agent", envelope.agent},
                                 {"visit", envelope.visit},
                                 {"page", envelope.page},
                                 {"sealed", envelope.sealed}});
}

Parsed<KioskStatus> parseKioskStatus(std::string_view text) {
  auto status = parsed<KioskStatus>(Schema::KioskStatus, text, kioskStatusOf);
  if (status && !std::ranges::all_of(status->callBacks, isBase64, &CallBack::sealed))
    return tl::unexpected<std::string>("<root>[callBacks][sealed]");
  return status;
}

Parsed<CallEvent> parseCallEvent(std::string_view text) {
  return parsed<CallEvent>(Schema::Call, text, [](const json& document) {
    return CallEvent{document.at("call"),
                     kindAt(callStates, document, "state"),
                     kindAt(callKinds, document, "kind"),
                     optionalOf<std::string>(document, "step"),
                     document.at("chapter"),
                     document.at("age"),
                     document.at("round"),
                     optionalOf<std::string>(document, "to")};
  });
}

Parsed<Answer> parseAnswer(std::string_view text) {
  return parsed<Answer>(Schema::Answer, text, [](const json& document) {
    return Answer{document.at("call"), document.at("agent"),
                  kindAt(answerActions, document, "action"), optionalOf<int>(document, "minutes"),
                  optionalOf<std::string>(document, "to")};
  });
}

Parsed<DeskStatus> parseDeskStatus(std::string_view text) {
  return parsed<DeskStatus>(Schema::DeskStatus, text, [](const json& document) {
    return DeskStatus{kindAt(deskStates, document, "state"), document.at("age"),
                      optionalOf<std::string>(document, "key")};
  });
}

Parsed<Count> parseCount(std::string_view text) {
  return parsed<Count>(Schema::Count, text, [](const json& document) {
    return Count{kindAt(visitEnds, document, "end"), document.at("chapter"), document.at("calls")};
  });
}

Parsed<GuideEnvelope> parseGuideEnvelope(std::string_view text) {
  auto envelope = parsed<GuideEnvelope>(Schema::Guide, text, [](const json& document) {
    return GuideEnvelope{kindAt(sides, document, "from"), document.at("agent"),
                         document.at("visit"), document.at("page"), document.at("sealed")};
  });
  if (envelope && !isBase64(envelope->sealed)) return tl::unexpected<std::string>("<root>[sealed]");
  return envelope;
}

Parsed<json> parseGuide(Side from, std::string_view opened) {
  return checked(from == Side::Kiosk ? Schema::GuideFromKiosk : Schema::GuideFromDesk, opened);
}

Text guideText(Side from, const json& message) {
  return written(from == Side::Kiosk ? Schema::GuideFromKiosk : Schema::GuideFromDesk, message);
}

void grow(KioskStatus& status, std::int64_t seconds) {
  status.age = grown(status.age, seconds);
  if (status.call) status.call->age = grown(status.call->age, seconds);
  for (auto& one : status.callBacks)
    one.in = std::max(one.in - std::clamp<std::int64_t>(seconds, 0, largestAge), -largestAge);
}

void grow(CallEvent& event, std::int64_t seconds) {
  event.age = grown(event.age, seconds);
}

void grow(DeskStatus& status, std::int64_t seconds) {
  status.age = grown(status.age, seconds);
}

}  // namespace agent
