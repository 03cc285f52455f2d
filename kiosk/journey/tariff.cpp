// SPDX-License-Identifier: Apache-2.0
#include "tariff.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "object_reader.h"
#include "places.h"

namespace journey {
namespace {

using nlohmann::json;

/// The highest of the ranges below: far over any line of a certificate, and no overflow later.
constexpr int mostOfALine = 1000000;

/// Reads lists of a tariff and keeps the first fault.
class TariffReader {
 public:
  [[nodiscard]] Tariff read(const json& file);
  [[nodiscard]] const std::optional<ConfigFault>& fault() const { return m_fault; }

 private:
  using Words = std::initializer_list<std::string_view>;

  void keep(const ObjectReader& reader) {
    if (!m_fault) m_fault = reader.fault();
  }
  /// Calls `one` with each element of the list under `key` and its JSON pointer.
  void each(ObjectReader& reader, std::string_view key, std::size_t least,
            const std::function<void(const json&, const std::string&)>& one);
  [[nodiscard]] std::vector<std::string> texts(ObjectReader& reader, std::string_view key,
                                               std::size_t least);
  [[nodiscard]] std::vector<DatedAmount> amounts(ObjectReader& reader, std::string_view key,
                                                 std::size_t least);
  [[nodiscard]] Region region(const json& object, const std::string& pointer);
  [[nodiscard]] KindAmount kindAmount(const json& object, const std::string& pointer);
  void refuseTwice(const Tariff& tariff);

  std::optional<ConfigFault> m_fault;
};

void TariffReader::each(ObjectReader& reader, std::string_view key, std::size_t least,
                        const std::function<void(const json&, const std::string&)>& one) {
  const json* list = reader.list(key, least, 200);
  if (list == nullptr) {
    if (least > 0) reader.refuseMissing(key);
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    one((*list)[i], reader.at(key) + "/" + std::to_string(i));
  }
}

std::vector<std::string> TariffReader::texts(ObjectReader& reader, std::string_view key,
                                             std::size_t least) {
  std::vector<std::string> result;
  each(reader, key, least, [&](const json& value, const std::string& pointer) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
      result.push_back(value.get<std::string>());
    } else {
      reader.refuse(pointer, "this is no text", "write it between double quotes");
    }
  });
  return result;
}

std::vector<DatedAmount> TariffReader::amounts(ObjectReader& reader, std::string_view key,
                                               std::size_t least) {
  std::vector<DatedAmount> result;
  each(reader, key, least, [&](const json& object, const std::string& pointer) {
    ObjectReader entry(object, pointer,
                       {"from", "until", "cents", "source", "asOf", "disputed", "note"});
    result.push_back(readDated(entry));
    result.back().cents = entry.integer("cents", 0, mostOfALine);
    keep(entry);
  });
  if (!m_fault) {
    refuseOverlap(reader, key, result,
                  [](const DatedAmount& one) -> const DatedAmount& { return one; });
  }
  return result;
}

Region TariffReader::region(const json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer,
                      {"id", "departments", "rates", "surcharges", "cleanVehicles"});
  Region region;
  region.id = reader.name("id");
  region.departments = texts(reader, "departments", 1);
  region.rates = amounts(reader, "rates", 1);
  region.surcharges = amounts(reader, "surcharges", 0);
  each(reader, "cleanVehicles", 0, [&](const json& one, const std::string& at) {
    ObjectReader entry(
        one, at,
        {"from", "until", "fuelTypes", "percentOff", "source", "asOf", "disputed", "note"});
    CleanVehicleRelief relief;
    relief.period = readDated(entry);
    relief.fuelTypes = texts(entry, "fuelTypes", 1);
    relief.percentOff = entry.integer("percentOff", 1, 100);
    region.cleanVehicles.push_back(std::move(relief));
    keep(entry);
  });
  keep(reader);
  return region;
}

KindAmount TariffReader::kindAmount(const json& object, const std::string& pointer) {
  ObjectReader reader(
      object, pointer,
      {"from", "until", "nationalKinds", "cents", "onQuote", "source", "asOf", "disputed", "note"});
  KindAmount amount;
  amount.amount = readDated(reader);
  amount.nationalKinds = texts(reader, "nationalKinds", 1);
  amount.onQuote = reader.flag("onQuote");
  if (!amount.onQuote) amount.amount.cents = reader.integer("cents", 0, mostOfALine);
  keep(reader);
  return amount;
}

void TariffReader::refuseTwice(const Tariff& tariff) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < tariff.regions.size() && !m_fault; ++i) {
    for (const std::string& department : tariff.regions[i].departments) {
      const std::string where = "/regions/" + std::to_string(i) + "/departments";
      if (!isDepartment(department)) {
        m_fault = ConfigFault{where, "\"" + department + "\" is no department",
                              "write a code such as \"01\", \"2A\" or \"971\""};
      } else if (!seen.insert(department).second) {
        m_fault = ConfigFault{where, "department \"" + department + "\" is in two regions",
                              "keep it in one"};
      }
    }
  }
}

Tariff TariffReader::read(const json& file) {
  ObjectReader reader(
      file, "",
      {"$schema", "year", "until", "sources", "surchargeReading", "halvedFromYears", "halvedKinds",
       "nilKinds", "regions", "transport", "fixed", "delivery", "malus"});
  Tariff tariff;
  tariff.year = reader.integer("year", 2000, 2200);
  tariff.until = readDay(reader, "until");
  tariff.sources = reader.optionalText("sources");
  if (tariff.sources.empty()) reader.refuseMissing("sources");
  if (reader.oneOf("surchargeReading", {"per-fiscal-power", "flat"}) == "flat") {
    tariff.surchargeReading = Tariff::SurchargeReading::Flat;
  }
  tariff.halvedFromYears = reader.integer("halvedFromYears", 1, 100);
  tariff.halvedKinds = texts(reader, "halvedKinds", 0);
  tariff.nilKinds = texts(reader, "nilKinds", 0);
  each(reader, "regions", 1, [&](const json& object, const std::string& pointer) {
    tariff.regions.push_back(region(object, pointer));
  });
  each(reader, "transport", 0, [&](const json& object, const std::string& pointer) {
    tariff.transport.push_back(kindAmount(object, pointer));
  });
  tariff.fixed = amounts(reader, "fixed", 1);
  tariff.delivery = amounts(reader, "delivery", 1);
  keep(reader);
  if (const json* malus = reader.object("malus"); malus != nullptr && !m_fault) {
    auto read = readMalus(*malus, "/malus");
    if (!read) m_fault = read.error();
    if (read) tariff.malus = *std::move(read);
  }
  refuseTwice(tariff);
  return tariff;
}

}  // namespace

const Region* Tariff::regionOf(std::string_view department) const {
  for (const Region& region : regions) {
    if (std::find(region.departments.begin(), region.departments.end(), department) !=
        region.departments.end()) {
      return &region;
    }
  }
  return nullptr;
}

tl::expected<Tariff, ConfigFault> parseTariff(const json& file) {
  TariffReader reader;
  Tariff tariff = reader.read(file);
  if (reader.fault()) return tl::unexpected(*reader.fault());
  return tariff;
}

}  // namespace journey
