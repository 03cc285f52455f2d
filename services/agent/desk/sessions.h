// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "throttle.h"

namespace desk {

// One working day: a page that is opened again goes on without a password until then.
inline constexpr Seconds sessionLasts = 12 * 3600;

// Who is signed in. Only the SHA-256 of a token is kept, in memory and in a file, so that a
// restart of the server signs nobody out and the file lets nobody in. One thread at a time.
class Sessions {
 public:
  // Makes a token of 256 random bits, base64.
  [[nodiscard]] std::string begin(const std::string& agent, Seconds now);
  // Whose token it is; nothing for an unknown one and for one of another day.
  [[nodiscard]] std::optional<std::string> agentOf(std::string_view token, Seconds now) const;
  void end(std::string_view token);
  // Another password: every page that came in by the former is signed out.
  void endAllOf(const std::string& agent);

  [[nodiscard]] std::string text() const;
  static Sessions from(std::string_view text);

 private:
  struct Session {
    std::string digest;
    std::string agent;
    Seconds until = 0;
  };
  std::vector<Session> m_sessions;
};

}  // namespace desk
