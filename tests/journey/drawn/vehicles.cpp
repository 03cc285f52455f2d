// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

constexpr std::string_view plateLetters = "ABCDEFGHJKLMNPQRTVWXYZ";  // never I, O, U; S for SS

struct Kind {
  const char* national;  // J.1
  int testYears;         // older than that it needs a test; 0: never
  bool hasPower;         // P.6
};
constexpr Kind kinds[] = {
    {"VP", 4, true},   {"VP", 4, true},   {"VP", 4, true},   {"VP", 4, true},
    {"VP", 4, true},   {"CTTE", 4, true}, {"VASP", 4, true}, {"MTT1", 5, true},
    {"MTT2", 5, true}, {"MTL", 5, true},  {"TM", 5, true},   {"QM", 5, true},
    {"CL", 5, false},  {"REM", 0, false}, {"TRA", 0, true},  {"CAM", 0, true}};
constexpr const char* fuels[] = {"ES", "GO", "ES", "GO", "EL", "H2", "GP", "EH"};
constexpr const char* departments[] = {"25", "01", "2A", "2B", "971", "75"};

const Day firstSiv = dayOf("2009-04-15");
const Day vinsOfToday = dayOf("1981-01-01");

std::string letters(Draft& draft, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += plateLetters[draft.random() % plateLetters.size()];
  return text;
}

std::string digits(Draft& draft, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += static_cast<char>('1' + draft.between(0, 8));
  return text;
}

std::string sivPlate(Draft& draft) {
  if (draft.oneIn(20)) return "AA-001-AA";
  if (draft.oneIn(20)) return "ZZ-999-ZZ";
  // The series that begins with WW is provisional.
  return "F" + letters(draft, 1) + "-" + digits(draft, 3) + "-" + letters(draft, 2);
}

std::string plateOf(Draft& draft, const std::string& kind, Day first) {
  if (kind == "CL" && first < dayOf("2015-06-01") && draft.oneIn(2))
    return letters(draft, 2) + "-" + digits(draft, 2) + "-" + letters(draft, 1);
  if (first < firstSiv && draft.oneIn(2))
    return digits(draft, draft.between(2, 4)) + " " + letters(draft, draft.between(1, 3)) + " " +
           draft.oneOf(departments);
  return sivPlate(draft);
}

/// Just young enough, a day too old, or anything.
Day drawFirst(Draft& draft, int testYears) {
  const Day onTheEdge = oldestWithin((testYears == 0 ? 4 : testYears) * 12, draft.testDay);
  switch (draft.between(0, 5)) {
    case 0:
      return onTheEdge;
    case 1:
      return onTheEdge - days(1);
    case 2:
    case 3:
      return draft.today - days(draft.between(90, 1300));
    default:
      return draft.today - days(draft.between(2200, 15000));
  }
}

std::string vinOf(Draft& draft, Day first) {
  if (first < vinsOfToday) return "R1128" + digits(draft, 7);
  auto vin = "VF1" + letters(draft, 4) + digits(draft, 10);
  std::replace(vin.begin(), vin.end(), 'Q', 'Z');  // ISO 3779 leaves out I, O and Q
  return vin;
}

std::string formNumberOf(Draft& draft, Day certificate) {
  const auto year = iso(certificate)
                        .substr(certificate < dayOf("2011-01-01") ? 2 : 0,
                                certificate < dayOf("2011-01-01") ? 2 : 4);
  return year + letters(draft, 2) + digits(draft, 5);
}

}  // namespace

/// Where age decides on test or tax.
void drawFirstRegistration(Draft& draft) {
  draft.request["vehicle"]["firstRegistrationDate"] = draft.vehicle["firstRegistrationDate"];
  draft.needFields({"/vehicle/firstRegistrationDate"});
  draft.themes.insert("first-registration");
}

/// Where P.6 makes the tax.
void drawPower(Draft& draft) {
  const auto kind = draft.vehicle["nationalKind"].get<std::string>();
  const bool hasPower = kind != "CL" && kind != "REM";
  if (hasPower || (kind == "CL" && draft.oneIn(2)))
    draft.request["vehicle"]["fiscalPower"] = draft.vehicle["fiscalPower"];
  if (!hasPower) return;
  draft.needFields({"/vehicle/fiscalPower"});
  draft.themes.insert("power");
}

void drawVehicle(Draft& draft) {
  const auto kind = draft.oneOf(kinds);
  const Day first = drawFirst(draft, kind.testYears);
  draft.needsTest = kind.testYears != 0 && plusMonths(first, kind.testYears * 12) < draft.testDay;
  const auto plate = plateOf(draft, kind.national, first);
  const bool isOld = plate.find('-') == std::string::npos;
  Day certificate = first;
  if (!isOld && certificate < firstSiv) certificate = firstSiv + days(draft.between(0, 900));
  certificate += days(draft.between(0, 20));
  draft.vehicle = {{"registrationNumber", plate},
                   {"vin", vinOf(draft, first)},
                   {"make", "RENAULT"},
                   {"model", "CLIO"},
                   {"nationalKind", kind.national},
                   {"fuelType", draft.oneOf(fuels)},
                   {"fiscalPower", kind.hasPower ? draft.between(1, 40) : 0},
                   {"firstRegistrationDate", iso(first)},
                   {"certificateDate", iso(certificate)},
                   {"formNumber", nullptr},
                   {"formerHolders", 1},
                   {"oppositions", json::array()},
                   {"transfer", nullptr}};
  draft.byDateAlone = isOld;
  if (!isOld) draft.vehicle["formNumber"] = formNumberOf(draft, certificate);
  draft.request["vehicle"] = {{"registrationNumber", plate},
                              {"nationalKind", kind.national},
                              {"fuelType", draft.vehicle["fuelType"]}};
  draft.needFields({"/vehicle/registrationNumber"});
  draft.themes.insert("plate");
  if (draft.oneIn(3)) {
    draft.request["vehicle"]["vin"] = draft.vehicle["vin"];
    draft.themes.insert("vin");
    // A frame of before 1981: strange to us, and no reason to send anything back.
    if (first < vinsOfToday) {
      draft.warnings.insert("vin-invalid");
      draft.themes.erase("vin");
      draft.request["vehicle"]["firstRegistrationDate"] = iso(first);
    }
  }
}

}  // namespace drawn
