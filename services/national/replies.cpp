// SPDX-License-Identifier: Apache-2.0
#include "national/replies.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "national/contract_check.h"

namespace national {
namespace {

using nlohmann::json;

std::string textOr(const json& value, std::string otherwise) {
  return value.is_string() ? value.get<std::string>() : std::move(otherwise);
}

NationalFault outOfContract(const std::string& what) {
  return {FaultKind::NotInContract, what};
}

// "application/json; charset=utf-8" is "application/json".
bool isMedia(const std::string& contentType, std::string_view media) {
  const std::string_view bare = std::string_view(contentType).substr(0, contentType.find(';'));
  return bare.substr(0, bare.find_last_not_of(' ') + 1) == media;
}

std::string codeOf(const HttpReply& reply) {
  if (!isMedia(reply.contentType, "application/problem+json")) return {};
  const auto problem = checkedDocument(reply.body, Schema::Problem);
  return problem ? problem->at("code").get<std::string>() : std::string();
}

NationalFault faultOf(const HttpReply& reply) {
  NationalFault fault{FaultKind::NotInContract, "status " + std::to_string(reply.status),
                      reply.retryAfter, codeOf(reply)};
  if (!fault.code.empty()) fault.detail += " " + fault.code;
  switch (reply.status) {
    case 401:
    case 403:
      fault.kind = FaultKind::CredentialsRefused;
      break;
    case 404:
      if (!fault.code.empty()) fault.kind = FaultKind::Unknown;
      break;
    case 400:
    case 409:
    case 413:
    case 422:
      if (!fault.code.empty()) fault.kind = FaultKind::Rejected;
      break;
    case 429:
    case 503:
      fault.kind = FaultKind::Busy;
      break;
    case 408:
    case 425:
      fault.kind = FaultKind::UnknownOutcome;
      break;
    default:
      if (reply.status >= 500 && reply.status <= 599) fault.kind = FaultKind::UnknownOutcome;
  }
  return fault;
}

// Body of a success in the named schema.
Result<json> bodyOf(const HttpReply& reply, Schema schema) {
  const bool success =
      reply.status == 200 || (reply.status == 201 && schema == Schema::RequestState);
  if (!success) return tl::unexpected(faultOf(reply));
  if (!isMedia(reply.contentType, "application/json"))
    return tl::unexpected(outOfContract("not application/json"));
  auto document = checkedDocument(reply.body, schema);
  if (!document) return tl::unexpected(outOfContract(document.error()));
  return std::move(*document);
}

Receipt receiptOf(const json& body) {
  Receipt receipt;
  receipt.requestId = body.at("requestId");
  receipt.reference = body.at("reference");
  receipt.status = body.at("status");
  receipt.receivedAt = body.at("receivedAt");
  receipt.digests = body.at("digests").get<std::vector<std::string>>();
  if (body.at("answer").is_string()) receipt.answer = body.at("answer").get<std::string>();
  receipt.signature = body.at("signature");
  return receipt;
}

}  // namespace

Result<Status> readStatus(const HttpReply& reply) {
  return bodyOf(reply, Schema::Status).map([](const json& body) {
    Status status;
    status.time = body.at("time");
    status.maxDocumentBytes = body.at("limits").at("maxDocumentBytes");
    status.maxPartBytes = body.at("limits").at("maxPartBytes");
    for (const auto& key : body.at("sealingKeys"))
      status.sealingKeys.push_back({key.at("keyId"), key.at("publicKey")});
    status.receiptKey = {body.at("receiptKey").at("keyId"), body.at("receiptKey").at("publicKey")};
    return status;
  });
}

Result<RegisterEntry> readRegisterEntry(const HttpReply& reply) {
  return bodyOf(reply, Schema::RegisterEntry).map([](const json& body) {
    RegisterEntry entry;
    entry.registrationNumber = body.at("registrationNumber");
    entry.make = body.at("make");
    entry.model = body.at("model");
    entry.fiscalPower = body.at("fiscalPower");
    entry.fuelType = body.at("fuelType");
    entry.nationalKind = body.at("nationalKind");
    entry.firstRegistrationDate = body.at("firstRegistrationDate");
    entry.oppositions = body.at("oppositions").get<std::vector<std::string>>();
    return entry;
  });
}

Result<Quote> readQuote(const HttpReply& reply) {
  return bodyOf(reply, Schema::Quote).map([](const json& body) {
    Quote quote;
    for (const auto& line : body.at("lines"))
      quote.lines.push_back({line.at("code"), line.at("cents")});
    quote.totalCents = body.at("totalCents");
    quote.tariff = body.at("tariff");
    return quote;
  });
}

Result<RequestState> readRequestState(const HttpReply& reply) {
  return bodyOf(reply, Schema::RequestState).map([](const json& body) {
    RequestState state;
    state.requestId = body.at("requestId");
    state.status = body.at("status");
    state.missingParts = body.at("missingParts").get<std::vector<std::string>>();
    if (body.at("receipt").is_object()) state.receipt = receiptOf(body.at("receipt"));
    return state;
  });
}

Result<Receipt> readReceipt(const HttpReply& reply) {
  return bodyOf(reply, Schema::Receipt).map(receiptOf);
}

Result<void> readDone(const HttpReply& reply) {
  if (reply.status == 204) return {};
  return tl::unexpected(faultOf(reply));
}

Result<SealedAnswer> readSealedAnswer(std::string_view text) {
  const auto body = checkedDocument(text, Schema::SealedAnswer);
  if (!body) return tl::unexpected(outOfContract(body.error()));
  SealedAnswer answer;
  answer.reference = body->at("reference");
  answer.status = body->at("status");
  if (body->at("totalCents").is_number()) answer.totalCents = body->at("totalCents");
  answer.nextStep = body->at("nextStep");
  for (const auto& asked : body->at("asked"))
    answer.asked.push_back(
        {asked.at("code"), textOr(asked.at("field"), {}), textOr(asked.at("document"), {})});
  answer.transferCode = body->value("transferCode", "");
  answer.transferCodeUntil = body->value("transferCodeUntil", "");
  answer.newRegistrationNumber = body->value("newRegistrationNumber", "");
  answer.platesToBeMade = body->value("platesToBeMade", false);
  return answer;
}

Result<Receipt> readStoredReceipt(std::string_view text) {
  return readReceipt({200, "application/json", std::nullopt, std::string(text)});
}

std::string receiptText(const Receipt& receipt) {
  json body{{"requestId", receipt.requestId}, {"reference", receipt.reference},
            {"status", receipt.status},       {"receivedAt", receipt.receivedAt},
            {"digests", receipt.digests},     {"answer", nullptr},
            {"signature", receipt.signature}};
  if (receipt.answer) body["answer"] = *receipt.answer;
  return body.dump();
}

std::optional<std::string> parcelContentBreach(std::string_view text) {
  const auto checked = checkedDocument(text, Schema::ParcelContent);
  if (checked) return std::nullopt;
  return checked.error();
}

}  // namespace national
