// SPDX-License-Identifier: Apache-2.0
#include "agent/attendance.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace agent {

Attendance::Attendance(std::set<std::string> agents, std::string ownKiosk)
    : m_agents(std::move(agents)), m_ownKiosk(std::move(ownKiosk)) {}

void Attendance::clear() {
  m_desks.clear();
  m_calls.clear();
}

void Attendance::desk(const std::string& agent, const DeskStatus& status, std::int64_t now) {
  if (!m_agents.contains(agent)) return;
  m_desks[agent] = {status.state, now - status.age * 1000};
}

void Attendance::kiosk(const std::string& kiosk, const KioskStatus& status, std::int64_t now) {
  if (kiosk == m_ownKiosk) return;
  if (status.call)
    m_calls[kiosk] = now - status.call->age * 1000;
  else
    m_calls.erase(kiosk);
}

Attendance::Present Attendance::present() const {
  Present present;
  for (const auto& [agent, desk] : m_desks) {
    if (desk.state == DeskState::Available) present.available.push_back(agent);
    if (desk.state == DeskState::Busy) present.busy.push_back(agent);
    if (desk.state == DeskState::Away) present.away.push_back(agent);
  }
  return present;
}

int Attendance::before(std::optional<std::int64_t> ourAgeSeconds, std::int64_t now) const {
  return static_cast<int>(std::ranges::count_if(m_calls, [&](const auto& call) {
    return !ourAgeSeconds || (now - call.second) / 1000 > *ourAgeSeconds;
  }));
}

std::optional<std::string> Attendance::next(const std::set<std::string>& except) const {
  std::optional<std::tuple<bool, std::int64_t, std::string>> best;
  for (const auto& [agent, desk] : m_desks) {
    const bool busy = desk.state == DeskState::Busy;
    if ((!busy && desk.state != DeskState::Available) || except.contains(agent)) continue;
    const std::tuple candidate{busy, desk.since, agent};
    if (!best || candidate < *best) best = candidate;
  }
  if (!best) return std::nullopt;
  return std::get<std::string>(*best);
}

}  // namespace agent
