// SPDX-License-Identifier: Apache-2.0
#include "national/client.h"

#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "crypto/crypto.h"

namespace national {
namespace {

using nlohmann::json;

template <typename T>
ReplyHandler reading(Result<T> (*read)(const HttpReply&), Handler<T> handler) {
  return [read, handler = std::move(handler)](const Result<HttpReply>& reply) {
    if (reply)
      handler(read(*reply));
    else
      handler(tl::unexpected(reply.error()));
  };
}

HttpRequest call(Method method, std::string path) {
  HttpRequest request;
  request.method = method;
  request.path = std::move(path);
  return request;
}

HttpRequest jsonCall(std::string path, const json& body) {
  HttpRequest request = call(Method::Post, std::move(path));
  request.headers.emplace_back("Content-Type", "application/json");
  request.body = body.dump();
  return request;
}

void addIdempotencyKey(HttpRequest& request, const std::string& id) {
  request.headers.emplace_back("Idempotency-Key", '"' + id + '"');
}

}  // namespace

Client::Client(Service service, Executor executor)
    : m_http(std::move(service), std::move(executor)) {}

void Client::status(Handler<Status> handler) {
  m_http.send(call(Method::Get, "/v1/status"), reading(readStatus, std::move(handler)));
}

void Client::lookup(const LookupQuery& query, std::chrono::milliseconds patience,
                    Handler<RegisterEntry> handler) {
  json body{{"registrationNumber", query.registrationNumber}};
  if (query.transferCode) body["transferCode"] = *query.transferCode;
  if (query.formNumber) body["formNumber"] = *query.formNumber;
  if (query.certificateDate) body["certificateDate"] = *query.certificateDate;
  HttpRequest request = jsonCall("/v1/vehicles/lookup", body);
  request.timeout = patience;
  m_http.send(std::move(request), reading(readRegisterEntry, std::move(handler)));
}

void Client::quote(const QuoteQuery& query, std::chrono::milliseconds patience,
                   Handler<Quote> handler) {
  HttpRequest request =
      jsonCall("/v1/quotes", {{"procedure", query.procedure},
                              {"department", query.department},
                              {"taxableEvent", query.taxableEvent},
                              {"vehicle",
                               {{"firstRegistrationDate", query.firstRegistrationDate},
                                {"fiscalPower", query.fiscalPower},
                                {"fuelType", query.fuelType},
                                {"nationalKind", query.nationalKind}}}});
  request.timeout = patience;
  m_http.send(std::move(request), reading(readQuote, std::move(handler)));
}

void Client::find(const std::string& requestId, Handler<RequestState> handler) {
  m_http.send(call(Method::Get, "/v1/requests/" + requestId),
              reading(readRequestState, std::move(handler)));
}

void Client::announce(const Announcement& announcement, Handler<RequestState> handler) {
  json parts = json::array();
  for (const auto& part : announcement.parts)
    parts.push_back({{"sha256", part.sha256}, {"size", part.size}});
  HttpRequest request =
      jsonCall("/v1/requests", {{"requestId", announcement.requestId},
                                {"procedure", announcement.procedure},
                                {"procedureVersion", announcement.procedureVersion},
                                {"kioskId", announcement.kioskId},
                                {"keyId", announcement.keyId},
                                {"parts", std::move(parts)},
                                {"signature", announcement.signature}});
  addIdempotencyKey(request, announcement.requestId);
  m_http.send(std::move(request), reading(readRequestState, std::move(handler)));
}

void Client::putPart(const std::string& requestId, const std::string& sha256,
                     std::span<const std::uint8_t> sealed, Handler<void> handler) {
  HttpRequest request = call(Method::Put, "/v1/requests/" + requestId + "/parts/" + sha256);
  const auto digest = crypto::sha256(sealed);
  request.headers.emplace_back("Content-Type", "application/octet-stream");
  request.headers.emplace_back("Content-Digest", "sha-256=:" + crypto::toBase64(digest) + ":");
  request.body.assign(sealed.begin(), sealed.end());
  m_http.send(std::move(request), reading(readDone, std::move(handler)));
}

void Client::submit(const std::string& requestId, Handler<Receipt> handler) {
  HttpRequest request = call(Method::Post, "/v1/requests/" + requestId + "/submission");
  addIdempotencyKey(request, requestId);
  m_http.send(std::move(request), reading(readReceipt, std::move(handler)));
}

}  // namespace national
