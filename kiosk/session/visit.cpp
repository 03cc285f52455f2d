// SPDX-License-Identifier: Apache-2.0
#include "visit.h"

#include "qml_types.h"
#include "qr_code.h"
#include "speech.h"
#include "tap_area.h"

#include <QQmlEngine>

namespace session {

Visit::Visit(const Configuration& configuration, qreal pixelsPerMillimetre,
             const Surroundings& around)
    : m_words(QString::fromStdString(configuration.kiosk.language), configuration.texts, nullptr),
      m_places(configuration.folder / "places", m_words, nullptr),
      m_look(pixelsPerMillimetre, nullptr),
      m_desk(configuration.kiosk, m_words, nullptr),
      m_session({configuration.kiosk, configuration.procedure, configuration.law, m_words,
                 around.store, around.vehicles, around.tray},
                nullptr),
      m_agents(configuration.agents),
      m_hands(m_session),
      m_panel(m_hands, around.door, around.book, m_agents, m_words, nullptr),
      m_summary(m_session, nullptr),
      m_outcome(m_session, nullptr),
      m_speaker(
          m_words.language(), [this] { return speechOf(m_session); }, nullptr),
      m_tones(nullptr) {
  TapLimits limits;
  limits.pixelsPerMillimetre = pixelsPerMillimetre;
  TapArea::hand().setLimits(limits);
  QObject::connect(&m_session, &Session::leftAlone, &m_look, &Look::reset);
  QObject::connect(&m_session, &Session::leftAlone, &m_speaker, &Speaker::reset);
  QObject::connect(&m_session, &Session::leftAlone, &m_tones, &Tones::reset);
  QObject::connect(&m_session, &Session::answered, &m_panel, &AgentPanel::answered);
  QObject::connect(&m_session, &Session::screenChanged, &m_panel, &AgentPanel::follow);
  QObject::connect(&m_session, &Session::ended, &m_panel, &AgentPanel::close);
  QObject::connect(&m_panel, &AgentPanel::opened, &m_session, &Session::closeOverlay);
  QObject::connect(&m_session, &Session::screenChanged, &m_speaker, [this] { readAloud(); });
  QObject::connect(&m_session, &Session::overlayChanged, &m_speaker, [this] { overlayChanged(); });
}

void Visit::publish(QQmlEngine& engine) {
  SessionSingleton::instance = &m_session;
  PanelSingleton::instance = &m_panel;
  SummarySingleton::instance = &m_summary;
  OutcomeSingleton::instance = &m_outcome;
  DeskSingleton::instance = &m_desk;
  LookSingleton::instance = &m_look;
  WordsSingleton::instance = &m_words;
  SpeakerSingleton::instance = &m_speaker;
  TonesSingleton::instance = &m_tones;
  PlacesSingleton::instance = &m_places;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.addImageProvider(QLatin1String(qrProviderName), new QrProvider);
}

void Visit::tick(const Moment& now) {
  m_desk.tick(now.here.day, now.here.minute);
  m_panel.tick(now.steady);
  m_session.tick(now);
}

void Visit::overlayChanged() {
  if (m_session.overlay() == Session::Overlay::IdleWarning) m_tones.call();
  readAloud();
}

void Visit::readAloud() {
  if (!m_look.sound() && !m_speaker.speaking()) return;
  const QString text = speechOf(m_session);
  if (text == m_lastRead) return;
  m_lastRead = text;
  // A voice that goes on about the screen before confuses more than silence.
  m_speaker.stop();
  if (m_look.sound()) m_speaker.listen();
}

}  // namespace session
