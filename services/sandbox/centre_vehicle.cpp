// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>

#include "centre_questions.h"
#include "rates.h"

namespace sandbox {

namespace {

constexpr std::int64_t mostFiscalPower = 200;
// Frames of before that year bear shorter numbers (domain facts 4.2).
constexpr auto vinsOfToday = std::chrono::year(1981);

// True when each letter fits the form: "L" a letter of a plate (never I, O, U: they look like
// digits and V), "A" any capital, "D" a digit, anything else itself.
bool hasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const bool isCapital = letter >= 'A' && letter <= 'Z';
    const bool isDigit = letter >= '0' && letter <= '9';
    const bool fits = form[i] == 'L' ? isCapital && letter != 'I' && letter != 'O' && letter != 'U'
                      : form[i] == 'A' ? isCapital
                      : form[i] == 'D' ? isDigit
                                       : letter == form[i];
    if (!fits) return false;
  }
  return true;
}

// Since 2009 (domain facts 4.1): AA-001-AA, never SS in either pair; WW is the provisional series
// and W that of the trade. Mopeds of before July 2015 have shorter ones.
bool isSivPlate(std::string_view bare) {
  if (hasForm(bare, "LLDDDLL"))
    return bare.substr(2, 3) != "000" && bare.substr(0, 2) != "SS" && bare.substr(5) != "SS";
  if (hasForm(bare, "WDDDLL")) return bare.substr(1, 3) != "000";
  for (const std::string_view form : {"LDDL", "LDDDL", "LLDDL", "LLDDDL"})
    if (hasForm(bare, form)) return true;
  return false;
}

bool isDepartmentOfPlates(std::string_view code) {
  if (code == "2A" || code == "2B") return true;
  if (hasForm(code, "DD")) return code >= "01" && code <= "95";
  return hasForm(code, "DDD") && code >= "971" && code <= "988";
}

// From 1950 to 2009: number, letters, department (domain facts 4.1).
bool isFniPlate(std::string_view bare) {
  const auto letters = bare.find_first_not_of("0123456789");
  if (letters == std::string_view::npos || letters < 1 || letters > 4 || bare[0] == '0')
    return false;
  const auto department = bare.find_first_of("0123456789", letters);
  if (department == std::string_view::npos || department - letters > 3) return false;
  for (const char letter : bare.substr(letters, department - letters))
    if (letter == 'I' || letter == 'O' || !std::isupper(static_cast<unsigned char>(letter)))
      return false;
  return isDepartmentOfPlates(bare.substr(department));
}

std::string bareOf(std::string_view written) {
  std::string bare;
  for (const char letter : written)
    if (letter != ' ' && letter != '-')
      bare += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return bare;
}

bool isVin(std::string_view text) {
  const auto isOfVins = [](unsigned char letter) {
    return std::isdigit(letter) != 0 ||
           (std::isupper(letter) != 0 && letter != 'I' && letter != 'O' && letter != 'Q');
  };
  return text.size() == 17 && std::all_of(text.begin(), text.end(), isOfVins);
}

void checkVin(Dossier& dossier) {
  const auto told = dossier.text("/vehicle/vin");
  if (!told || isVin(*told)) return;
  const auto* known = dossier.vehicle();
  const auto first = known != nullptr ? std::optional(known->firstRegistrationDate)
                                      : dossier.day("/vehicle/firstRegistrationDate");
  if (first && first->year() < vinsOfToday) {
    dossier.note("vin-invalid", "vehicle.vin");
  } else {
    dossier.ask("vin-invalid", "vehicle.vin");
  }
}

void checkPlate(Dossier& dossier) {
  const auto bare = bareOf(dossier.text("/vehicle/registrationNumber").value_or(""));
  if (!bare.empty() && !isSivPlate(bare) && !isFniPlate(bare))
    dossier.ask("registration-number-invalid", "vehicle.registrationNumber");
}

}  // namespace

// The year in four digits, in two on older cards (domain facts 4.3).
bool isFormNumber(std::string_view text) {
  return hasForm(text, "19DDAADDDDD") || hasForm(text, "20DDAADDDDD") || hasForm(text, "DDAADDDDD");
}

namespace ask {

void plate(Dossier& dossier) {
  needFields(dossier, {"vehicle.registrationNumber"});
  checkPlate(dossier);
  if (!dossier.has("/vehicle/registrationNumber") || dossier.vehicle() != nullptr) return;
  const auto bare = bareOf(dossier.text("/vehicle/registrationNumber").value_or(""));
  // Well formed, and of no vehicle; or no text at all.
  if (bare.empty() || isSivPlate(bare) || isFniPlate(bare))
    dossier.ask("field-invalid", "vehicle.registrationNumber");
}

void plateIfGiven(Dossier& dossier) {
  checkPlate(dossier);
}

void vin(Dossier& dossier) {
  needFields(dossier, {"vehicle.vin"});
}

void numbersIfGiven(Dossier& dossier) {
  checkVin(dossier);
  const auto form = dossier.text("/vehicle/certificateFormNumber");
  if (form && !isFormNumber(*form))
    dossier.ask("form-number-invalid", "vehicle.certificateFormNumber");
  checkDay(dossier, "vehicle.certificateDate");
  checkDay(dossier, "vehicle.firstRegistrationDate");
}

// Age of the vehicle: for the test (F1050) and for half the regional tax (CIBS L421-45).
void firstRegistration(Dossier& dossier) {
  needFields(dossier, {"vehicle.firstRegistrationDate"});
}

// P.6 makes the regional tax (CIBS L421-43). Mopeds pay none of it, trailers have no engine.
void fiscalPower(Dossier& dossier) {
  const auto kind = dossier.vehicle() != nullptr
                        ? dossier.vehicle()->nationalKind
                        : dossier.text("/vehicle/nationalKind").value_or("VP");
  const bool needed = !isMoped(kind) && !isTrailer(kind);
  if (!dossier.has("/vehicle/fiscalPower")) {
    if (needed) dossier.ask("field-missing", "vehicle.fiscalPower");
    return;
  }
  const auto power = dossier.number("/vehicle/fiscalPower");
  if (!power || *power < (needed ? 1 : 0) || *power > mostFiscalPower)
    dossier.ask("field-invalid", "vehicle.fiscalPower");
}

void whatTheRegisterKnows(Dossier& dossier) {
  const auto* vehicle = dossier.vehicle();
  if (vehicle == nullptr) return;
  const auto first = dossier.day("/vehicle/firstRegistrationDate");
  if (first && *first != vehicle->firstRegistrationDate)
    dossier.ask("field-invalid", "vehicle.firstRegistrationDate");
  const auto power = dossier.number("/vehicle/fiscalPower");
  if (power && *power != vehicle->fiscalPower) dossier.ask("field-invalid", "vehicle.fiscalPower");
  const auto kind = dossier.text("/vehicle/nationalKind");
  if (kind && *kind != vehicle->nationalKind) dossier.ask("field-invalid", "vehicle.nationalKind");
  const auto vin = dossier.text("/vehicle/vin");
  if (vin && *vin != vehicle->vin) dossier.ask("vin-invalid", "vehicle.vin");
}

// Opposition to the transfer, theft, pledge (F1707): the register's, and what the person knows.
void oppositions(Dossier& dossier) {
  constexpr std::array<std::string_view, 3> known{"opposition", "stolen", "pledged"};
  std::vector<std::string> found;
  if (dossier.vehicle() != nullptr) found = dossier.vehicle()->oppositions;
  for (std::size_t i = 0; i < dossier.count("/vehicle/oppositions"); ++i)
    found.push_back(dossier.text("/vehicle/oppositions/" + std::to_string(i)).value_or(""));
  for (const auto& one : found) {
    const bool isKnown = std::find(known.begin(), known.end(), one) != known.end();
    dossier.ask(isKnown ? "vehicle-" + one : "field-invalid",
                isKnown ? "vehicle.registrationNumber" : "vehicle.oppositions");
  }
}

}  // namespace ask

}  // namespace sandbox
