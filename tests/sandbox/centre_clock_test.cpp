// SPDX-License-Identifier: Apache-2.0
// Each time rule of the domain facts (3.5 and the sheets it names) on both sides of its last day,
// with the legal reading that the centre follows. Months are civil months, counted from day to the
// day of the same number; where that day does not exist, to the last of the month. The last day is
// included.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sandbox/centre.h>
#include <nlohmann/json.hpp>

#include "worked_example.h"

namespace {

using nlohmann::json;

struct Deadline {
  const char* reading;
  const char* procedure;
  const char* code;
  const char* patch;     // JSON patch of the worked example
  const char* moved;     // pointer of the day that is moved
  const char* lastGood;  // the code is not told
  const char* firstBad;  // the day after: it is
};

const std::vector<Deadline> deadlines{
    // --- The buyer: one month from the transfer (R322-5, F1050). Late is a warning.
    {"10 November: until 10 December", "change-of-holder", "request-late", "[]", "/requestDate",
     "2026-12-10", "2026-12-11"},
    {"31 August has no 31 September: until the 30th", "change-of-holder", "request-late",
     R"([{"op": "replace", "path": "/transfer/date", "value": "2026-08-31"}])", "/requestDate",
     "2026-09-30", "2026-10-01"},
    {"31 January, a leap year", "change-of-holder", "request-late",
     R"([{"op": "replace", "path": "/transfer/date", "value": "2028-01-31"}])", "/requestDate",
     "2028-02-29", "2028-03-01"},
    {"28 February is not the end of March", "change-of-holder", "request-late",
     R"([{"op": "replace", "path": "/transfer/date", "value": "2026-02-28"}])", "/requestDate",
     "2026-03-28", "2026-03-29"},
    {"who is added becomes an owner: the same month", "co-holder", "request-late",
     R"([{"op": "add", "path": "/coHolderChange", "value": {"kind": "add-other"}}])",
     "/requestDate", "2026-12-10", "2026-12-11"},
    // --- The seller: 15 days from the transfer (R322-4, F1707), days of the calendar.
    {"14 February: until 1 March", "sale-declaration", "request-late",
     R"([{"op": "replace", "path": "/transfer/date", "value": "2026-02-14"}])", "/requestDate",
     "2026-03-01", "2026-03-02"},
    {"the same in a leap year", "sale-declaration", "request-late",
     R"([{"op": "replace", "path": "/transfer/date", "value": "2028-02-14"}])", "/requestDate",
     "2028-02-29", "2028-03-01"},
    // --- A change of address: one month from the move (R322-7).
    {"31 December: until 31 January", "change-of-address", "request-late",
     R"([{"op": "add", "path": "/move", "value": {"date": "2026-12-31"}}])", "/requestDate",
     "2027-01-31", "2027-02-01"},
    // --- The code de cession lives 15 days (F1707), the fifteenth included.
    {"made on 10 November: until the 25th", "change-of-holder", "transfer-code-expired",
     R"([{"op": "remove", "path": "/vehicle/certificateDate"}])", "/requestDate", "2026-11-25",
     "2026-11-26"},
    // --- The status certificate: refused when over 15 days old at the sale (F1707: "less than 15
    // days"; the table of codes: "over 15 days").
    {"issued on 3 November: for a sale until the 18th", "sale-declaration",
     "administrative-status-too-old",
     R"([{"op": "add", "path": "/documents/-", "value":
          {"kind": "administrative-status", "legible": true, "issueDate": "2026-11-03"}},
         {"op": "replace", "path": "/requestDate", "value": "2026-12-01"}])",
     "/transfer/date", "2026-11-18", "2026-11-19"},
    // --- Proof of address: under six months (F1028).
    {"31 August and six months: the end of February", "change-of-holder",
     "proof-of-address-too-old",
     R"([{"op": "replace", "path": "/documents/2/issueDate", "value": "2026-08-31"}])",
     "/requestDate", "2027-02-28", "2027-03-01"},
    {"31 August and six months, a leap year", "change-of-address", "proof-of-address-too-old",
     R"([{"op": "replace", "path": "/documents/2/issueDate", "value": "2027-08-31"}])",
     "/requestDate", "2028-02-29", "2028-03-01"},
    {"29 February: 29 August", "duplicate", "proof-of-address-too-old",
     R"([{"op": "replace", "path": "/documents/2/issueDate", "value": "2028-02-29"}])",
     "/requestDate", "2028-08-29", "2028-08-30"},
    {"the day that would be a day too old", "inheritance", "proof-of-address-too-old",
     R"([{"op": "replace", "path": "/documents/2/issueDate", "value": "2026-08-28"}])",
     "/requestDate", "2027-02-28", "2027-03-01"},
    {"a tax notice: that of the year before, to its last day", "change-of-holder",
     "proof-of-address-too-old",
     R"([{"op": "add", "path": "/documents/2/type", "value": "tax-notice"},
         {"op": "replace", "path": "/documents/2/issueDate", "value": "2025-01-01"}])",
     "/requestDate", "2026-12-31", "2027-01-01"},
    // --- Roadworthiness: six months; after a counter-visit was ordered, two (F1050). At the filing
    // for the buyer, at the sale for the seller.
    {"six months at the filing", "change-of-holder", "roadworthiness-too-old",
     R"([{"op": "replace", "path": "/documents/4/date", "value": "2026-08-31"}])", "/requestDate",
     "2027-02-28", "2027-03-01"},
    {"two months for the counter-visit", "duplicate", "roadworthiness-retest-overdue",
     R"([{"op": "replace", "path": "/documents/4/date", "value": "2026-12-31"},
         {"op": "replace", "path": "/documents/4/result", "value": "counter-visit"}])",
     "/requestDate", "2027-02-28", "2027-03-01"},
    {"six months at the sale, whenever it is declared", "sale-declaration",
     "roadworthiness-too-old",
     R"([{"op": "replace", "path": "/documents/4/date", "value": "2026-05-10"},
         {"op": "replace", "path": "/requestDate", "value": "2026-12-01"}])",
     "/transfer/date", "2026-11-10", "2026-11-11"},
    // --- Over four years, five for two and three wheels: the anniversary is not over yet.
    {"a car of four years", "change-of-holder", "document-missing",
     R"([{"op": "remove", "path": "/documents/4"},
         {"op": "replace", "path": "/vehicle/registrationNumber", "value": "GR-760-PA"}])",
     "/requestDate", "2026-11-20", "2026-11-21"},
    {"an unknown car, registered on 29 February", "change-of-name", "document-missing",
     R"([{"op": "remove", "path": "/documents/4"},
         {"op": "add", "path": "/documents/-", "value": {"kind": "civil-status-certificate"}},
         {"op": "replace", "path": "/vehicle", "value":
           {"firstRegistrationDate": "2024-02-29", "nationalKind": "VP"}}])",
     "/requestDate", "2028-02-29", "2028-03-01"},
    {"an unknown motorcycle, five years", "duplicate", "document-missing",
     R"([{"op": "remove", "path": "/documents/4"},
         {"op": "replace", "path": "/vehicle", "value":
           {"firstRegistrationDate": "2022-02-28", "nationalKind": "MTT1"}}])",
     "/requestDate", "2027-02-28", "2027-03-01"},
    // --- Identity documents: good on their last day; French cards made for adults from 2004 to
    // 2013 five years longer (décret 2013-1188).
    {"the last day counts", "change-of-holder", "identity-document-expired",
     R"([{"op": "replace", "path": "/documents/3/type", "value": "passport"}])", "/requestDate",
     "2029-01-01", "2029-01-02"},
    {"five years longer", "change-of-holder", "identity-document-expired",
     R"([{"op": "replace", "path": "/documents/3/expiryDate", "value": "2022-02-28"}])",
     "/requestDate", "2027-02-28", "2027-03-01"},
    {"made on 31 December 2013: the last that is prolonged", "change-of-holder",
     "identity-document-expired",
     R"([{"op": "replace", "path": "/documents/3/expiryDate", "value": "2023-12-30"}])",
     "/requestDate", "2028-12-30", "2028-12-31"},
    {"made on 1 January 2014: it says fifteen years itself, ten for a minor", "change-of-holder",
     "identity-document-expired",
     R"([{"op": "replace", "path": "/documents/3/expiryDate", "value": "2026-12-31"},
         {"op": "add", "path": "/documents/3/issueDate", "value": "2014-01-01"}])",
     "/requestDate", "2026-12-31", "2027-01-01"},
    {"made for a minor: as printed", "change-of-holder", "identity-document-expired",
     R"([{"op": "replace", "path": "/documents/3/expiryDate", "value": "2023-06-01"},
         {"op": "replace", "path": "/documents/3/birthDate", "value": "1995-06-03"},
         {"op": "replace", "path": "/holder/birthDate", "value": "1995-06-03"}])",
     "/requestDate", "2023-06-01", "2023-06-02"},
};

// The other way round: told until the day before, and not on the day.
const std::vector<Deadline> until{
    {"a minor until the eighteenth birthday (code civil, art. 388)", "change-of-holder",
     "field-missing", R"([{"op": "replace", "path": "/holder/birthDate", "value": "2008-11-20"}])",
     "/requestDate", "2026-11-20", "2026-11-19"},
    {"born on 29 February: on the last of February", "new-vehicle", "field-missing",
     R"([{"op": "replace", "path": "/holder/birthDate", "value": "2008-02-29"}])", "/requestDate",
     "2026-02-28", "2026-02-27"},
};

class CentreClock : public testing::Test {
 protected:
  sandbox::Register m_vehicles = *sandbox::Register::load(SERVICES "/sandbox/register.json");
  sandbox::Rates m_rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  sandbox::Centre m_centre{m_vehicles, m_rates};

  static json requestOf(const Deadline& row, const char* day) {
    auto request = workedExample();
    request["procedure"] = row.procedure;
    request = request.patch(json::parse(row.patch));
    request[json::json_pointer(row.moved)] = day;
    return request;
  }

  bool tells(const Deadline& row, const char* day) {
    const auto decision = m_centre.examine(requestOf(row, day), *sandbox::parseDay("2040-01-01"));
    const auto is = [&row](const sandbox::Asked& point) { return point.code == row.code; };
    return std::any_of(decision.asked.begin(), decision.asked.end(), is) ||
           std::any_of(decision.noted.begin(), decision.noted.end(), is);
  }
};

TEST_F(CentreClock, hasTheLastDayInAndTheNextOneOut) {
  for (const auto* list : {&deadlines, &until})
    for (const auto& row : *list) {
      EXPECT_FALSE(tells(row, row.lastGood)) << row.procedure << ", " << row.reading;
      EXPECT_TRUE(tells(row, row.firstBad)) << row.procedure << ", " << row.reading;
    }
}

// F10613: the spouse pays the fixed part within a month of the marriage.
TEST_F(CentreClock, countsTheSpousesMonthForThePrice) {
  auto request = workedExample();
  request["procedure"] = "co-holder";
  request["coHolderChange"] = {{"kind", "add-spouse"}, {"marriageDate", "2026-08-31"}};
  const auto totalOn = [&](const char* day) {
    request["requestDate"] = day;
    return m_centre.examine(request, *sandbox::parseDay("2040-01-01")).totalCents;
  };
  EXPECT_EQ(totalOn("2026-09-30"), 1376);
  EXPECT_EQ(totalOn("2026-10-01"), 16376);
}

// F1707: the seller reads the last day on the screen and on the paper.
TEST(TransferCode, holdsFifteenDaysTheLastOneIncluded) {
  const auto day = [](const char* text) { return *sandbox::parseDay(text); };
  const sandbox::DeclaredTransfer transfer{day("2028-02-14"), "7K2M9QRS", day("2028-02-14")};
  EXPECT_EQ(lastDayOf(transfer), day("2028-02-29"));
  EXPECT_FALSE(isExpired(transfer, day("2028-02-29")));
  EXPECT_TRUE(isExpired(transfer, day("2028-03-01")));
}

}  // namespace
