// SPDX-License-Identifier: Apache-2.0
#include "throttle.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace desk {

using nlohmann::json;

namespace {

// Names that do not exist are counted too; a stranger cannot fill the memory with them.
constexpr std::size_t mostKeys = 2048;

Seconds waitAfter(int wrong) {
  if (wrong < freeTries) return 0;
  const int doublings = std::min(wrong - freeTries, 10);
  return std::min(firstWait << doublings, longestWait);
}

}  // namespace

Seconds Throttle::wait(const std::string& key, Seconds now) {
  const auto found = m_tries.find(key);
  if (found == m_tries.end()) return 0;
  auto& tries = found->second;
  if (now < tries.last) tries.last = now;
  if (now - tries.last >= forgottenAfter) {
    m_tries.erase(found);
    return 0;
  }
  return std::max<Seconds>(0, tries.last + waitAfter(tries.wrong) - now);
}

void Throttle::count(const std::string& key, Seconds now) {
  if (m_tries.count(key) == 0) makeRoom();
  auto& tries = m_tries[key];
  tries.wrong = std::min(tries.wrong + 1, 1000);
  tries.before = tries.last;
  tries.last = now;
}

void Throttle::takeBack(const std::string& key, bool all) {
  const auto found = m_tries.find(key);
  if (found == m_tries.end()) return;
  auto& tries = found->second;
  tries.wrong -= 1;
  tries.last = tries.before;
  if (all || tries.wrong <= 0) m_tries.erase(found);
}

void Throttle::makeRoom() {
  if (m_tries.size() < mostKeys) return;
  // The one with the fewest wrong tries goes, of those the oldest: a key under attack stays.
  const auto least = std::min_element(m_tries.begin(), m_tries.end(), [](auto& a, auto& b) {
    return std::pair(a.second.wrong, a.second.last) < std::pair(b.second.wrong, b.second.last);
  });
  m_tries.erase(least);
}

std::string Throttle::text() const {
  auto whole = json::object();
  for (const auto& [key, tries] : m_tries)
    whole[key] = {{"wrong", tries.wrong}, {"last", tries.last}};
  return whole.dump(1, ' ', true, json::error_handler_t::replace) + "\n";
}

Throttle Throttle::from(std::string_view text) {
  Throttle throttle;
  const auto whole = json::parse(text, nullptr, false);
  if (!whole.is_object()) return throttle;
  for (const auto& [key, entry] : whole.items()) {
    if (!entry.is_object() || throttle.m_tries.size() >= mostKeys) continue;
    const auto wrong = entry.find("wrong");
    const auto last = entry.find("last");
    if (wrong == entry.end() || last == entry.end()) continue;
    if (!wrong->is_number_integer() || !last->is_number_integer()) continue;
    const auto times = std::clamp<std::int64_t>(wrong->get<std::int64_t>(), 1, 1000);
    throttle.m_tries[key] = {static_cast<int>(times), last->get<Seconds>(), 0};
  }
  return throttle;
}

}  // namespace desk
