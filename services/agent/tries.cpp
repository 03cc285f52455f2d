// SPDX-License-Identifier: Apache-2.0
#include "agent/tries.h"

#include <algorithm>
#include <exception>

#include <nlohmann/json.hpp>

#include "agent/agents_config.h"

namespace agent {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

constexpr std::int64_t fileVersion = 1;
constexpr std::size_t keyLength = 16;
// Far more than any count reaches; keeps doubling within its type.
constexpr unsigned mostMisses = 1'000'000;

milliseconds waitAfter(unsigned misses, unsigned free) {
  if (misses < free) return {};
  return firstWait * (1LL << std::min(misses - free, 20U));
}

std::int64_t numberIn(const json& object, const char* key, std::int64_t most) {
  const json& value = object.at(key);
  if (!value.is_number_integer()) throw std::invalid_argument(key);
  const auto number = value.get<std::int64_t>();
  if (number < 0 || number > most) throw std::invalid_argument(key);
  return number;
}

}  // namespace

Tries Tries::none() {
  Tries tries;
  tries.m_key = crypto::randomBytes(keyLength);
  return tries;
}

tl::expected<Tries, std::string> Tries::of(std::string_view text) {
  const auto countIn = [](const json& object) {
    return Count{static_cast<unsigned>(numberIn(object, "misses", mostMisses)),
                 milliseconds(numberIn(object, "last", std::int64_t{1} << 53U))};
  };
  try {
    const json document = json::parse(text);
    if (numberIn(document, "version", fileVersion) != fileVersion)
      return tl::unexpected<std::string>("is of another version");
    Tries tries;
    tries.m_boot = document.at("boot").get<std::string>();
    auto key = crypto::fromBase64(document.at("key").get_ref<const std::string&>());
    if (!key || key->size() != keyLength) return tl::unexpected<std::string>("has no key");
    tries.m_key = std::move(*key);
    tries.m_kiosk = countIn(document.at("kiosk"));
    for (const auto& item : document.at("badges").items()) {
      if (!isBadge(item.key())) return tl::unexpected<std::string>("names no badge");
      tries.m_badges.emplace(item.key(), countIn(item.value()));
    }
    const json& strangers = document.at("strangers");
    if (!strangers.is_array() || strangers.size() != strangerCounts)
      return tl::unexpected<std::string>("lacks counts");
    std::transform(strangers.begin(), strangers.end(), tries.m_strangers.begin(), countIn);
    return tries;
  } catch (const std::exception&) {
    return tl::unexpected<std::string>("is no list of tries");
  }
}

std::string Tries::text() const {
  const auto object = [](const Count& count) {
    return json{{"misses", count.misses}, {"last", count.last.count()}};
  };
  json badges = json::object();
  for (const auto& [badge, count] : m_badges)
    badges[badge] = object(count);
  json strangers = json::array();
  for (const Count& count : m_strangers)
    strangers.push_back(object(count));
  return json{{"version", fileVersion},         {"boot", m_boot},
              {"key", crypto::toBase64(m_key)}, {"kiosk", object(m_kiosk)},
              {"badges", std::move(badges)},    {"strangers", std::move(strangers)}}
             .dump() +
         "\n";
}

bool Tries::seen(const Uptime& now) {
  const auto ahead = [&](const Count& count) { return count.last > now.sinceBoot; };
  const bool back = ahead(m_kiosk) || std::any_of(m_strangers.begin(), m_strangers.end(), ahead) ||
                    std::any_of(m_badges.begin(), m_badges.end(),
                                [&](const auto& item) { return ahead(item.second); });
  if (!back && m_boot == now.boot && !now.boot.empty()) return false;
  m_boot = now.boot;
  m_kiosk.last = now.sinceBoot;
  for (auto& [badge, count] : m_badges)
    count.last = now.sinceBoot;
  for (Count& count : m_strangers)
    count.last = now.sinceBoot;
  return true;
}

unsigned Tries::misses(std::string_view badge, bool known) const {
  return countOf(badge, known).misses;
}

milliseconds Tries::wait(std::string_view badge, bool known, const Uptime& now) const {
  const Count& count = countOf(badge, known);
  const auto left = [&](const Count& of, milliseconds whole) {
    return std::max(of.last + whole - now.sinceBoot, milliseconds(0));
  };
  const milliseconds kiosk =
      std::min<milliseconds>(waitAfter(m_kiosk.misses, kioskFreeTries), longestKioskWait);
  return std::max(left(count, waitAfter(count.misses, freeTries)), left(m_kiosk, kiosk));
}

void Tries::addMiss(std::string_view badge, bool known, const Uptime& now) {
  const auto add = [&](Count& count) {
    count.misses = std::min(count.misses + 1, mostMisses);
    count.last = now.sinceBoot;
  };
  add(m_kiosk);
  add(known ? m_badges[std::string(badge)] : m_strangers[strangerOf(badge)]);
}

void Tries::clear(std::string_view badge) {
  if (const auto found = m_badges.find(badge); found != m_badges.end()) m_badges.erase(found);
  m_kiosk.misses = 0;
  for (Count& count : m_strangers)
    count.misses = 0;
}

const Tries::Count& Tries::countOf(std::string_view badge, bool known) const {
  static const Count none;
  if (!known) return m_strangers[strangerOf(badge)];
  const auto found = m_badges.find(badge);
  return found == m_badges.end() ? none : found->second;
}

std::size_t Tries::strangerOf(std::string_view badge) const {
  crypto::Bytes text = m_key;
  text.insert(text.end(), badge.begin(), badge.end());
  return crypto::sha256(text)[0] % strangerCounts;
}

}  // namespace agent
