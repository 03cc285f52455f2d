// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

// Invented requests over all procedures, of all kinds of people, vehicles and days: good ones, and
// ones with the causes of refusal of the domain facts (section 7) put in alone and together. Each
// knows by construction what an officer has to say about it. The same number is the same request
// on every machine. No rule of the kiosk or of the sandbox is used to make them.
namespace drawn {

struct Drawn {
  int number = 0;
  std::string procedure;
  nlohmann::json request;  ///< RegistrationRequest, sent on its requestDate
  /// What the register knows of the vehicle, as an entry of services/sandbox/register.json.
  nlohmann::json vehicle;
  std::set<std::string> refusals;  ///< These codes and no other.
  std::set<std::string> warnings;  ///< These codes and no other.
  /// What was put in, by its number in section 7; 0 for what that section does not name.
  std::vector<int> causes;
};

constexpr int wholeCount = 4000;
constexpr int causesCount = 16;

/// Three of ten are good, three have one cause, four have two to four.
[[nodiscard]] Drawn draw(int number);

/// The names of all procedures, in the order in which numbers go through them.
[[nodiscard]] const std::vector<std::string>& procedures();

}  // namespace drawn
