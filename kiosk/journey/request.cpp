// SPDX-License-Identifier: Apache-2.0
#include "request.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "places.h"
#include "request_fields.h"
#include "walk.h"

namespace journey {
namespace {

using nlohmann::json;

json toJson(const FieldValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* number = std::get_if<int>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

/// "coHolders[1]" → the second element of the list, made when it is not there yet.
json& element(json& parent, std::string_view token) {
  const std::size_t open = token.find('[');
  if (open == std::string_view::npos) return parent[std::string(token)];
  std::size_t place = 0;
  for (char c : token.substr(open + 1, token.size() - open - 2)) {
    place = place * 10 + static_cast<std::size_t>(c - '0');
  }
  json& list = parent[std::string(token.substr(0, open))];
  while (list.size() <= place)
    list.push_back(json::object());
  return list[place];
}

void put(json& request, std::string_view path, const FieldValue& value) {
  json* parent = &request;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    parent = &element(*parent, path.substr(0, dot));
    if (!parent->is_object()) *parent = json::object();
    path.remove_prefix(dot + 1);
  }
  element(*parent, path) = toJson(value);
}

void addDepartment(json& holder) {
  const auto address = holder.find("address");
  if (address == holder.end() || !address->contains("postcode")) return;
  const auto department = departmentOfPostcode((*address)["postcode"].get<std::string>());
  if (department) (*address)["department"] = *department;
}

}  // namespace

json requestFromFields(const FieldValues& given) {
  json request = {{"onBehalf", false},
                  {"vehicle", json::object()},
                  {"holder", {{"hostedBy", nullptr}}},
                  {"coHolders", json::array()},
                  {"declarations", json::object()}};
  std::map<std::string_view, json> papers;
  for (const auto& [path, value] : given) {
    if (const auto document = documentPath(path)) {
      papers[document->kind][std::string(document->field)] = toJson(value);
    } else {
      put(request, path, value);
    }
  }
  json documents = json::array();
  for (std::string_view kind : documentKinds()) {
    const auto paper = papers.find(kind);
    if (paper == papers.end()) continue;
    paper->second["kind"] = kind;
    documents.push_back(std::move(paper->second));
  }
  request["documents"] = std::move(documents);
  addDepartment(request["holder"]);
  return request;
}

json requestOf(const Procedure& procedure, const Answers& answers, Date today) {
  json request = requestFromFields(fieldsOf(procedure, answers, today));
  request["procedure"] = procedure.id;
  request["procedureVersion"] = procedure.version;
  request["requestDate"] = isoDate(today);
  return request;
}

}  // namespace journey
