// SPDX-License-Identifier: Apache-2.0
#include "schemas.h"

#include <array>
#include <exception>
#include <map>
#include <mutex>
#include <utility>

#include <nlohmann/json.hpp>
// The library's headers do not hold our warning level.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace sandbox {

namespace {

constexpr std::size_t mostBreaches = 50;
constexpr std::size_t longestField = 200;

// The library tells rules apart by its sentences only; these are the words that do not change.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> rules{{
    {"Missing required", "required"},
    {"'type' constraint", "type"},
    {"'pattern' constraint", "pattern"},
    {"enum values", "enum"},
    {"Object contains a property", "unexpected"},
    {"Expected number", "range"},
    {"characters in length", "length"},
    {"elements", "length"},
    {"oneOf constraint", "choice"},
    {"anyOf constraint", "choice"},
    {"exactly one child", "choice"},
    {"'const' constraint", "enum"},
}};

// These only repeat that something inside them failed.
bool isEcho(std::string_view description) {
  return description.find("Failed to validate item") != std::string_view::npos ||
         description.find("against child schema") != std::string_view::npos ||
         description.find("schema associated with property") != std::string_view::npos;
}

std::string quotedName(const std::string& description) {
  const auto begin = description.rfind('\'', description.size() - 3);
  if (begin == std::string::npos) return {};
  return description.substr(begin + 1, description.find('\'', begin + 1) - begin - 1);
}

std::string dotted(const std::vector<std::string>& context) {
  std::string path;
  for (const auto& step : context) {
    if (step == "<root>") continue;
    std::string name;
    for (const char letter : step)
      if (letter != '[' && letter != ']') name += letter;
    if (name.find_first_not_of("0123456789") == std::string::npos) {
      path += '[' + name + ']';
    } else {
      path += (path.empty() ? "" : ".") + name;
    }
  }
  return path;
}

Breach breachOf(const valijson::ValidationResults::Error& error) {
  Breach breach{dotted(error.context), "invalid"};
  for (const auto& [words, code] : rules)
    if (error.description.find(words) != std::string::npos) {
      breach.code = code;
      break;
    }
  if (breach.code == "required" || breach.code == "unexpected")
    breach.field += (breach.field.empty() ? "" : ".") + quotedName(error.description);
  if (breach.field.size() > longestField) breach.field.resize(longestField);
  return breach;
}

}  // namespace

struct Schemas::State {
  nlohmann::json document;
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<valijson::Schema>, std::less<>> compiled;

  const valijson::Schema& schemaAt(std::string_view pointer) {
    const auto known = compiled.find(pointer);
    if (known != compiled.end()) return *known->second;
    auto text = document.at(nlohmann::json::json_pointer(std::string(pointer)));
    text["components"] = document.at("components");
    auto schema = std::make_unique<valijson::Schema>();
    const valijson::adapters::NlohmannJsonAdapter adapter(text);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(adapter, *schema);
    return *compiled.emplace(pointer, std::move(schema)).first->second;
  }
};

Schemas::Schemas(nlohmann::json document) : m_state(std::make_unique<State>()) {
  m_state->document = std::move(document);
}
Schemas::~Schemas() = default;
Schemas::Schemas(Schemas&&) noexcept = default;
Schemas& Schemas::operator=(Schemas&&) noexcept = default;

const nlohmann::json& Schemas::document() const {
  return m_state->document;
}

std::vector<Breach> Schemas::check(std::string_view pointer, const nlohmann::json& value) const {
  const std::lock_guard lock(m_state->mutex);
  try {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter target(value);
    if (validator.validate(m_state->schemaAt(pointer), target, &results)) return {};
    std::vector<Breach> breaches;
    for (const auto& error : results)
      if (!isEcho(error.description) && breaches.size() < mostBreaches)
        breaches.push_back(breachOf(error));
    if (breaches.empty()) breaches.push_back({"", "invalid"});
    return breaches;
  } catch (const std::exception&) {
    return {{std::string(pointer), "schema"}};
  }
}

}  // namespace sandbox
