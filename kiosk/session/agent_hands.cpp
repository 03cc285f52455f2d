// SPDX-License-Identifier: Apache-2.0
#include "agent_hands.h"

#include "session.h"

namespace session {

bool AgentHands::jump(const QString& stepId) {
  const Walk* walk = m_session.walk();
  if (!walk || m_session.phase() == Session::Phase::Sending) return false;
  const journey::Step* step = walk->procedure().find(stepId.toStdString());
  if (!step || step->answer == journey::AnswerKind::Declare ||
      step->answer == journey::AnswerKind::Send) {
    return false;
  }
  m_session.change(stepId);
  return walk->shown().id == stepId.toStdString();
}

void AgentHands::giveTime() {
  m_session.stay();
}

void AgentHands::askToFill() {
  m_session.ask(Session::Overlay::FillingAsked);
}

void AgentHands::askToLook() {
  m_session.ask(Session::Overlay::LookingAsked);
}

void AgentHands::propose() {
  m_session.ask(Session::Overlay::Proposed);
}

bool AgentHands::askMandate() {
  m_session.ask(Session::Overlay::MandateSigning);
  return m_session.overlay() == Session::Overlay::MandateSigning;
}

bool AgentHands::askMandateNumber() {
  m_session.ask(Session::Overlay::MandateNumber);
  return m_session.overlay() == Session::Overlay::MandateNumber;
}

void AgentHands::personAway() {
  m_session.personAway();
}

bool AgentHands::personIsAway() const {
  return m_session.personIsAway();
}

void AgentHands::askNoMore() {
  switch (m_session.overlay()) {
    case Session::Overlay::FillingAsked:
    case Session::Overlay::LookingAsked:
    case Session::Overlay::Proposed:
    case Session::Overlay::MandateSigning:
    case Session::Overlay::MandateNumber:
      m_session.closeOverlay();
      break;
    default:
      break;
  }
}

std::string AgentHands::mirroredPhase() const {
  switch (m_session.phase()) {
    case Session::Phase::Question:
    case Session::Phase::Papers:
      return "question";
    case Session::Phase::OfficersLook:
      return "officers-look";
    case Session::Phase::Review:
      return "review";
    case Session::Phase::Cost:
      return "cost";
    case Session::Phase::Send:
      return "send";
    case Session::Phase::Sending:
      return "sending";
    case Session::Phase::Done:
      return "done";
    default:
      return "other";
  }
}

bool AgentHands::isUnderWay() const {
  switch (m_session.phase()) {
    case Session::Phase::Question:
    case Session::Phase::Papers:
    case Session::Phase::OfficersLook:
    case Session::Phase::Review:
    case Session::Phase::Cost:
    case Session::Phase::Send:
      return true;
    default:
      return false;
  }
}

const Walk* AgentHands::walk() const {
  return m_session.walk();
}

const Dossier* AgentHands::dossier() const {
  return m_session.dossier();
}

bool AgentHands::mayBeFilled() const {
  return m_session.phase() == Session::Phase::Question && walk() &&
         walk()->shown().answer != journey::AnswerKind::Declare;
}

}  // namespace session
