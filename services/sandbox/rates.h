// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "calendar.h"

namespace sandbox {

// What a change of holder is taxed on.
struct TaxedVehicle {
  Day firstRegistrationDate;
  int fiscalPower = 0;
  std::string fuelType;
  std::string nationalKind;
};

struct CostLine {
  std::string code;  // Y.1 to Y.5
  std::int64_t cents = 0;
};

struct Cost {
  std::vector<CostLine> lines;
  std::int64_t totalCents = 0;  // Y.6
  std::string tariff;
};

// The service's own rates, `rates.json`: amounts by department and by the day from which they hold.
class Rates {
 public:
  static tl::expected<Rates, std::string> load(const std::filesystem::path& file);
  // What this procedure costs on that day (domain.md 5.1, 5.6). Nothing when the department has no
  // rate on that day.
  [[nodiscard]] std::optional<Cost> costOf(std::string_view procedure, std::string_view department,
                                           Day taxableEvent, const TaxedVehicle& vehicle) const;

 private:
  struct Rate {
    std::vector<std::string> departments;
    Day from;
    std::int64_t centsPerPower = 0;
    int electricPercent = 100;  // what is left to pay for electric and hydrogen vehicles
  };

  [[nodiscard]] const Rate* rateOf(std::string_view department, Day day) const;

  std::vector<Rate> m_rates;
  std::int64_t m_fixedCents = 0;
  std::int64_t m_deliveryCents = 0;
  std::vector<std::pair<std::string, std::int64_t>> m_trainingCents;  // by national kind
  std::string m_tariff;
};

// The department of a postcode; nothing for what is no French postcode.
std::optional<std::string> departmentOf(std::string_view postcode);

// `Quote` of the contract.
nlohmann::json toJson(const Cost& cost);

}  // namespace sandbox
