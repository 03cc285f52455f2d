// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "receipt.h"
#include "service.h"

namespace sandbox {

using nlohmann::json;

namespace {

constexpr int monthsToComplete = 1;

// Two requests are the same when they carry the same transfer of the same vehicle.
std::string transferOf(const json& request) {
  const auto vehicle = request.value("vehicle", json());
  const auto transfer = request.value("transfer", json());
  const auto text = [](const json& block, const char* name) {
    const auto value = block.is_object() ? block.value(name, json()) : json();
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  const auto plate = text(vehicle, "registrationNumber");
  const auto date = text(transfer, "date");
  if (plate.empty() || date.empty()) return {};
  return request.value("procedure", "") + " " + plate + " " + date + " " + text(transfer, "time");
}

}  // namespace

std::optional<Answer> Service::refusedAnnouncement(const json& announcement,
                                                   const std::string& requestId) {
  const auto key = kioskKey(m_parts.keyFolder, announcement["kioskId"].get<std::string>());
  if (!key) return problem(403, "kiosk-unknown");
  if (announcement["keyId"].get<std::string>() != m_parts.keys.keyId)
    return problem(422, "key-unknown", {{"keyId", "unknown"}});
  if (!isSignedBy(*key, announcement, requestId))
    return problem(422, "signature-invalid", {{"signature", "invalid"}});
  return std::nullopt;
}

tl::expected<json, Answer> Service::stateOf(const StoredRequest& request) {
  const auto parts = m_parts.store.parts(request.id);
  if (!parts) return tl::unexpected(storeProblem(parts.error()));
  return json{{"requestId", request.id},
              {"status", request.status},
              {"missingParts", missingOf(*parts)},
              {"receipt", request.receipt.empty() ? json() : json::parse(request.receipt)}};
}

Answer Service::announce(const Call& call) {
  const auto id = call.body["requestId"].get<std::string>();
  if (!isKeyedBy(call, id)) return problem(400, "idempotency-key-mismatch");
  const auto known = m_parts.store.find(id);
  if (!known) return storeProblem(known.error());
  StoredRequest request;
  const bool isNew = !*known;
  if (isNew) {
    if (auto refused = refusedAnnouncement(call.body, id)) return *refused;
    request.id = id;
    request.announcement = call.body.dump();
    request.status = "draft";
    const auto created = m_parts.store.create(request, partsOf(call.body));
    if (!created) return storeProblem(created.error());
  } else {
    request = **known;
    if (request.announcement != call.body.dump()) return problem(409, "request-conflict");
  }
  const auto state = stateOf(request);
  if (!state) return state.error();
  return jsonAnswer(isNew ? 201 : 200, *state);
}

Answer Service::find(const Call& call) {
  const auto request = knownRequest(call.inPath("requestId"));
  if (!request) return request.error();
  auto state = stateOf(*request);
  if (!state) return state.error();
  const auto reference = call.given("query", "reference");
  const auto paperKey = call.given("header", "Paper-Key");
  if (reference || paperKey) {
    const bool right = reference && paperKey && *reference == request->reference &&
                       crypto::sha256Hex(crypto::viewOf(*paperKey)) == request->paperKeyDigest;
    if (!right) return problem(404, "request-unknown");
    (*state)["asked"] = request->asked.empty() ? json() : json::parse(request->asked);
    (*state)["askedBefore"] = request->askedBefore.empty() ? json() : json(request->askedBefore);
  }
  return jsonAnswer(200, *state);
}

Answer Service::putPart(const Call& call) {
  const auto id = call.inPath("requestId");
  const auto sha256 = call.inPath("sha256");
  const auto request = knownRequest(id);
  if (!request) return request.error();
  const auto size = m_parts.store.announcedSize(id, sha256);
  if (!size) return storeProblem(size.error());
  if (!*size) return problem(404, "part-not-announced");
  if (call.bytes.size() > static_cast<std::size_t>(maxPartBytes))
    return problem(413, "part-too-large");
  const auto digest = crypto::sha256(crypto::viewOf(call.bytes));
  const bool asTold =
      call.given("header", "Content-Digest") == "sha-256=:" + crypto::toBase64(digest) + ":";
  const bool asNamed = crypto::sha256Hex(crypto::viewOf(call.bytes)) == sha256;
  if (!asTold || !asNamed || static_cast<std::int64_t>(call.bytes.size()) != **size)
    return problem(400, "digest-mismatch",
                   {{asTold ? (asNamed ? "size" : "sha256") : "Content-Digest", "mismatch"}});
  const auto held = m_parts.store.holdPart(id, sha256, call.bytes);
  if (!held) return storeProblem(held.error());
  return {204, "", "", {}};
}

tl::expected<json, Answer> Service::examineParcel(StoredRequest& request, const std::string& parcel,
                                                  const std::vector<StoredPart>& parts,
                                                  Consequences& consequences) {
  const auto bytes = [&](const std::string& sha256) {
    auto read = m_parts.store.partBytes(parcel, sha256);
    return read ? std::move(*read) : crypto::Bytes();
  };
  const auto opened = openParcel(parts, bytes, m_parts.keys.sealing, m_parts.contract);
  if (!opened) return tl::unexpected(problem(422, "parcel-unreadable", opened.error()));
  const bool first = request.receipt.empty();
  const auto announced = json::parse(request.announcement);
  for (const char* name : {"procedure", "procedureVersion"})
    if (first && opened->request[name] != announced[name])
      return tl::unexpected(problem(422, "parcel-unreadable",
                                    {{std::string("request.") + name, "announcement-mismatch"}}));
  const auto whole =
      first ? opened->request : merged(json::parse(request.request), opened->request);
  const auto transfer = transferOf(whole);
  const auto underWay = m_parts.store.isUnderWay(transfer, request.id);
  if (!underWay) return tl::unexpected(storeProblem(underWay.error()));
  if (*underWay) return tl::unexpected(problem(409, "duplicate-request"));

  const auto today = m_parts.clock.today();
  const auto plate = whole.value("/vehicle/registrationNumber"_json_pointer, json());
  const auto declared =
      m_parts.store.declaredTransfer(plate.is_string() ? plate.get<std::string>() : "");
  if (!declared) return tl::unexpected(storeProblem(declared.error()));
  auto decision = m_parts.centre.examine(whole, today, *declared);
  if (whole["procedure"] == "answer-the-centre" && decision.asked.empty()) {
    const auto attached = attachAnswer(whole, opened->documents, decision, consequences);
    if (!attached) return tl::unexpected(attached.error());
  }
  if (const auto given = give(request, whole, decision, consequences); !given)
    return tl::unexpected(given.error());
  auto documents = first ? json::array() : json::parse(request.documents);
  for (const auto& document : opened->documents)
    documents.push_back(document);
  request.request = whole.dump();
  request.documents = documents.dump();
  request.transfer = transfer;
  request.status = decision.status;
  request.totalCents = decision.totalCents;
  request.asked = toJson(decision.asked).dump();
  request.askedBefore = decision.asked.empty() ? "" : dayText(addMonths(today, monthsToComplete));
  request.answerKey = crypto::toBase64(opened->answerKey);
  if (first) {
    request.paperKeyDigest = opened->paperKeyDigest;
    request.reference = makeReference();
  }
  return makeReceipt(
      m_parts.keys, request.id, request.reference, request.status, m_parts.clock.instant(), parts,
      sealedAnswer(request.reference, decision, consequences.given, opened->answerKey));
}

Answer Service::submit(const Call& call) {
  auto request = knownRequest(call.inPath("requestId"));
  if (!request) return request.error();
  if (!isKeyedBy(call, request->id)) return problem(400, "idempotency-key-mismatch");
  if (!request->receipt.empty()) return {200, "application/json", request->receipt, {}};
  const auto parts = m_parts.store.parts(request->id);
  if (!parts) return storeProblem(parts.error());
  if (!missingOf(*parts).empty()) return problem(409, "parts-missing");
  Consequences consequences;
  const auto receipt = examineParcel(*request, request->id, *parts, consequences);
  if (!receipt) return receipt.error();
  request->receipt = receipt->dump();
  const auto updated = m_parts.store.update(*request, consequences);
  if (!updated) return storeProblem(updated.error());
  return {200, "application/json", request->receipt, {}};
}

}  // namespace sandbox
