// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier.h"
#include "walk.h"

#include <QString>

#include <string>

namespace session {

class Session;

// All that an agent may do to a visit. The hand stays with the person: there is no way here to
// send, to pay, to declare on honour, to answer or to end, so that no button, command or message
// for agents can be made to do it (tests/session/no_agent_sends.py shows that it does not compile).
// Lives in the GUI thread; the session outlives it.
class AgentHands {
 public:
  explicit AgentHands(Session& session) : m_session(session) {}

  // Shows a step that the person has already come past, or is at. False when it is not on their
  // way, or holds a gesture that is the person's own (a declaration, the sending).
  bool jump(const QString& stepId);
  // The person is not asked whether they are still there for as long again.
  void giveTime();
  // Asks on the person's own screen, in large letters, whether the agent may fill in.
  void askToFill();
  // The same for looking at the screen from the desk.
  void askToLook();
  // Shows a value that the agent proposes, for the person to take or not.
  void propose();
  // Reads and signs a mandate there; asks the agent for the number of one. False when the screen
  // has no room for it now.
  bool askMandate();
  bool askMandateNumber();
  // The person of this visit is not there: nothing of it can be sent or declared any more.
  void personAway();
  [[nodiscard]] bool personIsAway() const;
  // Takes such a question away again.
  void askNoMore();

  // What the person has answered, to be shown and never changed. Null before they began.
  [[nodiscard]] const Walk* walk() const;
  [[nodiscard]] const Dossier* dossier() const;
  // The screen in a word of guide-from-kiosk.schema.json: "question", "review"…
  [[nodiscard]] std::string mirroredPhase() const;
  // A visit is under way and not at its sending or its end.
  [[nodiscard]] bool isUnderWay() const;
  // A step at which an agent may fill in at the person's request: no declaration, no look, no
  // review, no cost, no sending.
  [[nodiscard]] bool mayBeFilled() const;

 private:
  Session& m_session;
};

}  // namespace session
