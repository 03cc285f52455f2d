// SPDX-License-Identifier: Apache-2.0
#include "service.h"

#include <cstdio>
#include <map>

namespace sandbox {

using nlohmann::json;

Answer storeProblem(const storage::Fault& fault) {
  std::fprintf(stderr, "sandbox: the state cannot be written or read: %s\n", fault.detail.c_str());
  return problem(503, "store-failed");
}

json missingOf(const std::vector<StoredPart>& parts) {
  auto missing = json::array();
  for (const auto& part : parts)
    if (!part.held) missing.push_back(part.sha256);
  return missing;
}

std::vector<StoredPart> partsOf(const json& announcement) {
  std::vector<StoredPart> parts;
  for (const auto& part : announcement["parts"])
    parts.push_back({part["sha256"].get<std::string>(), part["size"].get<std::int64_t>(), false});
  return parts;
}

bool isKeyedBy(const Call& call, const std::string& id) {
  return call.given("header", "Idempotency-Key") == "\"" + id + "\"";
}

Answer Service::handle(const Call& call) {
  using Operation = Answer (Service::*)(const Call&);
  static const std::map<std::string, Operation, std::less<>> operations{
      {"lookUpVehicle", &Service::lookUpVehicle},
      {"makeQuote", &Service::quote},
      {"announceRequest", &Service::announce},
      {"findRequest", &Service::find},
      {"putPart", &Service::putPart},
      {"submitRequest", &Service::submit},
      {"recordPayment", &Service::recordPayment},
      {"completeRequest", &Service::complete},
      {"getProvisionalCertificate", &Service::provisionalCertificate}};
  const std::lock_guard lock(m_mutex);
  if (call.route.operation == "getStatus") return status();
  const auto found = operations.find(call.route.operation);
  if (found == operations.end()) return problem(500, "operation-unknown");
  return (this->*found->second)(call);
}

Answer Service::status() {
  const auto& keys = m_parts.keys;
  return jsonAnswer(
      200, {{"status", "up"},
            {"time", m_parts.clock.instant()},
            {"limits", {{"maxDocumentBytes", maxDocumentBytes}, {"maxPartBytes", maxPartBytes}}},
            {"sealingKeys",
             {{{"keyId", keys.keyId},
               {"algorithm", "X25519"},
               {"publicKey", crypto::toBase64(keys.sealing.publicKey)}}}},
            {"receiptKey",
             {{"keyId", keys.receiptKeyId},
              {"algorithm", "Ed25519"},
              {"publicKey", crypto::toBase64(keys.receipt.publicKey)}}}});
}

Answer Service::lookUpVehicle(const Call& call) {
  const auto declared =
      m_parts.store.declaredTransfer(call.body["registrationNumber"].get<std::string>());
  if (!declared) return storeProblem(declared.error());
  const auto vehicle = lookUp(m_parts.vehicles, call.body, *declared);
  if (!vehicle) return problem(404, vehicle.error());
  return jsonAnswer(200, registerEntry(**vehicle));
}

Answer Service::quote(const Call& call) {
  const auto& vehicle = call.body["vehicle"];
  const auto event = parseDay(call.body["taxableEvent"].get<std::string>());
  const auto first = parseDay(vehicle.value("firstRegistrationDate", ""));
  std::vector<Breach> errors;
  if (!event) errors.push_back({"taxableEvent", "no-such-day"});
  if (!first && vehicle.contains("firstRegistrationDate"))
    errors.push_back({"vehicle.firstRegistrationDate", "no-such-day"});
  if (event && first && *event < *first)
    errors.push_back({"taxableEvent", "before-first-registration"});
  if (!errors.empty()) return problem(422, "body-invalid", errors);
  PricedCase priced{
      call.body["procedure"].get<std::string>(), call.body["department"].get<std::string>(), *event,
      TaxedVehicle{first, vehicle["fiscalPower"].get<int>(), vehicle["fuelType"].get<std::string>(),
                   vehicle["nationalKind"].get<std::string>()}};
  if (vehicle.contains("co2")) priced.vehicle.co2 = vehicle["co2"].get<int>();
  if (vehicle.contains("mass")) priced.vehicle.mass = vehicle["mass"].get<int>();
  priced.vehicle.oldPlate = vehicle.value("oldPlate", false);
  if (vehicle.contains("addressStickers"))
    priced.vehicle.addressStickers = vehicle["addressStickers"].get<int>();
  readCase(call.body.value("case", json()), priced);
  const auto cost = m_parts.rates.costOf(priced);
  if (!cost)
    return problem(422, cost.error(),
                   {{cost.error() == "no-rate" ? "department" : "procedure", cost.error()}});
  return jsonAnswer(200, toJson(*cost));
}

tl::expected<StoredRequest, Answer> Service::knownRequest(const std::string& id) {
  auto found = m_parts.store.find(id);
  if (!found) return tl::unexpected(storeProblem(found.error()));
  if (!*found) return tl::unexpected(problem(404, "request-unknown"));
  return std::move(**found);
}

}  // namespace sandbox
