// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

// config/agents.json: who answers at this site.
namespace agent {

enum class Pronoun { She, He };

struct Agent {
  std::string id;  // in topics and in the journal
  std::string name;
  Pronoun pronoun = Pronoun::She;
  std::string badge;    // 4 to 8 digits; no secret
  std::string pinHash;  // Argon2id, as crypto::hashPassword writes it
};

struct NextSite {
  std::string name;
  std::string telephone;  // as it is shown and read out: "03 53 01 56 78"
};

struct AgentsConfig {
  struct {
    std::string id;
    std::string name;
  } site;
  std::vector<Agent> agents;        // one at the least; ids and badges are unique
  std::vector<NextSite> nextSites;  // the nearest first; may be empty

  // nullptr when there is none. Lives as long as the configuration.
  [[nodiscard]] const Agent* withId(std::string_view id) const;
  [[nodiscard]] const Agent* withBadge(std::string_view badge) const;
};

// Why the file was refused, told for whoever mends it.
struct AgentsFault {
  std::string where;  // JSON pointer, "" for the whole file
  std::string what;
  std::string mend;
};

// Strictly: unknown words, wrong types and hashes that are too cheap (OWASP asks 19 MiB and 2
// passes of Argon2id) or too dear for a kiosk (256 MiB, 10 passes) are refused. Pure.
[[nodiscard]] tl::expected<AgentsConfig, AgentsFault> parseAgents(const nlohmann::json& document);

// agents.json in this folder. A fault is one line that names the file, the place and the mend.
[[nodiscard]] tl::expected<AgentsConfig, std::string> readAgents(
    const std::filesystem::path& config);

// ^[a-z0-9][a-z0-9-]{0,31}$: of a site and of an agent.
[[nodiscard]] bool isAgentId(std::string_view text);
// 4 to 8 digits.
[[nodiscard]] bool isBadge(std::string_view text);

// Whether this is a hash of config/agents.json as it is shipped, whose PINs stand in the README: a
// kiosk that is meant for people (whose national service is not on this machine) refuses it.
[[nodiscard]] bool isExamplePin(std::string_view pinHash);
// The same for a PIN that somebody wants to use: those are published.
[[nodiscard]] bool isPublishedPin(std::string_view pin);

}  // namespace agent
