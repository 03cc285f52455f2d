// SPDX-License-Identifier: Apache-2.0
#include "names.h"
#include "places.h"
#include "plain_answers.h"
#include "verdict_parts.h"

namespace journey {
namespace {

constexpr int oldestAge = 120;
constexpr std::size_t manyCoHolders = 20;

/// Born between 120 years before the request and its day.
std::optional<Date> birthDate(const Block& person, Need need, const Dossier& dossier) {
  const auto date = person.date("birthDate", need, dossier.requestDate);
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

/// The number may lack (a hamlet has none), and so may the street when the hamlet is named. Gives
/// the postcode, "" when there is none.
std::string judgeAddress(const Block& person, const OfficerRule& rule) {
  const Block address = person.block("address");
  static_cast<void>(address.text("number", Need::Optional));
  const bool hamlet = address.words("locality", Need::Optional).has_value() ||
                      address.words("hamlet", Need::Optional).has_value();
  static_cast<void>(
      address.words("street", hamlet ? Need::Optional : needOf(rule, "address.street")));
  for (const std::string_view key : {"floor", "building"}) {
    static_cast<void>(address.text(key, Need::Optional));
  }
  auto code = address.format("postcode", needOf(rule, "address.postcode"), postcode);
  static_cast<void>(address.words("town", needOf(rule, "address.town")));
  const auto department = address.text("department", Need::Optional);
  if (department && !isDepartment(*department)) address.invalid("department");
  return code.value_or("");
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
  static_cast<void>(birthDate(coHolder, Need::Mandatory, dossier));
  static_cast<void>(coHolder.words("birthPlace", Need::Optional));
  judgeCountry(coHolder, Need::Optional);
  judgeStatement(coHolder, "confirmed", "co-holder-confirmation-missing");
}

}  // namespace

void judgeHolder(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const Block holder = request.block("holder");
  // A company's request has other fields and rules: it goes through an agent.
  const auto kind = holder.text("kind", needOf(rule, "kind"));
  if (kind && *kind != "person") holder.invalid("kind");
  const auto name = [&holder](std::string_view key, Need need) {
    return holder.format(key, need, personName).value_or("");
  };
  dossier.birthSurname = name("birthSurname", needOf(rule, "birthSurname"));
  dossier.usedSurname = name("usedSurname", Need::Optional);
  dossier.givenNames = name("givenNames", needOf(rule, "givenNames"));
  judgeSex(holder, needOf(rule, "sex"));
  dossier.birthDate = birthDate(holder, needOf(rule, "birthDate"), dossier);
  static_cast<void>(holder.words("birthPlace", needOf(rule, "birthPlace")));
  judgeCountry(holder, needOf(rule, "birthCountry"));
  if (!holder.flag("licenceOfCategory").value_or(true)) {
    holder.refuse("licence-missing", "licenceOfCategory");
  }
  dossier.postcode = judgeAddress(holder, rule);
  dossier.hosted = isHosted(holder);
}

// Minors: the guardian signs (F1726).
void judgeGuardian(const OfficerRule&, const Block& request, Dossier& dossier) {
  constexpr int ofAge = 18;
  const bool minor =
      dossier.birthDate && dossier.requestDate < plusYears(*dossier.birthDate, ofAge);
  const Block guardian = request.block("guardian");
  const Need need = minor ? Need::Mandatory : Need::Optional;
  static_cast<void>(guardian.format("surname", need, personName));
  static_cast<void>(guardian.format("givenNames", need, personName));
  if (minor && !guardian.flag("confirmed").value_or(false)) guardian.missing("confirmed");
}

// Who buys: identity and full new address (F1707). A company is named by its number.
void judgeBuyer(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const Block buyer = request.block("buyer");
  const auto kind = buyer.text("kind", Need::Optional);
  if (kind && *kind != "person" && *kind != "company") buyer.invalid("kind");
  static_cast<void>(buyer.flag("professional"));
  if (kind == "company") {
    static_cast<void>(buyer.text("businessName", Need::Mandatory));
    const auto number = buyer.text("siren", Need::Mandatory);
    if (number && (number->size() != 9 || !siren(*number))) buyer.invalid("siren");
  } else {
    static_cast<void>(buyer.format("birthSurname", Need::Mandatory, personName));
    static_cast<void>(buyer.format("usedSurname", Need::Optional, personName));
    static_cast<void>(buyer.format("givenNames", Need::Mandatory, personName));
    judgeSex(buyer, Need::Mandatory);
    static_cast<void>(birthDate(buyer, Need::Mandatory, dossier));
    static_cast<void>(buyer.words("birthPlace", Need::Mandatory));
    judgeCountry(buyer, Need::Mandatory);
  }
  static_cast<void>(judgeAddress(buyer, rule));
}

void judgeCoHolders(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const nlohmann::json* list = request.list("coHolders");
  const bool none = list == nullptr || list->empty();
  if (none && !rule.optional) request.missing("coHolders");
  if (none) return;
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
