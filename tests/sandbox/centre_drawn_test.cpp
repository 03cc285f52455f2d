// SPDX-License-Identifier: Apache-2.0
// The centre judges the 4,000 invented requests: each cause is told, and no good one goes back.
#include <map>
#include <set>
#include <string>

#include <drawn/drawn.h>
#include <gtest/gtest.h>
#include <sandbox/centre.h>
#include <sandbox/contract.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using Codes = std::set<std::string>;

Codes codesOf(const std::vector<sandbox::Asked>& points) {
  Codes codes;
  for (const auto& point : points)
    codes.insert(point.code);
  return codes;
}

// A register that knows this vehicle alone.
sandbox::Register registerOf(const json& vehicle) {
  return *sandbox::Register::read({{"vehicles", json::array({vehicle})}}, "drawn");
}

// One line a difference, and the request.
void expectSame(const char* what, const drawn::Drawn& one, const Codes& told, const Codes& known) {
  EXPECT_TRUE(told == known) << "number " << one.number << " " << one.procedure << " " << what
                             << " told " << json(told) << " known " << json(known) << "\n"
                             << one.request << "\n"
                             << one.vehicle;
}

class CentreDrawn : public testing::Test {
 protected:
  sandbox::Rates m_rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  sandbox::Contract m_contract = *sandbox::Contract::load(SERVICES "/national/openapi.yaml");
};

TEST_F(CentreDrawn, tellsEveryCauseOfTheFourThousandAndNothingElse) {
  std::map<int, int> causes;
  std::map<std::string, int> good;
  for (int number = 0; number < drawn::wholeCount; ++number) {
    const auto one = drawn::draw(number);
    const auto vehicles = registerOf(one.vehicle);
    const auto day = *sandbox::parseDay(one.request["requestDate"].get<std::string>());
    const auto decision = sandbox::Centre(vehicles, m_rates).examine(one.request, day);
    expectSame("refused", one, codesOf(decision.asked), one.refusals);
    expectSame("noted", one, codesOf(decision.noted), one.warnings);
    for (const int cause : one.causes)
      ++causes[cause];
    if (one.refusals.empty()) ++good[one.procedure];
  }
  for (int cause = 1; cause <= drawn::causesCount; ++cause)
    EXPECT_GE(causes[cause], 20) << "cause " << cause;
  for (const auto& procedure : drawn::procedures())
    EXPECT_GE(good[procedure], 80) << procedure;
}

// What is good can also be sent.
TEST_F(CentreDrawn, isInTheWordsOfTheContract) {
  int checked = 0;
  for (int number = 0; number < drawn::wholeCount; ++number) {
    const auto one = drawn::draw(number);
    if (!one.causes.empty()) continue;
    const auto breaches = m_contract.check("RegistrationRequest", one.request);
    EXPECT_TRUE(breaches.empty()) << breaches.front().field << " " << one.request;
    if (++checked == 240) return;
  }
}

}  // namespace
