// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/request.h"

#include <gtest/gtest.h>

#include "kiosk/journey/fields.h"
#include "kiosk/journey/request_fields.h"
#include "tests/journey/fixtures.h"

namespace {

using namespace journey;
using nlohmann::json;

TEST(Request, HoldsWhatTheAnswersOnTheRouteGive) {
  const Procedure procedure =
      fixtures::procedure(fixtures::read(fixtures::source("tests/fixtures/procedures/base.json")));
  const Answers answers = {{"for-whom", "me"},        {"plate", "AB-123-CD"},
                           {"sold-on", "2026-11-10"}, {"postcode", "20200"},
                           {"town", "BASTIA"},        {"struck-through", "yes"}};
  const json expected = json::parse(R"({
    "procedure": "try-out", "procedureVersion": 1, "requestDate": "2026-11-20", "onBehalf": false,
    "vehicle": {"registrationNumber": "AB-123-CD"},
    "transfer": {"date": "2026-11-10", "kind": "sale"},
    "holder": {"address": {"postcode": "20200", "town": "BASTIA", "department": "2B"},
               "hostedBy": null},
    "coHolders": [], "declarations": {},
    "documents": [{"kind": "registration-certificate", "struckThrough": true,
                   "transferDateWritten": "2026-11-10"}]})");
  EXPECT_EQ(requestOf(procedure, answers, fixtures::today()), expected);
}

TEST(Request, UnknownAndEmptyAreLeftOut) {
  const Procedure procedure =
      fixtures::procedure(fixtures::read(fixtures::source("tests/fixtures/procedures/base.json")));
  const json request =
      requestOf(procedure, {{"for-whom", "me"}, {"plate", "unknown"}}, fixtures::today());
  EXPECT_TRUE(request["vehicle"].empty());
}

TEST(Request, OfNoAnswersIsARequestAllTheSame) {
  const json request = requestOf(fixtures::changeOfHolder(), {}, fixtures::today());
  EXPECT_EQ(request["procedure"], "change-of-holder");
  EXPECT_EQ(request["documents"], json::array());
}

TEST(Request, PutsPapersInTheOrderOfTheContractAndListsInTheirPlaces) {
  const json request = requestFromFields({{"documents[mandate].signed", true},
                                          {"documents[invoice].date", std::string("2026-11-01")},
                                          {"coHolders[1].sex", std::string("F")},
                                          {"vehicle.fiscalPower", 5},
                                          {"holder.hostedBy", std::monostate{}},
                                          {"holder.hostedBy.surname", std::string("PY")}});
  EXPECT_EQ(request["documents"][0]["kind"], "invoice");
  EXPECT_EQ(request["documents"][1], json({{"kind", "mandate"}, {"signed", true}}));
  EXPECT_EQ(request["coHolders"], json::parse(R"([{}, {"sex": "F"}])"));
  EXPECT_EQ(request["vehicle"]["fiscalPower"], 5);
  EXPECT_EQ(request["holder"]["hostedBy"], json({{"surname", "PY"}}));
}

TEST(Fields, AreThoseOfTheContract) {
  EXPECT_EQ(fieldType("vehicle.fiscalPower"), FieldType::Integer);
  EXPECT_EQ(fieldType("coHolders[].birthDate"), FieldType::CalendarDate);
  EXPECT_EQ(fieldType("coHolders[12].birthDate"), FieldType::CalendarDate);
  EXPECT_EQ(fieldType("documents[mandate].legible"), FieldType::YesNo);
  EXPECT_EQ(fieldType("documents[mandate].colour"), std::nullopt);
  EXPECT_EQ(fieldType("documents[mandate]"), std::nullopt);
  EXPECT_EQ(fieldType("documents[0].legible"), std::nullopt);
  EXPECT_EQ(fieldType("holder"), std::nullopt);
  EXPECT_EQ(fieldType(""), std::nullopt);
}

TEST(Fields, TheMandatoryOnesExist) {
  for (const auto& [id, procedure] : shipped::procedures()) {
    for (const MandatoryField& field : mandatoryFields(procedure.officer)) {
      EXPECT_TRUE(fieldType(field.field)) << id << ": " << field.field;
      for (const std::string& other : field.unlessGiven)
        EXPECT_TRUE(fieldType(other)) << id << ": " << other;
    }
  }
}

}  // namespace
