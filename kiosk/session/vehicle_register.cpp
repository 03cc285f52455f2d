// SPDX-License-Identifier: Apache-2.0
#include "vehicle_register.h"

#include <nlohmann/json.hpp>

namespace session {
namespace {

std::string textAt(const nlohmann::json& object, const char* block, const char* field) {
  const auto found = object.find(block);
  if (found == object.end() || !found->is_object()) return {};
  const auto value = found->find(field);
  return value != found->end() && value->is_string() ? value->get<std::string>() : std::string();
}

}  // namespace

std::optional<VehicleQuery> vehicleQuery(const nlohmann::json& request) {
  VehicleQuery query{textAt(request, "vehicle", "registrationNumber"),
                     textAt(request, "transfer", "code"),
                     textAt(request, "vehicle", "certificateFormNumber"),
                     textAt(request, "vehicle", "certificateDate")};
  if (query.registrationNumber.empty()) return std::nullopt;
  if (query.transferCode.empty() && query.certificateDate.empty()) return std::nullopt;
  return query;
}

}  // namespace session
