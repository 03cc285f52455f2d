// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "rig.h"

namespace screens_test {

// Answers question after question with plausible answers, trying at each choice what was tried
// least, until every step of the procedure was on screen.
class Walker {
 public:
  // Called once for each step (its text id, so that a repeated step counts once), on screen.
  using Seen = std::function<void(Rig&, const std::string& textId)>;

  explicit Walker(Seen seen) : m_seen(std::move(seen)) {}

  // One visit, from the welcome screen to where this way ends (a leaf, or the send screen).
  void walk(Rig& rig);
  [[nodiscard]] const std::set<std::string>& steps() const { return m_steps; }

 private:
  bool answer(session::Session& session, const session::StepView& step);
  [[nodiscard]] QString choose(const session::StepView& step);

  Seen m_seen;
  std::set<std::string> m_steps;
  std::map<std::string, int> m_tried;
};

}  // namespace screens_test
