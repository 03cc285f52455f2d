// SPDX-License-Identifier: Apache-2.0
#include "findings.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

namespace session {
namespace {

using journey::Finding;
using nlohmann::json;

QString answerAt(const journey::Step& step, const journey::Answers& answers,
                 const Wording& wording) {
  const auto given = answers.find(step.id);
  return given == answers.end() ? QString() : wording.answer(step, given->second);
}

FindingRow rowOf(const Finding& finding, const Walk& walk, const json& request,
                 const Wording& wording) {
  const Words& words = wording.words();
  FindingRow row;
  row.code = QString::fromStdString(finding.code);
  // Who sells mends a paper in another way than who buys.
  const auto text = [&](const char* part) {
    const QString key = row.code + u'.' + QLatin1String(part);
    const QString own = words.optionalText(
        QStringLiteral("findings-of.") + QString::fromStdString(walk.procedure().id) + u'.' + key);
    return own.isEmpty() ? words.text(QStringLiteral("findings.") + key) : own;
  };
  row.severity = finding.severity == journey::Severity::Refusal ? QStringLiteral("refusal")
                                                                : QStringLiteral("warning");
  row.title = text("title");
  row.needed = text("needed");
  row.mend = text("mend");
  row.forAgent = text("agent");
  row.paper = paperName(paperOf(finding, request), words);
  row.mayExplain = journey::isExplainable(finding.code);
  const auto said = walk.explanations().find(finding.code);
  if (said != walk.explanations().end()) {
    row.reason = QString::fromStdString(said->second.reason);
    row.explanation =
        words.text(QStringLiteral("findings.%1.reasons.%2").arg(row.code, row.reason));
  }
  if (const auto* step = mendingStep(walk.way(), request, finding)) {
    row.stepId = QString::fromStdString(step->id);
    row.seen = answerAt(*step, walk.answers(), wording);
  }
  return row;
}

// The block of the request that a finding without a paper is about.
std::string blockOf(const Finding& finding) {
  if (finding.field) {
    const std::string& path = *finding.field;
    if (path.rfind("holder.address", 0) == 0) return "address";
    if (path.rfind("holder", 0) == 0) return "identity";
    if (path.rfind("coHolders", 0) == 0) return "co-holders";
    if (path.rfind("vehicle", 0) == 0) return "vehicle";
    if (path.rfind("transfer", 0) == 0) return "transfer";
    if (path.rfind("buyer", 0) == 0) return "buyer";
    if (path.rfind("declarations", 0) == 0) return "declarations";
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> starts = {{
      {"transfer-code", "transfer"},
      {"request-late", "transfer"},
      {"vehicle-", "vehicle"},
      {"co-holder-", "co-holders"},
      {"licence-", "declarations"},
      {"insurance-", "declarations"},
  }};
  for (const auto& [start, block] : starts) {
    if (finding.code.rfind(start, 0) == 0) return std::string(block);
  }
  return {};
}

FindingRow goodRow(const QString& title, const Words& words) {
  FindingRow row;
  row.severity = QStringLiteral("good");
  row.title = title;
  row.seen = words.text(QStringLiteral("labels.good"));
  return row;
}

QList<FindingRow> goodRows(const json& request, const std::set<std::string>& spoilt,
                           const Words& words) {
  QList<FindingRow> rows;
  // A new or imported vehicle has no plate yet.
  const auto plate =
      QString::fromStdString(request.value(json::json_pointer("/vehicle/registrationNumber"), ""));
  const auto add = [&](const char* block) {
    if (spoilt.count(block) > 0) return;
    QString title =
        words.text(QStringLiteral("screens.officers-look.rows.") + QLatin1String(block));
    rows.append(goodRow(title.replace(QStringLiteral("{plate}"), plate).trimmed(), words));
  };
  add("identity");
  add("vehicle");
  if (request.contains("transfer")) add("transfer");
  if (request.contains("buyer")) add("buyer");
  if (request.contains(json::json_pointer("/holder/address"))) add("address");
  const auto coHolders = request.find("coHolders");
  if (coHolders != request.end() && !coHolders->empty()) add("co-holders");
  std::set<std::string> shown;
  for (const json& document : request.value("documents", json::array())) {
    const std::string kind = document.value("kind", "");
    if (spoilt.count("paper:" + kind) > 0 || !shown.insert(kind).second) continue;
    rows.append(goodRow(paperName(kind, words), words));
  }
  return rows;
}

bool isQuestion(journey::AnswerKind kind) {
  return !isConfirmed(kind) && kind != journey::AnswerKind::Send;
}

}  // namespace

QString drawingOf(const std::string& kind) {
  return kind == "mandator-identity-document" ? QStringLiteral("identity-document")
                                              : QString::fromStdString(kind);
}

QString paperName(const std::string& kind, const Words& words) {
  if (kind.empty()) return {};
  return words.text(QStringLiteral("documents.") + QString::fromStdString(kind) +
                    QStringLiteral(".short"));
}

QList<FindingRow> findingRows(const Walk& walk, const Dossier& dossier, const Wording& wording) {
  const json request = dossier.request(walk.answers());
  QList<FindingRow> rows;
  std::set<std::string> spoilt;
  for (const Finding& finding : dossier.verdict(walk.answers()).findings) {
    rows.append(rowOf(finding, walk, request, wording));
    const std::string paper = paperOf(finding, request);
    spoilt.insert(paper.empty() ? blockOf(finding) : "paper:" + paper);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const FindingRow& left, const FindingRow& right) {
    return left.severity == QLatin1String("refusal") && right.severity != left.severity;
  });
  return rows + goodRows(request, spoilt, wording.words());
}

QList<ReviewRow> reviewRows(const Walk& walk, const Wording& wording) {
  QList<ReviewRow> rows, chosen;
  const journey::Answers passed =
      journey::reachable(walk.procedure(), walk.answers(), walk.today());
  for (const journey::Step* step : walk.way().steps) {
    if (!isQuestion(step->answer) || passed.find(step->id) == passed.end()) continue;
    ReviewRow row;
    row.stepId = QString::fromStdString(step->id);
    row.question = wording.ofStep(*step, QStringLiteral("short"), passed);
    if (row.question.isEmpty())
      row.question = wording.ofStep(*step, QStringLiteral("title"), passed);
    row.answer = answerAt(*step, passed, wording);
    row.chapter =
        wording.words().text(QStringLiteral("chapters.") + QString::fromStdString(step->chapter));
    (step->answer == journey::AnswerKind::Choice ? chosen : rows).append(row);
  }
  return rows + chosen;
}

}  // namespace session
