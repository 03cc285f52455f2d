// SPDX-License-Identifier: Apache-2.0
#include "request_reader.h"

#include <algorithm>
#include <cmath>

#include "letters.h"

namespace journey {
namespace {

constexpr std::size_t longestText = 200;

/// No vehicle, paper or person of a request is older.
constexpr Date oldestDay{std::chrono::year{1880}, std::chrono::January, std::chrono::day{1}};

bool isBlank(std::string_view text) {
  while (!text.empty()) {
    if (!isSpace(nextCodePoint(text))) return false;
  }
  return true;
}

bool holdsLetter(std::string_view text) {
  while (!text.empty()) {
    if (isLatinLetter(nextCodePoint(text))) return true;
  }
  return false;
}

std::optional<std::string> orNothing(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string{text};
}

}  // namespace

void Findings::add(Finding finding) {
  if (std::find(m_all.begin(), m_all.end(), finding) == m_all.end()) {
    m_all.push_back(std::move(finding));
  }
}

void Findings::refuse(std::string_view code, std::string_view document, std::string field) {
  add({std::string{code}, Severity::Refusal, orNothing(document), orNothing(field)});
}

void Findings::warn(std::string_view code, std::string_view document, std::string field) {
  add({std::string{code}, Severity::Warning, orNothing(document), orNothing(field)});
}

void Findings::append(const Findings& other) {
  for (const Finding& finding : other.m_all)
    add(finding);
}

const nlohmann::json& Block::object() const {
  static const nlohmann::json nothing = nlohmann::json::object();
  return m_object == nullptr ? nothing : *m_object;
}

const nlohmann::json* Block::find(std::string_view key) const {
  if (m_object == nullptr) return nullptr;
  const auto found = m_object->find(key);
  if (found == m_object->end() || found->is_null()) return nullptr;
  return &*found;
}

std::string Block::path(std::string_view key) const {
  std::string path;
  const auto add = [&path](std::string_view part) {
    if (part.empty()) return;
    if (!path.empty()) path += '.';
    path += part;
  };
  add(m_outer);
  add(m_name);
  if (m_place) path += '[' + std::to_string(*m_place) + ']';
  add(key);
  return path;
}

void Block::invalid(std::string_view key) const {
  refuse("field-invalid", key);
}
void Block::missing(std::string_view key) const {
  refuse("field-missing", key);
}

void Block::refuse(std::string_view code, std::string_view key) const {
  m_findings.refuse(code, m_document, path(key));
}

std::optional<std::string_view> Block::text(std::string_view key, Need need) const {
  const nlohmann::json* value = find(key);
  if (value != nullptr && !value->is_string()) {
    invalid(key);
    return std::nullopt;
  }
  if (value == nullptr || isBlank(value->get_ref<const std::string&>())) {
    if (need == Need::Mandatory) missing(key);
    return std::nullopt;
  }
  const std::string_view text = value->get_ref<const std::string&>();
  if (text.size() > longestText) {
    invalid(key);
    return std::nullopt;
  }
  return text;
}

std::optional<std::string_view> Block::words(std::string_view key, Need need) const {
  const auto read = text(key, need);
  if (read && !holdsLetter(*read)) {
    invalid(key);
    return std::nullopt;
  }
  return read;
}

std::optional<std::string> Block::format(std::string_view key, Need need,
                                         Checked (*check)(std::string_view)) const {
  const auto read = text(key, need);
  if (!read) return std::nullopt;
  Checked checked = check(*read);
  if (checked) return std::move(*checked);
  invalid(key);
  return std::nullopt;
}

std::optional<Date> Block::date(std::string_view key, Need need, Date latest) const {
  const auto read = text(key, need);
  if (!read) return std::nullopt;
  const auto date = parseIsoDate(*read);
  if (date && *date >= oldestDay && *date <= latest) return date;
  invalid(key);
  return std::nullopt;
}

std::optional<bool> Block::flag(std::string_view key) const {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  invalid(key);
  return std::nullopt;
}

std::optional<std::int64_t> Block::count(std::string_view key, Need need, std::int64_t least,
                                         std::int64_t most) const {
  const nlohmann::json* value = find(key);
  if (value == nullptr) {
    if (need == Need::Mandatory) missing(key);
    return std::nullopt;
  }
  // JSON has one kind of number: 5.0 is 5. Far numbers are compared before they are converted.
  if (value->is_number()) {
    const auto number = value->get<double>();
    if (number == std::floor(number) && number >= static_cast<double>(least) &&
        number <= static_cast<double>(most)) {
      return static_cast<std::int64_t>(number);
    }
  }
  invalid(key);
  return std::nullopt;
}

Block Block::block(std::string_view key) const {
  const nlohmann::json* value = find(key);
  if (value != nullptr && !value->is_object()) {
    invalid(key);
    value = nullptr;
  }
  Block inner{value, m_findings};
  inner.m_outer = m_name;
  inner.m_name = key;
  return inner;
}

const nlohmann::json* Block::list(std::string_view key) const {
  const nlohmann::json* value = find(key);
  if (value != nullptr && !value->is_array()) {
    invalid(key);
    return nullptr;
  }
  return value;
}

}  // namespace journey
