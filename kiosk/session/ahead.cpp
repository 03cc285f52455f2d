// SPDX-License-Identifier: Apache-2.0
#include "ahead.h"

#include <algorithm>

namespace session {
namespace {

void add(const Walk& walk, const Dossier& dossier, Ahead& ahead) {
  const journey::Answers& answers = walk.answers();
  for (const std::string& kind : dossier.papersNeeded(answers)) {
    const bool known = std::any_of(ahead.papers.begin(), ahead.papers.end(),
                                   [&](const Ahead::Paper& paper) { return paper.kind == kind; });
    if (!known) ahead.papers.push_back({kind, dossier.wordsOfPaper(kind, answers)});
  }
  ahead.prices.push_back({walk.procedure().id, dossier.outlook(answers)});
  ahead.minutes += walk.procedure().minutes;
}

}  // namespace

Ahead aheadOf(const Walk& walk, const Dossier& dossier) {
  Ahead ahead;
  add(walk, dossier, ahead);
  Walk next = walk;
  while (!next.nextProcedure().empty()) {
    const std::string wanted = next.nextProcedure();
    next.beginNextProcedure();
    // One whose file is broken is an agent's: there is nothing to say of it ahead.
    if (next.procedure().id == wanted) add(next, dossier.of(next), ahead);
  }
  return ahead;
}

}  // namespace session
