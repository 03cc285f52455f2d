// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fixtures.h"
#include "kiosk/journey/tariff.h"
#include "kiosk/journey/tax.h"

// The days on which a price changes, and the vehicles that pay otherwise than a car.
namespace {

using namespace journey;
using fixtures::day;
using nlohmann::json;

const CostRules& ofTransfers() {
  static const CostRules rules =
      readCostRules(
          fixtures::read(fixtures::source("config/procedures/change-of-holder.json")).at("cost"),
          "")
          .value();
  return rules;
}

struct Taxed {
  const char* kind;
  const char* fuel;
  std::optional<int> power;
  const char* first;  ///< day of the first registration
  const char* department;
  const char* on;
  std::int64_t total;  ///< Y.6 in cents
  const char* why;
};

json requestOf(const Taxed& row) {
  json request = {
      {"vehicle",
       {{"nationalKind", row.kind}, {"fuelType", row.fuel}, {"firstRegistrationDate", row.first}}},
      {"holder", {{"address", {{"department", row.department}}}}}};
  if (row.power) request["vehicle"]["fiscalPower"] = *row.power;
  return request;
}

TEST(TaxDays, eachVehicleOnEachSideOfEachDay) {
  for (const Taxed& row : {
           Taxed{"VP", "ES", 5, "2016-11-20", "25", "2026-11-20", 16376,
                 "ten years on the very day"},
           Taxed{"VP", "ES", 5, "2016-11-21", "25", "2026-11-20", 31376,
                 "a day short of ten years"},
           Taxed{"VP", "ES", 5, "2016-02-29", "25", "2026-02-27", 31376, "born on 29 February"},
           Taxed{"VP", "ES", 5, "2016-02-29", "25", "2026-02-28", 16376,
                 "ten years later: the 28th"},
           Taxed{"MTT1", "ES", 6, "2022-01-01", "25", "2026-11-20", 19376, "a motorcycle: half"},
           Taxed{"MTT1", "ES", 6, "2010-01-01", "25", "2026-11-20", 19376,
                 "an old one: half, once"},
           Taxed{"MTL", "EL", 2, "2022-01-01", "29", "2026-11-20", 4376,
                 "half, then Brittany's half"},
           Taxed{"CL", "ES", std::nullopt, "2020-01-01", "25", "2026-11-20", 1100, "a moped"},
           Taxed{"CL", "ES", 0, "2020-01-01", "25", "2026-11-20", 1100, "a moped, as it is sent"},
           Taxed{"REM", "", 0, "2020-01-01", "25", "2026-11-20", 1376, "a trailer has no power"},
           Taxed{"RESP", "", std::nullopt, "2020-01-01", "75", "2026-11-20", 1376, "nor a caravan"},
           Taxed{"SREM", "", 0, "2005-01-01", "2A", "2026-11-20", 1376, "nor a semi-trailer"},
           Taxed{"CTTE", "GO", 6, "2020-01-01", "25", "2026-11-20", 40776, "a van: Y.2 is 34"},
           Taxed{"TRR", "GO", 10, "2020-01-01", "25", "2026-11-20", 59876, "half, and Y.2 is 285"},
           Taxed{"VP", "EL", 5, "2020-01-01", "59", "2026-03-31", 1376, "the last exempt day"},
           Taxed{"VP", "EL", 5, "2020-01-01", "59", "2026-04-01", 22876, "and the day after"},
           Taxed{"VP", "EL", 5, "2020-01-01", "2B", "2026-11-20", 1376, "Corsica exempts"},
           Taxed{"VP", "EL", 5, "2020-01-01", "25", "2026-11-20", 31376, "this region does not"},
           Taxed{"VP", "EE", 5, "2020-01-01", "2B", "2026-11-20", 27876,
                 "a hybrid is let off nowhere"},
           Taxed{"VP", "ES", 5, "2020-01-01", "59", "2026-03-31", 22376, "42 a power"},
           Taxed{"VP", "ES", 5, "2020-01-01", "59", "2026-04-01", 22876, "43 from April"},
           Taxed{"VP", "ES", 5, "2020-01-01", "33", "2026-02-28", 27876, "53 a power"},
           Taxed{"VP", "ES", 5, "2020-01-01", "33", "2026-03-01", 30376, "58 from March"},
           Taxed{"VP", "ES", 5, "2020-01-01", "974", "2026-01-31", 29876, "57 a power"},
           Taxed{"VP", "ES", 5, "2020-01-01", "974", "2026-02-01", 31376, "60 from February"},
           Taxed{"VP", "ES", 4, "2020-01-01", "75", "2026-02-28", 23376, "before the surcharge"},
           Taxed{"VP", "ES", 4, "2020-01-01", "75", "2026-03-01", 28976, "with it"},
           Taxed{"VP", "ES", 4, "2020-01-01", "75", "2026-12-31", 28976, "its last day"},
           Taxed{"VP", "ES", 4, "2020-01-01", "75", "2027-01-01", 28176, "12 from January"},
           Taxed{"VP", "ES", 1, "2020-01-01", "25", "2026-01-01", 7376,
                 "the first day of the file"},
           Taxed{"VP", "ES", 1, "2020-01-01", "25", "2027-01-31", 7376, "and its last"},
       }) {
    const auto cost = costOf(ofTransfers(), requestOf(row), shipped::tariff(2026), day(row.on));
    ASSERT_TRUE(cost) << row.why << ": " << cost.error().what;
    EXPECT_EQ(cost->totalCents, row.total) << row.why;
  }
}

TEST(TaxDays, noPriceOutsideTheFile) {
  for (const char* on : {"2025-12-31", "2027-02-01"}) {
    const Taxed row{"VP", "ES", 1, "2020-01-01", "25", on, 0, ""};
    const auto cost = costOf(ofTransfers(), requestOf(row), shipped::tariff(2026), day(on));
    ASSERT_FALSE(cost) << on;
    EXPECT_EQ(cost.error().kind, TaxFault::Kind::NoRate) << on;
  }
}

TEST(TaxDays, importsArePricedWhereTheMalusIsNil) {
  const CostRules rules =
      readCostRules(
          fixtures::read(fixtures::source("config/procedures/imported-vehicle.json")).at("cost"),
          "")
          .value();
  const Taxed electric{"VP", "EL", 5, "2016-11-20", "25", "2026-11-20", 16376, "old and electric"};
  const auto cost = costOf(rules, requestOf(electric), shipped::tariff(2026), day("2026-11-20"));
  ASSERT_TRUE(cost);
  EXPECT_EQ(cost->totalCents, electric.total);
  const Taxed petrol{"VP", "ES", 5, "2020-01-01", "25", "2026-11-20", 0, ""};
  const auto other = costOf(rules, requestOf(petrol), shipped::tariff(2026), day("2026-11-20"));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, TaxFault::Kind::OnQuote);
}

// The fourth change of address brings a new certificate, of which the letter is paid (F12118).
TEST(TaxDays, whoDoesNotCountTheStickersPaysOneOfTwoPrices) {
  const CostRules rules =
      readCostRules(
          fixtures::read(fixtures::source("config/procedures/change-of-address.json")).at("cost"),
          "")
          .value();
  nlohmann::json request{{"vehicle", {{"registrationNumber", "AB-123-CD"}}}};
  const auto on = day("2026-11-20");
  const auto cost = costOf(rules, request, shipped::tariff(2026), on);
  ASSERT_FALSE(cost);
  EXPECT_EQ(cost.error().kind, TaxFault::Kind::OneOf);
  const CostOutlook outlook = outlookOf(rules, request, shipped::tariff(2026), on);
  EXPECT_FALSE(outlook.open);
  EXPECT_EQ(outlook.leastCents, 0);
  EXPECT_EQ(outlook.mostCents, 276);

  request["vehicle"]["addressStickers"] = 3;
  EXPECT_EQ(costOf(rules, request, shipped::tariff(2026), on)->totalCents, 276);
  request["vehicle"]["addressStickers"] = 2;
  EXPECT_EQ(costOf(rules, request, shipped::tariff(2026), on)->totalCents, 0);
  EXPECT_EQ(outlookOf(rules, request, shipped::tariff(2026), on).mostCents, 0);
}

}  // namespace
