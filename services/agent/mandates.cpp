// SPDX-License-Identifier: Apache-2.0
#include "agent/mandates.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "agent/acts.h"
#include "agent/agents_config.h"
#include "crypto/crypto.h"
#include "storage/storage.h"

namespace agent {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

constexpr std::int64_t recordVersion = 1;
constexpr std::size_t largestMandatesFile = 4'194'304;

std::string isoOf(MandateDay day) {
  const auto padded = [](unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + '-' +
         padded(static_cast<unsigned>(day.month()), 2) + '-' +
         padded(static_cast<unsigned>(day.day()), 2);
}

std::optional<MandateDay> dayOf(std::string_view text) {
  const auto part = [&](std::size_t from, std::size_t count) {
    unsigned number = 0;
    const char* const end = text.data() + from + count;
    const auto [stop, fault] = std::from_chars(text.data() + from, end, number);
    return fault == std::errc() && stop == end ? std::optional(number) : std::nullopt;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const MandateDay found{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                         std::chrono::day(*day)};
  return found.ok() ? std::optional(found) : std::nullopt;
}

json objectOf(const Mandate& mandate) {
  return {{"number", mandate.number},       {"agent", mandate.agent},
          {"procedure", mandate.procedure}, {"first", isoOf(mandate.first)},
          {"last", isoOf(mandate.last)},    {"cancelled", mandate.cancelled}};
}

// Throws what json throws, and invalid_argument.
Mandate mandateOf(const json& object) {
  const auto day = [&](const char* key) {
    const auto found = dayOf(object.at(key).get_ref<const std::string&>());
    if (!found) throw std::invalid_argument(key);
    return *found;
  };
  Mandate mandate{object.at("number").get<std::string>(),
                  object.at("agent").get<std::string>(),
                  object.at("procedure").get<std::string>(),
                  day("first"),
                  day("last"),
                  object.at("cancelled").get<bool>()};
  if (object.size() != 6 || !isMandateNumber(mandate.number) || !isAgentId(mandate.agent) ||
      !isStepOrRule(mandate.procedure) || mandate.last < mandate.first) {
    throw std::invalid_argument("mandate");
  }
  return mandate;
}

std::optional<std::vector<Mandate>> mandatesIn(std::string_view text) {
  try {
    const json document = json::parse(text);
    if (document.size() != 2 || document.at("version").get<std::int64_t>() != recordVersion)
      return std::nullopt;
    const json& list = document.at("mandates");
    if (!list.is_array()) return std::nullopt;
    std::vector<Mandate> all;
    std::set<std::string> numbers;
    for (const json& object : list) {
      all.push_back(mandateOf(object));
      if (!numbers.insert(all.back().number).second) return std::nullopt;
    }
    return all;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

auto withNumber(std::vector<Mandate>& all, const std::string& number) {
  return std::find_if(all.begin(), all.end(),
                      [&](const Mandate& one) { return one.number == number; });
}

}  // namespace

MandateDay lastDayOf(MandateDay first, MandateLength length) {
  if (length == MandateLength::Day) return first;
  const MandateDay same = first + months(length == MandateLength::Month         ? 1
                                         : length == MandateLength::ThreeMonths ? 3
                                                                                : 12);
  // There is no such day in that month: the mandate ends with the month.
  if (!same.ok()) return MandateDay(same.year() / same.month() / std::chrono::last);
  return MandateDay(sys_days(same) - days(1));
}

bool isMandateNumber(std::string_view text) {
  return text.size() == mandateNumberLength &&
         text.find_first_not_of(mandateLetters) == std::string_view::npos;
}

std::string mandateNumberTyped(std::string_view typed) {
  std::string number;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return number;
}

Mandates::Mandates(std::filesystem::path state, Log log)
    : m_file(std::move(state) / "mandates.json"), m_log(std::move(log)) {}

tl::expected<std::vector<Mandate>, std::string> Mandates::read() {
  const auto text = storage::readFile(m_file, largestMandatesFile);
  if (!text && text.error().kind == storage::FaultKind::Missing) return std::vector<Mandate>();
  if (!text) return tl::unexpected(m_file.string() + ": " + text.error().detail);
  if (auto record = mandatesIn(*text)) return std::move(*record);
  std::error_code failed;
  std::filesystem::rename(m_file, m_file.string() + ".unreadable", failed);
  if (failed) return tl::unexpected(m_file.string() + ": is no record and cannot be moved");
  m_setAside = true;
  m_log(m_file.string() +
        ": is no record of mandates; kept aside as mandates.json.unreadable: none of its mandates "
        "counts any more");
  return std::vector<Mandate>();
}

tl::expected<void, std::string> Mandates::write(const std::vector<Mandate>& all) {
  json list = json::array();
  for (const Mandate& mandate : all)
    list.push_back(objectOf(mandate));
  const json document{{"version", recordVersion}, {"mandates", std::move(list)}};
  if (auto done = storage::writeFile(m_file, document.dump() + "\n", storage::ownerOnly); !done)
    return tl::unexpected(m_file.string() + ": " + done.error().detail);
  return {};
}

tl::expected<std::string, std::string> Mandates::freshNumber() {
  auto all = read();
  if (!all) return tl::unexpected(std::move(all.error()));
  for (;;) {
    std::string number;
    // 32 letters: each byte gives one of them as often as any other.
    for (const std::uint8_t byte : crypto::randomBytes(mandateNumberLength))
      number += mandateLetters[byte % mandateLetters.size()];
    if (withNumber(*all, number) == all->end()) return number;
  }
}

tl::expected<void, std::string> Mandates::add(Mandate mandate) {
  auto all = read();
  if (!all) return tl::unexpected(std::move(all.error()));
  if (withNumber(*all, mandate.number) != all->end())
    return tl::unexpected<std::string>("there is a mandate of this number");
  const sys_days old = sys_days(mandate.first) - days(366);
  std::erase_if(*all, [&](const Mandate& one) { return sys_days(one.last) < old; });
  all->push_back(std::move(mandate));
  return write(*all);
}

tl::expected<bool, std::string> Mandates::cancel(std::string_view typed) {
  auto all = read();
  if (!all) return tl::unexpected(std::move(all.error()));
  const auto found = withNumber(*all, mandateNumberTyped(typed));
  if (found == all->end()) return false;
  if (found->cancelled) return true;
  found->cancelled = true;
  if (auto done = write(*all); !done) return tl::unexpected(std::move(done.error()));
  return true;
}

MandateCheck Mandates::check(std::string_view typed, std::string_view agent,
                             std::string_view procedure, MandateDay today) {
  auto all = read();
  if (!all) {
    m_log(all.error());
    return MandateCheck::Unreadable;
  }
  const auto found = withNumber(*all, mandateNumberTyped(typed));
  if (found == all->end()) return MandateCheck::Unknown;
  if (found->cancelled) return MandateCheck::Cancelled;
  if (found->agent != agent) return MandateCheck::OtherAgent;
  if (found->procedure != procedure) return MandateCheck::OtherProcedure;
  if (today < found->first) return MandateCheck::NotYet;
  return today > found->last ? MandateCheck::Over : MandateCheck::Valid;
}

}  // namespace agent
