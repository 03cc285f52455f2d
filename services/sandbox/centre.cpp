// SPDX-License-Identifier: Apache-2.0
#include "centre.h"

#include <algorithm>
#include <array>

#include "centre_questions.h"

namespace sandbox {

namespace {

using nlohmann::json;

constexpr std::size_t mostAsked = 50;

// An operation that makes a new certificate gives an FNI vehicle a number of today (F12118, F1726;
// domain facts 4.1).
constexpr std::array<std::string_view, 6> makesCertificate{"change-of-holder", "change-of-address",
                                                           "duplicate",        "change-of-name",
                                                           "co-holder",        "inheritance"};
constexpr std::array<std::string_view, 2> makesFirstNumber{"new-vehicle", "imported-vehicle"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> asInt(std::optional<std::int64_t> number) {
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// The register's word counts before the person's.
TaxedVehicle taxedVehicle(const Dossier& dossier) {
  TaxedVehicle taxed;
  taxed.firstRegistrationDate = dossier.day("/vehicle/firstRegistrationDate");
  taxed.fiscalPower = asInt(dossier.number("/vehicle/fiscalPower")).value_or(0);
  taxed.fuelType = dossier.text("/vehicle/fuelType").value_or("");
  taxed.nationalKind = dossier.text("/vehicle/nationalKind").value_or("VP");
  if (const auto* vehicle = dossier.vehicle(); vehicle != nullptr) {
    taxed.firstRegistrationDate = vehicle->firstRegistrationDate;
    taxed.fiscalPower = vehicle->fiscalPower;
    taxed.fuelType = vehicle->fuelType;
    taxed.nationalKind = vehicle->nationalKind;
  }
  taxed.co2 = asInt(dossier.number("/vehicle/co2"));
  taxed.mass = asInt(dossier.number("/vehicle/mass"));
  taxed.oldPlate = isOldPlate(dossier.text("/vehicle/registrationNumber").value_or(""));
  taxed.addressStickers = asInt(dossier.number("/vehicle/addressStickers"));
  return taxed;
}

}  // namespace

bool isOldPlate(std::string_view registrationNumber) {
  return !registrationNumber.empty() && registrationNumber.front() >= '0' &&
         registrationNumber.front() <= '9';
}

Decision Centre::examine(const json& request, Day today,
                         const std::optional<DeclaredTransfer>& declared) const {
  const Dossier cover(request, today);
  const auto sent = cover.day("/requestDate");
  const auto plate = cover.text("/vehicle/registrationNumber").value_or("");
  const auto procedure = cover.text("/procedure").value_or("");
  std::optional<RegisteredVehicle> vehicle;
  if (const auto* known = m_vehicles.find(plate); known != nullptr) vehicle = *known;
  if (vehicle && declared) vehicle->transfer = declared;

  Dossier dossier(request, sent && *sent < today ? *sent : today, vehicle ? &*vehicle : nullptr);
  for (const auto question : questionsFor(procedure))
    question(dossier);
  Decision decision{"under-review", "wait", costOf(dossier), dossier.takeAsked(),
                    dossier.takeNoted()};
  if (!decision.asked.empty()) {
    decision.status = "to-complete";
    decision.nextStep = "complete";
    if (decision.asked.size() > mostAsked) decision.asked.resize(mostAsked);
    return decision;
  }
  decision.givesTransferCode = procedure == "sale-declaration";
  decision.givesNewNumber = isOneOf(makesFirstNumber, procedure) ||
                            (isOldPlate(plate) && isOneOf(makesCertificate, procedure));
  return decision;
}

std::optional<std::int64_t> Centre::costOf(const Dossier& dossier) const {
  PricedCase priced;
  priced.procedure = dossier.text("/procedure").value_or("");
  priced.taxableEvent = dossier.today();
  priced.vehicle = taxedVehicle(dossier);
  readCase(dossier.request(), priced);
  auto department = dossier.text("/holder/address/department");
  if (!department)
    department = departmentOf(dossier.text("/holder/address/postcode").value_or(std::string()));
  priced.department = department.value_or("");
  const auto cost = m_rates.costOf(priced);
  if (!cost) return std::nullopt;
  return cost->totalCents;
}

json toJson(const std::vector<Asked>& asked) {
  const auto orNull = [](const std::string& text) { return text.empty() ? json() : json(text); };
  auto list = json::array();
  for (const auto& point : asked)
    list.push_back({{"code", point.code},
                    {"field", orNull(point.field)},
                    {"document", orNull(point.document)}});
  return list;
}

}  // namespace sandbox
