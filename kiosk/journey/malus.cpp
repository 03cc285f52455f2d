// SPDX-License-Identifier: Apache-2.0
#include "malus.h"

#include <algorithm>

#include "contains.h"

namespace journey {
namespace {

using nlohmann::json;

constexpr int mostOfAMalus = 20000000;  // over any cap; no overflow later
constexpr int mostGrams = 2000;
constexpr int mostKilograms = 100000;

std::vector<std::string> texts(ObjectReader& reader, std::string_view key) {
  std::vector<std::string> all;
  const json* list = reader.list(key, 0, 100);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const json& one = (*list)[i];
    if (one.is_string() && one != "") {
      all.push_back(one.get<std::string>());
    } else {
      reader.refuse(reader.at(key) + "/" + std::to_string(i), "this is no text",
                    "write it between double quotes");
    }
  }
  return all;
}

/// Calls `one` with each element of a list and its pointer, until the first fault.
template <class One>
std::optional<ConfigFault> each(ObjectReader& reader, std::string_view key, One one) {
  const json* list = reader.list(key, 0, 200);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (auto fault = one((*list)[i], reader.at(key) + "/" + std::to_string(i))) return fault;
  }
  return std::nullopt;
}

std::optional<ConfigFault> readGram(const json& object, const std::string& at,
                                    Co2Scale::Gram& gram) {
  ObjectReader reader(object, at, {"grams", "cents"});
  gram.grams = reader.integer("grams", 1, mostGrams);
  gram.cents = reader.integer("cents", 0, mostOfAMalus);
  return reader.fault();
}

std::optional<ConfigFault> readCo2(const json& object, const std::string& pointer, Malus& malus) {
  ObjectReader reader(object, pointer,
                      {"from", "until", "startsAt", "cents", "further", "cap", "onQuoteFuels",
                       "source", "asOf", "disputed", "note"});
  Co2Scale scale;
  scale.period = readDated(reader);
  scale.startsAt = reader.integer("startsAt", 1, mostGrams);
  scale.onQuoteFuels = texts(reader, "onQuoteFuels");
  auto fault = each(reader, "cents", [&](const json& one, const std::string& at) {
    if (!one.is_number_integer() || one < 0 || one > mostOfAMalus) {
      return std::optional(ConfigFault{at, "these are no cents", "write a whole number"});
    }
    scale.cents.push_back(one.get<std::int64_t>());
    return std::optional<ConfigFault>();
  });
  if (!fault) {
    fault = each(reader, "further", [&](const json& one, const std::string& at) {
      return readGram(one, at, scale.further.emplace_back());
    });
  }
  if (const json* cap = reader.object("cap"); cap != nullptr && !fault) {
    scale.cap = Co2Scale::Gram{};
    fault = readGram(*cap, reader.at("cap"), *scale.cap);
  }
  if (reader.fault()) return reader.fault();
  malus.co2.push_back(std::move(scale));
  return fault;
}

std::optional<ConfigFault> readMass(const json& object, const std::string& pointer, Malus& malus) {
  ObjectReader reader(object, pointer,
                      {"from", "until", "startsAt", "slices", "onQuoteFuels", "source", "asOf",
                       "disputed", "note"});
  MassScale scale;
  scale.period = readDated(reader);
  scale.startsAt = reader.integer("startsAt", 1, mostKilograms);
  scale.onQuoteFuels = texts(reader, "onQuoteFuels");
  int least = scale.startsAt;
  auto fault = each(reader, "slices", [&](const json& one, const std::string& at) {
    ObjectReader slice(one, at, {"kilograms", "centsEach"});
    scale.slices.push_back({slice.integer("kilograms", least, mostKilograms),
                            slice.integer("centsEach", 0, mostOfAMalus)});
    least = scale.slices.back().kilograms + 1;
    return slice.fault();
  });
  if (!fault && !scale.slices.empty() && scale.slices.front().kilograms != scale.startsAt) {
    fault = ConfigFault{pointer + "/slices/0/kilograms", "the first slice begins later",
                        "begin it at \"startsAt\""};
  }
  if (reader.fault()) return reader.fault();
  malus.mass.push_back(std::move(scale));
  return fault;
}

template <class Scale>
const Scale* inForce(const std::vector<Scale>& scales, Date day) {
  for (const Scale& scale : scales) {
    if (isInForce(scale.period, day)) return &scale;
  }
  return nullptr;
}

}  // namespace

std::optional<std::int64_t> Co2Scale::centsFor(int grams, std::string_view fuel) const {
  if (grams < startsAt) return 0;
  if (contains(onQuoteFuels, fuel)) return std::nullopt;
  if (cap && grams >= cap->grams) return cap->cents;
  const auto place = static_cast<std::size_t>(grams - startsAt);
  if (place < cents.size()) return cents[place];
  for (const Gram& one : further) {
    if (one.grams == grams) return one.cents;
  }
  return std::nullopt;
}

std::optional<std::int64_t> MassScale::centsFor(int kilograms, std::string_view fuel) const {
  if (kilograms < startsAt) return 0;
  if (slices.empty() || contains(onQuoteFuels, fuel)) return std::nullopt;
  std::int64_t due = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const bool last = i + 1 == slices.size() || kilograms < slices[i + 1].kilograms;
    const int past = last ? kilograms + 1 : slices[i + 1].kilograms;
    due += (past - slices[i].kilograms) * slices[i].centsEach;
    if (last) break;
  }
  return due;
}

tl::expected<Malus, ConfigFault> readMalus(const json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer, {"kinds", "nilKinds", "nilFuels", "co2", "mass"});
  Malus malus;
  malus.kinds = texts(reader, "kinds");
  malus.nilKinds = texts(reader, "nilKinds");
  malus.nilFuels = texts(reader, "nilFuels");
  auto fault = each(reader, "co2", [&](const json& one, const std::string& at) {
    return readCo2(one, at, malus);
  });
  if (!fault) {
    fault = each(reader, "mass",
                 [&](const json& one, const std::string& at) { return readMass(one, at, malus); });
  }
  const auto period = [](const auto& scale) -> const DatedAmount& { return scale.period; };
  refuseOverlap(reader, "co2", malus.co2, period);
  refuseOverlap(reader, "mass", malus.mass, period);
  if (!fault) fault = reader.fault();
  if (fault) return tl::unexpected(*std::move(fault));
  return malus;
}

tl::expected<MalusDue, MalusUnknown> malusOf(const Malus& malus, const std::string& kind,
                                             const std::string& fuel, std::optional<int> co2,
                                             std::optional<int> mass, Date day) {
  if (contains(malus.nilFuels, fuel) || contains(malus.nilKinds, kind)) return MalusDue{};
  if (!kind.empty() && !contains(malus.kinds, kind)) return tl::unexpected(MalusUnknown::OnQuote);
  const Co2Scale* onCo2 = inForce(malus.co2, day);
  const MassScale* onMass = inForce(malus.mass, day);
  if (onCo2 == nullptr || onMass == nullptr) return tl::unexpected(MalusUnknown::OnQuote);
  if (!co2) return tl::unexpected(MalusUnknown::Co2Missing);
  if (!mass) return tl::unexpected(MalusUnknown::MassMissing);
  const auto forCo2 = onCo2->centsFor(*co2, fuel);
  const auto forMass = onMass->centsFor(*mass, fuel);
  if (!forCo2 || !forMass) return tl::unexpected(MalusUnknown::OnQuote);
  const std::int64_t due = *forCo2 + *forMass;
  if (onCo2->cap && due > onCo2->cap->cents) return tl::unexpected(MalusUnknown::OnQuote);
  return MalusDue{due, {&onCo2->period, &onMass->period}};
}

}  // namespace journey
