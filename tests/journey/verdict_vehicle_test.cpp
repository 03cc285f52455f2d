// SPDX-License-Identifier: Apache-2.0
#include "tests/journey/shipped.h"
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;

TEST(VerdictVehicle, registrationNumber) {
  const std::string plate = "/vehicle/registrationNumber";
  const std::string bad = "registration-number-invalid@vehicle.registrationNumber";
  check({{"as in the example", {}, {}},
         {"typed without dashes", {{plate, "ab123cd"}}, {}},
         {"old plate", {{plate, "123 ABC 45"}}, {}},
         {"provisional plate", {{plate, "WW-123-AB"}}, {}},
         {"letter I", {{plate, "AI-123-AB"}}, {bad}},
         {"000", {{plate, "AB-000-CD"}}, {bad}},
         {"SS", {{plate, "AB-123-SS"}}, {bad}},
         {"absent", {{plate, gone}}, {"field-missing@vehicle.registrationNumber"}},
         {"null", {{plate, nullptr}}, {"field-missing@vehicle.registrationNumber"}},
         {"blank", {{plate, " "}}, {"field-missing@vehicle.registrationNumber"}},
         {"a number", {{plate, 123}}, {"field-invalid@vehicle.registrationNumber"}}});
}

TEST(VerdictVehicle, vinIsOptional) {
  check({{"absent", {{"/vehicle/vin", gone}}, {}},
         {"null", {{"/vehicle/vin", nullptr}}, {}},
         {"16 characters", {{"/vehicle/vin", "VF1AAAAA12345678"}}, {"vin-invalid@vehicle.vin"}},
         {"letter O", {{"/vehicle/vin", "VF1AAAAAO23456789"}}, {"vin-invalid"}},
         {"short, registered on the last day of 1980",
          {{"/vehicle/vin", "R1170123456"}, {"/vehicle/firstRegistrationDate", "1980-12-31"}},
          {"~vin-invalid"}},
         {"short, registered on the first day of 1981",
          {{"/vehicle/vin", "R1170123456"}, {"/vehicle/firstRegistrationDate", "1981-01-01"}},
          {"vin-invalid"}},
         {"of a wrong type", {{"/vehicle/vin", true}}, {"field-invalid@vehicle.vin"}}});
}

TEST(VerdictVehicle, codeOrFormNumberWithDate) {
  const Change noCode{"/transfer/code", nullptr};
  const Change noForm{"/vehicle/certificateFormNumber", nullptr};
  const Change noDate{"/vehicle/certificateDate", nullptr};
  const std::string missing = "transfer-code-or-form-number-missing";
  check({{"code alone", {noForm, noDate}, {}},
         {"form number and date alone", {noCode}, {}},
         {"neither", {noCode, noForm, noDate}, {missing}},
         {"form number without date", {noCode, noDate}, {missing}},
         {"date without form number", {noCode, noForm}, {missing}},
         {"wrong form number, no code",
          {noCode, {"/vehicle/certificateFormNumber", "2013BZ8033"}},
          {"form-number-invalid@vehicle.certificateFormNumber"}},
         {"wrong form number beside a code",
          {{"/vehicle/certificateFormNumber", "2013B180335"}},
          {"form-number-invalid"}},
         {"form number of two figures", {{"/vehicle/certificateFormNumber", "07CX92840"}}, {}},
         {"certificate of tomorrow",
          {{"/vehicle/certificateDate", "2026-11-21"}},
          {"field-invalid@vehicle.certificateDate"}},
         {"no form is known: odd code with another way",
          {{"/transfer/code", "A1"}},
          {"~field-invalid@transfer.code"}},
         {"odd code without another way",
          {{"/transfer/code", "A1"}, noForm},
          {"field-invalid@transfer.code"}},
         {"long code", {{"/transfer/code", "ABCDEF123456"}, noForm}, {}}});
}

TEST(VerdictVehicle, codesLiveFifteenDays) {
  const Change noForm{"/vehicle/certificateFormNumber", nullptr};
  const auto from = [](const char* day) { return Change{"/transfer/codeDate", day}; };
  const Change early{"/transfer/date", "2026-11-01"};
  check(
      {{"15 days", {from("2026-11-05")}, {}},
       {"16 days, with another way", {from("2026-11-04")}, {"~transfer-code-expired"}},
       {"15 days, no other way", {from("2026-11-05"), noForm}, {}},
       {"16 days, no other way", {from("2026-11-04"), noForm}, {"transfer-code-expired"}},
       {"another way but its date is wrong",
        {from("2026-11-04"), {"/vehicle/certificateDate", "2026-02-30"}},
        {"transfer-code-expired", "field-invalid@vehicle.certificateDate"}},
       {"day of the code unknown", {from("2026-11-04"), noForm, {"/transfer/codeDate", gone}}, {}},
       {"day of a code that is not there", {{"/transfer/code", gone}, from("2026-11-04")}, {}},
       {"code of tomorrow", {from("2026-11-21")}, {"field-invalid@transfer.codeDate"}},
       {"code of a strange day", {from("12/11/2026")}, {"field-invalid@transfer.codeDate"}}});
}

TEST(VerdictVehicle, transfer) {
  const Change undated{certificate + "/transferDateWritten", "2026-11-21"};
  check({{"no date", {{"/transfer/date", gone}}, {"field-missing@transfer.date"}},
         {"tomorrow", {{"/transfer/date", "2026-11-21"}}, {"field-invalid@transfer.date"}},
         {"30 February", {{"/transfer/date", "2026-02-30"}}, {"field-invalid@transfer.date"}},
         {"in seconds", {{"/transfer/date", 1794268800}}, {"field-invalid@transfer.date"}},
         {"no time", {{"/transfer/time", gone}}, {}},
         {"midnight", {{"/transfer/time", "00:00"}}, {}},
         {"with seconds", {{"/transfer/time", "23:59:59"}}, {}},
         {"24 o'clock", {{"/transfer/time", "24:00"}}, {"field-invalid@transfer.time"}},
         {"60 minutes", {{"/transfer/time", "12:60"}}, {"field-invalid@transfer.time"}},
         {"half past two", {{"/transfer/time", "14h30"}}, {"field-invalid@transfer.time"}},
         {"a gift", {{"/transfer/kind", "gift"}}, {}},
         {"a number", {{"/transfer/kind", 1}}, {"field-invalid@transfer.kind"}},
         {"no block at all", {{"/transfer", gone}}, {"field-missing@transfer.date"}},
         {"a block that is a list",
          {{"/transfer", json::array()}},
          {"field-invalid@transfer", "field-missing@transfer.date"}}});
}

TEST(VerdictVehicle, requestWithinAMonth) {
  const auto asked = [](const char* day) { return Change{"/requestDate", day}; };
  const std::vector<Change> dated = {{"/transfer/date", "2026-10-31"},
                                     {certificate + "/transferDateWritten", "2026-10-31"},
                                     {transferCertificate + "/date", "2026-10-31"},
                                     {"/transfer/codeDate", nullptr}};
  const auto with = [&dated](Change change) {
    std::vector<Change> all = dated;
    all.push_back(std::move(change));
    return all;
  };
  check({{"last day", with(asked("2026-11-30")), {}},
         {"a day late", with(asked("2026-12-01")), {"~request-late@transfer.date"}}});
  const json late = requestOf(with(asked("2026-12-01")));
  EXPECT_EQ(journey::isoDate(*shipped::verdictOf(late, fixtures::today()).deadline), "2026-11-30");
}

TEST(VerdictVehicle, firstRegistrationAndPower) {
  const std::string first = "/vehicle/firstRegistrationDate";
  const std::string power = "/vehicle/fiscalPower";
  check(
      {{"no first registration", {{first, gone}}, {"field-missing@vehicle.firstRegistrationDate"}},
       {"today", {{first, "2026-11-20"}}, {}},
       {"tomorrow", {{first, "2026-11-21"}}, {"field-invalid@vehicle.firstRegistrationDate"}},
       {"before cars", {{first, "1812-03-01"}}, {"field-invalid@vehicle.firstRegistrationDate"}},
       {"no power", {{power, nullptr}}, {"field-missing@vehicle.fiscalPower"}},
       {"power 0", {{power, 0}}, {"field-invalid@vehicle.fiscalPower"}},
       {"power 200", {{power, 200}}, {}},
       {"power 201", {{power, 201}}, {"field-invalid@vehicle.fiscalPower"}},
       {"power -5", {{power, -5}}, {"field-invalid@vehicle.fiscalPower"}},
       {"power 5.5", {{power, 5.5}}, {"field-invalid@vehicle.fiscalPower"}},
       {"power 5.0", {{power, 5.0}}, {}},
       {"power 1e300", {{power, 1e300}}, {"field-invalid@vehicle.fiscalPower"}},
       {"power as text", {{power, "5"}}, {"field-invalid@vehicle.fiscalPower"}},
       {"mopeds bear none", {{power, nullptr}, {"/vehicle/nationalKind", "CL"}}, {}},
       {"kind unknown", {{"/vehicle/nationalKind", nullptr}}, {}},
       {"energy unknown", {{"/vehicle/fuelType", nullptr}}, {}},
       {"kind a number", {{"/vehicle/nationalKind", 7}}, {"field-invalid@vehicle.nationalKind"}}});
}

TEST(VerdictVehicle, oppositions) {
  const auto held = [](json list) { return Change{"/vehicle/oppositions", std::move(list)}; };
  check({{"none", {held(json::array())}, {}},
         {"null", {held(nullptr)}, {}},
         {"opposition",
          {held(json::array({"opposition"}))},
          {"vehicle-opposition@vehicle.oppositions"}},
         {"stolen", {held(json::array({"stolen"}))}, {"vehicle-stolen"}},
         {"pledged", {held(json::array({"pledged"}))}, {"vehicle-pledged"}},
         {"all",
          {held(json::array({"stolen", "pledged", "opposition", "stolen"}))},
          {"vehicle-stolen", "vehicle-pledged", "vehicle-opposition"}},
         {"a word", {held("stolen")}, {"field-invalid@vehicle.oppositions"}},
         {"an unknown word", {held(json::array({"sold"}))}, {"field-invalid@vehicle.oppositions"}},
         {"a number", {held(json::array({1}))}, {"field-invalid@vehicle.oppositions"}}});
}

}  // namespace
