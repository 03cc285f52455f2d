// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config_fault.h"

namespace journey {

/// Reads one JSON object of a configuration file strictly: a word that is not known, a missing or a
/// wrongly typed value is a fault. The first fault stays; from then on reading gives empty values,
/// so that callers read everything and ask once at the end. Borrows the object.
class ObjectReader {
 public:
  ObjectReader(const nlohmann::json& object, std::string pointer,
               std::initializer_list<std::string_view> knownWords);

  /// A name (lower-case words joined by hyphens) that must be there.
  [[nodiscard]] std::string name(std::string_view key);
  /// The same, or "" when it is not there.
  [[nodiscard]] std::string optionalName(std::string_view key);
  /// Any text, or "" when it is not there.
  [[nodiscard]] std::string optionalText(std::string_view key);
  /// One of these words; must be there.
  [[nodiscard]] std::string oneOf(std::string_view key, const std::vector<std::string_view>& words);
  [[nodiscard]] int integer(std::string_view key, int least, int most);
  /// False when it is not there.
  [[nodiscard]] bool flag(std::string_view key);
  /// The list under this key, or null when it is not there; a list of `least` at the least.
  [[nodiscard]] const nlohmann::json* list(std::string_view key, std::size_t least,
                                           std::size_t most);
  /// The object under this key, or null when it is not there.
  [[nodiscard]] const nlohmann::json* object(std::string_view key);
  [[nodiscard]] bool has(std::string_view key) const;

  /// JSON pointer of a value in this object.
  [[nodiscard]] std::string at(std::string_view key) const;
  void refuse(std::string where, std::string what, std::string mend);
  /// A mandatory key that is not there.
  void refuseMissing(std::string_view key);
  [[nodiscard]] const std::optional<ConfigFault>& fault() const { return m_fault; }

 private:
  [[nodiscard]] const nlohmann::json* find(std::string_view key) const;

  const nlohmann::json& m_object;
  std::string m_pointer;
  std::optional<ConfigFault> m_fault;
};

/// Lower-case words and digits joined by hyphens, 60 characters at most: "co-holder-another".
[[nodiscard]] bool isName(std::string_view text);
/// An option: letters and digits joined by hyphens, 40 characters at most: "yes", "VP", "2".
[[nodiscard]] bool isOptionName(std::string_view text);
/// "a, b, c"
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);
/// Escapes a key for a JSON pointer.
[[nodiscard]] std::string pointerToken(std::string_view key);

}  // namespace journey
