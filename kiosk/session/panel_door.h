// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "badge_door.h"
#include "services/agent/badges.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace session {

// The door of the agents' panel over agent::Badges. Argon2id takes a few tenths of a second: it
// runs in another thread, so that the screen goes on. GUI thread.
class PanelDoor : public QObject, public BadgeDoor {
 public:
  // `agents` outlives it.
  PanelDoor(const agent::AgentsConfig& agents, std::filesystem::path state);
  ~PanelDoor() override;

  void knock(const std::string& badge, std::string pin, Handler handler) override;

 private:
  void finish(agent::PinTrial& trial, const Handler& handler);

  agent::Badges m_badges;
};

}  // namespace session
