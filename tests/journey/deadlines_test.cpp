// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/deadlines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fixtures.h"

namespace {

using namespace journey;
using fixtures::day;
using nlohmann::json;

json shippedDelays() {
  return fixtures::read(fixtures::source("config/delays.json"));
}

TEST(Deadlines, aPeriodEndsOnItsLastDay) {
  const Delays delays;
  EXPECT_EQ(isoDate(lastDayOf(*periodNamed("request-months", delays), day("2026-11-10"))),
            "2026-12-10");
  EXPECT_EQ(isoDate(lastDayOf({1, Period::Unit::Months}, day("2026-01-31"))), "2026-02-28");
  EXPECT_EQ(isoDate(lastDayOf({1, Period::Unit::Months}, day("2024-01-30"))), "2024-02-29");
  EXPECT_EQ(isoDate(lastDayOf({15, Period::Unit::Days}, day("2026-02-20"))), "2026-03-07");
  EXPECT_FALSE(periodNamed("document-kibibytes", delays)) << "neither months nor days";
  EXPECT_FALSE(periodNamed("tea-months", delays));
}

TEST(Deadlines, theVeryDayIsNotOver) {
  EXPECT_FALSE(isOverMonths(day("2026-05-20"), 6, day("2026-11-20")));
  EXPECT_TRUE(isOverMonths(day("2026-05-20"), 6, day("2026-11-21")));
  EXPECT_FALSE(isOverMonths(day("2026-08-31"), 6, day("2027-02-28")));
  EXPECT_TRUE(isOverMonths(day("2026-08-31"), 6, day("2027-03-01")));
}

TEST(Deadlines, roadworthinessByAgeAndKind) {
  struct Row {
    const char* kind;
    const char* first;
    const char* today;
    bool needed;
  };
  const Delays delays;
  for (const Row& row :
       {Row{"VP", "2022-11-20", "2026-11-20", false}, Row{"VP", "2022-11-20", "2026-11-21", true},
        Row{"CTTE", "2022-11-20", "2026-11-21", true},
        Row{"VASP", "2022-11-20", "2026-11-21", true}, Row{"", "2022-11-20", "2026-11-21", true},
        Row{"VP", "2020-02-29", "2024-02-29", false}, Row{"VP", "2020-02-29", "2024-03-01", true},
        Row{"MTT2", "2020-02-29", "2025-02-28", false},
        Row{"MTT2", "2020-02-29", "2025-03-01", true},
        Row{"MTL", "2021-11-20", "2026-11-20", false}, Row{"MTL", "2021-11-20", "2026-11-21", true},
        Row{"CL", "2021-11-19", "2026-11-20", true}, Row{"QM", "2022-01-01", "2026-11-20", false},
        Row{"TRA", "1990-01-01", "2026-11-20", false},
        Row{"REM", "1990-01-01", "2026-11-20", false},
        Row{"CAM", "1990-01-01", "2026-11-20", false}}) {
    EXPECT_EQ(needsRoadworthinessTest(row.kind, day(row.first), day(row.today), delays), row.needed)
        << row.kind << ' ' << row.first << ' ' << row.today;
  }
}

TEST(Deadlines, theShippedFileHoldsTheFiguresInForce) {
  const auto delays = parseDelays(shippedDelays());
  ASSERT_TRUE(delays) << delays.error().where << delays.error().what;
  const Delays inForce;
  EXPECT_EQ(delays->requestMonths, inForce.requestMonths);
  EXPECT_EQ(delays->declarationDays, inForce.declarationDays);
  EXPECT_EQ(delays->addressMonths, inForce.addressMonths);
  EXPECT_EQ(delays->administrativeStatusDays, inForce.administrativeStatusDays);
  EXPECT_EQ(delays->spouseMonths, inForce.spouseMonths);
  EXPECT_EQ(delays->transferCodeDays, inForce.transferCodeDays);
  EXPECT_EQ(delays->proofOfAddressMonths, inForce.proofOfAddressMonths);
  EXPECT_EQ(delays->roadworthinessMonths, inForce.roadworthinessMonths);
  EXPECT_EQ(delays->retestMonths, inForce.retestMonths);
  EXPECT_EQ(delays->roadworthinessFromYears, inForce.roadworthinessFromYears);
  EXPECT_EQ(delays->twoWheelsFromYears, inForce.twoWheelsFromYears);
  EXPECT_EQ(delays->frenchCardExtensionYears, inForce.frenchCardExtensionYears);
  EXPECT_EQ(delays->maxDocumentBytes, inForce.maxDocumentBytes);
}

TEST(Deadlines, aSpoiltFileIsRefusedWithItsPlace) {
  struct Row {
    const char* pointer;
    json value;
    const char* where;
  };
  for (const Row& row :
       {Row{"/delays/0/figure", -1, "/delays/0/figure"},
        Row{"/delays/0/figure", "1", "/delays/0/figure"},
        Row{"/delays/1/id", "tea-time", "/delays/1/id"},
        Row{"/delays/1/id", "request-months", "/delays/1/id"},
        Row{"/delays/2/asOf", "2026-02-30", "/delays/2/asOf"},
        Row{"/delays/2/source", "", "/delays/2"}, Row{"/delays/2/colour", 1, "/delays/2/colour"},
        Row{"/delays", json::array({1}), "/delays/0"}, Row{"/delays", 1, "/delays"},
        Row{"/more", 1, "/more"}, Row{"", json::array(), ""}, Row{"", json::object(), ""}}) {
    json file = shippedDelays();
    file[json::json_pointer(row.pointer)] = row.value;
    const auto delays = parseDelays(file);
    ASSERT_FALSE(delays) << row.pointer;
    EXPECT_EQ(delays.error().where, row.where) << row.pointer;
    EXPECT_FALSE(delays.error().what.empty());
    EXPECT_FALSE(delays.error().mend.empty());
  }
  json file = shippedDelays();
  file["delays"].erase(3);
  ASSERT_FALSE(parseDelays(file));
  EXPECT_NE(parseDelays(file).error().what.find("roadworthiness-months"), std::string::npos);
}

}  // namespace
