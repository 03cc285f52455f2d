// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace schema {

// One JSON schema (draft 7; of draft 2020-12 what both know), against which text from outside is
// held. Any thread; nothing here throws, but for the constructor: a schema of ours that cannot be
// read is a programmer's mistake and ends the process.
class Checker {
 public:
  explicit Checker(std::string_view schemaText);
  Checker(Checker&&) noexcept;
  ~Checker();

  // JSON text to a document that fits, or the place where it does not (never a value). Text that is
  // nested deeper than 32 levels is refused before it is parsed. A pattern must not meet strings of
  // any length: std::regex recurses once per character.
  [[nodiscard]] tl::expected<nlohmann::json, std::string> checkedDocument(
      std::string_view text) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> m_parsed;
};

}  // namespace schema
