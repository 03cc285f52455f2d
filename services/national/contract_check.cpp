// SPDX-License-Identifier: Apache-2.0
#include "national/contract_check.h"

#include <array>
#include <mutex>
#include <optional>

#include "schema/schema_check.h"

namespace national {
namespace {

constexpr std::size_t schemaCount = static_cast<std::size_t>(Schema::ParcelContent) + 1;

// Each is parsed when it is first needed: a courier that starts needs few of them.
const schema::Checker& checkerOf(Schema which) {
  static std::array<std::optional<schema::Checker>, schemaCount> checkers;
  static std::array<std::once_flag, schemaCount> once;
  const auto place = static_cast<std::size_t>(which);
  std::call_once(once[place], [&] { checkers[place].emplace(schemaText(which)); });
  return *checkers[place];
}

}  // namespace

tl::expected<nlohmann::json, std::string> checkedDocument(std::string_view text, Schema schema) {
  return checkerOf(schema).checkedDocument(text);
}

}  // namespace national
