// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace national {

enum class Schema {
  Status,
  RegisterEntry,
  Quote,
  RequestState,
  Receipt,
  Problem,
  SealedAnswer,
  ParcelContent,
};

// JSON Schema (draft-07), generated at build time from openapi.yaml.
[[nodiscard]] std::string_view schemaText(Schema schema);

}  // namespace national
