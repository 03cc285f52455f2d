// SPDX-License-Identifier: Apache-2.0
#include "front.h"

#include <cstdio>
#include <exception>
#include <utility>

#include "listener.h"

namespace sandbox {

using nlohmann::json;

namespace {

constexpr std::string_view ownPrefix = "/sandbox/v1/";

bool isOwn(const std::string& path) {
  return path.compare(0, ownPrefix.size(), ownPrefix) == 0;
}

Contract::Given givenBy(const httplib::Request& request) {
  return [&request](const std::string& in, const std::string& name) -> std::optional<std::string> {
    if (in == "header" && request.has_header(name)) return request.get_header_value(name);
    if (in == "query" && request.has_param(name)) return request.get_param_value(name);
    return std::nullopt;
  };
}

// The library answers these by itself before any handler: only the body is ours.
Answer refusedByLibrary(int status) {
  if (status == 413) return problem(413, "body-too-large");
  return problem(status >= 400 && status < 600 ? status : 400, "malformed");
}

void send(const Answer& answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers)
    response.set_header(name, value);
  if (!answer.type.empty()) response.set_content(answer.body, answer.type);
}

// Every member of another type than it was: no schema that names one of them can pass.
Answer outsideContract(const Answer& answer) {
  auto body = parseJson(answer.body).value_or(json::object());
  if (!body.is_object() || body.empty()) body = {{"status", "teleported"}};
  for (auto& [name, value] : body.items())
    value = value.is_string() ? json(42) : json("not in the contract");
  return jsonAnswer(answer.status == 204 ? 200 : answer.status, body);
}

// The faults in which nothing is done. Nothing for the others.
std::optional<Answer> instead(const std::string& fault, const std::string& seconds) {
  std::optional<Answer> answer;
  if (fault == faultName(FaultKind::Nonsense))
    return Answer{200, "text/html", "<html><body><h1>It works!</h1></body></html>", {}};
  if (fault == faultName(FaultKind::Status500)) answer = problem(500, "service-broken");
  if (fault == faultName(FaultKind::Status503)) answer = problem(503, "service-unavailable");
  if (fault == faultName(FaultKind::Status429)) answer = problem(429, "too-many-calls");
  // Refused connections get no answer; this only keeps the call from being carried out.
  if (fault == faultName(FaultKind::RefuseConnection)) answer = problem(503, "refused");
  if (answer)
    for (auto& [name, value] : answer->headers)
      if (name == "Retry-After") value = seconds;
  return answer;
}

}  // namespace

Front::Front(const Contract& contract, Service& service, FaultPlan& faults,
             std::function<void()> faultsChanged)
    : m_contract(contract),
      m_service(service),
      m_faults(faults),
      m_faultsChanged(std::move(faultsChanged)) {}

std::optional<RouteNames> Front::nameOf(const httplib::Request& request) const {
  if (isOwn(request.path)) return std::nullopt;
  const auto call = m_contract.find(request.method, request.path);
  if (!call) return RouteNames{"", request.method, request.path};
  return RouteNames{call->operation, call->method, call->path};
}

void Front::answer(const httplib::Request& request, httplib::Response& response) {
  try {
    const bool own = isOwn(request.path) && response.status < 400;
    send(own ? control(request) : national(request, response.status), response);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "sandbox: a call could not be served: %s\n", fault.what());
    send(problem(500, "service-broken"), response);
  }
}

void Front::answerControl(const httplib::Request& request, httplib::Response& response) {
  try {
    send(isOwn(request.path) ? control(request) : problem(404, "no-such-route"), response);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "sandbox: a call could not be served: %s\n", fault.what());
    send(problem(500, "service-broken"), response);
  }
}

std::optional<Answer> Front::refusal(Call& call, const httplib::Request& request) const {
  auto breaches = m_contract.checkParameters(call.route, call.given);
  if (!breaches.empty()) return problem(400, "parameter-invalid", breaches);
  const auto type = m_contract.bodyType(call.route);
  if (type.empty()) return std::nullopt;
  const auto sent = request.get_header_value("Content-Type");
  if (sent.substr(0, sent.find(';')) != type) return problem(400, "content-type-wrong");
  if (type != "application/json") return std::nullopt;
  auto body = parseJson(request.body);
  if (!body) return problem(400, "body-malformed");
  breaches = m_contract.checkBody(call.route, *body);
  if (!breaches.empty()) return problem(422, "body-invalid", breaches);
  call.body = std::move(*body);
  return std::nullopt;
}

Answer Front::national(const httplib::Request& request, int refusedStatus) {
  if (refusedStatus >= 400) return refusedByLibrary(refusedStatus);
  const auto fault = request.get_header_value(faultHeader);
  if (auto answer = instead(fault, request.get_header_value(faultWaitHeader))) return *answer;
  const auto route = m_contract.find(request.method, request.path);
  if (!route) {
    const bool other = m_contract.hasAddress(request.path);
    return problem(other ? 405 : 404, other ? "method-not-allowed" : "no-such-route");
  }
  Call call{*route, nullptr, request.body, givenBy(request)};
  auto refused = refusal(call, request);
  auto answer = checked(*route, refused ? std::move(*refused) : m_service.handle(call));
  return fault == faultName(FaultKind::NotInContract) ? outsideContract(answer) : answer;
}

Answer Front::checked(const ContractCall& call, Answer answer) const {
  const bool isJson = answer.type.find("json") != std::string::npos;
  const auto body = isJson ? parseJson(answer.body).value_or(json()) : json();
  const auto breaches = m_contract.checkAnswer(call, answer.status, answer.type, body);
  if (breaches.empty()) return answer;
  for (const auto& breach : breaches)
    std::fprintf(stderr, "sandbox: own answer %d of %s breaks the contract: %s (%s)\n",
                 answer.status, call.operation.c_str(), breach.field.c_str(), breach.code.c_str());
  return problem(500, "answer-not-in-contract");
}

Answer Front::control(const httplib::Request& request) {
  const auto path = request.path.substr(ownPrefix.size());
  const auto& method = request.method;
  const auto body = parseJson(request.body);
  if (path == "requests" && method == "GET") return m_service.registered();
  if (path == "state" && method == "DELETE") {
    m_faults.replace({});
    m_faultsChanged();
    return m_service.clear();
  }
  if (path == "faults" && method == "GET") return jsonAnswer(200, toJson(m_faults.left()));
  if (path == "faults" && method == "PUT") {
    auto faults = parseFaults(body.value_or(json()));
    if (!faults) {
      std::fprintf(stderr, "sandbox: PUT /sandbox/v1/faults: %s\n", faults.error().c_str());
      return problem(422, "body-invalid", {{"faults", "invalid"}});
    }
    m_faults.replace(std::move(*faults));
    m_faultsChanged();
    return jsonAnswer(200, toJson(m_faults.left()));
  }
  constexpr std::string_view requests = "requests/";
  constexpr std::string_view decision = "/decision";
  const bool decides = method == "POST" && path.size() > requests.size() + decision.size() &&
                       path.compare(0, requests.size(), requests) == 0 &&
                       path.compare(path.size() - decision.size(), decision.size(), decision) == 0;
  if (!decides) return problem(404, "no-such-route");
  const auto id = path.substr(requests.size(), path.size() - requests.size() - decision.size());
  return m_service.decide(id, body.value_or(json()));
}

}  // namespace sandbox
