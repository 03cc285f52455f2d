// SPDX-License-Identifier: Apache-2.0
#include "national/contract_check.h"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace national {
namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

constexpr int deepest = 32;
// std::regex recurses once per character: only short strings may meet it without a length check
// before.
constexpr std::size_t longestForRegex = 512;
constexpr std::size_t schemaCount = static_cast<std::size_t>(Schema::ParcelContent) + 1;

bool tooDeep(std::string_view text) {
  int depth = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\') ++i;
      if (c == '"') inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '{' || c == '[') {
      if (++depth > deepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

std::size_t longestString(const json& node) {
  if (node.is_string()) return node.get_ref<const std::string&>().size();
  std::size_t longest = 0;
  if (node.is_structured())
    for (const auto& child : node)
      longest = std::max(longest, longestString(child));
  return longest;
}

std::unique_ptr<valijson::Schema> parsed(Schema which) {
  auto schema = std::make_unique<valijson::Schema>();
  const json document = json::parse(schemaText(which));
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(Adapter(document), *schema);
  return schema;
}

// Each is parsed when it is first needed: a courier that starts needs few of them.
const valijson::Schema& schemaOf(Schema which) {
  static std::array<std::unique_ptr<valijson::Schema>, schemaCount> schemas;
  static std::array<std::once_flag, schemaCount> once;
  const auto place = static_cast<std::size_t>(which);
  std::call_once(once[place], [&] { schemas[place] = parsed(which); });
  return *schemas[place];
}

// Keys come from the other side: only what a field's name may hold is kept.
std::string placeOf(valijson::ValidationResults& results) {
  valijson::ValidationResults::Error error;
  std::string place;
  if (results.popError(error))
    for (const auto& part : error.context)
      place += part;
  const auto odd = [](char c) {
    return std::string_view("<>[]").find(c) == std::string_view::npos && !(c >= 'a' && c <= 'z') &&
           !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
  };
  std::replace_if(place.begin(), place.end(), odd, '?');
  return place.substr(0, 120);
}

std::optional<std::string> breach(const json& document, Schema which) {
  thread_local valijson::Validator validator(valijson::Validator::kStrongTypes);
  const Adapter adapter(document);
  // Without results it stops at the first breach, and lengths are looked at before patterns.
  if (validator.validate(schemaOf(which), adapter, nullptr)) return std::nullopt;
  if (longestString(document) > longestForRegex) return "<root>: a string is too long";
  valijson::ValidationResults results;
  validator.validate(schemaOf(which), adapter, &results);
  return placeOf(results);
}

}  // namespace

tl::expected<json, std::string> checkedDocument(std::string_view text, Schema schema) {
  try {
    if (tooDeep(text)) return tl::unexpected<std::string>("nested too deep");
    json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return tl::unexpected<std::string>("not JSON");
    if (auto place = breach(document, schema)) return tl::unexpected(std::move(*place));
    return document;
  } catch (const std::exception&) {
    return tl::unexpected<std::string>("cannot be checked");
  }
}

}  // namespace national
