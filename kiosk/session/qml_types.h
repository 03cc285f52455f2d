// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent_panel.h"
#include "call_back.h"
#include "calling.h"
#include "desk.h"
#include "languages.h"
#include "look.h"
#include "looking.h"
#include "mandate.h"
#include "outcome.h"
#include "places.h"
#include "practice.h"
#include "session.h"
#include "speaker.h"
#include "summary.h"
#include "tones.h"
#include "words.h"

#include <qqml.h>
#include <QJSEngine>

// The objects of one visit as typed QML singletons. The instances are made and owned by C++ and set
// here before the first QML file is loaded. Foreign wrappers, because a QML_SINGLETON that the
// engine could construct by itself would be built twice (Qt 6.4 then ignores create()).
namespace session {

template <class Type>
struct Instance {
  inline static Type* instance = nullptr;
  static Type* create(QQmlEngine*, QJSEngine*) {
    Q_ASSERT(instance);
    QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
    return instance;
  }
};

struct SessionSingleton : Instance<Session> {
  Q_GADGET
  QML_FOREIGN(session::Session)
  QML_NAMED_ELEMENT(Session)
  QML_SINGLETON
};

struct SummarySingleton : Instance<Summary> {
  Q_GADGET
  QML_FOREIGN(session::Summary)
  QML_NAMED_ELEMENT(Summary)
  QML_SINGLETON
};

struct OutcomeSingleton : Instance<Outcome> {
  Q_GADGET
  QML_FOREIGN(session::Outcome)
  QML_NAMED_ELEMENT(Outcome)
  QML_SINGLETON
};

struct PracticeSingleton : Instance<Practice> {
  Q_GADGET
  QML_FOREIGN(session::Practice)
  QML_NAMED_ELEMENT(Practice)
  QML_SINGLETON
};

struct DeskSingleton : Instance<Desk> {
  Q_GADGET
  QML_FOREIGN(session::Desk)
  QML_NAMED_ELEMENT(Desk)
  QML_SINGLETON
};

struct PanelSingleton : Instance<AgentPanel> {
  Q_GADGET
  QML_FOREIGN(session::AgentPanel)
  QML_NAMED_ELEMENT(Panel)
  QML_SINGLETON
};

struct MandateSingleton : Instance<Mandate> {
  Q_GADGET
  QML_FOREIGN(session::Mandate)
  QML_NAMED_ELEMENT(Mandate)
  QML_SINGLETON
};

struct CallingSingleton : Instance<Calling> {
  Q_GADGET
  QML_FOREIGN(session::Calling)
  QML_NAMED_ELEMENT(Calling)
  QML_SINGLETON
};

struct CallBackSingleton : Instance<CallBack> {
  Q_GADGET
  QML_FOREIGN(session::CallBack)
  QML_NAMED_ELEMENT(CallBack)
  QML_SINGLETON
};

struct LookSingleton : Instance<Look> {
  Q_GADGET
  QML_FOREIGN(session::Look)
  QML_NAMED_ELEMENT(Look)
  QML_SINGLETON
};

struct LookingSingleton : Instance<Looking> {
  Q_GADGET
  QML_FOREIGN(session::Looking)
  QML_NAMED_ELEMENT(Looking)
  QML_SINGLETON
};

// Of the screen; qml/Words.qml gives its texts.
struct ScreenWordsSingleton : Instance<Words> {
  Q_GADGET
  QML_FOREIGN(session::Words)
  QML_NAMED_ELEMENT(ScreenWords)
  QML_SINGLETON
};

struct SiteWordsSingleton : Instance<SiteWords> {
  Q_GADGET
  QML_FOREIGN(session::SiteWords)
  QML_NAMED_ELEMENT(SiteWords)
  QML_SINGLETON
};

struct LanguagesSingleton : Instance<Languages> {
  Q_GADGET
  QML_FOREIGN(session::Languages)
  QML_NAMED_ELEMENT(Languages)
  QML_SINGLETON
};

struct SpeakerSingleton : Instance<Speaker> {
  Q_GADGET
  QML_FOREIGN(session::Speaker)
  QML_NAMED_ELEMENT(Speaker)
  QML_SINGLETON
};

struct TonesSingleton : Instance<Tones> {
  Q_GADGET
  QML_FOREIGN(session::Tones)
  QML_NAMED_ELEMENT(Tones)
  QML_SINGLETON
};

struct PlacesSingleton : Instance<Places> {
  Q_GADGET
  QML_FOREIGN(session::Places)
  QML_NAMED_ELEMENT(Places)
  QML_SINGLETON
};

}  // namespace session
