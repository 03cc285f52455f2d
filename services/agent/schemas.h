// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace agent {

enum class Schema {
  KioskStatus,
  Call,
  Answer,
  DeskStatus,
  Count,
  Guide,
  GuideFromKiosk,
  GuideFromDesk,
};

// JSON Schema, generated at build time from schemas/*.schema.json.
[[nodiscard]] std::string_view schemaText(Schema schema);

}  // namespace agent
