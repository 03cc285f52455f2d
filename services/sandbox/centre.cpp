// SPDX-License-Identifier: Apache-2.0
#include "centre.h"

#include <algorithm>
#include <array>

#include "dossier.h"

namespace sandbox {

namespace {

using nlohmann::json;

constexpr std::size_t mostAsked = 50;

// Without these there is nothing to examine, whatever the papers say.
constexpr std::array<std::string_view, 8> mandatory{
    "vehicle.registrationNumber", "transfer.date",      "holder.birthSurname",
    "holder.givenNames",          "holder.birthDate",   "holder.birthPlace",
    "holder.address.postcode",    "holder.address.town"};

std::string pointerOf(std::string_view dotted) {
  std::string pointer = "/";
  for (const char letter : dotted)
    pointer += letter == '.' ? '/' : letter;
  return pointer;
}

void askMandatoryFields(Dossier& dossier) {
  for (const auto field : mandatory)
    if (!dossier.text(pointerOf(field))) dossier.ask("field-missing", std::string(field));
  for (const std::string_view field : {"transfer.date", "holder.birthDate"}) {
    const auto pointer = pointerOf(field);
    const auto day = dossier.day(pointer);
    if (dossier.text(pointer) && (!day || *day > dossier.today()))
      dossier.ask("field-invalid", std::string(field));
  }
}

// The certificate in force proves itself by form number and date; an old one, by its date alone.
bool hasCertificateInForce(const Dossier& dossier, const RegisteredVehicle& vehicle) {
  return dossier.day("/vehicle/certificateDate") == vehicle.certificateDate &&
         dossier.text("/vehicle/certificateFormNumber").value_or("") == vehicle.formNumber;
}

void examineRight(Dossier& dossier, const RegisteredVehicle& vehicle) {
  if (hasCertificateInForce(dossier, vehicle)) return;
  const auto code = dossier.text("/transfer/code");
  const bool hasForm = dossier.text("/vehicle/certificateFormNumber").has_value();
  const bool hasDate = dossier.text("/vehicle/certificateDate").has_value();
  if (!code) {
    if (hasDate && (hasForm || vehicle.formNumber.empty())) {
      dossier.ask("field-invalid",
                  dossier.day("/vehicle/certificateDate") == vehicle.certificateDate
                      ? "vehicle.certificateFormNumber"
                      : "vehicle.certificateDate");
    } else {
      dossier.ask("transfer-code-or-form-number-missing", "transfer.code");
    }
  } else if (!vehicle.transfer || vehicle.transfer->code != *code || vehicle.transfer->codeUsed) {
    dossier.ask("field-invalid", "transfer.code");
  } else if (isExpired(*vehicle.transfer, dossier.today())) {
    dossier.ask("transfer-code-expired", "transfer.code");
  }
}

void compareWithRegister(Dossier& dossier, const RegisteredVehicle& vehicle) {
  const auto first = dossier.day("/vehicle/firstRegistrationDate");
  if (first && *first != vehicle.firstRegistrationDate)
    dossier.ask("field-invalid", "vehicle.firstRegistrationDate");
  const auto power = dossier.number("/vehicle/fiscalPower");
  if (power && *power != vehicle.fiscalPower) dossier.ask("field-invalid", "vehicle.fiscalPower");
  const auto kind = dossier.text("/vehicle/nationalKind");
  if (kind && *kind != vehicle.nationalKind) dossier.ask("field-invalid", "vehicle.nationalKind");
  const auto vin = dossier.text("/vehicle/vin");
  if (vin && *vin != vehicle.vin) dossier.ask("vin-invalid", "vehicle.vin");
}

void askOppositions(Dossier& dossier, const RegisteredVehicle* vehicle) {
  std::vector<std::string> known;
  if (vehicle != nullptr) known = vehicle->oppositions;
  const auto& told = dossier.request().value("/vehicle/oppositions"_json_pointer, json());
  if (told.is_array())
    for (const auto& opposition : told)
      known.push_back(opposition.get<std::string>());
  for (const auto& opposition : known)
    dossier.ask("vehicle-" + opposition, "vehicle.registrationNumber");
}

void askDeclarations(Dossier& dossier) {
  if (!dossier.flag("/declarations/insured").value_or(false))
    dossier.ask("insurance-missing", "declarations.insured");
  if (!dossier.flag("/declarations/licence").value_or(false) ||
      !dossier.flag("/holder/licenceOfCategory").value_or(true))
    dossier.ask("licence-missing", "declarations.licence");
  if (!dossier.flag("/declarations/onHonour").value_or(false))
    dossier.ask("honour-missing", "declarations.onHonour");
  const auto& coHolders = dossier.request().value("coHolders", json());
  for (std::size_t i = 0; coHolders.is_array() && i < coHolders.size(); ++i)
    if (!dossier.flag("/coHolders/" + std::to_string(i) + "/confirmed").value_or(false))
      dossier.ask("co-holder-confirmation-missing",
                  "coHolders[" + std::to_string(i) + "].confirmed");
}

}  // namespace

Decision Centre::examine(const json& request, Day today) const {
  const auto sent = parseDay(request.value("requestDate", json()).is_string()
                                 ? request["requestDate"].get<std::string>()
                                 : std::string());
  Dossier dossier(request, sent && *sent < today ? *sent : today);
  // The other procedures have no automatic reading: an officer takes them up.
  if (request.value("procedure", "") != "change-of-holder")
    return {"under-review", "wait", costOf(request, dossier.today()), {}};
  const auto plate = dossier.text("/vehicle/registrationNumber");
  const auto* vehicle = plate ? m_vehicles.find(*plate) : nullptr;
  askMandatoryFields(dossier);
  if (plate && vehicle == nullptr) dossier.ask("field-invalid", "vehicle.registrationNumber");
  if (vehicle != nullptr) {
    examineRight(dossier, *vehicle);
    compareWithRegister(dossier, *vehicle);
  }
  askOppositions(dossier, vehicle);
  askDeclarations(dossier);
  examinePapers(dossier, vehicle);

  Decision decision{"under-review", "wait", costOf(request, dossier.today()), dossier.takeAsked()};
  if (!decision.asked.empty()) {
    decision.status = "to-complete";
    decision.nextStep = "complete";
    if (decision.asked.size() > mostAsked) decision.asked.resize(mostAsked);
  }
  return decision;
}

std::optional<std::int64_t> Centre::costOf(const json& request, Day day) const {
  const Dossier dossier(request, day);
  const auto* vehicle =
      m_vehicles.find(dossier.text("/vehicle/registrationNumber").value_or(std::string()));
  auto department = dossier.text("/holder/address/department");
  if (!department)
    department = departmentOf(dossier.text("/holder/address/postcode").value_or(std::string()));
  if (vehicle == nullptr || !department) return std::nullopt;
  const auto cost = m_rates.costOf(request.value("procedure", ""), *department, day,
                                   {vehicle->firstRegistrationDate, vehicle->fiscalPower,
                                    vehicle->fuelType, vehicle->nationalKind});
  if (!cost) return std::nullopt;
  return cost->totalCents;
}

json toJson(const std::vector<Asked>& asked) {
  const auto orNull = [](const std::string& text) { return text.empty() ? json() : json(text); };
  auto list = json::array();
  for (const auto& point : asked)
    list.push_back({{"code", point.code},
                    {"field", orNull(point.field)},
                    {"document", orNull(point.document)}});
  return list;
}

}  // namespace sandbox
