// SPDX-License-Identifier: Apache-2.0
#include "register.h"

#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>

namespace sandbox {

namespace {

using nlohmann::json;

constexpr int codeLifetimeDays = 15;

// Throws json::exception on a missing or wrong member, which load() reports with the vehicle.
Day dayIn(const json& object, const char* name) {
  const auto day = parseDay(object.at(name).get<std::string>());
  if (!day) throw std::invalid_argument(std::string(name) + " is no day");
  return *day;
}

RegisteredVehicle vehicleOf(const json& entry) {
  RegisteredVehicle vehicle;
  vehicle.registrationNumber = entry.at("registrationNumber").get<std::string>();
  vehicle.vin = entry.at("vin").get<std::string>();
  vehicle.make = entry.at("make").get<std::string>();
  vehicle.model = entry.at("model").get<std::string>();
  vehicle.nationalKind = entry.at("nationalKind").get<std::string>();
  vehicle.vehicleCategory = entry.value("vehicleCategory", "");
  vehicle.fuelType = entry.at("fuelType").get<std::string>();
  vehicle.fiscalPower = entry.at("fiscalPower").get<int>();
  vehicle.firstRegistrationDate = dayIn(entry, "firstRegistrationDate");
  vehicle.certificateDate = dayIn(entry, "certificateDate");
  if (entry.at("formNumber").is_string())
    vehicle.formNumber = entry["formNumber"].get<std::string>();
  vehicle.formerHolders = entry.at("formerHolders").get<int>();
  vehicle.oppositions = entry.at("oppositions").get<std::vector<std::string>>();
  const auto& transfer = entry.at("transfer");
  if (transfer.is_object())
    vehicle.transfer =
        DeclaredTransfer{dayIn(transfer, "date"), transfer.at("code").get<std::string>(),
                         dayIn(transfer, "codeDate"), transfer.at("codeUsed").get<bool>()};
  return vehicle;
}

}  // namespace

Day lastDayOf(const DeclaredTransfer& transfer) {
  return addDays(transfer.codeDate, codeLifetimeDays);
}

bool isExpired(const DeclaredTransfer& transfer, Day day) {
  return lastDayOf(transfer) < day;
}

tl::expected<Register, std::string> Register::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return read(json::parse(stream, nullptr, false), file.string());
}

tl::expected<Register, std::string> Register::read(const json& document, const std::string& name) {
  if (!document.is_object() || !document.contains("vehicles"))
    return tl::unexpected(name + " cannot be read, or has no list of vehicles");
  Register loaded;
  std::size_t position = 0;
  for (const auto& entry : document["vehicles"]) {
    try {
      auto vehicle = vehicleOf(entry);
      auto key = vehicle.registrationNumber;
      if (!loaded.m_vehicles.emplace(std::move(key), std::move(vehicle)).second)
        return tl::unexpected(name + ", /vehicles/" + std::to_string(position) +
                              ": this registration number is there already");
    } catch (const std::exception& fault) {
      return tl::unexpected(name + ", /vehicles/" + std::to_string(position) + ": " + fault.what());
    }
    ++position;
  }
  return loaded;
}

const RegisteredVehicle* Register::find(std::string_view registrationNumber) const {
  const auto found = m_vehicles.find(registrationNumber);
  return found == m_vehicles.end() ? nullptr : &found->second;
}

json registerEntry(const RegisteredVehicle& vehicle) {
  json entry{{"registrationNumber", vehicle.registrationNumber},
             {"make", vehicle.make},
             {"model", vehicle.model},
             {"fiscalPower", vehicle.fiscalPower},
             {"fuelType", vehicle.fuelType},
             {"nationalKind", vehicle.nationalKind},
             {"firstRegistrationDate", dayText(vehicle.firstRegistrationDate)},
             {"oppositions", vehicle.oppositions}};
  if (!vehicle.vehicleCategory.empty()) entry["vehicleCategory"] = vehicle.vehicleCategory;
  return entry;
}

tl::expected<const RegisteredVehicle*, std::string> lookUp(
    const Register& vehicles, const json& query, const std::optional<DeclaredTransfer>& declared) {
  const auto* vehicle = vehicles.find(query.value("registrationNumber", ""));
  if (vehicle == nullptr) return tl::unexpected<std::string>("vehicle-unknown");
  if (query.contains("transferCode")) {
    const auto code = query.value("transferCode", "");
    if (vehicle->transfer && vehicle->transfer->code == code) return vehicle;
    if (declared && declared->code == code) return vehicle;
    if (!query.contains("certificateDate"))
      return tl::unexpected<std::string>("transfer-code-unknown");
  }
  if (query.value("certificateDate", "") != dayText(vehicle->certificateDate) ||
      query.value("formNumber", "") != vehicle->formNumber)
    return tl::unexpected<std::string>("certificate-unknown");
  return vehicle;
}

}  // namespace sandbox
