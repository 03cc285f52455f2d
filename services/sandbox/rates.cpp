// SPDX-License-Identifier: Apache-2.0
#include "rates.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

namespace sandbox {

namespace {

using nlohmann::json;

constexpr std::int64_t centsPerEuro = 100;
constexpr int monthsOfAgeRelief = 120;

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// CIBS L421-46: nil for L1e and L2e, half for L3e, L4e, M2, M3, N2, N3 and tractors.
constexpr std::array<std::string_view, 2> mopeds{"CL", "CYCL"};
constexpr std::array<std::string_view, 10> halved{"MTL", "MTT1", "MTT2", "MTTE", "CAM",
                                                  "TRR", "TCP",  "TRA",  "MAGA", "MIAR"};
constexpr std::array<std::string_view, 8> withoutEngine{"REM", "RESP", "SREM", "SRSP",
                                                        "REA", "SREA", "REAG", "SREG"};
constexpr std::array<std::string_view, 4> withoutEmission{"EL", "H2", "HE", "HH"};
// CIBS L421-2: the malus is for tourism vehicles. Some vans (pick-ups of five seats) and some motor
// homes are such, which J.1 alone does not tell.
constexpr std::string_view tourism = "VP";
constexpr std::array<std::string_view, 2> maybeTourism{"CTTE", "VASP"};

// The entry in force on that day: the latest of those that began before.
template <typename Entry>
const Entry* inForce(const std::vector<Entry>& entries, Day day) {
  const Entry* latest = nullptr;
  for (const auto& entry : entries)
    if (entry.from <= day && (latest == nullptr || latest->from < entry.from)) latest = &entry;
  return latest;
}

// Throws what load() reports.
Day dayIn(const json& entry) {
  const auto day = parseDay(entry.at("from").get<std::string>());
  if (!day) throw std::invalid_argument("\"from\" is no day");
  return *day;
}

auto fault(const char* code) {
  return tl::unexpected<std::string>(code);
}

}  // namespace

bool isMoped(std::string_view nationalKind) {
  return isOneOf(mopeds, nationalKind);
}

bool isTrailer(std::string_view nationalKind) {
  return isOneOf(withoutEngine, nationalKind);
}

Rates::Result<Rates> Rates::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  const auto document = json::parse(stream, nullptr, false);
  if (!document.is_object()) return tl::unexpected(file.string() + " cannot be read");
  using Scale = std::vector<std::pair<int, std::int64_t>>;
  try {
    Rates rates;
    rates.m_tariff = document.at("tariff").get<std::string>();
    rates.m_fixedCents = document.at("fixedCents").get<std::int64_t>();
    rates.m_deliveryCents = document.at("deliveryCents").get<std::int64_t>();
    for (const auto& [kind, cents] : document.at("trainingCents").items())
      rates.m_trainingCents.emplace_back(kind, cents.get<std::int64_t>());
    rates.m_trainingOnQuote = document.at("trainingOnQuote").get<std::vector<std::string>>();
    for (const auto& entry : document.at("regional"))
      rates.m_rates.push_back({entry.at("departments").get<std::vector<std::string>>(),
                               dayIn(entry), entry.at("centsPerPower").get<std::int64_t>(),
                               entry.value("electricPercent", 100)});
    for (const auto& entry : document.at("malus").at("scales")) {
      Malus scale{dayIn(entry),
                  entry.at("centsByCo2").get<Scale>(),
                  std::nullopt,
                  entry.at("capCents").get<std::int64_t>(),
                  entry.at("centsByMass").get<Scale>(),
                  entry.at("massFrom").get<int>()};
      if (entry.contains("capFromCo2")) scale.capFromCo2 = entry["capFromCo2"].get<int>();
      rates.m_malus.push_back(std::move(scale));
    }
    return rates;
  } catch (const std::exception& caught) {
    return tl::unexpected(file.string() + ": " + caught.what());
  }
}

const Rates::Rate* Rates::rateOf(std::string_view department, Day day) const {
  const Rate* latest = nullptr;
  for (const auto& rate : m_rates) {
    const bool isHere = std::find(rate.departments.begin(), rate.departments.end(), department) !=
                        rate.departments.end();
    if (isHere && rate.from <= day && (latest == nullptr || latest->from < rate.from))
      latest = &rate;
  }
  return latest;
}

Rates::Result<std::int64_t> Rates::regionalMills(const PricedCase& priced) const {
  const auto& vehicle = priced.vehicle;
  if (isMoped(vehicle.nationalKind) || isTrailer(vehicle.nationalKind)) return 0;
  const auto* rate = rateOf(priced.department, priced.taxableEvent);
  if (rate == nullptr) return fault("no-rate");
  auto mills = rate->centsPerPower * vehicle.fiscalPower * 10;
  // The tenth anniversary counts as ten years (CIBS L421-45); never halved twice.
  const bool old =
      vehicle.firstRegistrationDate &&
      addMonths(*vehicle.firstRegistrationDate, monthsOfAgeRelief) <= priced.taxableEvent;
  if (old || isOneOf(halved, vehicle.nationalKind)) mills /= 2;
  if (isOneOf(withoutEmission, vehicle.fuelType)) mills = mills * rate->electricPercent / 100;
  return mills;
}

// The class of a lorry is by its greatest mass (F.2), which no request tells.
Rates::Result<std::int64_t> Rates::trainingCents(const TaxedVehicle& vehicle) const {
  if (std::find(m_trainingOnQuote.begin(), m_trainingOnQuote.end(), vehicle.nationalKind) !=
      m_trainingOnQuote.end())
    return fault("on-quote");
  for (const auto& [kind, cents] : m_trainingCents)
    if (kind == vehicle.nationalKind) return cents;
  return 0;
}

Rates::Result<std::int64_t> Rates::co2Cents(const Malus& scale, std::optional<int> co2) {
  if (!co2) return fault("on-quote");
  if (*co2 < scale.centsByCo2.front().first) return 0;
  for (const auto& [grams, cents] : scale.centsByCo2)
    if (grams == *co2) return cents;
  if (scale.capFromCo2 && *co2 >= *scale.capFromCo2) return scale.capCents;
  return fault("on-quote");
}

// Marginal: each kilogram pays the rate of its slice, the first one of the scale included.
Rates::Result<std::int64_t> Rates::massCents(const Malus& scale, std::optional<int> mass) {
  if (!mass) return fault("on-quote");
  if (*mass < scale.massFrom) return 0;
  if (scale.centsByMass.empty()) return fault("on-quote");
  std::int64_t cents = 0;
  for (std::size_t i = 0; i < scale.centsByMass.size(); ++i) {
    const auto& [from, centsPerKilogram] = scale.centsByMass[i];
    const bool isLast = i + 1 == scale.centsByMass.size();
    const int end = isLast ? *mass + 1 : std::min(*mass + 1, scale.centsByMass[i + 1].first);
    if (end > from) cents += (end - from) * centsPerKilogram;
  }
  return cents;
}

Rates::Result<std::int64_t> Rates::malusCents(Day day, const TaxedVehicle& vehicle) const {
  if (isOneOf(withoutEmission, vehicle.fuelType)) return 0;
  if (isOneOf(maybeTourism, vehicle.nationalKind)) return fault("on-quote");
  if (vehicle.nationalKind != tourism) return 0;
  const auto* scale = inForce(m_malus, day);
  if (scale == nullptr) return fault("no-rate");
  const auto co2 = co2Cents(*scale, vehicle.co2);
  if (!co2) return co2;
  const auto mass = massCents(*scale, vehicle.mass);
  if (!mass) return mass;
  // How the two together are capped is not in our facts.
  if (*co2 + *mass > scale->capCents) return fault("on-quote");
  return *co2 + *mass;
}

Rates::Result<Cost> Rates::costOf(const PricedCase& priced) const {
  const auto parts = partsOf(priced);
  if (!parts) return fault("on-quote");
  Cost cost;
  cost.tariff = m_tariff;
  std::int64_t mills = 0;
  for (const auto part : *parts) {
    Result<std::int64_t> cents = 0;
    const char* code = "Y.4";
    if (part == CostPart::Regional) {
      const auto regional = regionalMills(priced);
      if (!regional) return tl::unexpected(regional.error());
      cost.lines.push_back({"Y.1", (*regional + 5) / 10});
      mills += *regional;
      continue;
    }
    if (part == CostPart::Delivery) {
      if (!isMoped(priced.vehicle.nationalKind)) cost.lines.push_back({"Y.5", m_deliveryCents});
      continue;
    }
    if (part == CostPart::Training) {
      cents = trainingCents(priced.vehicle);
      code = "Y.2";
      if (cents && *cents == 0) continue;
    } else if (part == CostPart::Malus) {
      cents = malusCents(priced.taxableEvent, priced.vehicle);
      code = "Y.3";
    } else {
      cents = m_fixedCents;
    }
    if (!cents) return tl::unexpected(cents.error());
    cost.lines.push_back({code, *cents});
    mills += *cents * 10;
  }
  // Half a euro counts up (CIBS L131-2); the delivery fee is added after the rounding.
  const auto euros = (mills + 5 * centsPerEuro) / (10 * centsPerEuro);
  cost.totalCents = euros * centsPerEuro;
  for (const auto& line : cost.lines)
    if (line.code == "Y.5") cost.totalCents += line.cents;
  return cost;
}

std::optional<std::string> departmentOf(std::string_view postcode) {
  if (postcode.size() != 5 || postcode.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  if (postcode.substr(0, 2) == "97" || postcode.substr(0, 2) == "98")
    return std::string(postcode.substr(0, 3));
  // Corsica kept 20 when it became two departments: 200 and 201 are the south.
  if (postcode.substr(0, 2) == "20") return postcode[2] <= '1' ? "2A" : "2B";
  return std::string(postcode.substr(0, 2));
}

bool isDepartment(std::string_view code) {
  if (code == "2A" || code == "2B") return true;
  if (code.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (code.size() == 2) return code >= "01" && code <= "95";
  return code.size() == 3 && ((code >= "971" && code <= "978") || (code >= "986" && code <= "988"));
}

json toJson(const Cost& cost) {
  json quote{{"lines", json::array()}, {"totalCents", cost.totalCents}, {"tariff", cost.tariff}};
  for (const auto& line : cost.lines)
    quote["lines"].push_back({{"code", line.code}, {"cents", line.cents}});
  return quote;
}

}  // namespace sandbox
