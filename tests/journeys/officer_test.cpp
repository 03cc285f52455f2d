// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "tests/journey/shipped.h"

// What the officer's rules of a procedure file find in a good request (a golden file of a journey)
// once one thing in it is changed. The days on both sides of a limit stand beside each other.
namespace {

using nlohmann::json;
using namespace journey;

const std::filesystem::path source = KIOSK_SOURCE_DIR;

struct Case {
  const char* request;  ///< a journey's name
  const char* patch;    ///< RFC 6902
  std::vector<std::string> codes;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
  return out << one.request << " " << one.patch;
}

class Officer : public testing::TestWithParam<Case> {};

TEST_P(Officer, FindsWhatWasChanged) {
  std::ifstream file(source / "tests/journeys" /
                     (std::string(GetParam().request) + ".request.json"));
  const json good = json::parse(file, nullptr, false);
  ASSERT_TRUE(good.is_object());
  const Date today = *parseIsoDate(good["requestDate"].get<std::string>());
  const json changed = good.patch(json::parse(GetParam().patch));
  std::vector<std::string> codes;
  for (const Finding& finding : shipped::verdictOf(changed, today).findings)
    codes.push_back(finding.code);
  EXPECT_EQ(codes, GetParam().codes);
}

// Sold on 15 November 2026 to a person; the car is of 2012.
constexpr const char* sold = "sold-to-a-person";
const Case soldCases[] = {
    {sold, "[]", {}},
    {sold, R"([{"op": "remove", "path": "/transfer/time"}])", {"field-missing"}},
    {sold, R"([{"op": "replace", "path": "/transfer/time", "value": "25:00"}])", {"field-invalid"}},
    {sold,
     R"([{"op": "replace", "path": "/holder/addressOnCertificateIsCurrent", "value": false}])",
     {"seller-address-outdated"}},
    {sold, R"([{"op": "remove", "path": "/buyer/birthDate"}])", {"field-missing"}},
    {sold, R"([{"op": "remove", "path": "/buyer/address/postcode"}])", {"field-missing"}},
    {sold, R"([{"op": "remove", "path": "/documents/3"}])", {"document-missing"}},
    // Fifteen days before the sale is good, sixteen is not (F1707, "over 15 days").
    {sold, R"([{"op": "replace", "path": "/documents/3/issueDate", "value": "2026-10-31"}])", {}},
    {sold,
     R"([{"op": "replace", "path": "/documents/3/issueDate", "value": "2026-10-30"}])",
     {"administrative-status-too-old"}},
    // The test counts on the day of the sale, not on that of the declaration (F1707).
    {sold, R"([{"op": "replace", "path": "/documents/2/date", "value": "2026-05-15"}])", {}},
    {sold,
     R"([{"op": "replace", "path": "/documents/2/date", "value": "2026-05-14"}])",
     {"roadworthiness-too-old"}},
    {sold, R"([{"op": "remove", "path": "/documents/2"}])", {"document-missing"}},
    {sold, R"([{"op": "remove", "path": "/vehicle/firstRegistrationDate"}])", {"field-missing"}},
    // The fifteenth day is in time, the sixteenth late (R322-4).
    {sold, R"([{"op": "replace", "path": "/requestDate", "value": "2026-11-30"}])", {}},
    {sold,
     R"([{"op": "replace", "path": "/requestDate", "value": "2026-12-01"}])",
     {"request-late"}},
};
INSTANTIATE_TEST_SUITE_P(Sale, Officer, testing::ValuesIn(soldCases));

// Given to a garage: no test, no first registration.
constexpr const char* garage = "given-to-a-garage";
const Case garageCases[] = {
    {garage, "[]", {}},
    {garage, R"([{"op": "remove", "path": "/buyer/siren"}])", {"field-missing"}},
    {garage,
     R"([{"op": "replace", "path": "/buyer/siren", "value": "73282932"}])",
     {"field-invalid"}},
    {garage, R"([{"op": "remove", "path": "/buyer/businessName"}])", {"field-missing"}},
};
INSTANTIATE_TEST_SUITE_P(SaleToProfessional, Officer, testing::ValuesIn(garageCases));

// Moved on 28 October 2026, asked on 20 November.
constexpr const char* moved = "moved-with-a-sticker";
const Case movedCases[] = {
    {moved, "[]", {}},
    {moved, R"([{"op": "remove", "path": "/documents/0"}])", {"document-missing"}},
    {moved, R"([{"op": "remove", "path": "/move/date"}])", {}},
    {moved, R"([{"op": "replace", "path": "/requestDate", "value": "2026-11-28"}])", {}},
    {moved,
     R"([{"op": "replace", "path": "/requestDate", "value": "2026-11-29"}])",
     {"request-late"}},
    {moved,
     R"([{"op": "replace", "path": "/documents/0/postcode", "value": "90000"}])",
     {"proof-of-address-address-mismatch"}},
    {moved,
     R"([{"op": "replace", "path": "/vehicle/addressStickers", "value": 4}])",
     {"field-invalid"}},
    {moved,
     R"([{"op": "replace", "path": "/onBehalf", "value": true}])",
     {"mandate-missing", "mandate-missing"}},
};
INSTANTIATE_TEST_SUITE_P(Address, Officer, testing::ValuesIn(movedCases));

// Stolen, a moped of 2023.
constexpr const char* stolen = "stolen-certificate-with-the-report";
const Case stolenCases[] = {
    {stolen, "[]", {}},
    {stolen, R"([{"op": "remove", "path": "/loss/policeReportDate"}])", {"police-report-missing"}},
    {stolen, R"([{"op": "replace", "path": "/loss/kind", "value": "eaten"}])", {"field-invalid"}},
    {stolen, R"([{"op": "remove", "path": "/documents/1"}])", {"document-missing"}},
    {stolen, R"([{"op": "remove", "path": "/documents/2"}])", {}},
    {stolen,
     R"([{"op": "replace", "path": "/documents/2/legible", "value": false}])",
     {"document-unreadable"}},
    // Two wheels are tested from five years on (F2880).
    {stolen,
     R"([{"op": "replace", "path": "/vehicle/firstRegistrationDate", "value": "2021-11-20"}])",
     {}},
    {stolen,
     R"([{"op": "replace", "path": "/vehicle/firstRegistrationDate", "value": "2021-11-19"}])",
     {"document-missing"}},
    {"lost-certificate", R"([{"op": "replace", "path": "/loss/kind", "value": "damaged"}])", {}},
};
INSTANTIATE_TEST_SUITE_P(Duplicate, Officer, testing::ValuesIn(stolenCases));

}  // namespace
