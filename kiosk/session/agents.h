// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/agents_config.h"

#include <QString>

#include <string>

namespace session {

// The agents of the site as the screens speak of them. What comes over the line is an id; the words
// come from config/agents.json, so that no text of the broker's reaches a screen.
class Agents {
 public:
  explicit Agents(agent::AgentsConfig config) : m_config(std::move(config)) {}

  [[nodiscard]] const agent::AgentsConfig& config() const { return m_config; }
  [[nodiscard]] bool knows(const std::string& id) const;
  // The given name, "" for an unknown id.
  [[nodiscard]] QString nameOf(const std::string& id) const;
  // The form of a text for this agent: "she" or "he".
  [[nodiscard]] QString formOf(const std::string& id) const;

 private:
  [[nodiscard]] const agent::Agent* find(const std::string& id) const;

  agent::AgentsConfig m_config;
};

}  // namespace session
