// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace desk {

// Seconds since 1970, passed in by whoever owns the clock.
using Seconds = std::int64_t;

inline constexpr int freeTries = 5;
inline constexpr Seconds firstWait = 15;
inline constexpr Seconds longestWait = 15 * 60;
// Without a wrong try for this long, the count begins anew.
inline constexpr Seconds forgottenAfter = 24 * 3600;

// Wrong tries by key (an agent's name, a peer's address): after five, each further one has to wait,
// 15 s at first, twice as long each time, 15 min at most. Used by one thread at a time.
class Throttle {
 public:
  // What a try at `key` still has to wait; 0: now. A clock that jumped back never makes anybody
  // wait longer than the wait itself.
  [[nodiscard]] Seconds wait(const std::string& key, Seconds now);
  // A try that is not known to be right. Counted before it is checked: tries side by side, or an
  // end of the program in the middle, win nothing.
  void count(const std::string& key, Seconds now);
  // The try that was counted last was right: `all` forgets the earlier ones too.
  void takeBack(const std::string& key, bool all);

  // As kept in a file; from() takes what it can read and begins with nothing otherwise.
  [[nodiscard]] std::string text() const;
  static Throttle from(std::string_view text);

 private:
  struct Tries {
    int wrong = 0;
    Seconds last = 0;
    Seconds before = 0;  // the time of the try before the last, for takeBack()
  };
  void makeRoom();

  std::map<std::string, Tries> m_tries;
};

}  // namespace desk
