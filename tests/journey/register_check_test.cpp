// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/register_check.h"

#include "verdict_cases.h"

namespace {

using namespace verdict_cases;
using journey::compareWithRegister;
using journey::Finding;
using journey::RegisterFacts;
using journey::Severity;

RegisterFacts known() {
  RegisterFacts facts;
  facts.make = "RENAULT";
  facts.model = "CLIO";
  facts.fiscalPower = 5;
  facts.nationalKind = "VP";
  facts.fuelType = "GO";
  facts.firstRegistrationDate = journey::parseIsoDate("2012-03-01");
  return facts;
}

std::vector<std::string> told(const json& request, const RegisterFacts& facts) {
  std::vector<std::string> result;
  for (const Finding& finding : compareWithRegister(request, facts)) {
    result.push_back((finding.severity == Severity::Warning ? "~" : "") + finding.code + "@" +
                     finding.field.value_or(""));
  }
  return result;
}

using Told = std::vector<std::string>;

TEST(RegisterCheck, agrees) {
  EXPECT_EQ(told(readyRequest(), known()), Told{});
  EXPECT_EQ(told(readyRequest(), RegisterFacts{}), Told{});
  EXPECT_EQ(told(json::array(), known()), Told{});
  EXPECT_EQ(told(requestOf({{"/vehicle/make", "Renault"}, {"/vehicle/model", "clio"}}), known()),
            Told{});
}

TEST(RegisterCheck, differences) {
  EXPECT_EQ(told(requestOf({{"/vehicle/fiscalPower", 6}}), known()),
            Told{"~register-mismatch@vehicle.fiscalPower"});
  EXPECT_EQ(told(requestOf({{"/vehicle/fuelType", "ES"}}), known()),
            Told{"~register-mismatch@vehicle.fuelType"});
  EXPECT_EQ(told(requestOf({{"/vehicle/nationalKind", "CTTE"}}), known()),
            Told{"~register-mismatch@vehicle.nationalKind"});
  EXPECT_EQ(told(requestOf({{"/vehicle/firstRegistrationDate", "2012-03-02"}}), known()),
            Told{"~register-mismatch@vehicle.firstRegistrationDate"});
  EXPECT_EQ(told(requestOf({{"/vehicle/make", "PEUGEOT"}, {"/vehicle/model", "208"}}), known()),
            (Told{"~register-mismatch@vehicle.make", "~register-mismatch@vehicle.model"}));
  EXPECT_EQ(told(requestOf({{"/vehicle/fiscalPower", "six"}}), known()), Told{});
  EXPECT_EQ(told(requestOf({{"/vehicle/fiscalPower", nullptr}}), known()), Told{});
}

TEST(RegisterCheck, refusals) {
  RegisterFacts facts = known();
  facts.transferCodeKnown = false;
  facts.requestOpen = true;
  facts.oppositions = {"stolen", "pledged", "opposition"};
  EXPECT_EQ(told(readyRequest(), facts),
            (Told{"duplicate-request@", "transfer-code-unknown@transfer.code",
                  "vehicle-stolen@vehicle.oppositions", "vehicle-pledged@vehicle.oppositions",
                  "vehicle-opposition@vehicle.oppositions"}));
}

}  // namespace
