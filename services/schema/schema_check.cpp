// SPDX-License-Identifier: Apache-2.0
#include "schema/schema_check.h"

#include <algorithm>
#include <exception>
#include <optional>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace schema {

struct Checker::Parsed {
  valijson::Schema schema;
};

namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

constexpr int deepest = 32;
// std::regex recurses once per character: only short strings may meet it without a length check
// before.
constexpr std::size_t longestForRegex = 512;

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

std::optional<std::string> breach(const json& document, const valijson::Schema& schema) {
  thread_local valijson::Validator validator(valijson::Validator::kStrongTypes);
  const Adapter adapter(document);
  // Without results it stops at the first breach, and lengths are looked at before patterns.
  if (validator.validate(schema, adapter, nullptr)) return std::nullopt;
  if (longestString(document) > longestForRegex) return "<root>: a string is too long";
  valijson::ValidationResults results;
  validator.validate(schema, adapter, &results);
  return placeOf(results);
}

}  // namespace

Checker::Checker(std::string_view schemaText) : m_parsed(std::make_unique<Parsed>()) {
  const json document = json::parse(schemaText);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(Adapter(document), m_parsed->schema);
}

Checker::Checker(Checker&&) noexcept = default;
Checker::~Checker() = default;

tl::expected<json, std::string> Checker::checkedDocument(std::string_view text) const {
  try {
    if (tooDeep(text)) return tl::unexpected<std::string>("nested too deep");
    json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return tl::unexpected<std::string>("not JSON");
    if (auto place = breach(document, m_parsed->schema)) return tl::unexpected(std::move(*place));
    return document;
  } catch (const std::exception&) {
    return tl::unexpected<std::string>("cannot be checked");
  }
}

}  // namespace schema
