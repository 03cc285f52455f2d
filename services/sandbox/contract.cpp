// SPDX-License-Identifier: Apache-2.0
#include "contract.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "yaml.h"

namespace sandbox {

namespace {

using nlohmann::json;
using Pointer = json::json_pointer;

constexpr std::array<std::string_view, 4> methods{"get", "post", "put", "delete"};

std::string escaped(std::string_view name) {
  std::string token;
  for (const char letter : name) {
    if (letter == '~') {
      token += "~0";
    } else if (letter == '/') {
      token += "~1";
    } else {
      token += letter;
    }
  }
  return token;
}

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  std::size_t begin = 1;
  while (begin <= path.size()) {
    const auto end = std::min(path.find('/', begin), path.size());
    segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return text;
}

bool isVariable(const std::string& segment) {
  return segment.size() > 2 && segment[0] == '{';
}

// Headers and queries are text; a schema that wants a number sees the number.
json asParameter(const json& schema, const std::string& text) {
  long long number = 0;
  const char* end = text.data() + text.size();
  if (schema.value("type", json()) == "integer" &&
      std::from_chars(text.data(), end, number).ptr == end)
    return number;
  return text;
}

}  // namespace

Contract::Contract(Schemas schemas) : m_schemas(std::move(schemas)) {}

tl::expected<Contract, std::string> Contract::load(const std::filesystem::path& file) {
  auto document = readYaml(file);
  if (!document) return tl::unexpected(document.error());
  Contract contract{Schemas(std::move(*document))};
  try {
    const auto read = contract.readRoutes();
    if (!read) return tl::unexpected(file.string() + ": " + read.error());
  } catch (const json::exception& fault) {
    return tl::unexpected(file.string() + " is no OpenAPI contract: " + fault.what());
  }
  return contract;
}

tl::expected<void, std::string> Contract::readRoutes() {
  const auto& document = m_schemas.document();
  for (const char* pointer : {"/paths", "/components/schemas"})
    if (!document.contains(Pointer(pointer)) || !document.at(Pointer(pointer)).is_object())
      return tl::unexpected(std::string("is no OpenAPI contract: ") + pointer + " is missing");
  for (const auto& [path, item] : document["paths"].items()) {
    for (const auto method : methods) {
      const auto found = item.find(method);
      if (found == item.end()) continue;
      const auto id = found->value("operationId", json());
      if (!id.is_string() || !found->contains("responses"))
        return tl::unexpected("/paths/" + escaped(path) + ": no operationId or no responses");
      m_routes.push_back({{id.get<std::string>(), upper(method), path, {}},
                          split(path),
                          "/paths/" + escaped(path) + "/" + std::string(method)});
    }
  }
  return {};
}

std::optional<ContractCall> Contract::find(std::string_view method,
                                           std::string_view address) const {
  const auto asked = split(address);
  for (const auto& route : m_routes) {
    if (route.call.method != method || route.segments.size() != asked.size()) continue;
    auto call = route.call;
    bool fits = true;
    for (std::size_t i = 0; i < asked.size() && fits; ++i) {
      const auto& segment = route.segments[i];
      if (isVariable(segment)) {
        call.inPath.emplace(segment.substr(1, segment.size() - 2), asked[i]);
      } else {
        fits = segment == asked[i];
      }
    }
    if (fits) return call;
  }
  return std::nullopt;
}

bool Contract::hasAddress(std::string_view address) const {
  return std::any_of(methods.begin(), methods.end(), [&](std::string_view method) {
    return find(upper(method), address).has_value();
  });
}

const Contract::Route* Contract::routeOf(const ContractCall& call) const {
  const auto found = std::find_if(m_routes.begin(), m_routes.end(), [&](const Route& route) {
    return route.call.operation == call.operation;
  });
  return found == m_routes.end() ? nullptr : &*found;
}

std::string Contract::resolve(const std::string& pointer) const {
  const auto& node = m_schemas.document().at(Pointer(pointer));
  const auto reference = node.is_object() ? node.find("$ref") : node.end();
  return reference == node.end() ? pointer : reference->get<std::string>().substr(1);
}

std::vector<Breach> Contract::checkParameters(const ContractCall& call, const Given& given) const {
  const auto* route = routeOf(call);
  if (route == nullptr) return {{"", "unknown-operation"}};
  const auto& operation = m_schemas.document().at(Pointer(route->pointer));
  std::vector<Breach> breaches;
  const auto count = operation.value("parameters", json::array()).size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto pointer = resolve(route->pointer + "/parameters/" + std::to_string(i));
    const auto& parameter = m_schemas.document().at(Pointer(pointer));
    const auto name = parameter.at("name").get<std::string>();
    const auto in = parameter.at("in").get<std::string>();
    std::optional<std::string> text;
    if (in == "path") {
      const auto inPath = call.inPath.find(name);
      if (inPath != call.inPath.end()) text = inPath->second;
    } else {
      text = given(in, name);
    }
    if (!text) {
      if (parameter.value("required", false)) breaches.push_back({name, "required"});
      continue;
    }
    const auto schema = resolve(pointer + "/schema");
    const auto& meant = m_schemas.document().at(Pointer(schema));
    for (const auto& breach : m_schemas.check(schema, asParameter(meant, *text)))
      breaches.push_back({name, breach.code});
  }
  return breaches;
}

std::string Contract::bodyType(const ContractCall& call) const {
  const auto* route = routeOf(call);
  if (route == nullptr) return {};
  const auto& operation = m_schemas.document().at(Pointer(route->pointer));
  if (!operation.contains("requestBody")) return {};
  return operation["requestBody"].at("content").begin().key();
}

std::vector<Breach> Contract::checkBody(const ContractCall& call, const json& body) const {
  const auto* route = routeOf(call);
  if (route == nullptr) return {{"", "unknown-operation"}};
  return m_schemas.check(route->pointer + "/requestBody/content/application~1json/schema", body);
}

std::vector<Breach> Contract::checkAnswer(const ContractCall& call, int status,
                                          const std::string& type, const json& body) const {
  const auto* route = routeOf(call);
  if (route == nullptr) return {{"", "unknown-operation"}};
  const auto code = std::to_string(status);
  const auto& operation = m_schemas.document().at(Pointer(route->pointer));
  if (!operation.at("responses").contains(code)) return {{"status", "not-in-contract"}};
  const auto pointer = resolve(route->pointer + "/responses/" + code);
  const auto& response = m_schemas.document().at(Pointer(pointer));
  if (!response.contains("content"))
    return type.empty() ? std::vector<Breach>{} : std::vector<Breach>{{"body", "unexpected"}};
  if (!response["content"].contains(type)) return {{"content-type", "not-in-contract"}};
  if (type.find("json") == std::string::npos) return {};
  return m_schemas.check(pointer + "/content/" + escaped(type) + "/schema", body);
}

std::vector<Breach> Contract::check(const std::string& schema, const json& value) const {
  return m_schemas.check("/components/schemas/" + escaped(schema), value);
}

}  // namespace sandbox
