// SPDX-License-Identifier: Apache-2.0
#include "verdict.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "verdict_parts.h"

namespace journey {
namespace {

constexpr std::string_view thisProcedure = "change-of-holder";

// Procedures of the interfaces note that have no rules here.
constexpr std::array<std::string_view, 11> otherProcedures{
    "sale-declaration", "change-of-address", "duplicate",        "change-of-name",
    "co-holder",        "inheritance",       "withdrawal",       "error-correction",
    "new-vehicle",      "imported-vehicle",  "answer-the-centre"};

Verdict invalid(std::string error) {
  Verdict verdict;
  verdict.error = std::move(error);
  return verdict;
}

/// Why this is no request of ours, or "".
std::string whyInvalid(const nlohmann::json& request) {
  if (!request.is_object()) return "a request is a JSON object";
  const auto procedure = request.find("procedure");
  if (procedure == request.end() || procedure->is_null()) return "\"procedure\" is missing";
  if (!procedure->is_string()) return "\"procedure\" is no text";
  const std::string& id = procedure->get_ref<const std::string&>();
  if (id == thisProcedure) return {};
  if (std::find(otherProcedures.begin(), otherProcedures.end(), id) != otherProcedures.end()) {
    return "procedure \"" + id + "\" is not there yet";
  }
  return id.size() > 60 ? "unknown procedure" : "unknown procedure \"" + id + "\"";
}

Verdict::Kind kindOf(const std::vector<Finding>& findings) {
  if (findings.empty()) return Verdict::Kind::Ready;
  const bool refused = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::Refusal;
  });
  return refused ? Verdict::Kind::NotYet : Verdict::Kind::ReadyBut;
}

}  // namespace

void judgeStatement(const Block& block, std::string_view key, std::string_view code) {
  const nlohmann::json* value = block.find(key);
  if (value != nullptr && !value->is_boolean()) {
    block.invalid(key);
  } else if (value == nullptr || !value->get<bool>()) {
    block.refuse(code, key);
  }
}

void judgeDeclarations(const Block& request, Dossier&) {
  const Block declarations = request.block("declarations");
  judgeStatement(declarations, "licence", "licence-missing");
  judgeStatement(declarations, "insured", "insurance-missing");
  judgeStatement(declarations, "onHonour", "honour-missing");
}

Verdict verdictOf(const nlohmann::json& json, Date today, const Delays& delays) {
  std::string error = whyInvalid(json);
  if (!error.empty()) return invalid(std::move(error));

  Dossier dossier{today, delays};
  const Block request{&json, dossier.findings};
  static_cast<void>(request.count("procedureVersion", Need::Mandatory, 1, 1000000));
  dossier.requestDate = request.date("requestDate", Need::Optional, anyDay).value_or(today);
  dossier.onBehalf = request.flag("onBehalf").value_or(false);
  judgeVehicle(request, dossier);
  judgeTransfer(request, dossier);
  judgeHolder(request, dossier);
  judgeCoHolders(request, dossier);
  judgePapers(request, dossier);
  judgeDeclarations(request, dossier);

  Verdict verdict;
  if (dossier.transferDate) verdict.deadline = requestDeadline(*dossier.transferDate, delays);
  verdict.findings = dossier.findings.take();
  verdict.kind = kindOf(verdict.findings);
  return verdict;
}

}  // namespace journey
