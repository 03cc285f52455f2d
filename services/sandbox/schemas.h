// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace sandbox {

// One breach of a schema: where (dotted path, list items as [n], empty for the whole) and which
// rule of the schema ("required", "type", "pattern", "enum", "unexpected", "range", "length",
// "choice"). Never a value: breaches may be answered and logged.
struct Breach {
  std::string field;
  std::string code;
};

// The schemas of one OpenAPI document. Compiled when first needed. Safe to use from every thread.
class Schemas {
 public:
  // The whole document; schemas refer to each other by `#/components/...`.
  explicit Schemas(nlohmann::json document);
  ~Schemas();
  Schemas(Schemas&&) noexcept;
  Schemas& operator=(Schemas&&) noexcept;

  // What breaks the schema at this JSON pointer of the document; empty when nothing does. A pointer
  // to no schema, or to one that cannot be compiled, is a breach "schema": nothing passes
  // unchecked.
  [[nodiscard]] std::vector<Breach> check(std::string_view pointer,
                                          const nlohmann::json& value) const;
  [[nodiscard]] const nlohmann::json& document() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace sandbox
