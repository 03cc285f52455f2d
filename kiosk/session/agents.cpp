// SPDX-License-Identifier: Apache-2.0
#include "agents.h"

#include <algorithm>

namespace session {

bool Agents::knows(const std::string& id) const {
  return find(id) != nullptr;
}

QString Agents::nameOf(const std::string& id) const {
  const agent::Agent* agent = find(id);
  return agent ? QString::fromStdString(agent->name) : QString();
}

QString Agents::formOf(const std::string& id) const {
  const agent::Agent* agent = find(id);
  return agent && agent->pronoun == agent::Pronoun::He ? QStringLiteral("he")
                                                       : QStringLiteral("she");
}

const agent::Agent* Agents::find(const std::string& id) const {
  const auto found = std::find_if(m_config.agents.begin(), m_config.agents.end(),
                                  [&](const agent::Agent& agent) { return agent.id == id; });
  return found == m_config.agents.end() ? nullptr : &*found;
}

}  // namespace session
