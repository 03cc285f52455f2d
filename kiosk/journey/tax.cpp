// SPDX-License-Identifier: Apache-2.0
#include "tax.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "contains.h"
#include "places.h"
#include "request_reader.h"
#include "verdict_parts.h"

namespace journey {
namespace {

// Amounts are counted in hundredths of a cent: a rate halved twice stays whole.
constexpr std::int64_t perCent = 100;
constexpr std::int64_t perEuro = 100 * perCent;

std::int64_t roundedHalfUp(std::int64_t amount, std::int64_t unit) {
  return (amount + unit / 2) / unit;
}

auto fault(TaxFault::Kind kind, std::string what) {
  return tl::unexpected(TaxFault{kind, std::move(what)});
}

bool has(const CostRule& rule, TaxLine line) {
  return contains(rule.lines, line);
}

/// What the tax reads of a request.
struct Vehicle {
  std::string kind;
  std::string fuelType;
  std::int64_t fiscalPower = 0;
  std::optional<Date> firstRegistration;  ///< none: never registered yet
  std::string department;
  std::optional<int> co2;   ///< g/km
  std::optional<int> mass;  ///< kg
};

const DatedAmount* inForce(const std::vector<DatedAmount>& amounts, Date day) {
  for (const DatedAmount& amount : amounts) {
    if (isInForce(amount, day)) return &amount;
  }
  return nullptr;
}

/// What the regional line needs besides the kind: age, power and where the holder lives.
tl::expected<void, TaxFault> readRegional(const Block& root, bool mayBeNew, const Tariff& tariff,
                                          Date day, Vehicle& read) {
  const Block vehicle = root.block("vehicle");
  read.firstRegistration = vehicle.date("firstRegistrationDate", Need::Optional, day);
  const bool isNew = mayBeNew && vehicle.find("firstRegistrationDate") == nullptr;
  if (!read.firstRegistration && !isNew) {
    return fault(TaxFault::Kind::FieldMissing, "vehicle.firstRegistrationDate");
  }
  const auto power = vehicle.count("fiscalPower", Need::Optional, 0, 200);
  const bool needed = !contains(tariff.nilKinds, read.kind) && !hasNoFiscalPower(read.kind);
  if (needed && power.value_or(0) == 0) {
    return fault(TaxFault::Kind::FieldMissing, "vehicle.fiscalPower");
  }
  read.fiscalPower = power.value_or(0);
  const Block address = root.block("holder").block("address");
  read.department = std::string{address.text("department", Need::Optional).value_or("")};
  if (!isDepartment(read.department)) {
    const auto code = address.format("postcode", Need::Optional, postcode);
    if (!code) return fault(TaxFault::Kind::FieldMissing, "holder.address.postcode");
    read.department = departmentOfPostcode(*code).value_or("");
  }
  return {};
}

tl::expected<Vehicle, TaxFault> readVehicle(const nlohmann::json& request, const CostRule& rule,
                                            bool mayBeNew, const Tariff& tariff, Date day) {
  Findings unheard;  // Of the verdict; here an unreadable field is as good as none.
  const Block root{request.is_object() ? &request : nullptr, unheard};
  const Block block = root.block("vehicle");
  Vehicle read;
  read.kind = std::string{block.text("nationalKind", Need::Optional).value_or("")};
  read.fuelType = std::string{block.text("fuelType", Need::Optional).value_or("")};
  const auto count = [&block](const char* key) {
    const auto number = block.count(key, Need::Optional, 0, 100000);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  };
  read.co2 = count("co2");
  read.mass = count("mass");
  if (has(rule, TaxLine::Regional)) {
    if (auto known = readRegional(root, mayBeNew, tariff, day, read); !known) {
      return tl::unexpected(known.error());
    }
  }
  return read;
}

/// Adds the lines up and remembers how sure their amounts are.
class Bill {
 public:
  explicit Bill(const std::string& sources) : m_sources(sources) {}
  void add(const char* code, std::int64_t hundredths) {
    m_cost.lines.push_back({code, roundedHalfUp(hundredths, perCent), hundredths});
  }
  void uses(const DatedAmount& amount) {
    if (!m_cost.asOf || amount.asOf < *m_cost.asOf) m_cost.asOf = amount.asOf;
    m_cost.disputed = m_cost.disputed || amount.disputed;
    m_cost.sources = m_sources;
  }
  /// Y.6. The only place where the tax is rounded (CIBS L131-2, half counts up); Y.5 is no tax.
  [[nodiscard]] Cost total() && {
    std::int64_t tax = 0;
    std::int64_t delivery = 0;
    for (const CostLine& line : m_cost.lines) {
      (line.code == "Y.5" ? delivery : tax) += line.hundredthsOfCents;
    }
    m_cost.totalCents = roundedHalfUp(tax, perEuro) * 100 + roundedHalfUp(delivery, perCent);
    return std::move(m_cost);
  }

 private:
  const std::string& m_sources;
  Cost m_cost;
};

/// Half for old vehicles and for some kinds, never a quarter; then what the region lets clean ones
/// off.
std::int64_t reduced(std::int64_t amount, const Vehicle& vehicle, const Tariff& tariff,
                     const Region& region, Date day, Bill& bill) {
  const bool old = vehicle.firstRegistration &&
                   day >= plusYears(*vehicle.firstRegistration, tariff.halvedFromYears);
  if (old || contains(tariff.halvedKinds, vehicle.kind)) amount /= 2;
  for (const CleanVehicleRelief& relief : region.cleanVehicles) {
    if (!isInForce(relief.period, day) || !contains(relief.fuelTypes, vehicle.fuelType)) continue;
    bill.uses(relief.period);
    return amount * (100 - relief.percentOff) / 100;
  }
  return amount;
}

/// Y.1
tl::expected<void, TaxFault> addRegional(const Vehicle& vehicle, const Tariff& tariff, Date day,
                                         Bill& bill) {
  if (contains(tariff.nilKinds, vehicle.kind)) {
    bill.add("Y.1", 0);
    return {};
  }
  const Region* region = tariff.regionOf(vehicle.department);
  const DatedAmount* rate = region == nullptr ? nullptr : inForce(region->rates, day);
  if (rate == nullptr) return fault(TaxFault::Kind::NoRate, vehicle.department);
  bill.uses(*rate);
  std::int64_t perPower = rate->cents;
  std::int64_t flat = 0;
  if (const DatedAmount* surcharge = inForce(region->surcharges, day)) {
    bill.uses(*surcharge);
    const bool isFlat = tariff.surchargeReading == Tariff::SurchargeReading::Flat;
    (isFlat ? flat : perPower) += surcharge->cents;
  }
  const std::int64_t whole = perPower * vehicle.fiscalPower * perCent;
  bill.add("Y.1", reduced(whole, vehicle, tariff, *region, day, bill) + flat * perCent);
  return {};
}

/// Y.2
tl::expected<void, TaxFault> addTransport(const Vehicle& vehicle, const Tariff& tariff, Date day,
                                          Bill& bill) {
  for (const KindAmount& one : tariff.transport) {
    if (!contains(one.nationalKinds, vehicle.kind) || !isInForce(one.amount, day)) continue;
    if (one.onQuote) return fault(TaxFault::Kind::OnQuote, "Y.2");
    bill.uses(one.amount);
    bill.add("Y.2", one.amount.cents * perCent);
    return {};
  }
  bill.add("Y.2", 0);
  return {};
}

tl::expected<void, TaxFault> addAmount(const char* code, const std::vector<DatedAmount>& amounts,
                                       Date day, Bill& bill) {
  const DatedAmount* amount = inForce(amounts, day);
  if (amount == nullptr) return fault(TaxFault::Kind::NoRate, code);
  bill.uses(*amount);
  bill.add(code, amount->cents * perCent);
  return {};
}

/// Y.3
tl::expected<void, TaxFault> addMalus(const Vehicle& vehicle, const Tariff& tariff, Date day,
                                      Bill& bill) {
  const auto due =
      malusOf(tariff.malus, vehicle.kind, vehicle.fuelType, vehicle.co2, vehicle.mass, day);
  if (!due) {
    switch (due.error()) {
      case MalusUnknown::Co2Missing:
        return fault(TaxFault::Kind::FieldMissing, "vehicle.co2");
      case MalusUnknown::MassMissing:
        return fault(TaxFault::Kind::FieldMissing, "vehicle.mass");
      case MalusUnknown::OnQuote:
        break;
    }
    return fault(TaxFault::Kind::OnQuote, "Y.3");
  }
  for (const DatedAmount* amount : due->used)
    bill.uses(*amount);
  bill.add("Y.3", due->cents * perCent);
  return {};
}

/// Y.5, not due for mopeds.
tl::expected<void, TaxFault> addDelivery(const Vehicle& vehicle, const Tariff& tariff, Date day,
                                         Bill& bill) {
  if (!contains(tariff.nilKinds, vehicle.kind)) return addAmount("Y.5", tariff.delivery, day, bill);
  bill.add("Y.5", 0);
  return {};
}

tl::expected<void, TaxFault> addLine(TaxLine line, const Vehicle& vehicle, const Tariff& tariff,
                                     Date day, Bill& bill) {
  switch (line) {
    case TaxLine::Regional:
      return addRegional(vehicle, tariff, day, bill);
    case TaxLine::Transport:
      return addTransport(vehicle, tariff, day, bill);
    case TaxLine::Malus:
      return addMalus(vehicle, tariff, day, bill);
    case TaxLine::Fixed:
      return addAmount("Y.4", tariff.fixed, day, bill);
    case TaxLine::Delivery:
      return addDelivery(vehicle, tariff, day, bill);
  }
  return {};
}

}  // namespace

tl::expected<Cost, TaxFault> costOf(const CostRules& rules, const nlohmann::json& request,
                                    const Tariff& tariff, Date taxableEvent, const Delays& delays) {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const CostRule& one) {
    return allHold(one.when, request, taxableEvent, delays);
  });
  if (rule == rules.end() || rule->onQuote) return fault(TaxFault::Kind::OnQuote, "");
  if (rule->oneOfTheAbove) return fault(TaxFault::Kind::OneOf, "");
  if (!rule->lines.empty() && !tariff.mayBeUsed(taxableEvent)) {
    return fault(TaxFault::Kind::NoRate, "tariff");
  }
  // Y.3 is due at the first registration in France: where a case of the procedure has it, the
  // vehicle may be a new one.
  const bool mayBeNew = std::any_of(rules.begin(), rules.end(),
                                    [](const CostRule& one) { return has(one, TaxLine::Malus); });
  const auto vehicle = readVehicle(request, *rule, mayBeNew, tariff, taxableEvent);
  if (!vehicle) return tl::unexpected(vehicle.error());
  Bill bill(tariff.sources);
  for (const TaxLine line : rule->lines) {
    if (auto added = addLine(line, *vehicle, tariff, taxableEvent, bill); !added) {
      return tl::unexpected(added.error());
    }
  }
  return std::move(bill).total();
}

CostOutlook outlookOf(const CostRules& rules, const nlohmann::json& request, const Tariff& tariff,
                      Date day, const Delays& delays) {
  CostOutlook outlook;
  bool first = true;
  for (const CostRule& rule : rules) {
    if (rule.oneOfTheAbove || areRuledOut(rule.when, request, day, delays)) continue;
    outlook.open = outlook.open || rule.onQuote;
    Bill bill(tariff.sources);
    bill.add("Y.5", 0);
    for (const TaxLine line : rule.lines) {
      const bool known = line == TaxLine::Fixed || line == TaxLine::Delivery;
      outlook.open = outlook.open || !known;
      if (known) static_cast<void>(addLine(line, Vehicle{}, tariff, day, bill));
    }
    const std::int64_t cents = std::move(bill).total().totalCents;
    outlook.leastCents = first ? cents : std::min(outlook.leastCents, cents);
    outlook.mostCents = first ? cents : std::max(outlook.mostCents, cents);
    first = false;
    // The first rule that holds is the one that counts: those behind it are not to be expected.
    if (surelyHold(rule.when, request, day, delays)) break;
  }
  return outlook;
}

}  // namespace journey
