// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

#include "agent_panel.h"
#include "ahead.h"
#include "findings.h"
#include "session.h"

#include <algorithm>

namespace session {
namespace {

const char* kindKey(journey::Verdict::Kind kind) {
  switch (kind) {
    case journey::Verdict::Kind::Ready:
      return "ready";
    case journey::Verdict::Kind::ReadyBut:
      return "ready-but";
    default:
      return "not-yet";
  }
}

}  // namespace

Summary::Summary(const Session& session, const AgentPanel& panel, QObject* parent)
    : QObject(parent), m_session(session), m_panel(panel) {
  connect(&session, &Session::screenChanged, this, [this] {
    m_rows.reset();
    emit changed();
  });
}

QList<ReviewRow> Summary::reviewRows() const {
  if (!m_session.walk()) return {};
  if (!m_rows) {
    m_rows = session::reviewRows(*m_session.walk(), Wording(m_session.parts().words));
    for (ReviewRow& row : *m_rows)
      row.heading = headingOf(row);
  }
  return *m_rows;
}

QString Summary::headingOf(const ReviewRow& row) const {
  const Words& words = m_session.parts().words;
  QStringList parts{row.question};
  if (row.stepId == m_session.changedStep()) {
    parts.append(words.text(QStringLiteral("labels.changed")));
  }
  // An answer that an agent filled in says so until it is sent.
  const QString agent = m_panel.filledBy(row.stepId);
  if (!agent.isEmpty()) {
    parts.append(
        words.filled(QStringLiteral("labels.filled-by"), {{QStringLiteral("name"), agent}}));
  }
  return parts.join(QStringLiteral(" · "));
}

QList<FindingRow> Summary::findings() const {
  if (!m_session.walk()) return {};
  return findingRows(*m_session.walk(), *m_session.dossier(), Wording(m_session.parts().words));
}

QString Summary::verdictKind() const {
  if (!m_session.walk()) return {};
  return QLatin1String(kindKey(m_session.dossier()->verdict(m_session.walk()->answers()).kind));
}

QString Summary::verdictTitle() const {
  const QString key = QStringLiteral("screens.officers-look.") + verdictKind();
  if (!m_session.walk()) return {};
  const auto refusals = refusalCount();
  if (refusals < 2) return m_session.parts().words.text(key + QStringLiteral(".title"));
  return m_session.parts().words.filled(key + QStringLiteral(".title-many"),
                                        {{QStringLiteral("count"), QString::number(refusals)}});
}

QString Summary::verdictHelp() const {
  const QString key = QStringLiteral("screens.officers-look.") + verdictKind();
  if (!m_session.walk()) return {};
  return m_session.parts().words.text(
      key + (refusalCount() < 2 ? QStringLiteral(".help") : QStringLiteral(".help-many")));
}

qsizetype Summary::refusalCount() const {
  const auto verdict = m_session.dossier()->verdict(m_session.walk()->answers());
  return std::count_if(verdict.findings.begin(), verdict.findings.end(), [](const auto& finding) {
    return finding.severity == journey::Severity::Refusal;
  });
}

QList<CostRow> Summary::costRows() const {
  QList<CostRow> rows;
  if (!m_session.walk()) return rows;
  const Words& words = m_session.parts().words;
  const auto cost = m_session.dossier()->cost(m_session.walk()->answers());
  if (!cost) return rows;
  for (const journey::CostLine& line : cost->lines) {
    if (line.cents == 0) continue;
    // "Y.1" is "Y1" in the texts: a point would part the key.
    const QString key = QStringLiteral("costs.") + QString::fromStdString(line.code).remove(u'.');
    rows.append({words.text(key + QStringLiteral(".label")), Wording(words).amount(line.cents),
                 words.text(key + QStringLiteral(".why"))});
  }
  return rows;
}

QString Summary::total() const {
  if (!m_session.walk()) return {};
  const auto cost = m_session.dossier()->cost(m_session.walk()->answers());
  return cost ? Wording(m_session.parts().words).amount(cost->totalCents) : QString();
}

QString Summary::costNote() const {
  if (!m_session.walk()) return {};
  const Words& words = m_session.parts().words;
  const journey::Answers& answers = m_session.walk()->answers();
  const auto cost = m_session.dossier()->cost(answers);
  const Wording wording(words);
  const QString sentence = wording.costSentence(cost, m_session.dossier()->outlook(answers));
  if (!cost || !cost->asOf) return sentence;
  return sentence + u' ' +
         words.filled(QStringLiteral("screens.cost.as-of"),
                      {{QStringLiteral("date"), wording.date(*cost->asOf)}}) +
         u' ' +
         words.filled(QStringLiteral("screens.cost.sources"),
                      {{QStringLiteral("sources"), QString::fromStdString(cost->sources)}});
}

QList<PaperRow> Summary::papersNeeded() const {
  QList<PaperRow> rows;
  if (!m_session.walk()) return rows;
  const Words& words = m_session.parts().words;
  for (const Ahead::Paper& paper : aheadOf(*m_session.walk(), *m_session.dossier()).papers) {
    const QString key = QStringLiteral("documents.") + QString::fromStdString(paper.words);
    rows.append({words.text(key + QStringLiteral(".name")),
                 words.optionalText(key + QStringLiteral(".where")), drawingOf(paper.kind)});
  }
  return rows;
}

QStringList Summary::costsAhead() const {
  QStringList all;
  if (!m_session.walk()) return all;
  const Wording wording(m_session.parts().words);
  const std::vector<Ahead::Price> prices = aheadOf(*m_session.walk(), *m_session.dossier()).prices;
  for (const Ahead::Price& price : prices) {
    // Which one is only a question where there are several.
    all.append(prices.size() > 1 ? wording.costAhead(price.procedure, price.outlook)
                                 : wording.costAhead(price.outlook));
  }
  return all;
}

QString Summary::timeAhead() const {
  if (!m_session.walk()) return {};
  const int minutes = aheadOf(*m_session.walk(), *m_session.dossier()).minutes;
  return m_session.parts().words.filled(QStringLiteral("screens.papers.time"),
                                        {{QStringLiteral("minutes"), QString::number(minutes)}});
}

FindingRow Summary::explained() const {
  for (const FindingRow& row : findings()) {
    if (row.code == m_session.explainedCode()) return row;
  }
  return {};
}

QList<OptionView> Summary::explanations() const {
  QList<OptionView> options;
  const Words& words = m_session.parts().words;
  const QString key =
      QStringLiteral("findings.") + m_session.explainedCode() + QStringLiteral(".reasons");
  for (const QString& id : words.under(key)) {
    OptionView option;
    option.id = id;
    option.label = words.text(key + u'.' + id);
    option.chosen = id == explained().reason;
    options.append(option);
  }
  return options;
}

}  // namespace session
