// SPDX-License-Identifier: Apache-2.0
#include "dossier.h"

#include "kiosk/journey/named_rules.h"
#include "kiosk/journey/request.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace session {
namespace {

using journey::Finding;
using journey::Verdict;
using nlohmann::json;

// "documents[2].issueDate" → the kind of that paper and "issueDate".
struct PaperField {
  std::string kind;
  std::string field;
};

std::optional<PaperField> paperField(std::string_view path, const json& request) {
  constexpr std::string_view start = "documents[";
  if (path.substr(0, start.size()) != start) return std::nullopt;
  const auto close = path.find(']');
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = path.substr(start.size(), close - start.size());
  const std::string_view rest = path.substr(close + 1);
  PaperField found{std::string(inside), rest.empty() ? std::string() : std::string(rest.substr(1))};
  std::size_t place = 0;
  const auto read = std::from_chars(inside.data(), inside.data() + inside.size(), place);
  if (read.ec == std::errc() && read.ptr == inside.data() + inside.size()) {
    const auto documents = request.find("documents");
    if (documents == request.end() || place >= documents->size()) return std::nullopt;
    found.kind = (*documents)[place].value("kind", "");
  }
  return found;
}

// A declaration on honour that is still to be made, further on the way: no reason to stop before.
bool isAhead(const Finding& finding, const journey::Route& way, const journey::Answers& answers) {
  constexpr std::string_view block = "declarations.";
  if (way.current().answer == journey::AnswerKind::Send) return false;
  if (!finding.field || finding.field->compare(0, block.size(), block) != 0) return false;
  const journey::Step* step = journey::stepOfField(way, *finding.field);
  return !step || answers.find(step->id) == answers.end();
}

// What no answer given here can change: the desk or another office must.
bool isOutOfReach(const std::string& code) {
  return code == "vehicle-opposition" || code == "vehicle-stolen" || code == "vehicle-pledged" ||
         code == "duplicate-request";
}

void addRegisterFindings(std::vector<Finding>& findings, std::vector<Finding> more) {
  for (Finding& finding : more) {
    const bool known = std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
      return other.code == finding.code && other.field == finding.field;
    });
    if (!known) findings.push_back(std::move(finding));
  }
}

Verdict::Kind kindOf(const std::vector<Finding>& findings) {
  if (findings.empty()) return Verdict::Kind::Ready;
  const bool refused = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == journey::Severity::Refusal;
  });
  return refused ? Verdict::Kind::NotYet : Verdict::Kind::ReadyBut;
}

// The step to look at when a finding names neither paper nor field.
std::string_view usualField(const std::string& code) {
  if (code == "transfer-code-or-form-number-missing") return "vehicle.certificateFormNumber";
  if (code == "transfer-code-unknown" || code == "transfer-code-expired") return "transfer.code";
  if (code == "request-late") return "transfer.date";
  return {};
}

}  // namespace

json Dossier::request(const journey::Answers& answers) const {
  json request = journey::requestOf(procedure(), answers, today());
  if (m_facts && !m_facts->oppositions.empty()) {
    request["vehicle"]["oppositions"] = m_facts->oppositions;
  }
  explain(request);
  return request;
}

// Only what is still found: an explanation of a point that was mended meanwhile says nothing.
void Dossier::explain(json& request) const {
  if (m_walk.explanations().empty()) return;
  const Verdict plain = journey::verdictOf(request, procedure().officer, today(), m_law.delays);
  for (const auto& [code, said] : m_walk.explanations()) {
    const auto found =
        std::find_if(plain.findings.begin(), plain.findings.end(),
                     [&, &code = code](const Finding& finding) { return finding.code == code; });
    if (found == plain.findings.end()) continue;
    const json field = found->field ? json(*found->field) : json();
    request["explanations"].push_back({{"code", code}, {"field", field}, {"text", said.text}});
  }
}

Verdict Dossier::verdict(const journey::Answers& answers) const {
  const json opened = request(answers);
  Verdict verdict = journey::verdictOf(opened, procedure().officer, today(), m_law.delays);
  if (verdict.kind == Verdict::Kind::Invalid) return verdict;
  const journey::Route way = journey::route(procedure(), answers, today());
  std::vector<Finding>& findings = verdict.findings;
  findings.erase(
      std::remove_if(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return isAhead(finding, way, answers); }),
      findings.end());
  if (m_facts) addRegisterFindings(findings, journey::compareWithRegister(opened, *m_facts));
  verdict.kind = kindOf(findings);
  return verdict;
}

bool Dossier::mayBeSent(const journey::Answers& answers) const {
  const Verdict::Kind kind = verdict(answers).kind;
  return kind == Verdict::Kind::Ready || kind == Verdict::Kind::ReadyBut;
}

tl::expected<journey::Cost, journey::TaxFault> Dossier::cost(
    const journey::Answers& answers) const {
  return journey::costOf(procedure().cost, request(answers), m_law.tariff, today(), m_law.delays);
}

journey::CostOutlook Dossier::outlook(const journey::Answers& answers) const {
  return journey::outlookOf(procedure().cost, request(answers), m_law.tariff, today(),
                            m_law.delays);
}

namespace {

bool firstRegistrationIsKnown(const json& opened) {
  return opened.contains(json::json_pointer("/vehicle/firstRegistrationDate"));
}

}  // namespace

std::vector<std::string> Dossier::papersNeeded(const journey::Answers& answers) const {
  // With no paper at all, the officer's reading names each one that this case needs.
  json bare = request(answers);
  bare["documents"] = json::array();
  std::vector<std::string> kinds;
  for (const Finding& finding :
       journey::verdictOf(bare, procedure().officer, today(), m_law.delays).findings) {
    const std::string kind = finding.document.value_or("");
    if (!kind.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
      kinds.push_back(kind);
    }
  }
  // Whether the vehicle is of the age for a test is asked later: the person should have it then.
  if (mayNeedTest(bare)) kinds.emplace_back("roadworthiness-test");
  return kinds;
}

bool Dossier::mayNeedTest(const json& opened) const {
  if (firstRegistrationIsKnown(opened)) return false;
  const auto& rules = procedure().officer.rules;
  return std::any_of(rules.begin(), rules.end(), [&](const journey::OfficerRule& rule) {
    return rule.rule->name == "roadworthiness-test" && !rule.optional &&
           !journey::areRuledOut(rule.when, opened, today(), m_law.delays);
  });
}

std::string Dossier::wordsOfPaper(const std::string& kind, const journey::Answers& answers) const {
  if (kind == "roadworthiness-test" && !firstRegistrationIsKnown(request(answers))) {
    return kind + "-by-age";
  }
  if (kind != "registration-certificate") return kind;
  const json opened = request(answers);
  const auto& rules = procedure().officer.rules;
  const bool struck =
      std::any_of(rules.begin(), rules.end(), [&](const journey::OfficerRule& rule) {
        return rule.rule->name == "struck-certificate" &&
               journey::allHold(rule.when, opened, today(), m_law.delays);
      });
  return struck ? kind : "own-" + kind;
}

std::string paperOf(const Finding& finding, const json& request) {
  if (finding.document) return *finding.document;
  const auto named = finding.field ? paperField(*finding.field, request) : std::nullopt;
  return named ? named->kind : std::string();
}

const journey::Step* mendingStep(const journey::Route& way, const json& request,
                                 const Finding& finding) {
  if (isOutOfReach(finding.code)) return nullptr;
  if (finding.field) {
    const auto paper = paperField(*finding.field, request);
    const std::string field =
        paper ? "documents[" + paper->kind + "]." + paper->field : *finding.field;
    if (const auto* step = journey::stepOfField(way, field)) return step;
  }
  if (const std::string kind = paperOf(finding, request); !kind.empty()) {
    if (const auto* step = journey::stepOfDocument(way, kind)) return step;
  }
  const std::string_view usual = usualField(finding.code);
  if (usual.empty()) return nullptr;
  const auto* step = journey::stepOfField(way, usual);
  return step ? step : journey::stepOfField(way, "transfer.code");
}

}  // namespace session
