// SPDX-License-Identifier: Apache-2.0
#include "presence.h"

namespace session {

void Presence::touched(Time now) {
  // While the warning shows, only its own answer counts: whoever presses must have seen it.
  if (!m_warnedAt) m_lastTouch = now;
}

void Presence::stay(Time now) {
  m_warnedAt.reset();
  m_secondsLeft = 0;
  m_lastTouch = now;
}

Presence::State Presence::tick(Time now) {
  if (!m_lastTouch) m_lastTouch = now;
  const Time patience = m_agentCalled ? m_patience.idleWithAgent : m_patience.idle;
  if (!m_warnedAt && now - *m_lastTouch >= patience) m_warnedAt = now;
  if (!m_warnedAt) return State::Here;
  const Time left = *m_warnedAt + m_patience.warning - now;
  m_secondsLeft = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
  return left > Time::zero() ? State::Warned : State::Gone;
}

}  // namespace session
