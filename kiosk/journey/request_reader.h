// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checked.h"
#include "date.h"
#include "verdict.h"

// How the verdict reads a request that may hold anything. Inside of the verdict; not for callers of
// the library.
namespace journey {

/// The findings so far, in order, each once.
class Findings {
 public:
  void refuse(std::string_view code, std::string_view document = {}, std::string field = {});
  void warn(std::string_view code, std::string_view document = {}, std::string field = {});
  void append(const Findings& other);

  [[nodiscard]] const std::vector<Finding>& all() const { return m_all; }
  [[nodiscard]] std::vector<Finding> take() { return std::move(m_all); }

 private:
  void add(Finding finding);
  std::vector<Finding> m_all;
};

/// Whether a field must be there.
enum class Need { Mandatory, Optional };

/// One object of a request and its path. Every read gives a usable value or nothing; what is wrong
/// with it (wrong type, broken format) or with its absence goes to the findings. A null counts as
/// absent. Borrows everything.
class Block {
 public:
  /// `object` may be null: everything is absent then.
  Block(const nlohmann::json* object, Findings& findings)
      : m_object(object), m_findings(findings) {}
  /// The element `place` of the list called `name`; `document`: kind of the paper, or "".
  Block(const nlohmann::json* object, Findings& findings, std::string_view name, std::size_t place,
        std::string_view document)
      : m_object(object),
        m_name(name),
        m_place(place),
        m_findings(findings),
        m_document(document) {}

  /// Text that is not blank and at most 200 bytes long. A mandatory blank text is missing.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view key, Need need) const;
  /// Text that holds at least one letter: a town, a street.
  [[nodiscard]] std::optional<std::string_view> words(std::string_view key, Need need) const;
  /// Text that this format accepts, normalised.
  [[nodiscard]] std::optional<std::string> format(std::string_view key, Need need,
                                                  Checked (*check)(std::string_view)) const;
  /// ISO 8601, within [1880-01-01, latest].
  [[nodiscard]] std::optional<Date> date(std::string_view key, Need need, Date latest) const;
  [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> count(std::string_view key, Need need,
                                                  std::int64_t least, std::int64_t most) const;
  /// An object within this one; absent and wrong ones read as empty, wrong ones are told. `key`
  /// must outlive the block.
  [[nodiscard]] Block block(std::string_view key) const;
  /// A list, or null when it is absent or (told) no list.
  [[nodiscard]] const nlohmann::json* list(std::string_view key) const;
  /// The object itself, an empty one when it is absent.
  [[nodiscard]] const nlohmann::json& object() const;
  /// The value, or null when it is absent or null.
  [[nodiscard]] const nlohmann::json* find(std::string_view key) const;

  [[nodiscard]] std::string path(std::string_view key) const;
  void invalid(std::string_view key) const;
  void missing(std::string_view key) const;
  void refuse(std::string_view code, std::string_view key) const;

 private:
  const nlohmann::json* m_object;
  // The path is put together when there is a finding: most requests have few. Three parts are
  // enough: "holder" and "address", or "documents" and the place.
  std::string_view m_outer;
  std::string_view m_name;
  std::optional<std::size_t> m_place;
  Findings& m_findings;
  std::string_view m_document;
};

/// The last day that a field can hold which may lie in the future.
inline constexpr Date anyDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

}  // namespace journey
