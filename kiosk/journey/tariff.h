// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config_fault.h"
#include "date.h"
#include "dated_amount.h"
#include "malus.h"

namespace journey {

/// What a region lets clean vehicles off, in percent of Y.1.
struct CleanVehicleRelief {
  DatedAmount period;  ///< cents unused.
  std::vector<std::string> fuelTypes;
  int percentOff = 0;
};

/// An amount for some kinds of vehicle (Y.2).
struct KindAmount {
  DatedAmount amount;
  std::vector<std::string> nationalKinds;
  bool onQuote = false;  ///< Depends on the mass, which a request does not hold.
};

struct Region {
  std::string id;
  std::vector<std::string> departments;
  std::vector<DatedAmount> rates;       ///< Cents per CV.
  std::vector<DatedAmount> surcharges;  ///< Cents, read as Tariff::surchargeReading says.
  std::vector<CleanVehicleRelief> cleanVehicles;
};

/// One file of config/tariffs/.
struct Tariff {
  enum class SurchargeReading {
    PerFiscalPower,  ///< Raises the rate per CV, halved with it.
    Flat,            ///< Once per certificate, never halved.
  };
  int year = 0;
  Date until;           ///< The last day on which this file may be used.
  std::string sources;  ///< Who says so, by proper names, to be shown beside the amounts.
  SurchargeReading surchargeReading = SurchargeReading::PerFiscalPower;
  std::vector<Region> regions;
  int halvedFromYears = 10;              ///< CIBS L421-45.
  std::vector<std::string> halvedKinds;  ///< CIBS L421-46; age and kind halve once only.
  std::vector<std::string> nilKinds;     ///< Mopeds: no Y.1, no Y.5.
  std::vector<KindAmount> transport;     ///< Y.2
  std::vector<DatedAmount> fixed;        ///< Y.4
  std::vector<DatedAmount> delivery;     ///< Y.5
  Malus malus;                           ///< Y.3

  /// False past its end: such a file tells no price any more.
  [[nodiscard]] bool mayBeUsed(Date day) const { return day <= until; }

  [[nodiscard]] const Region* regionOf(std::string_view department) const;
};

/// Reads a tariff file; refuses unknown and missing names, wrong types, a department in two
/// regions, and amounts of one kind whose periods overlap.
[[nodiscard]] tl::expected<Tariff, ConfigFault> parseTariff(const nlohmann::json& file);

}  // namespace journey
