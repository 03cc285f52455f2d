// SPDX-License-Identifier: Apache-2.0
// What the table of procedures asks beyond the 4,000: unknown procedures, explanations, what is for
// an agent, names as people write them.
#include <algorithm>
#include <string>
#include <vector>

#include <drawn/drawn.h>
#include <gtest/gtest.h>
#include <sandbox/centre.h>
#include <sandbox/centre_names.h>
#include <sandbox/centre_questions.h>
#include <nlohmann/json.hpp>

#include "worked_example.h"

namespace {

using nlohmann::json;

class CentreProcedures : public testing::Test {
 protected:
  sandbox::Register m_vehicles = *sandbox::Register::load(SERVICES "/sandbox/register.json");
  sandbox::Rates m_rates = *sandbox::Rates::load(SERVICES "/sandbox/rates.json");
  sandbox::Centre m_centre{m_vehicles, m_rates};

  sandbox::Decision read(const json& request) { return m_centre.examine(request, today); }

  static std::vector<std::string> lines(const std::vector<sandbox::Asked>& points) {
    std::vector<std::string> all;
    for (const auto& point : points)
      all.push_back(point.code + " " + (point.field.empty() ? point.document : point.field));
    return all;
  }
};

using Lines = std::vector<std::string>;

TEST_F(CentreProcedures, eachHasALineOfItsOwn) {
  const auto& common = sandbox::questionsFor("change-of-colour");
  for (const auto& procedure : drawn::procedures()) {
    const auto& own = sandbox::questionsFor(procedure);
    EXPECT_GT(own.size(), common.size() - 2) << procedure;
    EXPECT_NE(&own, &common) << procedure;
  }
}

// A thirteenth procedure is read by the rules for all, and an officer takes it up.
TEST_F(CentreProcedures, readsAnUnknownOneByTheRulesForAll) {
  json request = {{"procedure", "change-of-colour"},
                  {"procedureVersion", 1},
                  {"requestDate", "2026-11-20"},
                  {"particulars", {{"colour", "VERT"}}},
                  {"declarations", {{"onHonour", true}}}};
  EXPECT_EQ(lines(read(request).asked), Lines{});
  EXPECT_EQ(read(request).status, "under-review");
  EXPECT_FALSE(read(request).totalCents);
  request["vehicle"] = {{"registrationNumber", "AI-123-AB"}, {"oppositions", {"stolen"}}};
  request["coHolders"] = {
      {{"birthSurname", "PETIT"}, {"givenNames", "PAUL"}, {"birthDate", "1950-01-31"}}};
  request["onBehalf"] = true;
  request["declarations"] = nullptr;
  request["documents"] = {{{"kind", "painters-invoice"}, {"legible", false}},
                          {{"kind", "mandate"}, {"bytes", 1048577}, {"signed", true}},
                          {{"kind", "mandator-identity-document"}}};
  EXPECT_EQ(
      lines(read(request).asked),
      (Lines{"vehicle-stolen vehicle.registrationNumber", "honour-missing declarations.onHonour",
             "document-too-large documents[1].bytes", "document-unreadable documents[0].legible",
             "registration-number-invalid vehicle.registrationNumber",
             "co-holder-confirmation-missing coHolders[0].confirmed"}));
}

TEST_F(CentreProcedures, notesWhatThePersonExplains) {
  auto request = workedExample();
  request["documents"][2]["surname"] = "PETIT";
  request["documents"][0]["struckThrough"] = false;
  request["explanations"] = {
      {{"code", "proof-of-address-name-mismatch"}, {"text", "C'est le nom de mon mari."}},
      {{"code", "certificate-not-struck"}, {"text", "Je n'avais pas de stylo."}}};
  // A machine may misread a name; a certificate that is not struck is not struck.
  EXPECT_EQ(lines(read(request).asked), Lines{"certificate-not-struck documents[0].struckThrough"});
  EXPECT_EQ(lines(read(request).noted),
            Lines{"proof-of-address-name-mismatch documents[2].surname"});
  request["explanations"][0]["text"] = "";
  EXPECT_EQ(read(request).asked.size(), 2U);
}

// Whatever stands in the fields, the centre reads on.
TEST_F(CentreProcedures, readsOnWhateverStandsInAField) {
  const std::vector<json> values{
      nullptr, true, -1, 1e300, "", "\xC3", json::array({1}), json::object({{"kind", 7}})};
  for (int number = 0; number < 24; ++number) {
    const auto one = drawn::draw(number);
    for (const auto& [place, was] : one.request.items())
      for (const auto& value : values) {
        auto request = one.request;
        request[place] = value;
        static_cast<void>(read(request));
      }
    const auto places = one.request.flatten();
    for (const auto& [place, was] : places.items()) {
      auto request = one.request;
      request[json::json_pointer(place)] = values[static_cast<std::size_t>(number) % values.size()];
      static_cast<void>(read(request));
    }
  }
  for (const auto& value : values)
    static_cast<void>(read(value));
}

TEST_F(CentreProcedures, givesACodeToSellersAndANumberToOldPlates) {
  auto request = workedExample();
  EXPECT_FALSE(read(request).givesTransferCode || read(request).givesNewNumber);
  request["vehicle"] = {{"registrationNumber", "4321 XY 25"},
                        {"fiscalPower", 7},
                        {"firstRegistrationDate", "1998-06-15"},
                        {"certificateDate", "1998-06-15"}};
  request["transfer"]["code"] = nullptr;
  EXPECT_EQ(lines(read(request).asked), Lines{});
  EXPECT_TRUE(read(request).givesNewNumber);
  request["declarations"]["onHonour"] = false;
  EXPECT_FALSE(read(request).givesNewNumber);
}

struct Names {
  const char* one;
  const char* other;
  bool same;
};

TEST(CentreNames, areComparedAsAnOfficerWould) {
  const std::vector<Names> surnames{
      {"DE LA TOUR", "TOUR (DE LA)", true},
      {"DE LA TOUR", "DELATOUR", true},
      {"D'ARTAGNAN", "ARTAGNAN", true},
      {"LE GOFF", "GOFF", false},
      {"NGUYỄN", "NGUYEN", true},
      {"BŒUF", "BOEUF", true},
      {"MÜLLER", "MULLER", true},
      {"PETIT", "PETITJEAN", false},
      {"VAN DEN BERGHE DE SAINT-MARTIN", "VAN<DEN<BERGHE<DE<S", true}};
  for (const auto& row : surnames)
    EXPECT_EQ(sandbox::isSameName(row.one, row.other), row.same) << row.one << " " << row.other;
  const std::vector<Names> given{{"ROLANDE", "ROLANDE MARIE", true},
                                 {"ROLANDE MARIE", "ROLANDE", false},
                                 {"ANNE MARIE", "MARIE ANNE", true},
                                 {"ANNE-MARIE", "ANNE MARIE", true},
                                 {"MARIE-CHRISTINE BERNADETTE", "MARIE CHRISTIN", true},
                                 {"JEAN JEAN", "JEAN", false},
                                 {"JEAN", "JEANNE", false},
                                 {"", "", false}};
  for (const auto& row : given)
    EXPECT_EQ(sandbox::areGivenNamesOn(row.one, row.other), row.same) << row.one << row.other;
}

TEST(CentreNames, onABillAreThoseOfOneOfThePeople) {
  using sandbox::billHasSurname;
  EXPECT_TRUE(billHasSurname("M. PETIT ET MME MARTIN", "DURAND", "MARTIN"));
  EXPECT_TRUE(billHasSurname("MME MARTIN NEE DURAND", "DURAND", "MARTIN"));
  EXPECT_TRUE(billHasSurname("DURAND/PETIT", "DURAND", ""));
  EXPECT_FALSE(billHasSurname("M. PETIT", "DURAND", "MARTIN"));
  EXPECT_FALSE(billHasSurname("MARTINEZ", "DURAND", "MARTIN"));
  EXPECT_TRUE(sandbox::billHasGivenName("PAUL ET ROLANDE", "ROLANDE"));
  EXPECT_TRUE(sandbox::billHasGivenName("PAUL", "JEAN PAUL"));
  EXPECT_FALSE(sandbox::billHasGivenName("R", "ROLANDE"));
}

}  // namespace
