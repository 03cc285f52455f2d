// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/session/looking.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

// An agent's page at the desk, as the visit on the glass hears it.
namespace session_test {

class DeskPage {
 public:
  // Says at once that the agent is there. `looking` outlives the page.
  explicit DeskPage(session::Looking& looking, std::string agent = "sylvie")
      : m_looking(looking), m_agent(std::move(agent)) {
    m_looking.desk(m_agent, {agent::DeskState::Available, 0, key()});
  }

  void say(nlohmann::json message) {
    message["number"] = ++m_said;
    repeat(message);
  }
  // With the number that it has.
  void repeat(const nlohmann::json& message) {
    const std::string visit = m_looking.visitKey();
    const auto sealed = crypto::box(crypto::viewOf(message.dump()),
                                    crypto::publicKeyFromBase64(visit).value(), m_keys);
    m_looking.heard({agent::Side::Desk, m_agent, visit, key(), crypto::toBase64(sealed.value())});
  }
  void leave() { m_looking.desk(m_agent, {agent::DeskState::Offline, 0, {}}); }

  // Those of these that are for this page, opened.
  [[nodiscard]] std::vector<nlohmann::json> opened(
      const std::vector<agent::GuideEnvelope>& envelopes) const {
    std::vector<nlohmann::json> all;
    for (const agent::GuideEnvelope& envelope : envelopes) {
      if (envelope.agent != m_agent) continue;
      const auto text =
          crypto::openBox(crypto::fromBase64(envelope.sealed).value(),
                          crypto::publicKeyFromBase64(envelope.visit).value(), m_keys);
      if (text) all.push_back(nlohmann::json::parse(*text));
    }
    return all;
  }

 private:
  [[nodiscard]] std::string key() const { return crypto::toBase64(m_keys.publicKey); }

  session::Looking& m_looking;
  std::string m_agent;
  crypto::BoxKeys m_keys = crypto::makeBoxKeys();
  int m_said = 0;
};

}  // namespace session_test
