// SPDX-License-Identifier: Apache-2.0
// The centre and the kiosk read the same rules in two programs that share no code. Where they
// differ, one of them is wrong, or the difference is one of those named here.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <drawn/drawn.h>
#include <gtest/gtest.h>
#include <kiosk/journey/tariff.h>
#include <kiosk/journey/tax.h>
#include <kiosk/journey/verdict.h>
#include <sandbox/centre.h>
#include <sandbox/contract.h>
#include <nlohmann/json.hpp>
#include "tests/journey/shipped.h"

namespace {

using nlohmann::json;

const auto today = *sandbox::parseDay("2026-11-20");

json readJson(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return json::parse(stream);
}

class Agreement : public testing::Test {
 protected:
  sandbox::Register m_vehicles = *sandbox::Register::load(SERVICES "/sandbox/register.json");
  sandbox::Rates m_rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  sandbox::Contract m_contract = *sandbox::Contract::load(SERVICES "/national/openapi.yaml");
  sandbox::Centre m_centre{m_vehicles, m_rates};
  sandbox::Register m_drawn = m_vehicles;
  std::vector<json> m_requests;

  // What the journeys' people send.
  void SetUp() override {
    for (const auto& entry :
         std::filesystem::directory_iterator(shipped::root() / "tests/journeys")) {
      const auto name = entry.path().filename().string();
      if (name.find(".request.json") != std::string::npos)
        m_requests.push_back(readJson(entry.path()));
    }
    ASSERT_GE(m_requests.size(), 5U);
  }

  static std::set<std::string> refusals(const json& request) {
    std::set<std::string> codes;
    for (const auto& finding : shipped::verdictOf(request, today).findings)
      if (finding.severity == journey::Severity::Refusal) codes.insert(finding.code);
    return codes;
  }

  std::set<std::string> asked(const json& request) {
    return codesOf(centreOf(vehicleOf(request)).examine(request, today).asked);
  }

  // The register knows this vehicle as the request tells it; what it does not tell is in order.
  static json vehicleOf(const json& request) {
    json vehicle = {{"registrationNumber", ""},
                    {"vin", "VF1AAAAA123456789"},
                    {"make", "RENAULT"},
                    {"model", "CLIO"},
                    {"nationalKind", "VP"},
                    {"fuelType", "ES"},
                    {"fiscalPower", 5},
                    {"firstRegistrationDate", "2025-03-01"},
                    {"certificateDate", "2025-06-04"},
                    {"formNumber", nullptr},
                    {"formerHolders", 1},
                    {"oppositions", json::array()},
                    {"transfer", nullptr}};
    for (const auto& [name, value] : request["vehicle"].items())
      if (vehicle.contains(name)) vehicle[name] = value;
    const json told = request["vehicle"];
    if (told.contains("certificateFormNumber"))
      vehicle["formNumber"] = told["certificateFormNumber"];
    const json transfer = request.value("transfer", json::object());
    if (transfer.contains("code"))
      vehicle["transfer"] = {{"date", transfer["date"]},
                             {"code", transfer["code"]},
                             {"codeDate", transfer.value("codeDate", "2026-11-10")},
                             {"codeUsed", false}};
    return vehicle;
  }

  static std::set<std::string> codesOf(const std::vector<sandbox::Asked>& points) {
    std::set<std::string> codes;
    for (const auto& point : points)
      codes.insert(point.code);
    return codes;
  }

  // The centre, with a register that knows this vehicle.
  sandbox::Centre centreOf(const json& vehicle) {
    m_drawn = *sandbox::Register::read({{"vehicles", json::array({vehicle})}}, "drawn");
    return {m_drawn, m_rates};
  }

  static sandbox::Day dayOf(const drawn::Drawn& one) {
    return *sandbox::parseDay(one.request["requestDate"].get<std::string>());
  }

  // What is asked although the kiosk, which has no register, could not see it. The register's age
  // and kind of a vehicle say whether it needs a test.
  static bool isOfTheRegister(const sandbox::Asked& point, const std::string& change) {
    return point.field.find("vehicle.") == 0 || point.field == "transfer.code" ||
           (point.document == "roadworthiness-test" && change.find("/vehicle/") == 0);
  }

  void expectNothingUnseen(const sandbox::Centre& centre, const json& request,
                           const std::string& change) {
    const auto kind = shipped::verdictOf(request, today).kind;
    const bool isLetGo =
        kind == journey::Verdict::Kind::Ready || kind == journey::Verdict::Kind::ReadyBut;
    if (!isLetGo) return;
    for (const auto& point : centre.examine(request, today).asked) {
      if (isOfTheRegister(point, change)) continue;
      // What the contract refuses never comes to the centre.
      if (!m_contract.check("RegistrationRequest", request).empty()) return;
      ADD_FAILURE() << change << ": " << point.code << " " << point.field << point.document
                    << " of " << request["procedure"];
    }
  }
};

TEST_F(Agreement, aboutWhatPeopleSend) {
  for (const auto& request : m_requests) {
    EXPECT_TRUE(m_contract.check("RegistrationRequest", request).empty());
    EXPECT_EQ(asked(request), refusals(request)) << request.dump(1);
  }
}

// Whatever one answer is changed into: what the kiosk lets go, the centre does not send back.
TEST_F(Agreement, nothingIsSentBackThatTheKioskCouldHaveSeen) {
  const std::vector<json> values{nullptr,
                                 false,
                                 true,
                                 0,
                                 7,
                                 "ÉTRANGE",
                                 "2026-11-20",
                                 "2026-11-10",
                                 "2026-05-20",
                                 "2026-05-19",
                                 "2026-09-20",
                                 "2026-09-19",
                                 "2027-01-15",
                                 "2020-01-01",
                                 "2012-02-29",
                                 "lease",
                                 "tax-notice",
                                 "passport",
                                 "counter-visit"};
  for (const auto& request : m_requests) {
    const auto centre = centreOf(vehicleOf(request));
    const auto places = request.flatten();
    for (const auto& [place, was] : places.items())
      for (const auto& value : values) {
        auto changed = request;
        changed[json::json_pointer(place)] = value;
        expectNothingUnseen(centre, changed, place + " = " + value.dump());
      }
    for (const char* day : {"/move/date", "/loss/date", "/loss/policeReportDate",
                            "/nameChange/date", "/coHolderChange/marriageDate", "/death/date"}) {
      const json::json_pointer place(day);
      if (!request.contains(place.parent_pointer())) continue;
      auto changed = request;
      changed[place] = "2026-11-21";
      expectNothingUnseen(centre, changed, std::string(day) + " tomorrow");
    }
    for (std::size_t i = 0; i < request["documents"].size(); ++i) {
      auto changed = request;
      for (const char* day : {"date", "issueDate"}) {
        changed["documents"][i][day] = "2026-11-21";
        expectNothingUnseen(centre, changed, "tomorrow is the " + std::string(day));
        changed = request;
      }
      changed["documents"].erase(i);
      expectNothingUnseen(centre, changed, "without document " + std::to_string(i));
      changed = request;
      changed["documents"].push_back(changed["documents"][i]);
      changed["documents"][i]["legible"] = false;
      expectNothingUnseen(centre, changed, "a second document " + std::to_string(i));
    }
  }
}

TEST_F(Agreement, aboutTheCostOfEveryVehicleEverywhere) {
  const journey::Tariff& tariff = shipped::tariff(2026);
  for (const auto& entry : readJson(SERVICES "/sandbox/register.json")["vehicles"])
    for (const char* postcode : {"25200", "90000", "69001", "75010", "59000", "35000", "20000",
                                 "20200", "33000", "13001", "97110", "97400", "44000"}) {
      auto request = m_requests.front();
      request["vehicle"] = {{"registrationNumber", entry["registrationNumber"]},
                            {"firstRegistrationDate", entry["firstRegistrationDate"]},
                            {"nationalKind", entry["nationalKind"]},
                            {"fuelType", entry["fuelType"]},
                            {"fiscalPower", entry["fiscalPower"]}};
      request["holder"]["address"]["postcode"] = postcode;
      request["holder"]["address"]["department"] = *sandbox::departmentOf(postcode);
      const auto said = shipped::costOfChangeOfHolder(request, tariff, today);
      if (!said && said.error().kind == journey::TaxFault::Kind::OnQuote) continue;
      ASSERT_TRUE(said) << entry["registrationNumber"] << " " << said.error().what;
      EXPECT_EQ(m_centre.examine(request, today).totalCents, said->totalCents)
          << entry["registrationNumber"] << " " << postcode;
    }
}

// One line for each code that one of the two tells and the other does not, then the request.
std::string disagreements(const drawn::Drawn& one, const std::set<std::string>& kiosk,
                          const std::set<std::string>& centre) {
  std::string lines;
  const auto compare = [&](const auto& tells, const auto& other, const char* who) {
    for (const auto& code : tells)
      if (other.count(code) == 0)
        lines += "request " + std::to_string(one.number) + ", " + one.procedure + ": only the " +
                 who + " tells " + code +
                 (one.refusals.count(code) + one.warnings.count(code) > 0 ? ", rightly\n"
                                                                          : ", wrongly\n");
  };
  compare(kiosk, centre, "kiosk");
  compare(centre, kiosk, "centre");
  return lines.empty() ? lines : lines + one.request.dump() + "\n";
}

TEST_F(Agreement, aboutTheFourThousand) {
  std::map<std::string, int> judged;
  for (int number = 0; number < drawn::wholeCount; ++number) {
    const auto one = drawn::draw(number);
    if (shipped::rulebook().count(one.procedure) == 0) continue;
    const auto verdict = shipped::verdictOf(one.request, today);
    const auto decision = centreOf(one.vehicle).examine(one.request, dayOf(one));
    std::set<std::string> refused;
    std::set<std::string> warned;
    for (const auto& finding : verdict.findings)
      (finding.severity == journey::Severity::Refusal ? refused : warned).insert(finding.code);
    EXPECT_EQ(disagreements(one, refused, codesOf(decision.asked)), "");
    EXPECT_EQ(disagreements(one, warned, codesOf(decision.noted)), "");
    ++judged[one.procedure];
  }
  EXPECT_GE(judged.size(), 1U);
  for (const auto& [procedure, count] : judged)
    EXPECT_GE(count, 300) << procedure;
}

// Exact in cents, of every procedure, in the year of the tariff.
TEST_F(Agreement, aboutTheCostOfTheFourThousand) {
  const journey::Tariff& tariff = shipped::tariff(2026);
  int told = 0;
  for (int number = 0; number < drawn::wholeCount; ++number) {
    const auto one = drawn::draw(number);
    const auto found = shipped::procedures().find(one.procedure);
    const bool ofTheYear = one.request["requestDate"].get<std::string>().substr(0, 4) == "2026";
    if (!one.refusals.empty() || !ofTheYear || found == shipped::procedures().end()) continue;
    const auto said = journey::costOf(found->second.cost, one.request, tariff, dayOf(one));
    const auto asked = centreOf(one.vehicle).examine(one.request, dayOf(one)).totalCents;
    EXPECT_EQ(said ? json(said->totalCents) : json(), asked ? json(*asked) : json())
        << "request " << number << ", " << one.procedure << ", "
        << (said ? std::string() : said.error().what) << "\n"
        << one.request;
    if (said) ++told;
  }
  EXPECT_GE(told, 30);
}

}  // namespace
