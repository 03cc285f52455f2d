// SPDX-License-Identifier: Apache-2.0
#include "agent_reasons.h"

#include <algorithm>
#include <array>

namespace session {
namespace {

std::string ofField(const std::string& field) {
  constexpr std::string_view documents = "documents[";
  if (field.rfind(documents, 0) == 0) {
    return field.substr(documents.size(), field.find(']') - documents.size());
  }
  constexpr std::array<std::pair<std::string_view, const char*>, 18> blocks = {{
      {"holder.address", "address"},
      {"holder", "holder"},
      {"vehicle", "vehicle"},
      {"transfer", "transfer"},
      {"coHolders", "co-holders"},
      {"declarations", "declarations"},
      {"nameChange", "name-change"},
      {"coHolderChange", "co-holder-change"},
      {"death", "death"},
      {"inheritance", "inheritance"},
      {"withdrawal", "withdrawal"},
      {"correction", "correction"},
      {"loss", "loss"},
      {"move", "move"},
      {"buyer", "buyer"},
      {"guardian", "guardian"},
      {"import", "import"},
      {"answer", "answer"},
  }};
  for (const auto& [start, block] : blocks) {
    if (field.rfind(start, 0) == 0) return block;
  }
  return {};
}

PanelRow chapterRow(const std::string& chapter, const Words& words) {
  PanelRow row;
  row.question = words.text(QStringLiteral("chapters.") + QString::fromStdString(chapter));
  row.state = QStringLiteral("ahead");
  return row;
}

}  // namespace

QString questionOf(const journey::Step& step, const Wording& wording,
                   const journey::Answers& passed) {
  const QString brief = wording.ofStep(step, QStringLiteral("short"), passed);
  return brief.isEmpty() ? wording.ofStep(step, QStringLiteral("title"), passed) : brief;
}

std::string subjectOf(const journey::Step& step) {
  if (const std::string subject = ofField(step.field); !subject.empty()) return subject;
  for (const auto& [answer, settings] : step.sets) {
    for (const journey::FieldSetting& setting : settings) {
      if (const std::string subject = ofField(setting.field); !subject.empty()) return subject;
    }
  }
  return step.chapter;
}

QList<PanelNote> reasonsOf(const journey::Step& step, const Words& words) {
  QList<PanelNote> notes;
  const auto add = [&](const char* title, const QString& text) {
    if (text.isEmpty()) return;
    notes.append({words.text(QStringLiteral("panel.reasons.") + QLatin1String(title)), text});
  };
  const QString why = QStringLiteral("steps.") + QString::fromStdString(step.textId);
  const QString rule = QStringLiteral("rules.") + QString::fromStdString(subjectOf(step));
  add("why", words.optionalText(why + QStringLiteral(".why")));
  add("rule", words.optionalText(rule + QStringLiteral(".rule")));
  add("source", words.optionalText(rule + QStringLiteral(".source")));
  return notes;
}

QList<PanelRow> panelRows(const Walk& walk, const Wording& wording) {
  QList<PanelRow> rows;
  const journey::Answers passed =
      journey::reachable(walk.procedure(), walk.answers(), walk.today());
  const journey::Route way = walk.way();
  for (const journey::Step* step : way.steps) {
    PanelRow row;
    row.stepId = QString::fromStdString(step->id);
    row.question = questionOf(*step, wording, passed);
    const bool answered = passed.find(step->id) != passed.end();
    row.state = step == &walk.shown() ? QStringLiteral("here")
                : answered            ? QStringLiteral("done")
                                      : QStringLiteral("missing");
    rows.append(row);
  }
  const auto& chapters = walk.procedure().chapters;
  auto ahead = std::find(chapters.begin(), chapters.end(), way.current().chapter);
  if (ahead == chapters.end() || !way.current().leadsTo.empty()) return rows;
  for (++ahead; ahead != chapters.end(); ++ahead)
    rows.append(chapterRow(*ahead, wording.words()));
  return rows;
}

}  // namespace session
