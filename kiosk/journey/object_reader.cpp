// SPDX-License-Identifier: Apache-2.0
#include "object_reader.h"

#include "letters.h"

#include <algorithm>
#include <utility>

namespace journey {
namespace {

bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

template <typename Accepts>
bool joinedByHyphens(std::string_view text, std::size_t most, Accepts accepts) {
  if (text.empty() || text.size() > most || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return c == '-' || accepts(c); });
}

}  // namespace

bool isName(std::string_view text) {
  return joinedByHyphens(text, 60, [](char c) { return isLower(c) || isDigit(c); }) &&
         isLower(text.front());
}

bool isOptionName(std::string_view text) {
  return joinedByHyphens(text, 40, [](char c) { return isLower(c) || isUpper(c) || isDigit(c); });
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string all;
  for (std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

std::string pointerToken(std::string_view key) {
  std::string token;
  for (char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

ObjectReader::ObjectReader(const nlohmann::json& object, std::string pointer,
                           std::initializer_list<std::string_view> knownWords)
    : m_object(object), m_pointer(std::move(pointer)) {
  if (!object.is_object()) {
    refuse(m_pointer, "this is no object", "write { … } here");
    return;
  }
  for (const auto& item : object.items()) {
    if (std::find(knownWords.begin(), knownWords.end(), item.key()) != knownWords.end()) continue;
    refuse(at(item.key()), "unknown word \"" + item.key() + "\"",
           "use one of: " + listed(knownWords));
    return;
  }
}

const nlohmann::json* ObjectReader::find(std::string_view key) const {
  if (!m_object.is_object()) return nullptr;
  const auto found = m_object.find(key);
  return found == m_object.end() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view key) const {
  return find(key) != nullptr;
}

std::string ObjectReader::at(std::string_view key) const {
  return m_pointer + "/" + pointerToken(key);
}

void ObjectReader::refuse(std::string where, std::string what, std::string mend) {
  if (!m_fault) m_fault = ConfigFault{std::move(where), std::move(what), std::move(mend)};
}

void ObjectReader::refuseMissing(std::string_view key) {
  refuse(m_pointer, "\"" + std::string(key) + "\" is missing", "add it");
}

std::string ObjectReader::name(std::string_view key) {
  if (!has(key)) refuseMissing(key);
  return optionalName(key);
}

std::string ObjectReader::optionalName(std::string_view key) {
  std::string text = optionalText(key);
  if (has(key) && !isName(text)) {
    refuse(at(key), "this is no name", "write lower-case words joined by hyphens, like has-code");
  }
  return text;
}

std::string ObjectReader::optionalText(std::string_view key) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    refuse(at(key), "this is no text", "write it between double quotes");
    return {};
  }
  return value->get<std::string>();
}

std::string ObjectReader::oneOf(std::string_view key, const std::vector<std::string_view>& words) {
  if (!has(key)) refuseMissing(key);
  std::string text = optionalText(key);
  if (std::find(words.begin(), words.end(), text) == words.end()) {
    refuse(at(key), "unknown word \"" + text + "\"", "use one of: " + listed(words));
  }
  return text;
}

int ObjectReader::integer(std::string_view key, int least, int most) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) {
    refuseMissing(key);
    return least;
  }
  const bool fits = value->is_number_integer() &&
                    (!value->is_number_unsigned() || value->get<std::uint64_t>() <= 2000000000U) &&
                    value->get<std::int64_t>() >= least && value->get<std::int64_t>() <= most;
  if (!fits) {
    refuse(at(key), "this number is not possible here",
           "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }
  return value->get<int>();
}

bool ObjectReader::flag(std::string_view key) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) {
    refuse(at(key), "this is neither true nor false", "write true or false");
    return false;
  }
  return value->get<bool>();
}

const nlohmann::json* ObjectReader::list(std::string_view key, std::size_t least,
                                         std::size_t most) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return nullptr;
  if (!value->is_array() || value->size() < least || value->size() > most) {
    refuse(at(key), "this is no list of the right length",
           "write a list of " + std::to_string(least) + " to " + std::to_string(most));
    return nullptr;
  }
  return value;
}

const nlohmann::json* ObjectReader::object(std::string_view key) {
  const nlohmann::json* value = find(key);
  if (value != nullptr && !value->is_object()) {
    refuse(at(key), "this is no object", "write { … } here");
    return nullptr;
  }
  return value;
}

}  // namespace journey
