// SPDX-License-Identifier: Apache-2.0
#include "panel_door.h"

#include "services/agent/uptime.h"

#include <QThreadPool>

namespace session {
namespace {

BadgeAnswer answerOf(const agent::PanelRefusal& refusal) {
  using Kind = agent::PanelRefusal::Kind;
  switch (refusal.kind) {
    case Kind::Wrong:
      return {BadgeAnswer::Kind::Refused, {}, {}};
    case Kind::Wait:
      return {BadgeAnswer::Kind::Wait, {}, std::chrono::ceil<std::chrono::seconds>(refusal.wait)};
    case Kind::Locked:
      return {BadgeAnswer::Kind::Locked, {}, {}};
    case Kind::CannotRecord:
      break;
  }
  qWarning("badges: %s", refusal.detail.c_str());
  return {BadgeAnswer::Kind::Broken, {}, {}};
}

}  // namespace

PanelDoor::PanelDoor(const agent::AgentsConfig& agents, std::filesystem::path state)
    : m_badges(agents, std::move(state)) {}

PanelDoor::~PanelDoor() {
  // A check under way holds nothing of this object, but its outcome comes back to it.
  QThreadPool::globalInstance()->waitForDone();
}

void PanelDoor::knock(const std::string& badge, std::string pin, Handler handler) {
  auto begun = m_badges.begin(badge, pin, agent::uptimeNow());
  std::fill(pin.begin(), pin.end(), '\0');
  if (!begun) {
    handler(answerOf(begun.error()));
    return;
  }
  auto trial = std::make_shared<agent::PinTrial>(std::move(*begun));
  QThreadPool::globalInstance()->start([this, trial, handler = std::move(handler)] {
    trial->check();
    QMetaObject::invokeMethod(
        this, [this, trial, handler] { finish(*trial, handler); }, Qt::QueuedConnection);
  });
}

void PanelDoor::finish(agent::PinTrial& trial, const Handler& handler) {
  const auto outcome = m_badges.finish(trial, agent::uptimeNow());
  handler(outcome ? BadgeAnswer{BadgeAnswer::Kind::Admitted, (*outcome)->id, {}}
                  : answerOf(outcome.error()));
}

}  // namespace session
