// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent_panel.h"
#include "agents.h"
#include "call_back.h"
#include "calling.h"
#include "configuration.h"
#include "desk.h"
#include "languages.h"
#include "look.h"
#include "looking.h"
#include "mandate.h"
#include "outcome.h"
#include "places.h"
#include "practice.h"
#include "rehearsal.h"
#include "session.h"
#include "speaker.h"
#include "summary.h"
#include "surroundings.h"
#include "tones.h"
#include "words.h"

class QQmlEngine;

namespace session {

// All objects of one visit, made once, top to bottom. Tests use the same with
// surroundings of their own. What is borrowed outlives it.
class Visit {
 public:
  Visit(const Configuration& configuration, qreal pixelsPerMillimetre,
        const Surroundings& surroundings);
  // A dress rehearsal or an exercise: in its own world alone.
  Visit(const Configuration& configuration, qreal pixelsPerMillimetre, Rehearsal& rehearsal,
        const Moment& start);
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  // Makes the objects known to QML as the singletons of Kiosk.Session, before any file is loaded.
  void publish(QQmlEngine& engine);
  void tick(const Moment& now);
  // Any press or key.
  void touched();
  // How often it wants to be ticked now.
  [[nodiscard]] std::chrono::milliseconds tickInterval() const;

  [[nodiscard]] Session& session() { return m_session; }
  [[nodiscard]] Calling& calling() { return m_calling; }
  [[nodiscard]] CallBack& callBack() { return m_callBack; }
  [[nodiscard]] Looking& looking() { return m_looking; }
  [[nodiscard]] AgentPanel& panel() { return m_panel; }
  [[nodiscard]] Mandate& mandate() { return m_mandate; }
  [[nodiscard]] Summary& summary() { return m_summary; }
  [[nodiscard]] Practice& practice() { return m_practice; }
  [[nodiscard]] Outcome& outcome() { return m_outcome; }
  [[nodiscard]] Look& look() { return m_look; }
  [[nodiscard]] Desk& desk() { return m_desk; }
  [[nodiscard]] Languages& languages() { return m_languages; }
  [[nodiscard]] Words& words() { return m_words; }
  [[nodiscard]] Places& places() { return m_places; }
  [[nodiscard]] Speaker& speaker() { return m_speaker; }
  [[nodiscard]] Tones& tones() { return m_tones; }

 private:
  // `exercise`: of a rehearsal, null in a real visit.
  Visit(const Configuration& configuration, qreal pixelsPerMillimetre,
        const Surroundings& surroundings, const std::string* exercise);
  [[nodiscard]] QString speech() const;
  void readAloud();
  void overlayChanged();
  void follow();
  void agentCame();
  void ended();
  void retell();

  // Those of the house, for its agents; and those of the screen, which the person chooses.
  SiteWords m_siteWords;
  Words m_words;
  Languages m_languages;
  Places m_places;
  Look m_look;
  Desk m_desk;
  Agents m_agents;
  Session m_session;
  AgentHands m_hands;
  AgentPanel m_panel;
  Mandate m_mandate;
  Calling m_calling;
  Looking m_looking;
  CallBack m_callBack;
  Summary m_summary;
  Outcome m_outcome;
  Practice m_practice;
  Speaker m_speaker;
  Tones m_tones;
  QString m_lastRead;
};

}  // namespace session
