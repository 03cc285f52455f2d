// SPDX-License-Identifier: Apache-2.0
// The form of call.json. It is read as strictly as what comes from outside: half a disk's page may
// be in it.
#include <algorithm>
#include <exception>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "agent/call_store.h"
#include "agent/words.h"

namespace agent {
namespace {

using nlohmann::json;

// Of this file only: caught in recordOf.
void require(bool holds, const char* place) {
  if (!holds) throw std::runtime_error(place);
}

bool isCallId(const std::string& text) {
  return text.size() == 36 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
         });
}

std::int64_t moment(const json& node, const char* place) {
  require(node.is_number_integer(), place);
  const auto value = node.get<std::int64_t>();
  require(value > -(std::int64_t{1} << 60) && value < std::int64_t{1} << 60, place);
  return value;
}

std::optional<std::int64_t> momentOrNull(const json& node, const char* place) {
  return node.is_null() ? std::nullopt : std::optional(moment(node, place));
}

int number(const json& node, int least, int most, const char* place) {
  require(node.is_number_integer(), place);
  const auto value = node.get<std::int64_t>();
  require(value >= least && value <= most, place);
  return static_cast<int>(value);
}

std::optional<std::string> textOrNull(const json& node, const char* place) {
  if (node.is_null()) return std::nullopt;
  require(node.is_string() && node.get_ref<const std::string&>().size() <= 64, place);
  return node.get<std::string>();
}

json documentOf(const StoredCall& call) {
  return {{"id", call.id},
          {"kind", wordOf(callKinds, call.kind)},
          {"step", orNull(call.step)},
          {"chapter", call.chapter},
          {"round", call.round},
          {"answered", call.answered},
          {"agent", orNull(call.agent)},
          {"minutes", orNull(call.minutes)},
          {"times",
           {{"pressed", call.times.pressed},
            {"round", call.times.round},
            {"sent", orNull(call.times.sent)},
            {"secondAsked", orNull(call.times.secondAsked)},
            {"answered", orNull(call.times.answered)},
            {"onTheWay", orNull(call.times.onTheWay)},
            {"arrived", orNull(call.times.arrived)}}}};
}

StoredCall callOf(const json& document) {
  StoredCall call;
  call.id = document.at("id").get<std::string>();
  require(isCallId(call.id), "open.id");
  const auto kind = kindOf(callKinds, document.at("kind").get<std::string>());
  require(kind.has_value(), "open.kind");
  call.kind = *kind;
  call.step = textOrNull(document.at("step"), "open.step");
  call.chapter = number(document.at("chapter"), 0, 8, "open.chapter");
  call.round = number(document.at("round"), 1, 3, "open.round");
  call.answered = document.at("answered").get<bool>();
  call.agent = textOrNull(document.at("agent"), "open.agent");
  require(!call.answered || call.agent, "open.agent");
  if (!document.at("minutes").is_null())
    call.minutes = number(document.at("minutes"), 1, 60, "open.minutes");
  const json& times = document.at("times");
  call.times = {moment(times.at("pressed"), "open.times.pressed"),
                moment(times.at("round"), "open.times.round"),
                momentOrNull(times.at("sent"), "open.times.sent"),
                momentOrNull(times.at("secondAsked"), "open.times.secondAsked"),
                momentOrNull(times.at("answered"), "open.times.answered"),
                momentOrNull(times.at("onTheWay"), "open.times.onTheWay"),
                momentOrNull(times.at("arrived"), "open.times.arrived")};
  return call;
}

CallRecord recordOf(const json& document) {
  require(document.at("version") == 1, "version");
  CallRecord record;
  if (!document.at("open").is_null()) record.open = callOf(document.at("open"));
  require(document.at("callBacks").is_array() && document.at("callBacks").size() <= 20,
          "callBacks");
  for (const auto& one : document.at("callBacks")) {
    StoredCallBack callBack{one.at("call").get<std::string>(), moment(one.at("at"), "callBacks.at"),
                            one.at("sealed").get<std::string>()};
    require(isCallId(callBack.call), "callBacks.call");
    record.callBacks.push_back(std::move(callBack));
  }
  record.calls = number(document.at("calls"), 0, 100, "calls");
  return record;
}

}  // namespace

std::string toText(const CallRecord& record) {
  json document{{"version", 1},
                {"open", record.open ? documentOf(*record.open) : json(nullptr)},
                {"callBacks", json::array()},
                {"calls", record.calls}};
  for (const auto& one : record.callBacks)
    document["callBacks"].push_back({{"call", one.call}, {"at", one.at}, {"sealed", one.sealed}});
  return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

tl::expected<CallRecord, std::string> recordOf(const std::string& text) {
  try {
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return tl::unexpected<std::string>("not JSON");
    return recordOf(document);
  } catch (const json::exception&) {
    return tl::unexpected<std::string>("not in the form of a call");
  } catch (const std::exception& fault) {
    return tl::unexpected<std::string>(fault.what());
  }
}

}  // namespace agent
