// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "certificate.h"
#include "receipt.h"
#include "service.h"

namespace sandbox {

using nlohmann::json;

Answer Service::recordPayment(const Call& call) {
  auto request = knownRequest(call.inPath("requestId"));
  if (!request) return request.error();
  const auto id = call.body["paymentId"].get<std::string>();
  if (!isKeyedBy(call, id)) return problem(400, "idempotency-key-mismatch");
  const auto known = m_parts.store.findPayment(id);
  if (!known) return storeProblem(known.error());
  if (*known) {
    const bool same = (*known)->requestId == request->id && (*known)->body == call.body.dump();
    if (!same) return problem(409, "payment-conflict");
    return {200, "application/json", (*known)->answer, {}};
  }
  if (request->status != "awaiting-payment") return problem(409, "payment-not-expected");
  if (request->totalCents && call.body["amountCents"].get<std::int64_t>() != *request->totalCents)
    return problem(422, "amount-wrong", {{"amountCents", "not-the-total"}});
  if (call.body["outcome"] == "accepted") request->status = "accepted";
  const json state{{"requestId", request->id}, {"paymentId", id}, {"status", request->status}};
  const auto recorded =
      m_parts.store.recordPayment({id, request->id, call.body.dump(), state.dump()}, *request);
  if (!recorded) return storeProblem(recorded.error());
  return jsonAnswer(200, state);
}

tl::expected<json, Answer> Service::stateOf(const StoredFollowUp& completion,
                                            const std::string& status) {
  const auto parts = m_parts.store.parts(completion.id);
  if (!parts) return tl::unexpected(storeProblem(parts.error()));
  return json{{"requestId", completion.requestId},
              {"completionId", completion.id},
              {"status", status},
              {"missingParts", missingOf(*parts)},
              {"receipt", completion.answer.empty() ? json() : json::parse(completion.answer)}};
}

Answer Service::complete(const Call& call) {
  auto request = knownRequest(call.inPath("requestId"));
  if (!request) return request.error();
  const auto id = call.body["completionId"].get<std::string>();
  if (!isKeyedBy(call, id)) return problem(400, "idempotency-key-mismatch");
  const auto known = m_parts.store.findCompletion(id);
  if (!known) return storeProblem(known.error());
  StoredFollowUp completion{id, request->id, call.body.dump(), ""};
  const bool isNew = !*known;
  if (!isNew) {
    if ((*known)->requestId != request->id || (*known)->body != completion.body)
      return problem(409, "completion-conflict");
    completion = **known;
  } else {
    if (request->status != "to-complete") return problem(409, "completion-not-expected");
    auto announced = call.body;
    const auto original = json::parse(request->announcement);
    announced["procedure"] = original["procedure"];
    announced["procedureVersion"] = original["procedureVersion"];
    if (auto refused = refusedAnnouncement(announced, request->id)) return *refused;
    const auto created = m_parts.store.createCompletion(completion, partsOf(call.body));
    if (!created) return storeProblem(created.error());
  }
  const auto parts = m_parts.store.parts(id);
  if (!parts) return storeProblem(parts.error());
  if (!isNew && completion.answer.empty() && missingOf(*parts).empty()) {
    if (request->status != "to-complete") return problem(409, "completion-not-expected");
    Consequences consequences;
    const auto receipt = examineParcel(*request, id, *parts, consequences);
    if (!receipt) return receipt.error();
    completion.answer = receipt->dump();
    const auto handedOver = m_parts.store.handOver(completion, *request, consequences);
    if (!handedOver) return storeProblem(handedOver.error());
  }
  const auto state = stateOf(completion, request->status);
  if (!state) return state.error();
  return jsonAnswer(200, *state);
}

Answer Service::provisionalCertificate(const Call& call) {
  const auto request = knownRequest(call.inPath("requestId"));
  if (!request) return request.error();
  if (request->status != "accepted") return problem(404, "certificate-not-ready");
  const auto key = crypto::publicKeyFromBase64(request->answerKey);
  if (!key) return problem(500, "answer-key-lost");
  const auto pdf = provisionalCertificatePdf(request->reference, json::parse(request->request),
                                             m_parts.clock.today());
  const auto sealed = crypto::seal(crypto::viewOf(pdf), *key);
  if (!sealed) return problem(500, "answer-key-weak");
  const auto digest = "sha-256=:" + crypto::toBase64(crypto::sha256(*sealed)) + ":";
  return {200,
          "application/octet-stream",
          std::string(sealed->begin(), sealed->end()),
          {{"Content-Digest", digest}}};
}

Answer Service::registered() {
  const std::lock_guard lock(m_mutex);
  const auto requests = m_parts.store.registered();
  if (!requests) return storeProblem(requests.error());
  auto list = json::array();
  for (const auto& request : *requests) {
    const auto announced = json::parse(request.announcement);
    const auto receipt = json::parse(request.receipt);
    list.push_back({{"requestId", request.id},
                    {"reference", request.reference},
                    {"status", request.status},
                    {"kioskId", announced["kioskId"]},
                    {"receivedAt", receipt["receivedAt"]},
                    {"request", json::parse(request.request)},
                    {"documents", json::parse(request.documents)},
                    {"asked", json::parse(request.asked)},
                    {"totalCents", request.totalCents ? json(*request.totalCents) : json()}});
  }
  return jsonAnswer(200, list);
}

Answer Service::decide(const std::string& requestId, const json& body) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> decisions{
      {{"accept", "accepted"},
       {"ask", "to-complete"},
       {"await-payment", "awaiting-payment"},
       {"reject", "rejected"}}};
  const std::lock_guard lock(m_mutex);
  auto request = knownRequest(requestId);
  if (!request) return request.error();
  if (request->receipt.empty()) return problem(409, "request-not-submitted");
  std::string status;
  if (body.is_object() && body.value("status", json()).is_string())
    status = body["status"].get<std::string>();
  for (const auto& [word, meant] : decisions)
    if (body.is_object() && body.value("decision", json()) == word) status = meant;
  const auto asked = body.is_object() ? body.value("asked", json::array()) : json();
  if (status == "draft" || !m_parts.contract.check("RequestStatus", status).empty())
    return problem(422, "body-invalid", {{"decision", "enum"}});
  if (const auto breaches = m_parts.contract.check("Asked", asked); !breaches.empty())
    return problem(422, "body-invalid", breaches);
  request->status = status;
  request->asked = asked.dump();
  request->askedBefore = asked.empty() ? "" : dayText(addMonths(m_parts.clock.today(), 1));
  const auto updated = m_parts.store.update(*request);
  if (!updated) return storeProblem(updated.error());
  return jsonAnswer(200, {{"requestId", request->id}, {"status", request->status}});
}

Answer Service::clear() {
  const std::lock_guard lock(m_mutex);
  const auto cleared = m_parts.store.clear();
  if (!cleared) return storeProblem(cleared.error());
  return {204, "", "", {}};
}

}  // namespace sandbox
