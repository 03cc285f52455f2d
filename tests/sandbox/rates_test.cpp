// SPDX-License-Identifier: Apache-2.0
#include <sandbox/rates.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using sandbox::Day;

Day day(const char* text) {
  return *sandbox::parseDay(text);
}

struct Tariffed {
  const char* department;
  const char* event;
  const char* first;
  int power;
  const char* fuel;
  const char* kind;
  std::int64_t totalCents;
};

// domain.md 5.7 where the 2026 rates are those of the table, then the special cases of 5.1 and 5.2.
const std::vector<Tariffed> tariffed{
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
  for (const auto& row : tariffed) {
    const auto cost = rates->costOf("change-of-holder", row.department, day(row.event),
                                    {day(row.first), row.power, row.fuel, row.kind});
    ASSERT_TRUE(cost) << row.department;
    EXPECT_EQ(cost->totalCents, row.totalCents)
        << row.department << " " << row.first << " " << row.kind << " " << row.power;
  }
}

TEST(Quote, knowsWhatOtherProceduresPay) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  const sandbox::TaxedVehicle car{day("2012-03-01"), 5, "GO", "VP"};
  EXPECT_EQ(rates.costOf("duplicate", "25", day("2026-11-20"), car)->totalCents, 1376);
  EXPECT_EQ(rates.costOf("sale-declaration", "25", day("2026-11-20"), car)->totalCents, 0);
  EXPECT_FALSE(rates.costOf("change-of-holder", "25", day("2020-11-20"), car));
  EXPECT_FALSE(rates.costOf("change-of-holder", "99", day("2026-11-20"), car));
}

TEST(Quote, knowsEveryDepartment) {
  const auto rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  const sandbox::TaxedVehicle car{day("2012-03-01"), 5, "GO", "VP"};
  std::vector<std::string> departments{"2A", "2B", "971", "972", "973", "974", "976"};
  for (int number = 1; number <= 95; ++number)
    if (number != 20) departments.push_back((number < 10 ? "0" : "") + std::to_string(number));
  for (const auto& department : departments)
    EXPECT_TRUE(rates.costOf("change-of-holder", department, day("2026-11-20"), car)) << department;
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
