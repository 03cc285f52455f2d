// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/answers.h"
#include "kiosk/journey/date.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/route.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace session {

// Where one person is in a procedure, and everything they answered or typed. Free of Qt and of
// time. The route is recomputed from the answers each time; the only position kept is the step on
// screen. Nothing typed is ever dropped: not by going back, not by a breach, not by a detour.
class Walk {
 public:
  // Whether these answers may pass the officer's look: no refusal is left in their verdict.
  using Gate = std::function<bool(const journey::Answers&)>;

  // `procedure` outlives the walk.
  Walk(const journey::Procedure& procedure, journey::Date today, Gate mayPass);

  [[nodiscard]] const journey::Procedure& procedure() const { return m_procedure; }
  [[nodiscard]] journey::Date today() const { return m_today; }
  [[nodiscard]] const journey::Answers& answers() const { return m_answers; }
  [[nodiscard]] journey::Route way() const;
  [[nodiscard]] const journey::Step& shown() const { return *m_shown; }
  [[nodiscard]] bool canGoBack() const;
  [[nodiscard]] bool changing() const { return m_returnTo != nullptr; }
  // What was typed at the step, exactly; "" when nothing was.
  [[nodiscard]] std::string typedAt(std::string_view stepId) const;
  // The breach of the last answer at the step on screen, a key under "problems."; "" when none.
  [[nodiscard]] const std::string& problem() const { return m_problem; }

  void keep(std::string typed);
  // Takes an answer of the step on screen and goes on, or tells the breach and stays.
  // True when the step was answered.
  bool answer(std::string_view text);
  bool dontKnow();
  bool leaveEmpty();
  // Confirms a step that asks nothing. The officer's look stays while it may not be passed.
  bool confirm();
  bool back();
  // To a step on the route, and back to the present one when it is answered. False when the way of
  // this person does not pass it.
  bool change(std::string_view stepId);
  // Back to the officer's look because what it said has changed. False when it was not passed.
  bool lookAgain();

 private:
  bool take(std::string_view value);
  void goOn();
  void comeBack();
  void show(const journey::Step* step);

  const journey::Procedure& m_procedure;
  journey::Date m_today;
  Gate m_mayPass;
  journey::Answers m_answers;
  std::map<std::string, std::string, std::less<>> m_typed;
  const journey::Step* m_shown;
  // While a change is under way: where to return, and the step it began with.
  const journey::Step* m_returnTo = nullptr;
  const journey::Step* m_changed = nullptr;
  std::string m_problem;
};

// A step that asks nothing and is confirmed with one press.
[[nodiscard]] bool isConfirmed(journey::AnswerKind kind);

}  // namespace session
