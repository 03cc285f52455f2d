// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/malus.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "kiosk/journey/tariff.h"
#include "kiosk/journey/tax.h"

namespace {

using namespace journey;
using fixtures::day;
using nlohmann::json;
using shipped::tariff;

/// Cents, or -1 when only the service can tell.
std::int64_t due(const Tariff& rates, const char* on, std::optional<int> co2,
                 std::optional<int> mass, const char* fuel = "ES", const char* kind = "VP") {
  const auto malus = malusOf(rates.malus, kind, fuel, co2, mass, day(on));
  return malus ? malus->cents : -1;
}

// What is published of 2026, gram by gram, and what is not.
TEST(Malus, ofCo2In2026) {
  const Tariff rates = tariff(2026);
  struct Row {
    int grams;
    int euros;
  };
  for (const Row& row : {
           Row{0, 0},       Row{107, 0},     Row{108, 50},   Row{109, 75},   Row{110, 100},
           Row{111, 125},   Row{112, 150},   Row{113, 170},  Row{114, 190},  Row{115, 210},
           Row{116, 230},   Row{117, 240},   Row{118, 260},  Row{119, 280},  Row{120, 310},
           Row{121, 330},   Row{122, 360},   Row{123, 400},  Row{124, 450},  Row{125, 540},
           Row{126, 650},   Row{127, 740},   Row{128, 818},  Row{129, 898},  Row{130, 983},
           Row{131, 1074},  Row{132, 1172},  Row{133, 1276}, Row{140, 2205}, Row{192, 80000},
           Row{193, 80000}, Row{400, 80000},
       }) {
    EXPECT_EQ(due(rates, "2026-11-20", row.grams, 1000), row.euros * 100) << row.grams;
  }
  for (const int grams : {134, 139, 141, 191}) {
    EXPECT_EQ(due(rates, "2026-11-20", grams, 1000), -1) << grams;
  }
}

// 1950 kg is 6,775 euros: both end kilograms of a slice count.
TEST(Malus, ofMassIn2026) {
  const Tariff rates = tariff(2026);
  struct Row {
    int kilograms;
    int euros;
  };
  for (const Row& row :
       {Row{1499, 0}, Row{1500, 10}, Row{1501, 20}, Row{1699, 2000}, Row{1700, 2015},
        Row{1799, 3500}, Row{1800, 3520}, Row{1899, 5500}, Row{1900, 5525}, Row{1950, 6775},
        Row{1999, 8000}, Row{2000, 8030}, Row{2500, 23030}}) {
    EXPECT_EQ(due(rates, "2026-11-20", 100, row.kilograms), row.euros * 100) << row.kilograms;
  }
  EXPECT_EQ(due(rates, "2026-11-20", 108, 1950), 682500) << "both";
}

TEST(Malus, eachScaleOnItsFirstAndLastDay) {
  const Tariff rates = tariff(2026);
  struct Row {
    const char* on;
    int co2;
    int mass;
    std::int64_t cents;
  };
  for (const Row& row : {
           Row{"2023-12-31", 130, 1000, -1},       // the file of 2023
           Row{"2024-01-01", 117, 1000, 0},        //
           Row{"2024-01-01", 118, 1000, 5000},     //
           Row{"2025-02-28", 118, 1000, 5000},     //
           Row{"2025-02-28", 113, 1000, 0},        //
           Row{"2025-02-28", 113, 1599, 0},        //
           Row{"2025-02-28", 113, 1600, -1},       // the price of a kilogram is not published
           Row{"2025-02-28", 193, 1000, -1},       // nor is the gram of the cap
           Row{"2025-03-01", 113, 1000, 5000},     //
           Row{"2025-03-01", 112, 1600, 1000},     //
           Row{"2025-03-01", 112, 1800, 201500},   //
           Row{"2025-12-31", 118, 1000, 17000},    //
           Row{"2025-12-31", 193, 1000, 7000000},  //
           Row{"2025-12-31", 192, 1000, -1},       //
           Row{"2026-01-01", 118, 1000, 26000},    //
           Row{"2026-12-31", 118, 1000, 26000},    //
           Row{"2027-01-01", 118, 1000, -1},       // not published
       }) {
    EXPECT_EQ(due(rates, row.on, row.co2, row.mass), row.cents) << row.on << ' ' << row.co2;
  }
  EXPECT_EQ(due(tariff(2023), "2023-01-01", 123, 1000), 5000);
  EXPECT_EQ(due(tariff(2023), "2023-12-31", 122, 1799), 0);
  EXPECT_EQ(due(tariff(2023), "2023-06-01", 122, 1800), -1);
}

TEST(Malus, whoIsExemptAndWhomOnlyTheServiceCanTell) {
  const Tariff rates = tariff(2026);
  const char* on = "2026-11-20";
  for (const char* fuel : {"EL", "H2", "HE", "HH"}) {
    EXPECT_EQ(due(rates, on, std::nullopt, std::nullopt, fuel), 0) << fuel;
  }
  for (const char* kind : {"CL", "MTL", "MTT1", "MTT2", "TM", "QM", "REM", "RESP", "CAM", "TRA"}) {
    EXPECT_EQ(due(rates, on, std::nullopt, std::nullopt, "ES", kind), 0) << kind;
  }
  for (const char* kind : {"CTTE", "VASP"}) {
    EXPECT_EQ(due(rates, on, 90, 1000, "ES", kind), -1) << kind;
  }
  EXPECT_EQ(due(rates, on, 110, 1000, "ES", ""), 10000) << "an unknown kind is a car";
  EXPECT_EQ(due(rates, on, 110, 1000, "FE"), -1) << "ethanol may have a reduction";
  EXPECT_EQ(due(rates, on, 107, 1499, "FE"), 0);
  EXPECT_EQ(due(rates, on, 110, 1499, "EE"), 10000);
  EXPECT_EQ(due(rates, on, 110, 1500, "EE"), -1) << "a hybrid's mass may be reduced";
  EXPECT_EQ(due(rates, on, 192, 1500), -1) << "more than the cap in all";
  EXPECT_EQ(malusOf(rates.malus, "VP", "ES", std::nullopt, 1000, day(on)).error(),
            MalusUnknown::Co2Missing);
  EXPECT_EQ(malusOf(rates.malus, "VP", "ES", 100, std::nullopt, day(on)).error(),
            MalusUnknown::MassMissing);
}

TEST(Malus, aSpoiltScaleIsRefusedWithItsPlace) {
  struct Row {
    const char* pointer;
    json value;
    const char* where;
  };
  const json scale = {
      {"from", "2026-06-01"}, {"startsAt", 1}, {"source", "x"}, {"asOf", "2026-01-01"}};
  for (const Row& row : {
           Row{"/malus/more", 1, "/malus/more"},
           Row{"/malus/kinds/0", 5, "/malus/kinds/0"},
           Row{"/malus/co2/0/cents/3", 1.5, "/malus/co2/0/cents/3"},
           Row{"/malus/co2/1/cap/grams", 0, "/malus/co2/1/cap/grams"},
           Row{"/malus/co2/0/startsAt", "108", "/malus/co2/0/startsAt"},
           Row{"/malus/co2/3", scale, "/malus/co2"},
           Row{"/malus/mass/3", scale, "/malus/mass"},
           Row{"/malus/mass/2/slices/0/kilograms", 1501, "/malus/mass/2/slices/0/kilograms"},
           Row{"/malus/mass/2/slices/2/kilograms", 1700, "/malus/mass/2/slices/2/kilograms"},
           Row{"/malus/mass/2/slices/1/centsEach", -1, "/malus/mass/2/slices/1/centsEach"},
           Row{"/malus/mass/0/asOf", nullptr, "/malus/mass/0/asOf"},
       }) {
    json file = fixtures::read(fixtures::source("config/tariffs/2026.json"));
    file[json::json_pointer(row.pointer)] = row.value;
    const auto read = parseTariff(file);
    ASSERT_FALSE(read) << row.pointer;
    EXPECT_EQ(read.error().where, row.where) << row.pointer << ' ' << read.error().what;
  }
}

json newCar(const std::string& fuel, int power, int co2, int mass) {
  return {{"vehicle",
           {{"nationalKind", "VP"},
            {"fuelType", fuel},
            {"fiscalPower", power},
            {"co2", co2},
            {"mass", mass}}},
          {"holder", {{"address", {{"department", "25"}}}}}};
}

CostRules rules(const json& list) {
  return readCostRules(list, "").value();
}

CostRules ofNewVehicles() {
  return rules(fixtures::read(fixtures::source("config/procedures/new-vehicle.json")).at("cost"));
}

// Y.6 = Y.1 + Y.3 + Y.4 to the euro, then Y.5; a vehicle never registered before is not old.
TEST(Malus, isALineOfANewVehicle) {
  const Tariff rates = tariff(2026);
  const auto total = [&](const json& request) {
    const auto cost = costOf(ofNewVehicles(), request, rates, day("2026-11-20"));
    EXPECT_TRUE(cost) << cost.error().what;
    return cost ? cost->totalCents : 0;
  };
  EXPECT_EQ(total(newCar("ES", 5, 100, 1200)), 31376);
  EXPECT_EQ(total(newCar("ES", 5, 113, 1200)), 31376 + 17000);
  EXPECT_EQ(total(newCar("GO", 7, 140, 1950)), 42000 + 220500 + 677500 + 1100 + 276);
  EXPECT_EQ(total(newCar("EL", 4, 0, 2100)), 24000 + 1100 + 276);
  json exempt = newCar("ES", 5, 150, 2000);
  exempt["particulars"] = {{"malusExempt", "yes"}};
  EXPECT_EQ(total(exempt), 31376);
  const auto cost = costOf(ofNewVehicles(), newCar("ES", 5, 113, 1200), rates, day("2026-11-20"));
  ASSERT_TRUE(cost);
  ASSERT_EQ(cost->lines.size(), 4U);
  EXPECT_EQ(cost->lines[1].code, "Y.3");
  EXPECT_EQ(cost->lines[1].cents, 17000);
  EXPECT_EQ(cost->sources, rates.sources);
}

TEST(Malus, whatIsMissingOrOnQuoteIsNamed) {
  const Tariff rates = tariff(2026);
  const auto fault = [&](const json& request) {
    const auto cost = costOf(ofNewVehicles(), request, rates, day("2026-11-20"));
    EXPECT_FALSE(cost);
    return cost ? TaxFault{} : cost.error();
  };
  json request = newCar("ES", 5, 100, 1200);
  request["vehicle"].erase("co2");
  EXPECT_EQ(fault(request).what, "vehicle.co2");
  request["vehicle"]["co2"] = 100;
  request["vehicle"].erase("mass");
  EXPECT_EQ(fault(request).what, "vehicle.mass");
  EXPECT_EQ(fault(newCar("ES", 5, 135, 1200)).kind, TaxFault::Kind::OnQuote);
  request = newCar("ES", 5, 100, 1200);
  request["vehicle"]["firstRegistrationDate"] = "yesterday";
  EXPECT_EQ(fault(request).what, "vehicle.firstRegistrationDate") << "unreadable is not none";
}

TEST(Tariff, pastItsEndTellsNoPrice) {
  const Tariff rates = tariff(2026);
  EXPECT_TRUE(rates.mayBeUsed(rates.until));
  EXPECT_FALSE(rates.mayBeUsed(plusDays(rates.until, 1)));
  const json fixed = json::array({{{"lines", {"fixed"}}, {"source", "test"}}});
  EXPECT_TRUE(costOf(rules(fixed), json::object(), rates, rates.until));
  const auto late = costOf(rules(fixed), json::object(), rates, plusDays(rates.until, 1));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, TaxFault::Kind::NoRate);
  EXPECT_EQ(late.error().what, "tariff");
  const json free = json::array({{{"lines", json::array()}, {"source", "test"}}});
  const auto nothing = costOf(rules(free), json::object(), rates, plusDays(rates.until, 1));
  ASSERT_TRUE(nothing) << "what is free stays free";
  EXPECT_EQ(nothing->totalCents, 0);
  EXPECT_TRUE(nothing->sources.empty());
}

}  // namespace
