// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

// Invented requests, all different, all ready on 20 November 2026; and ways to spoil them. The same
// seed gives the same requests.
namespace seeded {

using Random = std::mt19937;

/// A whole request that no officer could refuse.
[[nodiscard]] nlohmann::json goodRequest(Random& random);

/// A defect that any of those requests can have, and the code that must tell it.
struct Defect {
  std::string what;
  std::string code;
  void (*spoil)(nlohmann::json& request, Random& random);
};
[[nodiscard]] const std::vector<Defect>& defects();

/// The first paper of this kind; the request must hold one.
[[nodiscard]] nlohmann::json& paper(nlohmann::json& request, const std::string& kind);
[[nodiscard]] bool hasPaper(const nlohmann::json& request, const std::string& kind);

}  // namespace seeded
