// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "calendar.h"

namespace sandbox {

// What a certificate is taxed on.
struct TaxedVehicle {
  std::optional<Day> firstRegistrationDate;  // nothing: never registered
  int fiscalPower = 0;
  std::string fuelType;
  std::string nationalKind;
  std::optional<int> co2 = std::nullopt;   // V.7, g/km
  std::optional<int> mass = std::nullopt;  // G, kg
  bool oldPlate = false;                   // FNI: a new certificate brings a new number
  // Changes of address already made on this certificate; nothing: the person does not know.
  std::optional<int> addressStickers = std::nullopt;
};

// What else the price hangs on; empty when it was not told.
struct PricedCase {
  std::string procedure;
  std::string department;
  Day taxableEvent;
  TaxedVehicle vehicle;
  std::string coHolderChange = {};  // "add-spouse", "add-other", "remove"
  std::optional<Day> marriageDate = std::nullopt;
  std::string heir = {};        // "spouse", "other"
  std::string withdrawal = {};  // "withdraw", "return"
  std::string whoseError = {};  // "administration", "professional", "holder"
};

// Reads the blocks that a request and `case` of a quote share.
void readCase(const nlohmann::json& blocks, PricedCase& priced);

struct CostLine {
  std::string code;  // Y.1 to Y.5
  std::int64_t cents = 0;
};

struct Cost {
  std::vector<CostLine> lines;  // none: free
  std::int64_t totalCents = 0;  // Y.6
  std::string tariff;
};

// The lines of a certificate's cost, as fields Y.1 to Y.5 of the certificate.
enum class CostPart { Regional, Training, Malus, Fixed, Delivery };
// What is paid in this case (prices.cpp); nothing: no amount is published, an agent tells it.
std::optional<std::vector<CostPart>> partsOf(const PricedCase& priced);

// The service's own rates, `rates.json`: amounts by department and by the day from which they hold.
class Rates {
 public:
  template <typename T>
  using Result = tl::expected<T, std::string>;

  static Result<Rates> load(const std::filesystem::path& file);
  // What this costs on that day. The error is "no-rate" when the department
  // has no rate on that day, "on-quote" when no amount is published for the case.
  [[nodiscard]] Result<Cost> costOf(const PricedCase& priced) const;
  // Y.3 of a first registration in France on that day; errors as above.
  [[nodiscard]] Result<std::int64_t> malusCents(Day day, const TaxedVehicle& vehicle) const;

 private:
  struct Rate {
    std::vector<std::string> departments;
    Day from;
    std::int64_t centsPerPower = 0;
    int electricPercent = 100;  // what is left to pay for electric and hydrogen vehicles
  };
  // One year's scale, as far as it is published.
  struct Malus {
    Day from;
    std::vector<std::pair<int, std::int64_t>> centsByCo2;  // g/km, rising; below the first: nil
    std::optional<int> capFromCo2;                         // g/km
    std::int64_t capCents = 0;
    std::vector<std::pair<int, std::int64_t>> centsByMass;  // each kg from this one on; rising
    int massFrom = 0;                                       // kg
  };

  [[nodiscard]] const Rate* rateOf(std::string_view department, Day day) const;
  // Y.1 in tenths of a cent: halves of odd cents must not be lost.
  [[nodiscard]] Result<std::int64_t> regionalMills(const PricedCase& priced) const;
  [[nodiscard]] Result<std::int64_t> trainingCents(const TaxedVehicle& vehicle) const;
  static Result<std::int64_t> co2Cents(const Malus& scale, std::optional<int> co2);
  static Result<std::int64_t> massCents(const Malus& scale, std::optional<int> mass);

  std::vector<Rate> m_rates;
  std::vector<Malus> m_malus;
  std::int64_t m_fixedCents = 0;
  std::int64_t m_deliveryCents = 0;
  std::vector<std::pair<std::string, std::int64_t>> m_trainingCents;  // by national kind
  std::vector<std::string> m_trainingOnQuote;                         // national kinds
  std::string m_tariff;
};

// J.1: mopeds (L1e, L2e) and what has no engine.
bool isMoped(std::string_view nationalKind);
bool isTrailer(std::string_view nationalKind);

// The department of a postcode; nothing for what is no French postcode.
std::optional<std::string> departmentOf(std::string_view postcode);
// Departments and lands overseas, as the contract writes them.
bool isDepartment(std::string_view code);

// `Quote` of the contract.
nlohmann::json toJson(const Cost& cost);

}  // namespace sandbox
