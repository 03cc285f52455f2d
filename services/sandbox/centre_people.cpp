// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "centre_names.h"
#include "centre_questions.h"
#include "rates.h"

namespace sandbox {

namespace {

constexpr int oldestMonths = 120 * 12;

void checkNames(Dossier& dossier, const std::string& person) {
  for (const char* name : {".birthSurname", ".usedSurname", ".givenNames"}) {
    const auto told = dossier.text(pointerOf(person + name));
    if (told && !isName(*told)) dossier.ask("field-invalid", person + name);
  }
}

void checkBirth(Dossier& dossier, const std::string& person) {
  const auto field = person + ".birthDate";
  checkDay(dossier, field);
  const auto born = dossier.day(pointerOf(field));
  if (born && addMonths(*born, oldestMonths) < dossier.today()) dossier.ask("field-invalid", field);
  const auto country = dossier.text(pointerOf(person + ".birthCountry"));
  const bool isCode = !country || (country->size() == 2 && std::isupper((*country)[0]) != 0 &&
                                   std::isupper((*country)[1]) != 0);
  if (!isCode) dossier.ask("field-invalid", person + ".birthCountry");
  const auto sex = dossier.text(pointerOf(person + ".sex"));
  if (sex && *sex != "F" && *sex != "M") dossier.ask("field-invalid", person + ".sex");
}

void needTrue(Dossier& dossier, const std::string& field, const char* code) {
  if (!dossier.flag(pointerOf(field)).value_or(false)) dossier.ask(code, field);
}

}  // namespace

namespace ask {

// Identity and domicile as the form asks them (cerfa 13750; screens 5 and 7 of F1050). A company's
// request is for an agent.
void holder(Dossier& dossier) {
  needWord(dossier, "holder.kind", {"person"});
  needFields(dossier, {"holder.birthSurname", "holder.givenNames", "holder.sex", "holder.birthDate",
                       "holder.birthPlace", "holder.birthCountry", "holder.address.postcode",
                       "holder.address.town"});
  checkNames(dossier, "holder");
  checkBirth(dossier, "holder");
  // A hamlet has no streets.
  if (!dossier.has("/holder/address/street") && !dossier.has("/holder/address/locality"))
    dossier.ask("field-missing", "holder.address.street");
  const auto postcode = dossier.text("/holder/address/postcode");
  if (postcode && !isDepartment(departmentOf(*postcode).value_or("")))
    dossier.ask("field-invalid", "holder.address.postcode");
  const auto department = dossier.text("/holder/address/department");
  if (department && !isDepartment(*department))
    dossier.ask("field-invalid", "holder.address.department");
}

void holderNames(Dossier& dossier) {
  needFields(dossier, {"holder.birthSurname", "holder.givenNames"});
  checkNames(dossier, "holder");
}

// A minor may be the holder; the guardian signs (F1726, domain facts 3.3). On the day of the
// eighteenth birthday one is no minor any more (code civil, art. 388).
void guardian(Dossier& dossier) {
  const auto born = dossier.day("/holder/birthDate");
  if (!born || addMonths(*born, adultMonths) <= dossier.today()) return;
  needFields(dossier, {"guardian.surname", "guardian.givenNames"});
  needTrue(dossier, "guardian.confirmed", "field-missing");
}

// Each co-holder is named and agrees (F10477, ANTS-cotit).
void coHolders(Dossier& dossier) {
  for (std::size_t i = 0; i < dossier.count("/coHolders"); ++i) {
    const auto person = "coHolders[" + std::to_string(i) + "]";
    for (const char* field : {".birthSurname", ".givenNames", ".birthDate"})
      if (!dossier.has(pointerOf(person + field))) dossier.ask("field-missing", person + field);
    checkNames(dossier, person);
    checkBirth(dossier, person);
    needTrue(dossier, person + ".confirmed", "co-holder-confirmation-missing");
  }
}

// Insured, with a licence of the category, on honour (CR R322-1; L322-1-1).
void insured(Dossier& dossier) {
  needTrue(dossier, "declarations.insured", "insurance-missing");
}

void licence(Dossier& dossier) {
  if (!dossier.flag("/declarations/licence").value_or(false) ||
      !dossier.flag("/holder/licenceOfCategory").value_or(true))
    dossier.ask("licence-missing", "declarations.licence");
}

void onHonour(Dossier& dossier) {
  needTrue(dossier, "declarations.onHonour", "honour-missing");
}

}  // namespace ask

}  // namespace sandbox
