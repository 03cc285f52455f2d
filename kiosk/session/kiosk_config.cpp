// SPDX-License-Identifier: Apache-2.0
#include "kiosk_config.h"

#include "kiosk/journey/date.h"
#include "kiosk/journey/object_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace session {
namespace {

using journey::ConfigFault;
using journey::ObjectReader;
using nlohmann::json;

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

const json& emptyObject() {
  static const json empty = json::object();
  return empty;
}

const json& objectOf(ObjectReader& reader, std::string_view key) {
  const json* found = reader.object(key);
  if (!found && !reader.has(key)) reader.refuseMissing(key);
  return found ? *found : emptyObject();
}

bool isLine(const std::string& text) {
  return !text.empty() && text.size() <= 300 &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' '; });
}

std::string textOf(ObjectReader& reader, std::string_view key) {
  std::string text = reader.optionalText(key);
  if (text.empty()) {
    reader.refuseMissing(key);
  } else if (!isLine(text)) {
    reader.refuse(reader.at(key), "too long, or on several lines", "write one line of 300 bytes");
  }
  return text;
}

// "08:30" → 510
std::optional<int> minutesOf(const std::string& text) {
  const auto digit = [&](std::size_t place) { return text[place] >= '0' && text[place] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const int hours = (text[0] - '0') * 10 + text[1] - '0';
  const int minutes = (text[3] - '0') * 10 + text[4] - '0';
  if (hours > 24 || minutes > 59 || hours * 60 + minutes > 24 * 60) return std::nullopt;
  return hours * 60 + minutes;
}

int timeOf(ObjectReader& reader, std::string_view key) {
  const auto minutes = minutesOf(textOf(reader, key));
  if (!minutes) reader.refuse(reader.at(key), "this is no time of the day", "write it as 08:30");
  return minutes.value_or(0);
}

void readHours(const json& entry, const std::string& where, DeskSetting& desk,
               std::optional<ConfigFault>& fault) {
  ObjectReader reader(entry, where, {"days", "from", "to"});
  const OpenHours hours{timeOf(reader, "from"), timeOf(reader, "to")};
  if (!reader.fault() && hours.to <= hours.from) {
    reader.refuse(reader.at("to"), "closes before it opens", "write a later time");
  }
  const json* days = reader.list("days", 1, 7);
  if (!days) reader.refuseMissing("days");
  for (const json& day : days ? *days : json::array()) {
    const auto found = day.is_string() ? std::find(weekdays.begin(), weekdays.end(),
                                                   day.get_ref<const std::string&>())
                                       : weekdays.end();
    if (found == weekdays.end()) {
      reader.refuse(reader.at("days"), "this is no day of the week", "write monday … sunday");
      break;
    }
    auto& open = desk.week[static_cast<std::size_t>(found - weekdays.begin())];
    if (!open.empty() && open.back().to > hours.from) {
      reader.refuse(where, "overlaps the hours before it", "write the hours of a day in order");
    }
    open.push_back(hours);
  }
  if (!fault) fault = reader.fault();
}

// One line for all languages, or an object with a line for each.
std::map<std::string, std::string> linesOf(ObjectReader& reader, std::string_view key,
                                           const json& object) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_object()) return {{"", textOf(reader, key)}};
  std::map<std::string, std::string> lines;
  if (found->empty()) reader.refuse(reader.at(key), "told in no language", "write one line");
  for (const auto& [language, line] : found->items()) {
    if (!journey::isName(language) || !line.is_string() ||
        !isLine(line.get_ref<const std::string&>())) {
      reader.refuse(reader.at(key) + '/' + language, "no line of text in a language",
                    "write { \"fr\": \"…\" }");
    } else {
      lines[language] = line.get<std::string>();
    }
  }
  return lines;
}

DeskSetting deskOf(const json& object, const std::string& pointer,
                   std::optional<ConfigFault>& fault) {
  DeskSetting desk;
  ObjectReader reader(object, pointer, {"where", "hours", "closedOn", "others"});
  desk.where = linesOf(reader, "where", object);
  if (const json* list = reader.list("hours", 0, 50)) {
    for (std::size_t place = 0; place < list->size(); ++place) {
      readHours((*list)[place], reader.at("hours") + '/' + std::to_string(place), desk, fault);
    }
  }
  if (const json* list = reader.list("closedOn", 0, 400)) {
    for (const json& day : *list) {
      const auto date =
          day.is_string() ? journey::parseIsoDate(day.get_ref<const std::string&>()) : std::nullopt;
      if (date) {
        desk.closedOn.insert(std::chrono::sys_days(*date));
      } else {
        reader.refuse(reader.at("closedOn"), "this is no date", "write it as 2026-12-25");
      }
    }
  }
  if (const json* list = reader.list("others", 0, 3)) {
    for (const json& line : *list) {
      if (line.is_string() && !line.empty() && line.get_ref<const std::string&>().size() <= 200) {
        desk.others.push_back(line.get<std::string>());
      } else {
        reader.refuse(reader.at("others"), "this is no line of text", "write 200 bytes at most");
      }
    }
  }
  if (!fault) fault = reader.fault();
  return desk;
}

double densityOf(const json& object, const std::string& pointer,
                 std::optional<ConfigFault>& fault) {
  ObjectReader reader(object, pointer, {"pixelsPerMillimetre"});
  double density = 0;
  if (const auto found = object.find("pixelsPerMillimetre"); found != object.end()) {
    density = found->is_number() ? found->get<double>() : -1;
    if (density != 0 && !(density >= 1.5 && density <= 12)) {
      reader.refuse(reader.at("pixelsPerMillimetre"), "no screen has that density",
                    "measure 100 mm on the glass: 1.5 to 12, or 0 to ask the screen");
    }
  }
  if (!fault) fault = reader.fault();
  return density;
}

std::chrono::seconds secondsOf(ObjectReader& reader, std::string_view key, int least, int most,
                               std::chrono::seconds usual) {
  return reader.has(key) ? std::chrono::seconds(reader.integer(key, least, most)) : usual;
}

// A list of names, each once; empty when it is left out.
std::vector<std::string> namesOf(ObjectReader& reader, std::string_view key) {
  std::vector<std::string> names;
  const json* list = reader.list(key, 1, 40);
  for (const json& entry : list ? *list : json::array()) {
    const std::string name = entry.is_string() ? entry.get<std::string>() : std::string();
    if (!journey::isName(name) || std::find(names.begin(), names.end(), name) != names.end()) {
      reader.refuse(reader.at(key), "no name, or one that is there twice", "write fr, en …");
      break;
    }
    names.push_back(name);
  }
  return names;
}

void readNational(const json& object, KioskConfig& config, std::optional<ConfigFault>& fault) {
  ObjectReader reader(object, "/national", {"url", "timeoutSeconds"});
  config.national.url = textOf(reader, "url");
  if (!reader.fault() && config.national.url.rfind("https://", 0) != 0) {
    reader.refuse(reader.at("url"), "this is no https address", "write https://host:port");
  }
  config.national.timeout = secondsOf(reader, "timeoutSeconds", 1, 20, config.national.timeout);
  if (!fault) fault = reader.fault();
}

void readLine(const json& line, const json& call, KioskConfig& config,
              std::optional<ConfigFault>& fault) {
  ObjectReader broker(line, "/line", {"host", "port"});
  if (broker.has("host")) config.line.host = textOf(broker, "host");
  if (broker.has("port")) config.line.port = broker.integer("port", 1, 65535);
  if (!fault) fault = broker.fault();
  ObjectReader reader(call, "/call", {"secondAgentSeconds", "nobodySeconds", "lineDownSeconds"});
  auto& delays = config.call;
  delays.secondAgent = secondsOf(reader, "secondAgentSeconds", 5, 600, delays.secondAgent);
  delays.nobody = secondsOf(reader, "nobodySeconds", 5, 600, delays.nobody);
  delays.lineDown = secondsOf(reader, "lineDownSeconds", 2, 60, delays.lineDown);
  if (!fault) fault = reader.fault();
}

void readLimits(const json& outbox, const json& visit, KioskConfig& config,
                std::optional<ConfigFault>& fault) {
  ObjectReader store(outbox, "/outbox", {"requests", "megabytes"});
  config.quota.requests = store.integer("requests", 1, 1'000'000);
  config.quota.bytes = std::int64_t{store.integer("megabytes", 1, 1'000'000)} * 1'000'000;
  if (!fault) fault = store.fault();
  ObjectReader reader(visit, "/visit",
                      {"idleSeconds", "idleWithAgentSeconds", "warningSeconds", "sendWaitSeconds"});
  Patience& patience = config.patience;
  // WCAG 2.2.1 wants no less than 20 s of warning; slow hands get 60.
  patience.idle = secondsOf(reader, "idleSeconds", 30, 3600, patience.idle);
  patience.idleWithAgent =
      secondsOf(reader, "idleWithAgentSeconds", 30, 7200, patience.idleWithAgent);
  patience.warning = secondsOf(reader, "warningSeconds", 20, 600, patience.warning);
  config.sendWait = secondsOf(reader, "sendWaitSeconds", 1, 20, config.sendWait);
  if (!fault) fault = reader.fault();
}

}  // namespace

tl::expected<KioskConfig, ConfigFault> parseKioskConfig(const json& document) {
  KioskConfig config;
  ObjectReader reader(document, "",
                      {"$schema", "kioskId", "language", "languages", "place", "desk", "screen",
                       "national", "outbox", "line", "call", "visit"});
  std::optional<ConfigFault> fault = reader.fault();
  if (fault) return tl::unexpected(*fault);
  config.kioskId = reader.name("kioskId");
  config.language = reader.name("language");
  config.languages = namesOf(reader, "languages");
  const json& place = objectOf(reader, "place");
  const json& desk = objectOf(reader, "desk");
  const json* screen = reader.object("screen");
  const json& national = objectOf(reader, "national");
  const json& outbox = objectOf(reader, "outbox");
  const json* line = reader.object("line");
  const json* call = reader.object("call");
  const json* visit = reader.object("visit");
  fault = reader.fault();
  if (fault) return tl::unexpected(*fault);
  ObjectReader here(place, "/place", {"name", "address", "telephone"});
  config.place = {textOf(here, "name"), textOf(here, "address"), textOf(here, "telephone")};
  fault = here.fault();
  config.desk = deskOf(desk, "/desk", fault);
  config.pixelsPerMillimetre = densityOf(screen ? *screen : emptyObject(), "/screen", fault);
  readNational(national, config, fault);
  readLine(line ? *line : emptyObject(), call ? *call : emptyObject(), config, fault);
  readLimits(outbox, visit ? *visit : emptyObject(), config, fault);
  if (fault) return tl::unexpected(*fault);
  return config;
}

}  // namespace session
