// SPDX-License-Identifier: Apache-2.0
#include <sandbox/rates.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using sandbox::Day;

Day day(const char* text) {
  return *sandbox::parseDay(text);
}

struct Vector {
  const char* department;
  const char* event;
  const char* first;
  int power;
  const char* fuel;
  const char* kind;
  std::int64_t totalCents;
};

// Worked examples where the rates of 2026 are those of the table, then the special cases.
const std::vector<Vector> vectors{
    {"69", "2026-11-20", "2020-01-01", 7, "ES", "VP", 31476},
    {"69", "2026-11-20", "2010-01-01", 7, "ES", "VP", 16476},
    {"25", "2026-11-20", "2020-01-01", 5, "GO", "VP", 31376},
    {"25", "2026-11-20", "2012-03-01", 5, "GO", "VP", 16376},
    {"67", "2026-11-20", "2012-03-01", 4, "GO", "VP", 13376},
    {"31", "2026-11-20", "2020-03-01", 6, "GO", "VP", 37076},
    {"31", "2026-11-20", "2010-03-01", 5, "GO", "VP", 16276},
    {"59", "2026-02-01", "2020-03-01", 5, "GO", "VP", 22376},
    {"33", "2026-11-20", "2010-03-01", 3, "GO", "VP", 10076},
    {"75", "2026-02-01", "2020-03-01", 4, "GO", "VP", 23376},
    {"75", "2026-02-01", "2010-03-01", 7, "GO", "VP", 20576},
    {"75", "2026-02-01", "2010-03-01", 1, "GO", "VP", 4076},
    {"75", "2026-11-20", "2020-03-01", 4, "GO", "VP", 28976},
    // Ten years to the day count as ten.
    {"25", "2026-11-20", "2016-11-20", 5, "GO", "VP", 16376},
    {"25", "2026-11-20", "2016-11-21", 5, "GO", "VP", 31376},
    // A motorcycle pays half, once; a moped the fixed part alone.
    {"25", "2026-11-20", "2020-01-01", 6, "ES", "MTL", 19376},
    {"25", "2026-11-20", "2010-01-01", 6, "ES", "MTL", 19376},
    {"25", "2026-11-20", "2010-01-01", 1, "ES", "CL", 1100},
    // Electric: full where the region did not choose, half in Brittany, nothing in Corsica.
    {"25", "2026-11-20", "2024-01-01", 4, "EL", "VP", 25376},
    {"35", "2026-11-20", "2024-01-01", 4, "EL", "VP", 13376},
    {"2A", "2026-11-20", "2024-01-01", 4, "EL", "VP", 1376},
    // Y.2 for a van.
    {"25", "2026-11-20", "2020-01-01", 5, "GO", "CTTE", 34776},
};

TEST(Quote, addsUpByTheTable) {
  const auto rates = sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  ASSERT_TRUE(rates) << rates.error();
  for (const auto& row : vectors) {
    const auto cost = rates->costOf({"change-of-holder",
                                     row.department,
                                     day(row.event),
                                     {day(row.first), row.power, row.fuel, row.kind}});
    ASSERT_TRUE(cost) << row.department;
    EXPECT_EQ(cost->totalCents, row.totalCents)
        << row.department << " " << row.first << " " << row.kind << " " << row.power;
  }
}

// Who pays what: the lines, or the code of the problem.
struct PaidRow {
  const char* procedure;
  const char* change;  // JSON merge patch of the case and the vehicle
  std::string lines;
};

sandbox::PricedCase pricedCase(const PaidRow& row) {
  using nlohmann::json;
  const auto change = json::parse(row.change);
  const auto vehicle = change.value("vehicle", json::object());
  sandbox::PricedCase priced{row.procedure, "25", day("2026-11-20"), {}};
  priced.vehicle = {day("2020-03-01"), 5, vehicle.value("fuelType", "GO"),
                    vehicle.value("nationalKind", "VP")};
  if (vehicle.contains("co2")) priced.vehicle.co2 = vehicle["co2"].get<int>();
  if (vehicle.contains("mass")) priced.vehicle.mass = vehicle["mass"].get<int>();
  priced.vehicle.oldPlate = vehicle.value("oldPlate", false);
  if (vehicle.contains("addressStickers"))
    priced.vehicle.addressStickers = vehicle["addressStickers"].get<int>();
  if (vehicle.value("isNew", false)) priced.vehicle.firstRegistrationDate.reset();
  readCase(change, priced);
  return priced;
}

std::string linesOf(const sandbox::Rates& rates, const PaidRow& row) {
  const auto cost = rates.costOf(pricedCase(row));
  if (!cost) return cost.error();
  std::string lines;
  for (const auto& line : cost->lines)
    lines += line.code + "=" + std::to_string(line.cents) + " ";
  return lines + std::to_string(cost->totalCents);
}

const std::vector<PaidRow> paidRows{
    {"change-of-holder", "{}", "Y.1=30000 Y.4=1100 Y.5=276 31376"},
    {"sale-declaration", "{}", "0"},
    {"change-of-address", "{}", "on-quote"},  // who does not know how many stickers there are
    {"change-of-address", R"({"vehicle": {"addressStickers": 2}})", "0"},
    {"change-of-address", R"({"vehicle": {"addressStickers": 3}})", "Y.5=276 276"},
    {"change-of-address", R"({"vehicle": {"oldPlate": true}})", "Y.5=276 276"},
    {"duplicate", "{}", "Y.4=1100 Y.5=276 1376"},
    {"duplicate", R"({"vehicle": {"nationalKind": "CL"}})", "Y.4=1100 1100"},
    {"change-of-name", "{}", "Y.4=1100 Y.5=276 1376"},
    // Within a month of the marriage, its last day included.
    {"co-holder", R"({"coHolderChange": {"kind": "add-spouse", "marriageDate": "2026-10-20"}})",
     "Y.4=1100 Y.5=276 1376"},
    {"co-holder", R"({"coHolderChange": {"kind": "add-spouse", "marriageDate": "2026-10-19"}})",
     "Y.1=30000 Y.4=1100 Y.5=276 31376"},
    {"co-holder", R"({"coHolderChange": {"kind": "add-spouse"}})",
     "Y.1=30000 Y.4=1100 Y.5=276 31376"},
    {"co-holder", R"({"coHolderChange": {"kind": "add-other", "marriageDate": "2026-11-01"}})",
     "Y.1=30000 Y.4=1100 Y.5=276 31376"},
    {"co-holder", R"({"coHolderChange": {"kind": "remove"}})", "on-quote"},
    {"inheritance", R"({"inheritance": {"heir": "spouse"}})", "Y.4=1100 Y.5=276 1376"},
    {"inheritance", R"({"inheritance": {"heir": "other"}})", "Y.1=30000 Y.4=1100 Y.5=276 31376"},
    {"inheritance", R"({"vehicle": {"nationalKind": "REM"}})", "Y.1=0 Y.4=1100 Y.5=276 1376"},
    {"withdrawal", R"({"withdrawal": {"kind": "withdraw"}})", "0"},
    {"withdrawal", R"({"withdrawal": {"kind": "return"}})", "on-quote"},
    {"error-correction", R"({"correction": {"whose": "administration"}})", "0"},
    {"error-correction", R"({"correction": {"whose": "professional"}})", "0"},
    {"error-correction", R"({"correction": {"whose": "holder"}})", "on-quote"},
    {"new-vehicle", R"({"vehicle": {"isNew": true, "co2": 107, "mass": 1400}})",
     "Y.1=30000 Y.3=0 Y.4=1100 Y.5=276 31376"},
    {"new-vehicle", R"({"vehicle": {"isNew": true, "co2": 133, "mass": 1950}})",
     "Y.1=30000 Y.3=805100 Y.4=1100 Y.5=276 836476"},
    {"new-vehicle", R"({"vehicle": {"isNew": true, "co2": 150, "mass": 1400}})", "on-quote"},
    {"new-vehicle", R"({"vehicle": {"isNew": true, "fuelType": "EL"}})",
     "Y.1=30000 Y.3=0 Y.4=1100 Y.5=276 31376"},
    {"new-vehicle", R"({"vehicle": {"isNew": true, "nationalKind": "MTL"}})",
     "Y.1=15000 Y.3=0 Y.4=1100 Y.5=276 16376"},
    {"imported-vehicle", R"({"vehicle": {"fuelType": "EL"}})",
     "Y.1=30000 Y.3=0 Y.4=1100 Y.5=276 31376"},
    {"imported-vehicle", "{}", "on-quote"},
    {"answer-the-centre", "{}", "0"},
    {"change-of-holder", R"({"vehicle": {"nationalKind": "CAM"}})", "on-quote"},
    {"change-of-colour", "{}", "on-quote"},
};

TEST(Quote, knowsWhatEachProcedurePays) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  for (const auto& row : paidRows)
    EXPECT_EQ(linesOf(rates, row), row.lines) << row.procedure << " " << row.change;
}

TEST(Quote, hasNoRateElsewhereAndBefore) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  auto priced = pricedCase({"change-of-holder", "{}", ""});
  priced.taxableEvent = day("2020-11-20");
  EXPECT_EQ(rates.costOf(priced).error(), "no-rate");
  priced.taxableEvent = day("2026-11-20");
  priced.department = "99";
  EXPECT_EQ(rates.costOf(priced).error(), "no-rate");
}

// A day, grams, kilograms, cents; -1 where nothing is published.
struct MalusRow {
  const char* day;
  int co2;
  int mass;
  std::int64_t cents;
};

TEST(Malus, isThatOfTheDayAsFarAsItIsPublished) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  const std::vector<MalusRow> malus{
      // The scale begins at 108 g in 2026, 113 g from March 2025, 118 g in 2024.
      {"2026-01-01", 107, 1499, 0},
      {"2026-01-01", 108, 1499, 5000},
      {"2026-12-31", 109, 1499, 7500},
      {"2026-11-20", 133, 1499, 127600},
      {"2026-11-20", 134, 1499, -1},
      {"2026-11-20", 140, 1499, 220500},
      {"2026-11-20", 191, 1499, -1},
      {"2026-11-20", 192, 1499, 8000000},
      {"2026-11-20", 400, 1499, 8000000},
      {"2025-12-31", 112, 1599, 0},
      {"2025-12-31", 113, 1599, 5000},
      {"2025-12-31", 138, 1599, 127600},
      {"2025-03-01", 193, 1599, 7000000},
      {"2025-02-28", 117, 1599, 0},
      {"2025-02-28", 118, 1599, 5000},
      {"2024-01-01", 118, 1599, 5000},
      {"2024-01-01", 300, 1599, -1},
      // The mass counts both end kilograms: 1,950 kg is the published figure.
      {"2026-11-20", 100, 1500, 1000},
      {"2026-11-20", 100, 1699, 200000},
      {"2026-11-20", 100, 1700, 201500},
      {"2026-11-20", 100, 1950, 677500},
      {"2026-11-20", 100, 2000, 803000},
      {"2025-11-20", 100, 1600, 1000},
      {"2024-11-20", 100, 1600, -1},
      // Together over the cap: how they are capped is not in our facts.
      {"2026-11-20", 192, 1500, -1},
      {"2023-12-31", 200, 1000, -1},
  };
  for (const auto& row : malus) {
    const auto cents = rates.malusCents(day(row.day), {{}, 5, "ES", "VP", row.co2, row.mass});
    EXPECT_EQ(cents ? *cents : -1, row.cents) << row.day << " " << row.co2 << " " << row.mass;
  }
  EXPECT_FALSE(rates.malusCents(day("2026-11-20"), {{}, 5, "ES", "VP"}));
  EXPECT_EQ(rates.malusCents(day("2026-11-20"), {{}, 5, "ES", "CAM"}), 0);
  EXPECT_FALSE(rates.malusCents(day("2026-11-20"), {{}, 5, "ES", "CTTE", 90, 1000}));
  EXPECT_EQ(rates.malusCents(day("2026-11-20"), {{}, 5, "EL", "CTTE"}), 0);
  EXPECT_EQ(rates.malusCents(day("2026-11-20"), {{}, 5, "HH", "VP", 300, 3000}), 0);
}

TEST(Quote, knowsEveryDepartment) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  std::vector<std::string> departments{"2A", "2B", "971", "972", "973", "974", "976"};
  for (int number = 1; number <= 95; ++number)
    if (number != 20) departments.push_back((number < 10 ? "0" : "") + std::to_string(number));
  auto priced = pricedCase({"change-of-holder", "{}", ""});
  for (const auto& department : departments) {
    priced.department = department;
    EXPECT_TRUE(rates.costOf(priced)) << department;
  }
}

TEST(Departments, followThePostcode) {
  EXPECT_EQ(sandbox::departmentOf("25200"), "25");
  EXPECT_EQ(sandbox::departmentOf("01000"), "01");
  EXPECT_EQ(sandbox::departmentOf("20090"), "2A");
  EXPECT_EQ(sandbox::departmentOf("20167"), "2A");
  EXPECT_EQ(sandbox::departmentOf("20200"), "2B");
  EXPECT_EQ(sandbox::departmentOf("97110"), "971");
  EXPECT_FALSE(sandbox::departmentOf("2520"));
  EXPECT_FALSE(sandbox::departmentOf("2520A"));
}

}  // namespace
