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
bool isAmong(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// CIBS L421-46: nil for L1e and L2e, half for L3e, L4e, M2, M3, N2, N3 and tractors.
constexpr std::array<std::string_view, 2> mopeds{"CL", "CYCL"};
constexpr std::array<std::string_view, 10> halved{"MTL", "MTT1", "MTT2", "MTTE", "CAM",
                                                  "TRR", "TCP",  "TRA",  "MAGA", "MIAR"};
constexpr std::array<std::string_view, 3> withoutEngine{"REM", "RESP", "SREM"};
constexpr std::array<std::string_view, 2> withoutEmission{"EL", "H2"};
constexpr std::array<std::string_view, 3> taxedOnPower{"change-of-holder", "inheritance",
                                                       "co-holder"};
constexpr std::array<std::string_view, 4> withoutCertificate{
    "sale-declaration", "change-of-address", "error-correction", "withdrawal"};

}  // namespace

tl::expected<Rates, std::string> Rates::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  const auto document = json::parse(stream, nullptr, false);
  if (!document.is_object()) return tl::unexpected(file.string() + " cannot be read");
  try {
    Rates rates;
    rates.m_tariff = document.at("tariff").get<std::string>();
    rates.m_fixedCents = document.at("fixedCents").get<std::int64_t>();
    rates.m_deliveryCents = document.at("deliveryCents").get<std::int64_t>();
    for (const auto& [kind, cents] : document.at("trainingCents").items())
      rates.m_trainingCents.emplace_back(kind, cents.get<std::int64_t>());
    for (const auto& entry : document.at("regional")) {
      const auto from = parseDay(entry.at("from").get<std::string>());
      if (!from) return tl::unexpected(file.string() + ", /regional: \"from\" is no day");
      rates.m_rates.push_back({entry.at("departments").get<std::vector<std::string>>(), *from,
                               entry.at("centsPerPower").get<std::int64_t>(),
                               entry.value("electricPercent", 100)});
    }
    return rates;
  } catch (const json::exception& fault) {
    return tl::unexpected(file.string() + ": " + fault.what());
  }
}

const Rates::Rate* Rates::rateOf(std::string_view department, Day day) const {
  const Rate* latest = nullptr;
  for (const auto& rate : m_rates) {
    const bool here = std::find(rate.departments.begin(), rate.departments.end(), department) !=
                      rate.departments.end();
    if (here && rate.from <= day && (latest == nullptr || latest->from < rate.from)) latest = &rate;
  }
  return latest;
}

std::optional<Cost> Rates::costOf(std::string_view procedure, std::string_view department,
                                  Day taxableEvent, const TaxedVehicle& vehicle) const {
  Cost cost;
  cost.tariff = m_tariff;
  if (isAmong(withoutCertificate, procedure)) return cost;
  const bool moped = isAmong(mopeds, vehicle.nationalKind);
  std::int64_t regionalMills = 0;  // tenths of a cent: halves of odd cents must not be lost
  if (isAmong(taxedOnPower, procedure) && !moped && !isAmong(withoutEngine, vehicle.nationalKind)) {
    const auto* rate = rateOf(department, taxableEvent);
    if (rate == nullptr) return std::nullopt;
    regionalMills = rate->centsPerPower * vehicle.fiscalPower * 10;
    const bool old = addMonths(vehicle.firstRegistrationDate, monthsOfAgeRelief) <= taxableEvent;
    if (old || isAmong(halved, vehicle.nationalKind)) regionalMills /= 2;
    if (isAmong(withoutEmission, vehicle.fuelType))
      regionalMills = regionalMills * rate->electricPercent / 100;
    const auto training =
        std::find_if(m_trainingCents.begin(), m_trainingCents.end(),
                     [&](const auto& entry) { return entry.first == vehicle.nationalKind; });
    cost.lines.push_back({"Y.1", (regionalMills + 5) / 10});
    if (training != m_trainingCents.end()) cost.lines.push_back({"Y.2", training->second});
  }
  cost.lines.push_back({"Y.4", m_fixedCents});
  std::int64_t mills = regionalMills;
  for (const auto& line : cost.lines)
    if (line.code != "Y.1") mills += line.cents * 10;
  // Half a euro counts up (CIBS L131-2); the delivery fee is added after the rounding.
  const auto euros = (mills + 5 * centsPerEuro) / (10 * centsPerEuro);
  cost.totalCents = euros * centsPerEuro;
  if (!moped) {
    cost.lines.push_back({"Y.5", m_deliveryCents});
    cost.totalCents += m_deliveryCents;
  }
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

json toJson(const Cost& cost) {
  json quote{{"lines", json::array()}, {"totalCents", cost.totalCents}, {"tariff", cost.tariff}};
  for (const auto& line : cost.lines)
    quote["lines"].push_back({{"code", line.code}, {"cents", line.cents}});
  return quote;
}

}  // namespace sandbox
