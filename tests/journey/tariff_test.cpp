// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/tariff.h"

#include <gtest/gtest.h>

#include <set>

#include "fixtures.h"

namespace {

using namespace journey;
using nlohmann::json;

json shipped() {
  return fixtures::read(fixtures::source("config/tariffs/2026.json"));
}

class Shipped : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Shipped, isReadAndKnowsEveryDepartment) {
  const auto tariff = parseTariff(fixtures::read(GetParam()));
  ASSERT_TRUE(tariff) << tariff.error().where << ": " << tariff.error().what;
  EXPECT_EQ(std::to_string(tariff->year), GetParam().stem().string());
  std::set<std::string> known;
  for (const Region& region : tariff->regions) {
    known.insert(region.departments.begin(), region.departments.end());
  }
  EXPECT_EQ(known.size(), 101U);
  EXPECT_EQ(tariff->regionOf("25")->id, "bourgogne-franche-comte");
  EXPECT_EQ(tariff->regionOf("2B")->id, "corse");
  EXPECT_EQ(tariff->regionOf("976")->id, "mayotte");
  EXPECT_EQ(tariff->regionOf("988"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Tariff, Shipped,
                         testing::ValuesIn(fixtures::files("config/tariffs", ".json")),
                         [](const auto& one) { return "year" + one.param.stem().string(); });

TEST(Tariff, aSpoiltFileIsRefusedWithItsPlace) {
  struct Row {
    const char* pointer;
    json value;
    const char* where;
  };
  const json amount = {
      {"from", "2026-06-01"}, {"cents", 1}, {"source", "x"}, {"asOf", "2026-01-01"}};
  const std::string rate = "/regions/0/rates/0";
  for (const Row& row : {
           Row{"", json::array(), ""},
           Row{"/year", "2026", "/year"},
           Row{"/until", "2027-01-32", "/until"},
           Row{"/sources", 5, "/sources"},
           Row{"/surchargeReading", "perhaps", "/surchargeReading"},
           Row{"/more", 1, "/more"},
           Row{"/halvedKinds/0", 5, "/halvedKinds/0"},
           Row{"/regions", json::array(), "/regions"},
           Row{"/regions/0/more", 1, "/regions/0/more"},
           Row{"/regions/0/departments/0", "99", "/regions/0/departments"},
           Row{"/regions/1/departments/0", "01", "/regions/1/departments"},
           Row{"/regions/0/rates/0/cents", 43.5, "/regions/0/rates/0/cents"},
           Row{"/regions/0/rates/0/cents", -1, "/regions/0/rates/0/cents"},
           Row{"/regions/0/rates/0/from", "2026-02-30", "/regions/0/rates/0/from"},
           Row{"/regions/0/rates/0/until", "2025-01-01", "/regions/0/rates/0/until"},
           Row{"/regions/0/rates/0/asOf", nullptr, "/regions/0/rates/0/asOf"},
           Row{"/regions/0/rates/0/source", "", "/regions/0/rates/0"},
           Row{"/regions/0/rates/0/disputed", "yes", "/regions/0/rates/0/disputed"},
           Row{"/regions/0/rates/1", amount, "/regions/0/rates"},
           Row{"/fixed/1", amount, "/fixed"},
           Row{"/transport/0/nationalKinds", json::array(), "/transport/0/nationalKinds"},
           Row{"/regions/2/cleanVehicles/0/percentOff", 101,
               "/regions/2/cleanVehicles/0/percentOff"},
       }) {
    json file = shipped();
    file[json::json_pointer(row.pointer)] = row.value;
    const auto tariff = parseTariff(file);
    ASSERT_FALSE(tariff) << row.pointer;
    EXPECT_EQ(tariff.error().where, row.where) << row.pointer << ' ' << tariff.error().what;
    EXPECT_FALSE(tariff.error().what.empty());
    EXPECT_FALSE(tariff.error().mend.empty());
  }
}

TEST(Tariff, whatIsMissingIsNamed) {
  for (const char* pointer :
       {"/year", "/until", "/sources", "/surchargeReading", "/halvedFromYears", "/regions",
        "/fixed", "/delivery", "/regions/0/id", "/regions/0/departments", "/regions/0/rates",
        "/regions/0/rates/0/from", "/regions/0/rates/0/cents", "/regions/0/rates/0/source",
        "/regions/0/rates/0/asOf", "/transport/0/cents"}) {
    json file = shipped();
    const json::json_pointer place(pointer);
    file[place.parent_pointer()].erase(place.back());
    const auto tariff = parseTariff(file);
    ASSERT_FALSE(tariff) << pointer;
    EXPECT_EQ(tariff.error().what, "\"" + place.back() + "\" is missing") << pointer;
  }
}

}  // namespace
