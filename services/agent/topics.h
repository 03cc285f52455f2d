// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace agent {

// How long the broker keeps a message that it cannot deliver. What is left of it tells a receiver
// how long it lay there.
inline constexpr std::chrono::seconds statusExpiry{86'400};
inline constexpr std::chrono::seconds callExpiry{1'800};
inline constexpr std::chrono::seconds guideExpiry{60};

// Topics of a site: kiosk/v1/{site}/{kiosk}/{what} and desk/v1/{site}/{agent}/{what}.
struct Topic {
  bool ofDesk = false;
  std::string site;
  std::string who;
  std::string what;
};

// Nothing when it is no such topic.
[[nodiscard]] std::optional<Topic> topicOf(std::string_view text);
[[nodiscard]] std::string kioskTopic(const std::string& site, const std::string& kiosk,
                                     std::string_view what);
[[nodiscard]] std::string deskTopic(const std::string& site, const std::string& agent);

}  // namespace agent
