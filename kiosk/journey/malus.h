// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "config_fault.h"
#include "dated_amount.h"

namespace journey {

/// What each gram of CO2 (V.7, g/km) costs, as far as it is published: nothing below `startsAt`,
/// then gram by gram, then single grams, then the cap. Between them only the service can tell.
struct Co2Scale {
  DatedAmount period;               ///< cents unused
  int startsAt = 0;                 ///< g/km
  std::vector<std::int64_t> cents;  ///< for startsAt, startsAt + 1, …
  struct Gram {
    int grams = 0;
    std::int64_t cents = 0;
  };
  std::vector<Gram> further;              ///< published alone
  std::optional<Gram> cap;                ///< from these grams on
  std::vector<std::string> onQuoteFuels;  ///< P.3 for which a reduction exists that is not known

  /// None: only the service can tell.
  [[nodiscard]] std::optional<std::int64_t> centsFor(int grams, std::string_view fuel) const;
};

/// What the mass (G, kg) costs: each kilogram at the price of its slice, the first of each slice
/// included. Without slices only the threshold is known.
struct MassScale {
  DatedAmount period;  ///< cents unused
  int startsAt = 0;    ///< kg
  struct Slice {
    int kilograms = 0;  ///< the first that it counts
    std::int64_t centsEach = 0;
  };
  std::vector<Slice> slices;  ///< rising; the last has no end
  std::vector<std::string> onQuoteFuels;

  [[nodiscard]] std::optional<std::int64_t> centsFor(int kilograms, std::string_view fuel) const;
};

/// Y.3, due at the first registration of a car in France (BOI-AIS-MOB-10-20-40).
struct Malus {
  std::vector<std::string> kinds;     ///< J.1 that pay it
  std::vector<std::string> nilKinds;  ///< J.1 that never do; of any other only the service can tell
  std::vector<std::string> nilFuels;  ///< P.3 that never do: electricity, hydrogen
  std::vector<Co2Scale> co2;
  std::vector<MassScale> mass;
};

/// "malus" of a tariff file.
[[nodiscard]] tl::expected<Malus, ConfigFault> readMalus(const nlohmann::json& object,
                                                         const std::string& pointer);

/// Why the malus of a vehicle cannot be told.
enum class MalusUnknown { OnQuote, Co2Missing, MassMissing };

struct MalusDue {
  std::int64_t cents = 0;
  std::vector<const DatedAmount*> used;  ///< borrowed from the malus; none when it is never due
};

/// What a vehicle pays on a day. `kind` and `fuel` as in J.1 and P.3, an empty kind is a car;
/// `co2` in g/km, `mass` in kg. More than the cap in all is for the service to tell.
[[nodiscard]] tl::expected<MalusDue, MalusUnknown> malusOf(const Malus& malus,
                                                           const std::string& kind,
                                                           const std::string& fuel,
                                                           std::optional<int> co2,
                                                           std::optional<int> mass, Date day);

}  // namespace journey
