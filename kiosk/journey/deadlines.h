// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "config_fault.h"
#include "date.h"

namespace journey {

/// What the law counts in days, months, years and bytes. The figures here are those in force; a
/// site carries them, with their sources, in config/delays.json.
struct Delays {
  int requestMonths = 1;              ///< Buyer asks for the certificate (code de la route R322-5).
  int transferCodeDays = 15;          ///< Life of a code de cession (F1707).
  int proofOfAddressMonths = 6;       ///< Age of a proof of address (F1028).
  int roadworthinessMonths = 6;       ///< Age of a favourable test at the request (F1050).
  int retestMonths = 2;               ///< Time for the counter-visit (F1050).
  int roadworthinessFromYears = 4;    ///< Vehicles older than this need a test (F1050).
  int twoWheelsFromYears = 5;         ///< The same for two and three wheels and quadricycles.
  int frenchCardExtensionYears = 5;   ///< Identity cards issued 2004 to 2013 to adults.
  int declarationDays = 15;           ///< Seller declares the transfer (R322-4).
  int addressMonths = 1;              ///< Holder tells the new address (R322-7).
  int administrativeStatusDays = 15;  ///< Age of a certificat de situation administrative (F1707).
  int spouseMonths = 1;               ///< Adding husband or wife at the reduced price (F10613).
  int maxDocumentBytes = 1048576;     ///< What the national service takes.
};

/// A stretch of time as the law counts it: civil months, or days.
struct Period {
  enum class Unit { Months, Days };
  int count = 0;
  Unit unit = Unit::Months;
};

/// The period that an id of config/delays.json stands for ("request-months"); none for an id that
/// is unknown or counts neither months nor days.
[[nodiscard]] std::optional<Period> periodNamed(std::string_view id, const Delays& delays);

/// The last day of a period that begins after `from`: 31 January and a month is 28 February.
[[nodiscard]] Date lastDayOf(const Period& period, Date from);

/// config/delays.json. Unknown or missing names, and figures that are not whole and positive, are
/// refused.
[[nodiscard]] tl::expected<Delays, ConfigFault> parseDelays(const nlohmann::json& file);

/// Whether `today` is more than `months` civil months after `from`; the very day is not.
[[nodiscard]] bool isOverMonths(Date from, int months, Date today);

/// How a kind of vehicle (field J.1) stands to the roadworthiness test at a transfer.
enum class RoadworthinessGroup { Cars, TwoWheels, Exempt };

/// Two and three wheels and quadricycles: MTL MTT1 MTT2 CL CYCL TM QM and kin. Exempt from *this*
/// proof: trailers, farm vehicles, and lorries and coaches (their yearly test is another regime).
/// Everything else, an unknown kind too, is judged as a car.
[[nodiscard]] RoadworthinessGroup roadworthinessGroup(std::string_view nationalKind);

/// Whether a transfer of this vehicle needs the proof at `today`: older than 4 years (5), the very
/// anniversary not yet.
[[nodiscard]] bool needsRoadworthinessTest(std::string_view nationalKind, Date firstRegistration,
                                           Date today, const Delays& delays);

}  // namespace journey
