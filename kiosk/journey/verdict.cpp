// SPDX-License-Identifier: Apache-2.0
#include "verdict.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "verdict_parts.h"

namespace journey {
namespace {

// The procedures of the contract: a folder without the file of one says that it is not there yet.
constexpr std::array<std::string_view, 12> knownProcedures{
    "change-of-holder", "sale-declaration", "change-of-address", "duplicate",
    "change-of-name",   "co-holder",        "inheritance",       "withdrawal",
    "error-correction", "new-vehicle",      "imported-vehicle",  "answer-the-centre"};

constexpr std::array<std::string_view, 8> explainable{"proof-of-address-name-mismatch",
                                                      "proof-of-address-address-mismatch",
                                                      "identity-mismatch",
                                                      "certificate-date-mismatch",
                                                      "transfer-certificate-date-mismatch",
                                                      "vin-invalid",
                                                      "registration-number-invalid",
                                                      "form-number-invalid"};

constexpr std::int64_t mostExplanations = 20;

Verdict invalid(std::string error) {
  Verdict verdict;
  verdict.error = std::move(error);
  return verdict;
}

/// The procedure that the request names, or why there is none.
tl::expected<std::string, std::string> procedureOf(const nlohmann::json& request) {
  if (!request.is_object()) return tl::unexpected(std::string("a request is a JSON object"));
  const auto procedure = request.find("procedure");
  if (procedure == request.end() || procedure->is_null()) {
    return tl::unexpected(std::string("\"procedure\" is missing"));
  }
  if (!procedure->is_string()) return tl::unexpected(std::string("\"procedure\" is no text"));
  return procedure->get<std::string>();
}

std::string whyUnknown(const std::string& id) {
  if (std::find(knownProcedures.begin(), knownProcedures.end(), id) != knownProcedures.end()) {
    return "procedure \"" + id + "\" is not there yet";
  }
  return id.size() > 60 ? "unknown procedure" : "unknown procedure \"" + id + "\"";
}

/// The codes that the person says something about.
std::vector<std::string_view> explainedCodes(const Block& request) {
  std::vector<std::string_view> codes;
  const nlohmann::json* list = request.list("explanations");
  if (list == nullptr) return codes;
  if (list->size() > mostExplanations) request.invalid("explanations");
  for (std::size_t i = 0; i < list->size() && i < mostExplanations; ++i) {
    const nlohmann::json& one = (*list)[i];
    const nlohmann::json* code = nullptr;
    const nlohmann::json* text = nullptr;
    if (one.is_object()) {
      if (const auto found = one.find("code"); found != one.end()) code = &*found;
      if (const auto found = one.find("text"); found != one.end()) text = &*found;
    }
    const bool said =
        code != nullptr && code->is_string() && text != nullptr && text->is_string() && *text != "";
    if (!said) {
      request.invalid("explanations");
      continue;
    }
    const std::string_view word = code->get_ref<const std::string&>();
    if (isExplainable(word)) codes.push_back(word);
  }
  return codes;
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

void judgeDeclarations(const OfficerRule& rule, const Block& request, Dossier&) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> codes{
      {{"licence", "licence-missing"},
       {"insured", "insurance-missing"},
       {"onHonour", "honour-missing"}}};
  const Block declarations = request.block("declarations");
  for (const auto& [key, code] : codes) {
    if (needOf(rule, key) == Need::Mandatory) judgeStatement(declarations, key, code);
  }
}

Need needOf(const OfficerRule& rule, std::string_view field) {
  const bool named = rule.fields.empty() ||
                     std::find(rule.fields.begin(), rule.fields.end(), field) != rule.fields.end();
  return named ? Need::Mandatory : Need::Optional;
}

bool isExplainable(std::string_view code) {
  return std::find(explainable.begin(), explainable.end(), code) != explainable.end();
}

Verdict verdictOf(const nlohmann::json& json, const OfficerRules& officer, Date today,
                  const Delays& delays) {
  if (const auto procedure = procedureOf(json); !procedure) return invalid(procedure.error());
  Dossier dossier{today, delays};
  const Block request{&json, dossier.findings};
  static_cast<void>(request.count("procedureVersion", Need::Mandatory, 1, 1000000));
  dossier.requestDate = request.date("requestDate", Need::Optional, anyDay).value_or(today);
  dossier.onBehalf = request.flag("onBehalf").value_or(false);
  dossier.papers = readPapers(request, dossier.findings);
  for (const OfficerRule& rule : officer.rules) {
    if (allHold(rule.when, json, dossier.requestDate, delays)) {
      rule.rule->judge(rule, request, dossier);
    }
  }

  Verdict verdict;
  if (officer.deadline) {
    const nlohmann::json* from = officer.deadline->from.find(json);
    const auto begin = from != nullptr && from->is_string()
                           ? parseIsoDate(from->get_ref<const std::string&>())
                           : std::nullopt;
    if (begin && *begin <= dossier.requestDate) {
      verdict.deadline = lastDayOf(officer.deadline->period.in(delays), *begin);
      if (dossier.requestDate > *verdict.deadline) {
        dossier.findings.warn("request-late", {}, officer.deadline->from.text);
      }
    }
  }
  const std::vector<std::string_view> explained = explainedCodes(request);
  verdict.findings = dossier.findings.take();
  for (Finding& finding : verdict.findings) {
    if (std::find(explained.begin(), explained.end(), finding.code) != explained.end()) {
      finding.severity = Severity::Warning;
    }
  }
  verdict.kind = kindOf(verdict.findings);
  return verdict;
}

Verdict verdictOf(const nlohmann::json& json, const Rulebook& rulebook, Date today,
                  const Delays& delays) {
  const auto procedure = procedureOf(json);
  if (!procedure) return invalid(procedure.error());
  const auto rules = rulebook.find(*procedure);
  if (rules == rulebook.end()) return invalid(whyUnknown(*procedure));
  return verdictOf(json, rules->second, today, delays);
}

}  // namespace journey
