// SPDX-License-Identifier: Apache-2.0
// Time, help and the ends of a visit: every one of them puts a paper in the person's hand.
#include "session.h"

#include "acts_in_words.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace session {

using namespace std::chrono_literals;

std::chrono::milliseconds Session::tickInterval() const {
  switch (m_stage) {
    case Stage::Walking:
    case Stage::Done:
      return 1s;
    case Stage::Sending:
      return 250ms;
    case Stage::OutOfService:
      return 30s;
    case Stage::Welcome:
    case Stage::Ended:
      return 60s;
  }
  return 60s;
}

void Session::tick(const Moment& now) {
  m_now = now;
  if (!m_owedPrinted) printOwed();
  switch (m_stage) {
    case Stage::Walking:
      tickPresence();
      break;
    case Stage::Done:
      // A kept request may leave while the person still stands there.
      if (m_sending.tick(m_now.steady)) showOutcome();
      tickPresence();
      break;
    case Stage::Sending:
      tickSending();
      break;
    case Stage::Welcome:
      if (m_presence.tick(now.steady) != Presence::State::Here) {
        m_presence.stay(now.steady);
        show(Overlay::NoOverlay);
        emit leftAlone();
      }
      break;
    case Stage::OutOfService:
      // Mended meanwhile: the program starts anew and looks at everything again. A wrong clock
      // or a tariff that has ended is mended by another day or a newer file, which is not for the
      // store to say.
      if (m_cause != StoreTrouble::Kind::Clock && m_cause != StoreTrouble::Kind::Tariff &&
          !m_parts.store.troubleNow()) {
        end();
      }
      break;
    case Stage::Ended:
      break;
  }
}

void Session::tickPresence() {
  const Presence::State state = m_presence.tick(m_now.steady);
  emit secondsLeftChanged();
  if (state == Presence::State::Warned) show(Overlay::IdleWarning);
  if (state != Presence::State::Gone) return;
  if (isWalking()) printList();
  end();
}

void Session::stay() {
  m_presence.stay(m_now.steady);
  emit secondsLeftChanged();
  if (m_overlay == Overlay::IdleWarning) show(Overlay::NoOverlay);
}

void Session::send() {
  if (phase() != Phase::Send) return;
  touched();
  if (m_personIsAway) {
    tell(QStringLiteral("screens.send-away.title"));
    emit screenChanged();
    return;
  }
  // The register may have answered after the officer's look.
  if (!m_dossier->mayBeSent(m_walk->answers())) {
    walked(m_walk->lookAgain());
    return;
  }
  const auto started = m_sending.start(m_dossier->request(m_walk->answers()), m_now.steady);
  if (!started) {
    qWarning("not recorded (%s): %s", causeKey(started.error().kind),
             started.error().detail.c_str());
    tell(QStringLiteral("screens.send.not-recorded"));
    emit screenChanged();
    return;
  }
  m_parts.tray.owe(QString::fromStdString(m_sending.localNumber()));
  tell(QString());
  show(Overlay::NoOverlay);
  enter(Stage::Sending);
  // Nothing leaves, so nothing is waited for.
  if (m_parts.rehearsal) tickSending();
}

void Session::tickSending() {
  const bool over = m_sending.tick(m_now.steady);
  emit waitedSecondsChanged();
  if (!over) return;
  m_presence.stay(m_now.steady);
  showOutcome();
}

void Session::showOutcome() {
  print(withActs(m_writer.outcome(*m_walk, *m_dossier, m_sending, m_now.here)),
        "screens.not-printed.spoken");
  if (m_printed) m_parts.tray.settle(QString::fromStdString(m_sending.localNumber()));
  enter(Stage::Done);
}

void Session::printOwed() {
  m_owedPrinted = true;
  for (const QString& number : m_parts.tray.owed()) {
    const QString name = QStringLiteral("kept-") + m_now.stamp + u'-' + number;
    if (m_parts.tray.put(m_writer.owed(number, m_now.here), name)) m_parts.tray.settle(number);
  }
}

void Session::printList() {
  if (!isWalking()) return;
  touched();
  Paper paper = withActs(m_writer.list(*m_walk, *m_dossier, m_now.here));
  // A second press asks for the same sheet: one is enough.
  if (!m_printed || m_paper != paper) print(std::move(paper), "screens.list-printed.not-printed");
  show(Overlay::ListPrinted);
}

Paper Session::withActs(Paper paper) {
  auto section = actsInWords(m_parts.book.facts(), *m_walk, m_parts.agents, Wording(m_parts.words));
  if (!section.lines.isEmpty()) paper.sections.append(std::move(section));
  return paper;
}

void Session::print(Paper paper, const char* otherwise) {
  if (m_parts.rehearsal) paper.mark = m_parts.words.text(QStringLiteral("labels.trial-mark"));
  QString name = kindName(paper.kind) + u'-' + m_now.stamp;
  if (!paper.reference.isEmpty() && paper.kind != Paper::Kind::List) {
    name += u'-' + QString::fromStdString(m_sending.localNumber());
  }
  m_printed = m_parts.tray.put(paper, name);
  m_paper = std::move(paper);
  tell(m_printed ? QString() : QString::fromLatin1(otherwise));
  emit paperChanged();
}

void Session::end() {
  // What may stay on the glass until the next process draws is the welcome, with nothing over it.
  show(Overlay::NoOverlay);
  enter(Stage::Ended);
  emit ended();
}

void Session::leave() {
  if (m_stage != Stage::Ended) end();
}

void Session::finish() {
  if (m_stage != Stage::Walking && m_stage != Stage::Done) return;
  if (isWalking() && !m_paper) {
    printList();
    if (!m_printed) return;
  }
  end();
}

void Session::callAgent() {
  if (m_stage == Stage::Ended) return;
  touched();
  m_presence.agentCalled();
  emit agentCalled();
  show(Overlay::Agent);
}

void Session::callAnswered() {
  if (m_stage != Stage::Ended && m_overlay == Overlay::NoOverlay) show(Overlay::Agent);
}

void Session::showBadge() {
  if (m_stage == Stage::Ended) return;
  touched();
  show(Overlay::Badge);
}

void Session::showCallBack() {
  if (m_stage != Stage::Walking && m_stage != Stage::Welcome) return;
  touched();
  show(Overlay::CallBack);
}

bool Session::printCallBack(const QString& when, const QString& telephone) {
  Paper paper = m_writer.callBack(walk(), dossier(), when, telephone, m_now.here);
  if (m_walk) paper = withActs(std::move(paper));
  print(std::move(paper), "screens.call-back.not-printed");
  show(Overlay::Agent);
  return m_printed;
}

void Session::ask(Overlay question) {
  if (isWalking() && m_overlay != Overlay::IdleWarning) show(question);
}

void Session::tryFirst() {
  if (m_stage != Stage::Welcome) return;
  touched();
  show(Overlay::TryFirst);
}

void Session::showCase() {
  if (!m_parts.rehearsal || !isWalking()) return;
  touched();
  show(Overlay::Case);
}

void Session::askWhy() {
  if (isWalking()) show(Overlay::Why);
}

void Session::adjustSounds() {
  if (m_stage == Stage::Ended) return;
  touched();
  show(Overlay::Sounds);
}

void Session::closeOverlay() {
  touched();
  if (m_overlay != Overlay::IdleWarning) show(Overlay::NoOverlay);
}

}  // namespace session
