// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "step_texts.h"
#include "wording.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace session {

using namespace std::chrono_literals;

Session::Session(const SessionParts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_presence(parts.config.patience),
      m_sending(parts.store, parts.config.sendWait),
      m_writer(parts.config, parts.words) {}

Session::Phase Session::phase() const {
  switch (m_stage) {
    case Stage::Welcome:
    case Stage::Ended:
      return Phase::Welcome;
    case Stage::Sending:
      return Phase::Sending;
    case Stage::Done:
      return Phase::Done;
    case Stage::OutOfService:
      return Phase::OutOfService;
    case Stage::Walking:
      break;
  }
  if (isHeldForPerson()) return Phase::Send;
  switch (m_walk->shown().answer) {
    case journey::AnswerKind::Papers:
      return Phase::Papers;
    case journey::AnswerKind::OfficersLook:
      return Phase::OfficersLook;
    case journey::AnswerKind::Review:
      return Phase::Review;
    case journey::AnswerKind::Cost:
      return Phase::Cost;
    case journey::AnswerKind::Send:
      return Phase::Send;
    default:
      return Phase::Question;
  }
}

StepView Session::step() const {
  return isWalking() ? stepView(*m_walk, Wording(m_parts.words)) : StepView();
}

ProgressView Session::progress() const {
  return isWalking() || m_stage == Stage::Sending ? progressView(*m_walk, m_parts.words)
                                                  : ProgressView();
}

bool Session::canGoBack() const {
  return isWalking() && m_walk->canGoBack();
}

Session::SentState Session::sentState() const {
  if (m_stage == Stage::Ended) return SentState::NothingStarted;
  if (m_parts.rehearsal) return SentState::NotSent;
  if (m_sending.state() != session::SentState::NothingStarted) {
    return static_cast<SentState>(m_sending.state());
  }
  return isWalking() ? SentState::NotSent : SentState::NothingStarted;
}

QString Session::sentLabel() const {
  if (m_parts.rehearsal && m_stage != Stage::Ended) {
    return m_parts.words.text(QStringLiteral("labels.nothing-sent"));
  }
  switch (sentState()) {
    case SentState::NothingStarted:
      return m_parts.words.text(QStringLiteral("labels.nothing-started"));
    case SentState::NotSent:
      return m_parts.words.text(QStringLiteral("labels.not-sent"));
    case SentState::Leaving:
      return m_parts.words.text(QStringLiteral("labels.leaving"));
    case SentState::Sent:
      return m_parts.words.text(QStringLiteral("labels.sent"));
    case SentState::Kept:
      return m_parts.words.text(QStringLiteral("labels.kept"));
  }
  return {};
}

void Session::begin() {
  if (m_stage != Stage::Welcome) return;
  if (const auto trouble = m_parts.store.troubleNow()) {
    putOutOfService(*trouble);
    return;
  }
  if (!m_parts.law.tariff.mayBeUsed(m_now.here.day)) {
    putOutOfService({StoreTrouble::Kind::Tariff, "the tariff has ended"});
    return;
  }
  m_walk.emplace(m_parts.catalogue, m_now.here.day,
                 [this](const journey::Answers& answers) { return m_dossier->mayBeSent(answers); });
  m_dossier.emplace(*m_walk, m_parts.law);
  m_presence.touched(m_now.steady);
  enter(Stage::Walking);
}

void Session::putOutOfService(const StoreTrouble& trouble) {
  if (m_stage != Stage::Welcome && m_stage != Stage::OutOfService) return;
  m_cause = trouble.kind;
  qWarning("out of service (%s): %s", causeKey(trouble.kind), trouble.detail.c_str());
  tell(QStringLiteral("screens.out-of-service.cause"));
  enter(Stage::OutOfService);
}

std::string Session::outOfServiceCause() const {
  return m_stage == Stage::OutOfService && m_cause ? causeKey(*m_cause) : "";
}

void Session::keep(const QString& text) {
  if (!isWalking()) return;
  touched();
  m_walk->keep(text.toStdString());
}

void Session::personAway() {
  if (!isWalking()) return;
  m_personIsAway = true;
  emit screenChanged();
}

bool Session::isHeldForPerson() const {
  if (!isWalking() || !m_personIsAway) return false;
  const auto asked = m_walk->shown().answer;
  return asked == journey::AnswerKind::Declare || asked == journey::AnswerKind::Send;
}

void Session::answer(const QString& text) {
  if (!isWalking() || isHeldForPerson()) return;
  const QString at = QString::fromStdString(m_walk->shown().id);
  taken(at, m_walk->answer(text.toStdString()));
}

void Session::dontKnow() {
  if (!isWalking()) return;
  const QString at = QString::fromStdString(m_walk->shown().id);
  taken(at, m_walk->dontKnow());
}

void Session::leaveEmpty() {
  if (!isWalking()) return;
  const QString at = QString::fromStdString(m_walk->shown().id);
  taken(at, m_walk->leaveEmpty());
}

void Session::back() {
  if (isWalking()) walked(m_walk->back());
}

void Session::change(const QString& stepId) {
  if (!isWalking()) return;
  m_changedStep = stepId;
  walked(m_walk->change(stepId.toStdString()));
}

void Session::next() {
  if (isWalking() && !isHeldForPerson()) walked(m_walk->confirm());
}

QString Session::nextProcedure() const {
  const std::string id = m_walk ? m_walk->nextProcedure() : std::string();
  return id.empty() ? QString() : Wording(m_parts.words).procedure(id);
}

void Session::beginNextProcedure() {
  if (m_stage != Stage::Done || m_walk->nextProcedure().empty()) return;
  touched();
  m_sending.startAnother();
  m_paper.reset();
  m_printed = false;
  m_changedStep.clear();
  m_walk->beginNextProcedure();
  m_asked.reset();
  lookUpVehicle();
  emit paperChanged();
  enter(Stage::Walking);
}

void Session::explain(const QString& code) {
  if (!isWalking() || !journey::isExplainable(code.toStdString())) return;
  m_explainedCode = code;
  emit screenChanged();
  show(Overlay::Explaining);
}

void Session::explainWith(const QString& reason) {
  if (!isWalking() || m_explainedCode.isEmpty()) return;
  touched();
  const std::string code = m_explainedCode.toStdString();
  if (reason.isEmpty()) {
    m_walk->takeBackExplanation(code);
  } else {
    const QString key = QStringLiteral("findings.%1.reasons.%2").arg(m_explainedCode, reason);
    const QString text = m_parts.siteWords.optionalText(key);
    if (text.isEmpty()) return;
    m_walk->explain(code, {reason.toStdString(), text.toStdString()});
  }
  show(Overlay::NoOverlay);
  emit screenChanged();
}

void Session::walked(bool moved) {
  touched();
  if (moved) {
    show(Overlay::NoOverlay);
    tell(QString());
    lookUpVehicle();
  }
  emit screenChanged();
}

void Session::taken(const QString& stepId, bool moved) {
  if (moved) emit answered(stepId);
  walked(moved);
}

void Session::lookUpVehicle() {
  const auto query = vehicleQuery(m_dossier->request(m_walk->answers()));
  if (query == m_asked) return;
  m_asked = query;
  m_dossier->learn(std::nullopt);
  if (!query) return;
  m_parts.vehicles.ask(*query,
                       [this, asked = *query](auto facts) { learn(asked, std::move(facts)); });
}

void Session::learn(const VehicleQuery& query, std::optional<journey::RegisterFacts> facts) {
  // An answer about a plate that was changed meanwhile is not about this vehicle.
  if (!isWalking() || m_asked != query) return;
  m_dossier->learn(std::move(facts));
  emit screenChanged();
}

void Session::touched() {
  m_presence.touched(m_now.steady);
}

void Session::enter(Stage stage) {
  m_stage = stage;
  emit screenChanged();
  emit tickIntervalChanged();
}

void Session::show(Overlay overlay) {
  if (m_overlay == overlay) return;
  m_overlay = overlay;
  emit overlayChanged();
}

QString Session::trouble() const {
  if (m_trouble.isEmpty()) return {};
  QHash<QString, QString> values;
  if (m_cause) {
    const QString cause = QLatin1String(causeKey(*m_cause));
    values[QStringLiteral("cause")] =
        m_parts.words.text(QStringLiteral("screens.out-of-service.causes.") + cause);
  }
  return m_parts.words.filled(m_trouble, values);
}

void Session::retell() {
  // The paper that is out stays as it is; the screen tells the same in the new words.
  if (m_stage == Stage::Done) {
    m_paper = withActs(m_writer.outcome(*m_walk, *m_dossier, m_sending, m_now.here));
  }
  emit screenChanged();
  emit troubleChanged();
  emit paperChanged();
}

void Session::tell(const QString& trouble) {
  if (m_trouble == trouble) return;
  m_trouble = trouble;
  emit troubleChanged();
}

}  // namespace session
