// SPDX-License-Identifier: Apache-2.0
#include "sending.h"

#include <utility>

namespace session {

const char* causeKey(StoreTrouble::Kind kind) {
  switch (kind) {
    case StoreTrouble::Kind::Storage:
      return "storage";
    case StoreTrouble::Kind::Configuration:
      return "configuration";
    case StoreTrouble::Kind::Enrolment:
      return "enrolment";
    case StoreTrouble::Kind::Quota:
      return "quota";
    case StoreTrouble::Kind::Clock:
      return "clock";
    case StoreTrouble::Kind::Tariff:
      return "tariff";
  }
  return "storage";
}

tl::expected<void, StoreTrouble> Sending::start(const nlohmann::json& request, Time now) {
  auto recorded = m_store.record(request);
  if (!recorded) {
    m_state = SentState::NotSent;
    return tl::unexpected(std::move(recorded.error()));
  }
  m_localNumber = std::move(*recorded);
  m_state = SentState::Leaving;
  m_since = now;
  return {};
}

void Sending::startAnother() {
  m_store.startAnother();
  m_state = SentState::NothingStarted;
  m_fate = Fate();
  m_localNumber.clear();
  m_waitedSeconds = 0;
}

bool Sending::tick(Time now) {
  if (m_state == SentState::Kept) return lookAgain();
  if (m_state != SentState::Leaving) return false;
  m_waitedSeconds =
      static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(now - m_since).count());
  m_fate = m_store.fate();
  if (m_fate.kind == Fate::Kind::Received) {
    m_state = SentState::Sent;
  } else if (m_fate.kind != Fate::Kind::Waiting || now - m_since >= m_wait) {
    m_state = SentState::Kept;
  }
  return m_state != SentState::Leaving;
}

bool Sending::lookAgain() {
  if (m_fate.kind != Fate::Kind::Waiting) return false;
  m_fate = m_store.fate();
  if (m_fate.kind == Fate::Kind::Received) m_state = SentState::Sent;
  return m_fate.kind != Fate::Kind::Waiting;
}

}  // namespace session
