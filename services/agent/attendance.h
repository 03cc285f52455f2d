// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agent/messages.h"

namespace agent {

// Who is at the desk and who waits, from what agents and kiosks of the site say of themselves.
// Pure: moments are milliseconds of any steady start.
class Attendance {
 public:
  // Agents that are not in `agents` are not there. `ownKiosk` never waits before itself.
  Attendance(std::set<std::string> agents, std::string ownKiosk);

  // All is forgotten: the broker tells it anew.
  void clear();
  void desk(const std::string& agent, const DeskStatus& status, std::int64_t now);
  void kiosk(const std::string& kiosk, const KioskStatus& status, std::int64_t now);

  struct Present {
    std::vector<std::string> available;  // each by name, in order of id
    std::vector<std::string> busy;
    std::vector<std::string> away;  // their page is open, they are not there
    // Somebody who may come: not merely a page left open.
    [[nodiscard]] bool anybody() const { return !available.empty() || !busy.empty(); }
    bool operator==(const Present&) const = default;
  };
  [[nodiscard]] Present present() const;

  // Calls of other kiosks that are older than ours, waiting or being served. Without one of ours:
  // all.
  [[nodiscard]] int before(std::optional<std::int64_t> ourAgeSeconds, std::int64_t now) const;

  // Whom to ask by name: available before busy, then who has been so for longest, then by id.
  [[nodiscard]] std::optional<std::string> next(const std::set<std::string>& except) const;

 private:
  struct Desk {
    DeskState state = DeskState::Offline;
    std::int64_t since = 0;  // may be negative
  };
  std::set<std::string> m_agents;
  std::string m_ownKiosk;
  std::map<std::string, Desk> m_desks;
  std::map<std::string, std::int64_t> m_calls;  // kiosk → moment its call began
};

}  // namespace agent
