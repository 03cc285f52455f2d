// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "calendar.h"

namespace sandbox {

// What the seller declared of a transfer, and the code that the seller was shown.
struct DeclaredTransfer {
  Day date;
  std::string code;
  Day codeDate;
  bool codeUsed = false;  // another request was already made with it
};

struct RegisteredVehicle {
  std::string registrationNumber;
  std::string vin;
  std::string make;
  std::string model;
  std::string nationalKind;     // J.1
  std::string vehicleCategory;  // J; empty when the certificate has none
  std::string fuelType;         // P.3
  int fiscalPower = 0;          // P.6
  Day firstRegistrationDate;    // B
  Day certificateDate;          // I
  std::string formNumber;       // empty on old certificates
  int formerHolders = 1;
  std::vector<std::string> oppositions;
  std::optional<DeclaredTransfer> transfer;
};

// A code lives 15 days (service-public F1707), the last one included.
Day lastDayOf(const DeclaredTransfer& transfer);
bool isExpired(const DeclaredTransfer& transfer, Day day);

// The register of invented vehicles, `register.json`. Read once, never written.
class Register {
 public:
  // The error is one line that names the file and the vehicle.
  static tl::expected<Register, std::string> load(const std::filesystem::path& file);
  // The same from what such a file holds; `name` stands for it in the error.
  static tl::expected<Register, std::string> read(const nlohmann::json& document,
                                                  const std::string& name);
  // Null for an unknown number. The number as the contract writes it.
  [[nodiscard]] const RegisteredVehicle* find(std::string_view registrationNumber) const;

 private:
  std::map<std::string, RegisteredVehicle, std::less<>> m_vehicles;
};

// `RegisterEntry` of the contract.
nlohmann::json registerEntry(const RegisteredVehicle& vehicle);

// Answers a `LookupQuery` that fits its schema: the vehicle, or the 404 code of the contract. A
// code that was used or has expired still proves that the seller handed the vehicle over: it is
// found. `declared` is a transfer that was declared since the register was written.
tl::expected<const RegisteredVehicle*, std::string> lookUp(
    const Register& vehicles, const nlohmann::json& query,
    const std::optional<DeclaredTransfer>& declared = {});

}  // namespace sandbox
