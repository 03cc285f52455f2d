// SPDX-License-Identifier: Apache-2.0
#include "visit.h"

#include "qml_types.h"
#include "qr_code.h"
#include "sheet_picture.h"
#include "speech.h"
#include "tap_area.h"

#include <QQmlEngine>

namespace session {
namespace {

agent::VisitEnd endOf(const Session& session) {
  if (!session.paper() || !session.printed()) return agent::VisitEnd::None;
  switch (session.paper()->kind) {
    case Paper::Kind::Sent:
      return agent::VisitEnd::Sent;
    case Paper::Kind::Kept:
      return agent::VisitEnd::Kept;
    case Paper::Kind::CallBack:
      return agent::VisitEnd::CallBack;
    default:
      return agent::VisitEnd::List;
  }
}

std::optional<nlohmann::json> textsOf(const Configuration& all, const std::string& language) {
  auto texts = loadCheckedTexts(all, language);
  if (texts) return std::move(*texts);
  qWarning("not offered: %s", texts.error().line().c_str());
  return std::nullopt;
}

}  // namespace

Visit::Visit(const Configuration& configuration, qreal pixelsPerMillimetre,
             const Surroundings& around)
    : Visit(configuration, pixelsPerMillimetre, around, nullptr) {}

Visit::Visit(const Configuration& configuration, qreal pixelsPerMillimetre, Rehearsal& rehearsal,
             const Moment& start)
    : Visit(configuration, pixelsPerMillimetre, rehearsal.surroundings(start),
            &rehearsal.exercise()) {}

Visit::Visit(const Configuration& configuration, qreal pixelsPerMillimetre,
             const Surroundings& around, const std::string* exercise)
    : m_siteWords(QString::fromStdString(configuration.kiosk.language), configuration.texts,
                  nullptr),
      m_words(m_siteWords, nullptr),
      m_languages(
          configuration.languages, m_words, m_siteWords,
          [&configuration](const std::string& code) { return textsOf(configuration, code); },
          nullptr),
      m_places(configuration.folder / "places", m_words, nullptr),
      m_look(pixelsPerMillimetre, nullptr),
      m_desk(configuration.kiosk, m_words, nullptr),
      m_agents(configuration.agents),
      m_session(
          {configuration.kiosk, configuration.catalogue, configuration.law, m_words, m_siteWords,
           around.store, around.vehicles, around.tray, around.book, m_agents, exercise != nullptr},
          nullptr),
      m_hands(m_session),
      m_panel(m_hands, around.door, around.book, m_agents, m_siteWords, nullptr),
      m_mandate(m_hands, m_panel, around.mandates, around.tray, configuration.kiosk, m_siteWords,
                m_words, nullptr),
      m_calling(configuration.kiosk, m_agents, m_desk, m_words, around.calls, around.line,
                {around.start.steady.count(), around.start.wall}, nullptr),
      m_looking(m_hands, around.line, around.book, m_agents, m_siteWords, m_words, nullptr),
      m_callBack(m_session, m_calling, around.deskKey, nullptr),
      m_summary(m_session, m_panel, nullptr),
      m_outcome(m_session, nullptr),
      m_practice(m_session, configuration, m_words, exercise, nullptr),
      m_speaker(
          m_words, [this] { return speech(); }, nullptr),
      m_tones(nullptr) {
  TapLimits limits;
  limits.pixelsPerMillimetre = pixelsPerMillimetre;
  TapArea::hand().setLimits(limits);
  // A call that the process before left open: whoever made it may still stand here.
  if (m_calling.open()) m_session.callAnswered();
  QObject::connect(&m_words, &Words::changed, &m_session, [this] { retell(); });
  QObject::connect(&m_session, &Session::leftAlone, &m_languages, &Languages::reset);
  // What comes by itself, a warning or an agent, is not to be hidden.
  QObject::connect(&m_session, &Session::overlayChanged, &m_languages, &Languages::stopChoosing);
  QObject::connect(&m_session, &Session::leftAlone, &m_look, &Look::reset);
  QObject::connect(&m_session, &Session::leftAlone, &m_speaker, &Speaker::reset);
  QObject::connect(&m_session, &Session::leftAlone, &m_tones, &Tones::reset);
  QObject::connect(&m_session, &Session::answered, &m_panel, &AgentPanel::answered);
  QObject::connect(&m_session, &Session::screenChanged, &m_panel, &AgentPanel::follow);
  QObject::connect(&m_session, &Session::screenChanged, &m_calling, [this] { follow(); });
  QObject::connect(&m_session, &Session::screenChanged, &m_looking, &Looking::follow);
  QObject::connect(&m_looking, &Looking::activeChanged, &m_calling, [this] { follow(); });
  QObject::connect(&m_looking, &Looking::taken, &m_session, &Session::answer);
  QObject::connect(&m_session, &Session::agentCalled, &m_calling, &Calling::call);
  QObject::connect(&m_session, &Session::ended, &m_panel, [this] { ended(); });
  QObject::connect(&m_session, &Session::ended, &m_practice, &Practice::ended);
  QObject::connect(&m_session, &Session::screenChanged, &m_practice, &Practice::follow);
  QObject::connect(&m_session, &Session::overlayChanged, &m_practice, &Practice::changed);
  QObject::connect(&m_practice, &Practice::changed, &m_speaker, [this] { readAloud(); });
  QObject::connect(&m_panel, &AgentPanel::opened, &m_session, [this] { agentCame(); });
  QObject::connect(&m_panel, &AgentPanel::left, &m_calling, [this](const QString& agent) {
    m_calling.caller().agentDone(agent.toStdString(), m_calling.now());
  });
  QObject::connect(&m_session, &Session::screenChanged, &m_mandate, &Mandate::follow);
  QObject::connect(&m_panel, &AgentPanel::changed, &m_mandate, &Mandate::follow);
  QObject::connect(&m_panel, &AgentPanel::left, &m_mandate, &Mandate::stop);
  QObject::connect(&m_calling, &Calling::changed, &m_speaker, [this] { readAloud(); });
  QObject::connect(&m_calling, &Calling::answered, &m_session, [this] {
    // Beside an open panel nobody needs to be told that the agent is there.
    if (m_panel.state() != AgentPanel::State::Open) m_session.callAnswered();
  });
  QObject::connect(&m_session, &Session::screenChanged, &m_speaker, [this] { readAloud(); });
  QObject::connect(&m_session, &Session::overlayChanged, &m_speaker, [this] { overlayChanged(); });
}

// Every text that is kept somewhere, told anew. The voice first: it does not go on in a language
// that is no longer on screen.
void Visit::retell() {
  m_speaker.stop();
  m_places.retell();
  m_desk.retell();
  m_looking.retell();
  emit m_callBack.changed();
  m_calling.retell(m_callBack.booked());
  emit m_mandate.changed();
  m_session.retell();
}

void Visit::publish(QQmlEngine& engine) {
  SessionSingleton::instance = &m_session;
  CallBackSingleton::instance = &m_callBack;
  CallingSingleton::instance = &m_calling;
  LookingSingleton::instance = &m_looking;
  PanelSingleton::instance = &m_panel;
  MandateSingleton::instance = &m_mandate;
  SummarySingleton::instance = &m_summary;
  OutcomeSingleton::instance = &m_outcome;
  PracticeSingleton::instance = &m_practice;
  DeskSingleton::instance = &m_desk;
  LookSingleton::instance = &m_look;
  ScreenWordsSingleton::instance = &m_words;
  SiteWordsSingleton::instance = &m_siteWords;
  LanguagesSingleton::instance = &m_languages;
  SpeakerSingleton::instance = &m_speaker;
  TonesSingleton::instance = &m_tones;
  PlacesSingleton::instance = &m_places;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.addImageProvider(QLatin1String(qrProviderName), new QrProvider);
  engine.addImageProvider(QLatin1String(sheetProviderName), new SheetProvider(m_session));
}

void Visit::tick(const Moment& now) {
  m_desk.tick(now.here.day, now.here.minute);
  m_calling.tick({now.steady.count(), now.wall}, now.here.minute);
  m_panel.tick(now.steady);
  m_mandate.tick(now);
  m_session.tick(now);
  m_practice.tick(now.steady);
}

void Visit::touched() {
  m_session.touched();
  m_practice.touched();
}

std::chrono::milliseconds Visit::tickInterval() const {
  return std::min(m_session.tickInterval(), m_calling.tickInterval());
}

// What the desk may know: that somebody is there, and the step they are at; or why nobody is
// served here.
void Visit::follow() {
  agent::Doing doing;
  const auto phase = m_session.phase();
  doing.somebody = phase != Session::Phase::Welcome && phase != Session::Phase::OutOfService;
  if (const std::string cause = m_session.outOfServiceCause(); !cause.empty()) {
    doing.step = "out-of-service." + cause;
  } else if (m_session.walk() && phase != Session::Phase::Done) {
    doing.step = m_session.walk()->shown().id;
    doing.chapter = m_session.progress().chapter;
    doing.chapters = m_session.progress().chapters;
  }
  if (m_session.walk()) doing.visit = m_looking.visitKey();
  if (m_looking.active()) doing.looking = m_looking.agent();
  m_calling.doing(doing);
}

void Visit::agentCame() {
  m_session.closeOverlay();
  m_calling.caller().agentHere(m_panel.agent(), m_calling.now());
}

void Visit::ended() {
  m_panel.close();
  m_looking.close();
  if (m_session.walk()) m_calling.endVisit(endOf(m_session));
}

void Visit::overlayChanged() {
  const auto shown = m_session.overlay();
  const bool mandate =
      shown == Session::Overlay::MandateSigning || shown == Session::Overlay::MandateNumber;
  if (!mandate) m_mandate.stop();
  if (m_session.overlay() == Session::Overlay::IdleWarning) m_tones.call();
  readAloud();
}

QString Visit::speech() const {
  if (m_practice.over()) return m_practice.spoken();
  const bool called = m_session.overlay() == Session::Overlay::Agent && !m_practice.active();
  return called ? m_calling.spoken() : speechOf(m_session);
}

void Visit::readAloud() {
  if (!m_look.sound() && !m_speaker.speaking()) return;
  const QString text = speech();
  if (text == m_lastRead) return;
  m_lastRead = text;
  // A voice that goes on about the screen before confuses more than silence.
  m_speaker.stop();
  if (m_look.sound()) m_speaker.listen();
}

}  // namespace session
