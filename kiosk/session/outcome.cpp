// SPDX-License-Identifier: Apache-2.0
#include "outcome.h"

#include "qr_code.h"
#include "session.h"

namespace session {

Outcome::Outcome(const Session& session, QObject* parent) : QObject(parent), m_session(session) {
  connect(&session, &Session::paperChanged, this, &Outcome::changed);
  connect(&session, &Session::waitedSecondsChanged, this, &Outcome::waitedSecondsChanged);
}

QString Outcome::kind() const {
  return m_session.paper() ? kindName(m_session.paper()->kind) : QString();
}

PaperView Outcome::paper() const {
  if (!m_session.paper()) return {};
  const Paper& paper = *m_session.paper();
  PaperView view{paper.title, paper.reference, paper.sentence, paper.next, {}};
  for (const Paper::Number& number : paper.numbers)
    view.numbers.append({number.label, number.value, number.caption});
  return view;
}

int Outcome::waitedSeconds() const {
  return m_session.sending().waitedSeconds();
}

bool Outcome::printed() const {
  return m_session.printed();
}

QString Outcome::qr() const {
  if (!m_session.paper() || m_session.paper()->code.isEmpty()) return {};
  return qrAddress(m_session.paper()->code);
}

}  // namespace session
