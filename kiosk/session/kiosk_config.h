// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/config_fault.h"
#include "presence.h"

#include <tl/expected.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

namespace session {

// A stretch of opening time in one day, in minutes since midnight, local time.
struct OpenHours {
  int from = 0;
  int to = 0;
  bool operator==(const OpenHours&) const = default;
};

struct DeskSetting {
  // Where to go inside of the house: "au comptoir, à gauche de l'entrée"; by language where it is
  // told in several, under "" where in one for all.
  std::map<std::string, std::string> where;
  // Monday first; in order and apart from each other.
  std::array<std::vector<OpenHours>, 7> week;
  std::set<std::chrono::sys_days> closedOn;
  // The nearest other desks, a line each.
  std::vector<std::string> others;
};

// config/kiosk.json: what is particular to this kiosk.
struct KioskConfig {
  std::string kioskId;
  std::string language;
  // What a person may choose from, in this order; empty: every file of config/text.
  std::vector<std::string> languages;
  struct {
    std::string name, address, telephone;
  } place;
  DeskSetting desk;
  // Of the real glass, measured at the installation; 0 = as the screen says.
  double pixelsPerMillimetre = 0;
  struct {
    std::string url;
    std::chrono::seconds timeout{10};
  } national;
  // Above these the kiosk takes no new visit (30 days without the service must fit).
  struct {
    std::int64_t requests = 0;
    std::int64_t bytes = 0;
  } quota;
  // The site's broker for calls.
  struct {
    std::string host = "127.0.0.1";
    int port = 8883;
  } line;
  // How long a call waits: then a second agent is asked by name,
  // then the person is shown other ways; and how long for the broker to take it.
  struct {
    std::chrono::seconds secondAgent{60};
    std::chrono::seconds nobody{60};
    std::chrono::seconds lineDown{10};
  } call;
  Patience patience;
  std::chrono::seconds sendWait{20};
};

// Reads it strictly: unknown words, wrong types and absurd values are refused. Pure; Qt-free.
[[nodiscard]] tl::expected<KioskConfig, journey::ConfigFault> parseKioskConfig(
    const nlohmann::json& document);

}  // namespace session
