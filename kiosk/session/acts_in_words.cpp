// SPDX-License-Identifier: Apache-2.0
#include "acts_in_words.h"

#include "agent_reasons.h"

#include <algorithm>

namespace session {
namespace {

QString keyOf(const agent::Fact& fact) {
  const auto word = agent::wordOf(fact.kind);
  QString key = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
  if (fact.kind == agent::ActKind::Suggested) {
    key += fact.accepted ? QStringLiteral("-taken") : QStringLiteral("-refused");
  }
  return key;
}

QString stepInWords(const agent::Fact& fact, const Walk& walk, const Wording& wording) {
  if (fact.subject != agent::Subject::Step) return {};
  const journey::Step* step = walk.procedure().find(fact.id);
  if (!step) return {};
  return questionOf(*step, wording,
                    journey::reachable(walk.procedure(), walk.answers(), walk.today()));
}

}  // namespace

Paper::Section actsInWords(const std::vector<agent::Fact>& facts, const Walk& walk,
                           const Agents& agents, const Wording& wording) {
  Paper::Section section;
  if (facts.empty()) return section;
  const Words& words = wording.words();
  // A man alone has his own title; else the form of most desks.
  const bool his = std::all_of(facts.begin(), facts.end(), [&](const agent::Fact& fact) {
    return agents.formOf(fact.agent) == QLatin1String("he");
  });
  section.title =
      words.text(his ? QStringLiteral("paper.acts.title-he") : QStringLiteral("paper.acts.title"));
  for (const agent::Fact& fact : facts) {
    section.lines.append(
        {words.filled(QStringLiteral("paper.acts.") + keyOf(fact),
                      {{QStringLiteral("name"), agents.nameOf(fact.agent)},
                       {QStringLiteral("step"), stepInWords(fact, walk, wording)}}),
         {},
         {},
         {}});
  }
  section.sentences.append(words.text(QStringLiteral("paper.acts.kept")));
  return section;
}

}  // namespace session
