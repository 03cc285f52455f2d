// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/date.h"

#include "fixtures.h"
#include "table.h"

namespace {

using namespace journey;
using fixtures::day;

TEST(Date, readsRealDaysOnly) {
  for (const char* good : {"2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    const auto date = parseIsoDate(good);
    ASSERT_TRUE(date) << good;
    EXPECT_EQ(isoDate(*date), good);
  }
  for (const char* bad : {"", "2026-11-31", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
                          "2026-01-00", "0000-01-01", "2026-1-01", "2026-11-20 ", " 2026-11-20",
                          "2026/11/20", "20261120", "2026-11-2x", "-026-11-20", "2026-+1-20"}) {
    EXPECT_FALSE(parseIsoDate(bad)) << bad;
  }
}

TEST(Date, monthsAreClampedToTheLastDay) {
  struct Row {
    const char* from;
    int months;
    const char* to;
  };
  for (const Row& row : {Row{"2026-11-10", 1, "2026-12-10"}, Row{"2026-01-31", 1, "2026-02-28"},
                         Row{"2024-01-31", 1, "2024-02-29"}, Row{"2026-08-31", 6, "2027-02-28"},
                         Row{"2026-12-31", 2, "2027-02-28"}, Row{"2026-03-31", -1, "2026-02-28"},
                         Row{"2026-01-15", -1, "2025-12-15"}, Row{"2026-02-28", 1, "2026-03-28"}}) {
    EXPECT_EQ(isoDate(plusMonths(day(row.from), row.months)), row.to) << row.from;
  }
  EXPECT_EQ(isoDate(plusYears(day("2024-02-29"), 1)), "2025-02-28");
  EXPECT_EQ(isoDate(plusYears(day("2020-02-29"), 4)), "2024-02-29");
  EXPECT_EQ(isoDate(plusDays(day("2026-12-31"), 1)), "2027-01-01");
  EXPECT_EQ(isoDate(plusDays(day("2024-03-01"), -1)), "2024-02-29");
}

TEST(Date, isTypedInManyWays) {
  table::check(typedDate, {{"4/3/1952", "1952-03-04"},
                           {"04 03 1952", "1952-03-04"},
                           {"04.03.1952", "1952-03-04"},
                           {"04-03-1952", "1952-03-04"},
                           {"04031952", "1952-03-04"},
                           {"1952-03-04", "1952-03-04"},
                           {" 29/02/2024 ", "2024-02-29"},
                           {"", "!date.empty"},
                           {"  ", "!date.empty"},
                           {"4", "!date.incomplete"},
                           {"4/3", "!date.incomplete"},
                           {"4/3/52", "!date.incomplete"},
                           {"040352", "!date.incomplete"},
                           {"29/02/2023", "!date.impossible"},
                           {"31/04/2026", "!date.impossible"},
                           {"1/13/2026", "!date.impossible"},
                           {"0/1/2026", "!date.impossible"},
                           {"1/1/0000", "!date.impossible"},
                           {"1/1/20266", "!date.impossible"},
                           {"1/2/3/2026", "!date.impossible"},
                           {"le 3 mars 1952", "!date.impossible"}});
}

TEST(Date, keepsWithinItsBounds) {
  const Date from = day("1900-01-01");
  const Date until = day("2026-11-20");
  EXPECT_EQ(typedDateBetween("20/11/2026", from, until), "2026-11-20");
  EXPECT_EQ(typedDateBetween("21/11/2026", from, until).error().key, "date.future");
  EXPECT_EQ(typedDateBetween("1/1/1900", from, until), "1900-01-01");
  EXPECT_EQ(typedDateBetween("31/12/1899", from, until).error().key, "date.too-old");
  EXPECT_EQ(typedDateBetween("31/11/2026", from, until).error().key, "date.impossible");
}

}  // namespace
