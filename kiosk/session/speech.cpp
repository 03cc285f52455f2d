// SPDX-License-Identifier: Apache-2.0
#include "speech.h"

#include "session.h"

namespace session {
namespace {

QString ofScreen(const Session& session, const char* screen) {
  return session.parts().words.text(QStringLiteral("screens.") + QLatin1String(screen) +
                                    QStringLiteral(".spoken"));
}

QString ofStep(const StepView& step) {
  QStringList parts{step.problem,
                    step.spoken.isEmpty() ? step.title + u' ' + step.help : step.spoken};
  for (const OptionView& option : step.options)
    parts.append(option.label + u'.');
  parts.removeAll(QString());
  return parts.join(u'\n');
}

// In a dress rehearsal some screens say something else.
QString ofScreen(const Session& session, const char* screen, const char* rehearsed) {
  return ofScreen(session, session.parts().rehearsal ? rehearsed : screen);
}

QString ofDone(const Session& session) {
  if (session.parts().rehearsal) return ofScreen(session, "paper-tried");
  const QString kind = session.paper() ? kindName(session.paper()->kind) : QStringLiteral("kept");
  const QString screen = QStringLiteral("done-") + kind;
  if (session.printed()) return ofScreen(session, qPrintable(screen));
  const Words& words = session.parts().words;
  return words.text(QStringLiteral("screens.%1.title").arg(screen)) + u' ' +
         ofScreen(session, "not-printed");
}

QString ofList(const Session& session) {
  if (session.parts().rehearsal) return ofScreen(session, "paper-tried");
  if (session.printed()) return ofScreen(session, "list-printed");
  const Words& words = session.parts().words;
  return words.text(QStringLiteral("screens.list-printed.not-printed")) + u' ' +
         words.text(QStringLiteral("screens.list-printed.ask-for-it"));
}

}  // namespace

QString speechOf(const Session& session) {
  switch (session.overlay()) {
    // Calling tells it: it changes while the screen stays.
    case Session::Overlay::Agent:
      return session.parts().rehearsal ? ofScreen(session, "call-tried") : QString();
    case Session::Overlay::Why:
      return session.step().why;
    case Session::Overlay::Sounds:
      return ofScreen(session, "sounds");
    case Session::Overlay::IdleWarning:
      return ofScreen(session, "idle", "idle-tried");
    case Session::Overlay::ListPrinted:
      return ofList(session);
    case Session::Overlay::FillingAsked:
      return ofScreen(session, "filling-asked");
    case Session::Overlay::LookingAsked:
      return ofScreen(session, "looking-asked");
    case Session::Overlay::CallBack:
      return ofScreen(session, "call-back");
    case Session::Overlay::Proposed:
      return ofScreen(session, "proposed");
    case Session::Overlay::Explaining:
      return ofScreen(session, "explaining");
    case Session::Overlay::MandateSigning:
      return ofScreen(session, "mandate");
    case Session::Overlay::TryFirst:
      return ofScreen(session, "try-first");
    case Session::Overlay::Case:
      return ofScreen(session, "case");
    // The agent's own, not read aloud.
    case Session::Overlay::Badge:
    case Session::Overlay::MandateNumber:
      return {};
    case Session::Overlay::NoOverlay:
      break;
  }
  switch (session.phase()) {
    case Session::Phase::Welcome:
      return ofScreen(session, "welcome");
    case Session::Phase::Papers:
    case Session::Phase::Question:
      return ofStep(session.step());
    case Session::Phase::OfficersLook:
      return ofScreen(session, "officers-look");
    case Session::Phase::Review:
      return ofScreen(session, "review");
    case Session::Phase::Cost:
      return ofScreen(session, "cost");
    case Session::Phase::Send:
      return ofScreen(session, session.personIsAway() ? "send-away" : "send", "send-tried");
    case Session::Phase::Sending:
      return ofScreen(session, "sending");
    case Session::Phase::Done:
      return ofDone(session);
    case Session::Phase::OutOfService:
      return ofScreen(session, "out-of-service");
  }
  return {};
}

}  // namespace session
