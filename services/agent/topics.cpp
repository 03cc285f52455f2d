// SPDX-License-Identifier: Apache-2.0
#include "agent/topics.h"

#include <array>

namespace agent {

std::optional<Topic> topicOf(std::string_view text) {
  std::array<std::string_view, 5> levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto slash = text.find('/');
    const bool last = i + 1 == levels.size();
    if ((slash == std::string_view::npos) != last) return std::nullopt;
    levels[i] = text.substr(0, slash);
    if (levels[i].empty()) return std::nullopt;
    if (!last) text.remove_prefix(slash + 1);
  }
  if ((levels[0] != "kiosk" && levels[0] != "desk") || levels[1] != "v1") return std::nullopt;
  return Topic{levels[0] == "desk", std::string(levels[2]), std::string(levels[3]),
               std::string(levels[4])};
}

std::string kioskTopic(const std::string& site, const std::string& kiosk, std::string_view what) {
  return "kiosk/v1/" + site + "/" + kiosk + "/" + std::string(what);
}

std::string deskTopic(const std::string& site, const std::string& agent) {
  return "desk/v1/" + site + "/" + agent + "/status";
}

}  // namespace agent
