// SPDX-License-Identifier: Apache-2.0
#include "names.h"
#include "places.h"
#include "verdict_parts.h"

namespace journey {
namespace {

constexpr int oldestAge = 120;
constexpr std::size_t manyCoHolders = 20;

/// Born between 120 years before the request and its day.
std::optional<Date> birthDate(const Block& person, const Dossier& dossier) {
  const auto date = person.date("birthDate", Need::Mandatory, dossier.requestDate);
  if (!date || *date >= plusYears(dossier.requestDate, -oldestAge)) return date;
  person.invalid("birthDate");
  return std::nullopt;
}

void judgeSex(const Block& person, Need need) {
  const auto sex = person.text("sex", need);
  if (sex && *sex != "F" && *sex != "M") person.invalid("sex");
}

/// ISO 3166-1, two letters.
void judgeCountry(const Block& person, Need need) {
  const auto country = person.text("birthCountry", need);
  if (!country) return;
  const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (country->size() != 2 || !isCapital((*country)[0]) || !isCapital((*country)[1])) {
    person.invalid("birthCountry");
  }
}

/// The number may lack (a hamlet has none), and so may the street when the hamlet is named.
void judgeAddress(const Block& holder, Dossier& dossier) {
  const Block address = holder.block("address");
  static_cast<void>(address.text("number", Need::Optional));
  const bool hamlet = address.words("locality", Need::Optional).has_value() ||
                      address.words("hamlet", Need::Optional).has_value();
  static_cast<void>(address.words("street", hamlet ? Need::Optional : Need::Mandatory));
  for (const std::string_view key : {"floor", "building"}) {
    static_cast<void>(address.text(key, Need::Optional));
  }
  dossier.postcode = address.format("postcode", Need::Mandatory, postcode).value_or("");
  static_cast<void>(address.words("town", Need::Mandatory));
  const auto department = address.text("department", Need::Optional);
  if (department && !isDepartment(*department)) address.invalid("department");
}

/// Set: a host's name, as text or as an object.
bool isHosted(const Block& holder) {
  const nlohmann::json* host = holder.find("hostedBy");
  if (host == nullptr) return false;
  if (host->is_string()) return holder.text("hostedBy", Need::Optional).has_value();
  if (host->is_object()) return true;
  holder.invalid("hostedBy");
  return false;
}

/// Whoever the certificate names besides the holder: by name and birth date, as civil status does.
void judgeCoHolder(const Block& coHolder, const Dossier& dossier) {
  static_cast<void>(coHolder.format("birthSurname", Need::Mandatory, personName));
  static_cast<void>(coHolder.format("usedSurname", Need::Optional, personName));
  static_cast<void>(coHolder.format("givenNames", Need::Mandatory, personName));
  judgeSex(coHolder, Need::Optional);
  static_cast<void>(birthDate(coHolder, dossier));
  static_cast<void>(coHolder.words("birthPlace", Need::Optional));
  judgeCountry(coHolder, Need::Optional);
  judgeStatement(coHolder, "confirmed", "co-holder-confirmation-missing");
}

}  // namespace

void judgeHolder(const Block& request, Dossier& dossier) {
  const Block holder = request.block("holder");
  // A company's request has other fields and rules, which are not there yet.
  const auto kind = holder.text("kind", Need::Mandatory);
  if (kind && *kind != "person") holder.invalid("kind");
  const auto name = [&holder](std::string_view key, Need need) {
    return holder.format(key, need, personName).value_or("");
  };
  dossier.birthSurname = name("birthSurname", Need::Mandatory);
  dossier.usedSurname = name("usedSurname", Need::Optional);
  dossier.givenNames = name("givenNames", Need::Mandatory);
  judgeSex(holder, Need::Mandatory);
  dossier.birthDate = birthDate(holder, dossier);
  static_cast<void>(holder.words("birthPlace", Need::Mandatory));
  judgeCountry(holder, Need::Mandatory);
  if (!holder.flag("licenceOfCategory").value_or(true)) {
    holder.refuse("licence-missing", "licenceOfCategory");
  }
  judgeAddress(holder, dossier);
  dossier.hosted = isHosted(holder);
}

void judgeCoHolders(const Block& request, Dossier& dossier) {
  const nlohmann::json* list = request.list("coHolders");
  if (list == nullptr) return;
  if (list->size() > manyCoHolders) request.invalid("coHolders");
  for (std::size_t i = 0; i < list->size() && i < manyCoHolders; ++i) {
    const nlohmann::json& one = (*list)[i];
    const Block coHolder{one.is_object() ? &one : nullptr, dossier.findings, "coHolders", i, {}};
    if (one.is_object()) {
      judgeCoHolder(coHolder, dossier);
    } else {
      coHolder.invalid({});
    }
  }
}

}  // namespace journey
