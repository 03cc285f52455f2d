// SPDX-License-Identifier: Apache-2.0
#include "faults.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

namespace sandbox {

namespace {

constexpr std::array<std::pair<std::string_view, FaultKind>, 9> kindNames{{
    {"refuse-connection", FaultKind::RefuseConnection},
    {"slow", FaultKind::Slow},
    {"drop-after-accept", FaultKind::DropAfterAccept},
    {"cut-body", FaultKind::CutBody},
    {"status-500", FaultKind::Status500},
    {"status-503-retry-after", FaultKind::Status503},
    {"status-429", FaultKind::Status429},
    {"nonsense", FaultKind::Nonsense},
    {"not-in-contract", FaultKind::NotInContract},
}};

constexpr std::chrono::seconds defaultSlowness{5};
constexpr std::chrono::seconds defaultRetryAfter{2};
constexpr std::int64_t longestWaitSeconds = 24 * 3600;

bool fits(const Fault& fault, const RouteNames& call) {
  return fault.route == "*" || fault.route == call.operation || fault.route == call.path ||
         fault.route == call.method + " " + call.path;
}

void useUp(std::vector<Fault>& faults, std::vector<Fault>::iterator fault) {
  if (fault->times && --*fault->times <= 0) faults.erase(fault);
}

tl::expected<Fault, std::string> parseFault(const nlohmann::json& entry) {
  if (!entry.is_object()) return tl::unexpected<std::string>("each fault is an object");
  Fault fault;
  for (const auto& [key, value] : entry.items()) {
    if (key == "route" && value.is_string()) {
      fault.route = value.get<std::string>();
    } else if (key == "kind" && value.is_string() && faultKind(value.get<std::string>())) {
      fault.kind = *faultKind(value.get<std::string>());
    } else if (key == "times" && (value.is_null() || (value.is_number_integer() && value >= 1))) {
      if (!value.is_null()) fault.times = value.get<int>();
    } else if (key == "seconds" && value.is_number() && value >= 0 && value <= longestWaitSeconds) {
      fault.wait = std::chrono::milliseconds(static_cast<std::int64_t>(value.get<double>() * 1000));
    } else {
      return tl::unexpected("a fault cannot have \"" + key + "\": " + value.dump());
    }
  }
  if (fault.route.empty()) return tl::unexpected<std::string>("a fault names its \"route\"");
  if (!entry.contains("kind")) return tl::unexpected<std::string>("a fault names its \"kind\"");
  if (!entry.contains("seconds"))
    fault.wait = fault.kind == FaultKind::Slow ? defaultSlowness : defaultRetryAfter;
  return fault;
}

}  // namespace

std::optional<FaultKind> faultKind(std::string_view name) {
  const auto found = std::find_if(kindNames.begin(), kindNames.end(),
                                  [&](const auto& known) { return known.first == name; });
  if (found == kindNames.end()) return std::nullopt;
  return found->second;
}

std::string_view faultName(FaultKind kind) {
  return std::find_if(kindNames.begin(), kindNames.end(),
                      [&](const auto& known) { return known.second == kind; })
      ->first;
}

tl::expected<std::vector<Fault>, std::string> parseFaults(const nlohmann::json& list) {
  if (!list.is_array()) return tl::unexpected<std::string>("the faults are a list");
  std::vector<Fault> faults;
  for (const auto& entry : list) {
    auto fault = parseFault(entry);
    if (!fault) return tl::unexpected(fault.error());
    faults.push_back(std::move(*fault));
  }
  return faults;
}

nlohmann::json toJson(const std::vector<Fault>& faults) {
  auto list = nlohmann::json::array();
  for (const auto& fault : faults) {
    nlohmann::json entry{{"route", fault.route},
                         {"kind", faultName(fault.kind)},
                         {"seconds", static_cast<double>(fault.wait.count()) / 1000.0}};
    entry["times"] = fault.times ? nlohmann::json(*fault.times) : nlohmann::json(nullptr);
    list.push_back(std::move(entry));
  }
  return list;
}

void FaultPlan::replace(std::vector<Fault> faults) {
  const std::lock_guard lock(m_mutex);
  m_faults = std::move(faults);
}

std::vector<Fault> FaultPlan::left() const {
  const std::lock_guard lock(m_mutex);
  return m_faults;
}

std::optional<Fault> FaultPlan::take(const RouteNames& call) {
  const std::lock_guard lock(m_mutex);
  const auto found = std::find_if(m_faults.begin(), m_faults.end(),
                                  [&](const Fault& fault) { return fits(fault, call); });
  if (found == m_faults.end()) return std::nullopt;
  auto taken = *found;
  useUp(m_faults, found);
  return taken;
}

bool FaultPlan::takeConnection() {
  const std::lock_guard lock(m_mutex);
  if (m_faults.empty()) return false;
  // Only the head of the list: the faults happen in the order in which they were asked for.
  const auto head = m_faults.begin();
  if (head->route != "*" || head->kind != FaultKind::RefuseConnection) return false;
  useUp(m_faults, head);
  return true;
}

bool FaultPlan::refusesAll() const {
  const std::lock_guard lock(m_mutex);
  return !m_faults.empty() && m_faults.front().route == "*" && !m_faults.front().times &&
         m_faults.front().kind == FaultKind::RefuseConnection;
}

}  // namespace sandbox
