// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/config/catalogue.h"
#include "kiosk/journey/answers.h"
#include "kiosk/journey/date.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/route.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace session {

// Why a point that the machine finds is right all the same.
struct Explanation {
  std::string reason;  // id, under "reasons" of the finding's texts
  std::string text;    // its words in the language of the house: the centre reads them
};
using Explanations = std::map<std::string, Explanation, std::less<>>;

// Where one person is between the reception and the end of a procedure, and everything they
// answered or typed. Free of Qt and of time. The route is recomputed from the answers each time,
// and so is the procedure that the reception opens; the only position kept is the step on screen.
// Nothing typed is ever dropped: not by going back, not by a breach, not by a detour, not by
// another procedure.
class Walk {
 public:
  // Whether these answers may pass the officer's look: no refusal is left in their verdict.
  using Gate = std::function<bool(const journey::Answers&)>;

  // `catalogue` outlives the walk.
  Walk(const config::Catalogue& catalogue, journey::Date today, Gate mayPass);

  // The reception with the procedure that it opened behind it; the reception alone before that.
  [[nodiscard]] const journey::Procedure& procedure() const { return *m_procedure; }
  // The reception opened one that cannot be used (its file is broken): only an agent can help.
  [[nodiscard]] bool isShut() const;
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
  // What the person says of a finding where the machine may be wrong, by its code.
  void explain(std::string code, Explanation explanation);
  void takeBackExplanation(std::string_view code);
  [[nodiscard]] const Explanations& explanations() const { return m_explanations; }
  // The procedure that the reception opened after this one, "" when this is the last.
  [[nodiscard]] std::string nextProcedure() const;
  // Goes on with it: what it shares with the one before is not asked again.
  void beginNextProcedure();

 private:
  // The procedures that the answers at the reception open, in their order.
  [[nodiscard]] std::vector<std::string> opened() const;
  // Takes the procedure that the answers now lead to.
  void follow();
  bool take(std::string_view value);
  void goOn();
  void comeBack();
  void show(const journey::Step* step);

  const config::Catalogue& m_catalogue;
  const journey::Procedure* m_procedure;
  // Which of the opened procedures this is.
  std::size_t m_turn = 0;
  // What the procedure before asked: passed over on the way on, seen on the way back.
  std::set<std::string, std::less<>> m_askedBefore;
  journey::Date m_today;
  Gate m_mayPass;
  journey::Answers m_answers;
  std::map<std::string, std::string, std::less<>> m_typed;
  Explanations m_explanations;
  const journey::Step* m_shown;
  // While a change is under way: where to return, and the step it began with.
  const journey::Step* m_returnTo = nullptr;
  const journey::Step* m_changed = nullptr;
  std::string m_problem;
};

// A step that asks nothing and is confirmed with one press.
[[nodiscard]] bool isConfirmed(journey::AnswerKind kind);

}  // namespace session
