// SPDX-License-Identifier: Apache-2.0
#include "exercise_result.h"

#include "agent_reasons.h"
#include "findings.h"
#include "session.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace session {
namespace {

using journey::Miss;
using Kind = Miss::Kind;

std::string endOf(const Session& session) {
  if (session.sending().state() != SentState::NothingStarted) return "send";
  if (const std::string& end = session.walk()->shown().leadsTo; !end.empty()) return end;
  const bool listed = session.paper() && session.paper()->kind == Paper::Kind::List;
  return listed ? "list" : "";
}

QString missKey(const char* name) {
  return QStringLiteral("practice.misses.") + QLatin1String(name);
}

PanelNote answerNote(const Miss& miss, const config::Catalogue& catalogue, const Wording& wording) {
  const journey::Step* step = stepAbout(miss, catalogue);
  if (!step) return {QString::fromStdString(miss.subject), QString::fromStdString(miss.expected)};
  const bool come = !miss.given.empty();
  const QString text = wording.words().filled(
      missKey(come ? "answer" : "not-asked"),
      {{QStringLiteral("expected"), wording.answer(*step, miss.expected)},
       {QStringLiteral("given"), come ? wording.answer(*step, miss.given) : QString()}});
  return {questionOf(*step, wording, {}), text};
}

// Of an expected and a reached word, each with a text under `group`.
PanelNote comparedNote(const Miss& miss, const char* name, const char* group,
                       const Wording& wording) {
  const Words& words = wording.words();
  const auto word = [&](const std::string& value) {
    return words.text(QStringLiteral("practice.") + QLatin1String(group) + u'.' +
                      QString::fromStdString(value.empty() ? "none" : value));
  };
  const QString key = missKey(name);
  return {words.text(key + QStringLiteral(".title")),
          words.filled(key + QStringLiteral(".text"),
                       {{QStringLiteral("expected"), word(miss.expected)},
                        {QStringLiteral("given"), word(miss.given)}})};
}

}  // namespace

const journey::Step* stepAbout(const Miss& miss, const config::Catalogue& catalogue) {
  const journey::Procedure& reception = catalogue.reception();
  const auto* procedure =
      miss.procedure == reception.id ? &reception : catalogue.opened(miss.procedure);
  for (std::size_t i = 0; procedure && i < procedure->steps.size(); ++i) {
    const journey::Step& step = procedure->steps[i];
    if (step.id == miss.subject || step.field == miss.subject) return &step;
  }
  return nullptr;
}

std::optional<journey::Reached> reachedIn(const Session& session) {
  if (!session.walk()) return std::nullopt;
  const Walk& walk = *session.walk();
  const Dossier& dossier = *session.dossier();
  journey::Reached reached;
  reached.procedure = walk.procedure().id;
  reached.answers = journey::reachable(walk.procedure(), walk.answers(), walk.today());
  reached.fields = journey::fieldsOf(walk.procedure(), walk.answers(), walk.today());
  const auto request = dossier.request(walk.answers());
  for (const auto& document : request.value("documents", nlohmann::json::array()))
    reached.papers.push_back(document.value("kind", ""));
  const journey::Verdict verdict = dossier.verdict(walk.answers());
  reached.verdict = journey::toJson(verdict).value("verdict", "");
  for (const journey::Finding& finding : verdict.findings)
    reached.findings.push_back(finding.code);
  reached.end = endOf(session);
  return reached;
}

PanelNote noteOf(const Miss& miss, const config::Catalogue& catalogue, const Wording& wording) {
  const Words& words = wording.words();
  const auto ofProcedure = [&](const char* name) -> PanelNote {
    const QString named =
        miss.procedure == catalogue.reception().id
            ? QStringLiteral("practice.reception")
            : QStringLiteral("procedures.%1.name").arg(QString::fromStdString(miss.procedure));
    return {words.text(named), words.text(missKey(name))};
  };
  switch (miss.kind) {
    case Kind::NotOpened:
      return ofProcedure("not-opened");
    case Kind::TooLate:
      return ofProcedure("too-late");
    case Kind::NotWanted:
      return ofProcedure("not-wanted");
    case Kind::Answer:
      return answerNote(miss, catalogue, wording);
    case Kind::Paper:
      return {paperName(miss.subject, words), words.text(missKey("paper"))};
    case Kind::Verdict:
      return comparedNote(miss, "verdict", "verdicts", wording);
    case Kind::Finding:
      return {words.text(QStringLiteral("findings.") + QString::fromStdString(miss.subject) +
                         QStringLiteral(".title")),
              words.text(missKey("finding"))};
    case Kind::End:
      return comparedNote(miss, "end", "ends", wording);
  }
  return {};
}

}  // namespace session
