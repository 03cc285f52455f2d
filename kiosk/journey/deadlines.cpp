// SPDX-License-Identifier: Apache-2.0
#include "deadlines.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "contains.h"
#include "object_reader.h"

namespace journey {
namespace {

constexpr std::array<std::string_view, 10> twoWheels{"CL",   "CYCL", "MTL", "MTT1", "MTT2",
                                                     "MTTE", "TM",   "TQM", "QM",   "QLEM"};

// Lorries, coaches, road tractors; trailers, caravans; farm machines and their trailers.
constexpr std::array<std::string_view, 17> exempt{"CAM", "TCP",  "TRR",  "REM",  "SREM", "RESP",
                                                  "REA", "SREA", "REAG", "SREG", "RETC", "TRA",
                                                  "QUA", "MAGA", "MIAR", "MAAR", "MATP"};

struct Name {
  std::string_view id;
  int Delays::*figure;
  int unit = 1;
};

// Each figure by its name in config/delays.json.
constexpr std::array<Name, 13> delayNames{{
    {"request-months", &Delays::requestMonths},
    {"transfer-code-days", &Delays::transferCodeDays},
    {"proof-of-address-months", &Delays::proofOfAddressMonths},
    {"roadworthiness-months", &Delays::roadworthinessMonths},
    {"retest-months", &Delays::retestMonths},
    {"roadworthiness-from-years", &Delays::roadworthinessFromYears},
    {"two-wheels-from-years", &Delays::twoWheelsFromYears},
    {"french-card-extension-years", &Delays::frenchCardExtensionYears},
    {"declaration-days", &Delays::declarationDays},
    {"address-months", &Delays::addressMonths},
    {"administrative-status-days", &Delays::administrativeStatusDays},
    {"spouse-months", &Delays::spouseMonths},
    {"document-kibibytes", &Delays::maxDocumentBytes, 1024},
}};

std::vector<std::string_view> ids() {
  std::vector<std::string_view> result;
  for (const Name& name : delayNames)
    result.push_back(name.id);
  return result;
}

/// Reads one entry; gives the place of its name in `delayNames`.
tl::expected<std::size_t, ConfigFault> readEntry(const nlohmann::json& entry,
                                                 const std::string& pointer, Delays& delays) {
  ObjectReader reader(entry, pointer, {"id", "figure", "source", "asOf", "note"});
  const std::string id = reader.oneOf("id", ids());
  const auto* name = std::find_if(delayNames.begin(), delayNames.end(),
                                  [&id](const Name& one) { return one.id == id; });
  const int figure = reader.integer("figure", 1, 100000);
  if (reader.optionalText("source").empty()) reader.refuseMissing("source");
  if (!parseIsoDate(reader.optionalText("asOf"))) {
    reader.refuse(reader.at("asOf"), "this is no date", "write it as \"2026-03-01\"");
  }
  static_cast<void>(reader.optionalText("note"));
  if (reader.fault()) return tl::unexpected(*reader.fault());
  delays.*(name->figure) = figure * name->unit;
  return static_cast<std::size_t>(name - delayNames.begin());
}

}  // namespace

tl::expected<Delays, ConfigFault> parseDelays(const nlohmann::json& file) {
  ObjectReader reader(file, "", {"$schema", "delays"});
  const nlohmann::json* entries = reader.list("delays", 1, delayNames.size());
  if (entries == nullptr) reader.refuseMissing("delays");
  if (reader.fault()) return tl::unexpected(*reader.fault());
  Delays delays;
  std::array<bool, delayNames.size()> seen{};
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const std::string pointer = "/delays/" + std::to_string(i);
    const auto place = readEntry((*entries)[i], pointer, delays);
    if (!place) return tl::unexpected(place.error());
    if (seen[*place]) {
      return tl::unexpected(ConfigFault{pointer + "/id", "this delay is there twice", "keep one"});
    }
    seen[*place] = true;
  }
  for (std::size_t i = 0; i < delayNames.size(); ++i) {
    if (seen[i]) continue;
    const std::string what = "\"" + std::string{delayNames[i].id} + "\" is missing";
    return tl::unexpected(ConfigFault{"/delays", what, "add it"});
  }
  return delays;
}

std::optional<Period> periodNamed(std::string_view id, const Delays& delays) {
  const auto* name = std::find_if(delayNames.begin(), delayNames.end(),
                                  [id](const Name& one) { return one.id == id; });
  if (name == delayNames.end()) return std::nullopt;
  if (id.ends_with("-months")) return Period{delays.*(name->figure), Period::Unit::Months};
  if (id.ends_with("-days")) return Period{delays.*(name->figure), Period::Unit::Days};
  return std::nullopt;
}

Date lastDayOf(const Period& period, Date from) {
  return period.unit == Period::Unit::Days ? plusDays(from, period.count)
                                           : plusMonths(from, period.count);
}

bool isOverMonths(Date from, int months, Date today) {
  return today > plusMonths(from, months);
}

RoadworthinessGroup roadworthinessGroup(std::string_view nationalKind) {
  if (contains(twoWheels, nationalKind)) return RoadworthinessGroup::TwoWheels;
  if (contains(exempt, nationalKind)) return RoadworthinessGroup::Exempt;
  return RoadworthinessGroup::Cars;
}

bool needsRoadworthinessTest(std::string_view nationalKind, Date firstRegistration, Date today,
                             const Delays& delays) {
  const RoadworthinessGroup group = roadworthinessGroup(nationalKind);
  if (group == RoadworthinessGroup::Exempt) return false;
  const int years = group == RoadworthinessGroup::TwoWheels ? delays.twoWheelsFromYears
                                                            : delays.roadworthinessFromYears;
  return today > plusYears(firstRegistration, years);
}

}  // namespace journey
