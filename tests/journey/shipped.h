// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/journey/openings.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/tariff.h"
#include "kiosk/journey/tax.h"
#include "kiosk/journey/verdict.h"

// The procedures of config/ for tests, each read once. What does not load ends the test program.
// KIOSK_SOURCE_DIR is the root of the project.
namespace shipped {

/// The tree whose config/ and tests/ are looked at: that of the project, or the one that the
/// environment names (tests/config/thirteenth_test.py tries a change of data there).
inline std::filesystem::path root() {
  const char* other = std::getenv("KIOSK_TREE");
  return other != nullptr ? other : KIOSK_SOURCE_DIR;
}

inline nlohmann::json document(const std::string& path) {
  std::ifstream stream(root() / "config" / path);
  return nlohmann::json::parse(stream, nullptr, false);
}

template <class Parsed>
auto orEnd(Parsed parsed, const std::string& file) {
  if (parsed) return *std::move(parsed);
  std::fprintf(stderr, "config/%s: %s: %s; %s\n", file.c_str(), parsed.error().where.c_str(),
               parsed.error().what.c_str(), parsed.error().mend.c_str());
  std::abort();
}

inline const journey::Parts& parts() {
  static const journey::Parts all = [] {
    journey::Parts read;
    const auto folder = root() / "config/parts";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().stem().string();
      read.emplace(name, document("parts/" + name + ".json"));
    }
    return read;
  }();
  return all;
}

/// By id: each file of config/procedures.
inline const std::map<std::string, journey::Procedure, std::less<>>& procedures() {
  static const std::map<std::string, journey::Procedure, std::less<>> all = [] {
    std::map<std::string, journey::Procedure, std::less<>> read;
    const auto folder = root() / "config/procedures";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string file = "procedures/" + entry.path().filename().string();
      auto one = orEnd(journey::parseProcedure(document(file), parts()), file);
      const std::string id = one.id;
      read.emplace(id, std::move(one));
    }
    return read;
  }();
  return all;
}

/// With what the procedures add that it does not name itself.
inline const journey::Procedure& reception() {
  static const journey::Procedure read = [] {
    auto all =
        orEnd(journey::parseReception(document("reception.json"), parts()), "reception.json");
    for (const auto& [id, one] : procedures()) {
      all =
          orEnd(journey::offering(std::move(all), id, one.openings), "procedures/" + id + ".json");
    }
    return all;
  }();
  return read;
}

inline const journey::Procedure& procedure(const std::string& id) {
  return procedures().at(id);
}

/// The reception and this procedure behind it.
inline journey::Procedure way(const std::string& id) {
  if (id == "reception") return reception();
  return orEnd(journey::joined(reception(), procedure(id)), "procedures/" + id + ".json");
}

inline const journey::Rulebook& rulebook() {
  static const journey::Rulebook all = [] {
    journey::Rulebook rules;
    for (const auto& [id, one] : procedures())
      rules.emplace(id, one.officer);
    return rules;
  }();
  return all;
}

inline journey::Verdict verdictOf(const nlohmann::json& request, journey::Date today,
                                  const journey::Delays& delays = journey::Delays{}) {
  return journey::verdictOf(request, rulebook(), today, delays);
}

/// What config/tariffs has for that year.
inline const journey::Tariff& tariff(int year) {
  static std::map<int, journey::Tariff> read;
  const auto found = read.find(year);
  if (found != read.end()) return found->second;
  const std::string file = "tariffs/" + std::to_string(year) + ".json";
  return read.emplace(year, orEnd(journey::parseTariff(document(file)), file)).first->second;
}

inline tl::expected<journey::Cost, journey::TaxFault> costOfChangeOfHolder(
    const nlohmann::json& request, const journey::Tariff& tariff, journey::Date day) {
  return journey::costOf(procedure("change-of-holder").cost, request, tariff, day);
}

}  // namespace shipped
