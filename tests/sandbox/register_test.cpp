// SPDX-License-Identifier: Apache-2.0
#include <sandbox/register.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <sandbox/contract.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using sandbox::Day;

const Day registerDay{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};

json listed() {
  std::ifstream file(SERVICES "/sandbox/register.json");
  return json::parse(file)["vehicles"];
}

bool isOlderThan(const sandbox::RegisteredVehicle& vehicle, int years) {
  return sandbox::addMonths(vehicle.firstRegistrationDate, years * 12) < registerDay;
}

// What a vehicle is, told from its data and not from its own list of kinds.
std::set<std::string> kindsOf(const sandbox::RegisteredVehicle& vehicle) {
  std::set<std::string> kinds;
  const auto& plate = vehicle.registrationNumber;
  const bool dashed = plate.find('-') != std::string::npos;
  if (!dashed) {
    kinds.insert("fni-plate");
  } else if (plate.substr(0, 3) == "WW-") {
    kinds.insert("ww-plate");
  } else {
    kinds.insert(plate.size() == 9 ? "siv-plate" : "siv-moped-plate");
  }
  if (!vehicle.transfer) {
    kinds.insert("code-none");
  } else if (vehicle.transfer->codeUsed) {
    kinds.insert("code-used");
  } else {
    kinds.insert(isExpired(*vehicle.transfer, registerDay) ? "code-expired" : "code-valid");
  }
  for (const auto& opposition : vehicle.oppositions)
    kinds.insert(opposition);
  if (sandbox::addMonths(vehicle.firstRegistrationDate, 120) <= registerDay)
    kinds.insert("over-10-years");
  if (!isOlderThan(vehicle, 4)) {
    kinds.insert("under-4-years");
  } else if (!isOlderThan(vehicle, 5)) {
    kinds.insert("between-4-and-5-years");
  } else if (kinds.count("over-10-years") == 0) {
    kinds.insert("over-5-years");
  }
  return kinds;
}

TEST(Register, holdsEveryKindThatTheRulesKnow) {
  const std::set<std::string> wanted{"siv-plate",
                                     "fni-plate",
                                     "ww-plate",
                                     "siv-moped-plate",
                                     "corsica",
                                     "overseas",
                                     "car",
                                     "van",
                                     "motorhome",
                                     "motorcycle",
                                     "moped",
                                     "tricycle",
                                     "quadricycle",
                                     "tractor",
                                     "lorry",
                                     "road-tractor",
                                     "coach",
                                     "trailer",
                                     "petrol",
                                     "diesel",
                                     "electric",
                                     "hybrid",
                                     "plug-in-hybrid",
                                     "hydrogen",
                                     "lpg",
                                     "ethanol",
                                     "under-4-years",
                                     "four-years-today",
                                     "between-4-and-5-years",
                                     "over-5-years",
                                     "one-day-under-10-years",
                                     "ten-years-today",
                                     "over-10-years",
                                     "before-1981",
                                     "stolen",
                                     "pledged",
                                     "opposition",
                                     "gift",
                                     "two-holders",
                                     "short-form-number",
                                     "code-valid",
                                     "code-expired",
                                     "code-used",
                                     "code-none"};
  const auto vehicles = listed();
  EXPECT_GE(vehicles.size(), 40U);
  std::set<std::string> held;
  for (const auto& vehicle : vehicles)
    for (const auto& kind : vehicle["kinds"])
      held.insert(kind.get<std::string>());
  for (const auto& kind : wanted)
    EXPECT_EQ(held.count(kind), 1U) << kind;
}

TEST(Register, namesKindsThatItsDataShow) {
  const auto vehicles = sandbox::Register::load(SERVICES "/sandbox/register.json");
  ASSERT_TRUE(vehicles) << vehicles.error();
  for (const auto& entry : listed()) {
    const auto plate = entry["registrationNumber"].get<std::string>();
    const auto* vehicle = vehicles->find(plate);
    ASSERT_NE(vehicle, nullptr) << plate;
    const auto named = entry["kinds"].get<std::set<std::string>>();
    for (const auto& kind : kindsOf(*vehicle)) {
      const bool fourToday = kind == "under-4-years" && named.count("four-years-today") == 1;
      EXPECT_TRUE(fourToday || named.count(kind) == 1) << plate << ": " << kind;
    }
  }
}

TEST(Register, answersInTheWordsOfTheContract) {
  const auto contract = sandbox::Contract::load(SERVICES "/national/openapi.yaml");
  ASSERT_TRUE(contract) << contract.error();
  const auto vehicles = *sandbox::Register::load(SERVICES "/sandbox/register.json");
  for (const auto& entry : listed()) {
    const auto& vehicle = *vehicles.find(entry["registrationNumber"].get<std::string>());
    EXPECT_TRUE(contract->check("RegisterEntry", registerEntry(vehicle)).empty())
        << vehicle.registrationNumber;
    if (vehicle.transfer) {
      EXPECT_TRUE(contract->check("TransferCode", vehicle.transfer->code).empty());
    }
    if (!vehicle.formNumber.empty()) {
      EXPECT_TRUE(contract->check("FormNumber", vehicle.formNumber).empty());
    }
  }
}

TEST(Register, looksUpByCodeOrByCertificate) {
  const auto vehicles = *sandbox::Register::load(SERVICES "/sandbox/register.json");
  const auto outcome = [&](const char* query) {
    const auto found = lookUp(vehicles, json::parse(query));
    return found ? (*found)->make : found.error();
  };
  EXPECT_EQ(outcome(R"({"registrationNumber": "ZZ-999-ZZ", "transferCode": "AB12C"})"),
            "vehicle-unknown");
  EXPECT_EQ(outcome(R"({"registrationNumber": "AB-123-CD", "transferCode": "AB12C"})"), "RENAULT");
  EXPECT_EQ(outcome(R"({"registrationNumber": "AB-123-CD", "transferCode": "WRONG"})"),
            "transfer-code-unknown");
  EXPECT_EQ(outcome(R"({"registrationNumber": "AB-123-CD", "formNumber": "2013BZ80335",
                        "certificateDate": "2013-06-04"})"),
            "RENAULT");
  EXPECT_EQ(outcome(R"({"registrationNumber": "AB-123-CD", "formNumber": "2013BZ80335",
                        "certificateDate": "2013-06-05"})"),
            "certificate-unknown");
  EXPECT_EQ(outcome(R"({"registrationNumber": "AB-123-CD", "certificateDate": "2013-06-04"})"),
            "certificate-unknown");
  EXPECT_EQ(outcome(R"({"registrationNumber": "4321 XY 25", "certificateDate": "1998-06-15"})"),
            "CITROEN");
  EXPECT_EQ(outcome(R"({"registrationNumber": "WW-123-AB", "transferCode": "ANY12"})"),
            "transfer-code-unknown");
}

TEST(Calendar, countsCivilMonths) {
  const auto day = [](const char* text) { return *sandbox::parseDay(text); };
  EXPECT_EQ(sandbox::addMonths(day("2026-08-31"), 6), day("2027-02-28"));
  EXPECT_EQ(sandbox::addMonths(day("2028-02-29"), -12), day("2027-02-28"));
  EXPECT_EQ(sandbox::addDays(day("2026-12-31"), 1), day("2027-01-01"));
  EXPECT_FALSE(sandbox::parseDay("2026-02-29"));
  EXPECT_FALSE(sandbox::parseDay("2026-2-9"));
  EXPECT_FALSE(sandbox::parseDay(""));
}

}  // namespace
