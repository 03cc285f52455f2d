// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/tax.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "tests/journey/shipped.h"

namespace {

using namespace journey;
using fixtures::day;
using nlohmann::json;
using shipped::tariff;

/// A tariff with one region (department 25), one rate and own Y.4 and Y.5.
Tariff simple(int rate, int fixed, int delivery) {
  const auto amount = [](int cents) {
    return json::array(
        {{{"from", "2000-01-01"}, {"cents", cents}, {"source", "test"}, {"asOf", "2020-01-01"}}});
  };
  return parseTariff(
             {{"year", 2020},
              {"until", "2030-12-31"},
              {"sources", "test"},
              {"surchargeReading", "flat"},
              {"halvedFromYears", 10},
              {"regions", {{{"id", "one"}, {"departments", {"25"}}, {"rates", amount(rate)}}}},
              {"fixed", amount(fixed)},
              {"delivery", amount(delivery)}})
      .value();
}

json vehicle(const std::string& department, int power, const std::string& first,
             const std::string& kind = "VP", const std::string& fuel = "ES") {
  return {{"vehicle",
           {{"firstRegistrationDate", first},
            {"nationalKind", kind},
            {"fuelType", fuel},
            {"fiscalPower", power}}},
          {"holder", {{"address", {{"department", department}}}}}};
}

Cost cost(const json& request, const Tariff& rates, const std::string& on) {
  const auto result = shipped::costOfChangeOfHolder(request, rates, day(on));
  EXPECT_TRUE(result) << result.error().what;
  return result.value_or(Cost{});
}

const CostLine& line(const Cost& bill, const std::string& code) {
  for (const CostLine& one : bill.lines) {
    if (one.code == code) return one;
  }
  ADD_FAILURE() << code;
  return bill.lines.front();
}

/// Worked examples; Y.1 in hundredths of a cent, Y.6 in cents.
TEST(Tax, vectors) {
  struct Row {
    const char* department;
    int power;
    bool old;
    const char* on;
    std::int64_t regional;
    std::int64_t total;
  };
  const Tariff rates = tariff(2026);
  for (const Row& row : {
           Row{"69", 7, false, "2026-11-20", 3010000, 31476},
           Row{"69", 7, true, "2026-11-20", 1505000, 16476},
           Row{"25", 5, false, "2026-11-20", 3000000, 31376},
           Row{"25", 5, true, "2026-11-20", 1500000, 16376},
           Row{"67", 4, true, "2026-11-20", 1200000, 13376},
           Row{"31", 6, false, "2026-11-20", 3570000, 37076},
           Row{"31", 5, true, "2026-11-20", 1487500, 16276},
           Row{"59", 5, false, "2026-03-31", 2100000, 22376},
           Row{"33", 3, true, "2026-03-01", 870000, 10076},
           Row{"75", 4, false, "2026-02-28", 2198000, 23376},
           Row{"75", 7, true, "2026-02-28", 1923250, 20576},
           Row{"75", 1, true, "2026-02-28", 274750, 4076},
           Row{"75", 4, false, "2026-03-01", 2758000, 28976},
       }) {
    const json request = vehicle(row.department, row.power, row.old ? "2010-01-01" : "2020-01-01");
    const Cost bill = cost(request, rates, row.on);
    SCOPED_TRACE(std::string(row.department) + " " + std::to_string(row.power));
    EXPECT_EQ(line(bill, "Y.1").hundredthsOfCents, row.regional);
    EXPECT_EQ(bill.totalCents, row.total);
  }
  const Cost past = cost(vehicle("25", 7, "2015-01-01"), simple(4615, 400, 250), "2020-01-01");
  EXPECT_EQ(line(past, "Y.1").cents, 32305);
  EXPECT_EQ(past.totalCents, 32950);
}

TEST(Tax, linesAreAllThere) {
  const Cost bill = cost(vehicle("75", 7, "2010-01-01"), tariff(2026), "2026-02-28");
  ASSERT_EQ(bill.lines.size(), 4U) << "no Y.3: the car has been registered in France before";
  const char* codes[] = {"Y.1", "Y.2", "Y.4", "Y.5"};
  const std::int64_t cents[] = {19233, 0, 1100, 276};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(bill.lines[i].code, codes[i]);
    EXPECT_EQ(bill.lines[i].cents, cents[i]) << codes[i];
  }
  EXPECT_EQ(isoDate(bill.asOf.value()), "2026-03-01");
  EXPECT_FALSE(bill.disputed);
}

TEST(Tax, halfFromTheTenthBirthday) {
  const Tariff rates = tariff(2026);
  const auto regional = [&](const char* first, const char* kind) {
    return line(cost(vehicle("25", 5, first, kind), rates, "2026-11-20"), "Y.1").cents;
  };
  EXPECT_EQ(regional("2016-11-20", "VP"), 15000);
  EXPECT_EQ(regional("2016-11-21", "VP"), 30000);
  EXPECT_EQ(regional("2020-01-01", "MTT1"), 15000);
  EXPECT_EQ(regional("2000-01-01", "MTT1"), 15000) << "never halved twice";
  EXPECT_EQ(regional("2020-01-01", "TRA"), 15000);
  EXPECT_EQ(regional("2020-01-01", "QM"), 30000);
  EXPECT_EQ(regional("2020-01-01", ""), 30000) << "unknown kind: a car";
}

TEST(Tax, mopedsPayTheFixedPartAlone) {
  json request = vehicle("25", 0, "2020-01-01", "CL");
  request["vehicle"]["fiscalPower"] = nullptr;
  const Cost bill = cost(request, tariff(2026), "2026-11-20");
  EXPECT_EQ(bill.totalCents, 1100);
  EXPECT_EQ(line(bill, "Y.1").cents, 0);
  EXPECT_EQ(line(bill, "Y.5").cents, 0);
}

TEST(Tax, cleanVehicles) {
  const Tariff rates = tariff(2026);
  const auto regional = [&](const char* department, const char* on, const char* fuel) {
    return line(cost(vehicle(department, 5, "2020-01-01", "VP", fuel), rates, on), "Y.1").cents;
  };
  EXPECT_EQ(regional("29", "2026-11-20", "EL"), 15000);
  EXPECT_EQ(regional("29", "2026-11-20", "ES"), 30000);
  EXPECT_EQ(regional("29", "2026-11-20", "EE"), 30000) << "hybrids are no longer let off";
  EXPECT_EQ(regional("2A", "2026-11-20", "H2"), 0);
  EXPECT_EQ(regional("59", "2026-03-31", "EL"), 0);
  EXPECT_EQ(regional("59", "2026-04-01", "EL"), 21500);
  EXPECT_EQ(regional("25", "2026-11-20", "EL"), 30000);
}

TEST(Tax, surchargeInBothReadings) {
  Tariff rates = tariff(2026);
  const json old = vehicle("75", 4, "2010-01-01");
  EXPECT_EQ(line(cost(old, rates, "2026-11-20"), "Y.1").cents, 13790) << "halved with the rate";
  EXPECT_EQ(line(cost(old, rates, "2027-01-01"), "Y.1").cents, 13390) << "12 from 2027";
  EXPECT_TRUE(cost(old, rates, "2026-11-20").disputed);
  rates.surchargeReading = Tariff::SurchargeReading::Flat;
  EXPECT_EQ(line(cost(old, rates, "2026-11-20"), "Y.1").cents, 10990 + 1400);
  const json young = vehicle("75", 4, "2020-01-01");
  EXPECT_EQ(cost(young, rates, "2026-11-20").totalCents, 24776) << "219.80 + 14 + 11, then 2.76";
}

TEST(Tax, datesOfTheRates) {
  const Tariff rates = tariff(2026);
  const auto regional = [&](const char* department, const char* on) {
    return line(cost(vehicle(department, 1, "2020-01-01"), rates, on), "Y.1").cents;
  };
  EXPECT_EQ(regional("59", "2026-03-31"), 4200);
  EXPECT_EQ(regional("59", "2026-04-01"), 4300);
  EXPECT_EQ(regional("33", "2026-02-28"), 5300);
  EXPECT_EQ(regional("33", "2026-03-01"), 5800);
  EXPECT_EQ(regional("974", "2026-01-31"), 5700);
  EXPECT_EQ(regional("974", "2026-02-01"), 6000);
  EXPECT_TRUE(cost(vehicle("972", 1, "2020-01-01"), rates, "2026-11-20").disputed);
}

TEST(Tax, of2023) {
  const Tariff rates = tariff(2023);
  const Cost bill = cost(vehicle("25", 5, "2020-01-01"), rates, "2023-06-15");
  EXPECT_EQ(bill.totalCents, 25500 + 1100 + 276);
  EXPECT_EQ(line(cost(vehicle("25", 5, "2020-01-01", "CTTE"), rates, "2023-06-15"), "Y.2").cents,
            3400);
}

TEST(Tax, departmentOfThePostcodeWhenNoneIsTold) {
  json request = vehicle("", 5, "2020-01-01");
  request["holder"]["address"] = {{"postcode", "20200"}};
  EXPECT_EQ(line(cost(request, tariff(2026), "2026-11-20"), "Y.1").cents, 26500);
}

TEST(Tax, faults) {
  const Tariff rates = tariff(2026);
  struct Row {
    const char* pointer;
    json value;
    TaxFault::Kind kind;
    const char* what;
  };
  using Kind = TaxFault::Kind;
  for (const Row& row :
       {Row{"/vehicle/firstRegistrationDate", nullptr, Kind::FieldMissing,
            "vehicle.firstRegistrationDate"},
        Row{"/vehicle/firstRegistrationDate", "2026-11-21", Kind::FieldMissing,
            "vehicle.firstRegistrationDate"},
        Row{"/vehicle/fiscalPower", 0, Kind::FieldMissing, "vehicle.fiscalPower"},
        Row{"/vehicle/fiscalPower", "5", Kind::FieldMissing, "vehicle.fiscalPower"},
        Row{"/vehicle", json::array(), Kind::FieldMissing, "vehicle.firstRegistrationDate"},
        Row{"/holder", nullptr, Kind::FieldMissing, "holder.address.postcode"},
        Row{"/holder/address/department", "988", Kind::NoRate, "988"},
        Row{"/vehicle/nationalKind", "CAM", Kind::OnQuote, "Y.2"}}) {
    json request = vehicle("25", 5, "2020-01-01");
    request[json::json_pointer(row.pointer)] = row.value;
    const auto result = shipped::costOfChangeOfHolder(request, rates, day("2026-11-20"));
    ASSERT_FALSE(result) << row.pointer;
    EXPECT_EQ(result.error().kind, row.kind) << row.pointer;
    EXPECT_EQ(result.error().what, row.what) << row.pointer;
  }
  const auto early =
      shipped::costOfChangeOfHolder(vehicle("25", 5, "2020-01-01"), rates, day("2025-12-31"));
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, Kind::NoRate);
  EXPECT_FALSE(shipped::costOfChangeOfHolder(json::array(), rates, day("2026-11-20")));
}

}  // namespace
