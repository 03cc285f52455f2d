// SPDX-License-Identifier: Apache-2.0
#include "register_check.h"

#include <nlohmann/json.hpp>

#include "letters.h"
#include "verdict_parts.h"

namespace journey {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

std::string kept(std::string_view text) {
  std::string letters;
  static_cast<void>(lettersAndDigits(text, letters));
  return letters;
}

/// Compares the vehicle's own fields; what is absent or of a wrong type is the verdict's business.
void compareFields(const Block& vehicle, const RegisterFacts& facts, Findings& findings) {
  const auto differs = [&](std::string_view key) {
    findings.warn("register-mismatch", {}, vehicle.path(key));
  };
  const auto compareText = [&](std::string_view key, const std::string& known) {
    const auto told = vehicle.text(key, Need::Optional);
    if (told && !known.empty() && *told != known) differs(key);
  };
  // Makes and models are written "C3 AIRCROSS" or "C3-Aircross".
  const auto compareLetters = [&](std::string_view key, const std::string& known) {
    const auto told = vehicle.text(key, Need::Optional);
    if (told && !known.empty() && *told != known && kept(*told) != kept(known)) {
      differs(key);
    }
  };
  compareLetters("make", facts.make);
  compareLetters("model", facts.model);
  const auto power = vehicle.count("fiscalPower", Need::Optional, 0, 1000);
  if (power && facts.fiscalPower && *power != *facts.fiscalPower) differs("fiscalPower");
  compareText("nationalKind", facts.nationalKind);
  compareText("fuelType", facts.fuelType);
  const auto first = vehicle.date("firstRegistrationDate", Need::Optional, anyDay);
  if (first && facts.firstRegistrationDate && *first != *facts.firstRegistrationDate) {
    differs("firstRegistrationDate");
  }
}

}  // namespace

std::vector<Finding> compareWithRegister(const nlohmann::json& request,
                                         const RegisterFacts& facts) {
  Findings findings;
  Findings toldByTheVerdict;
  const Block root{request.is_object() ? &request : nullptr, toldByTheVerdict};
  const Block vehicle = root.block("vehicle");
  if (facts.requestOpen) findings.refuse("duplicate-request");
  if (!facts.transferCodeKnown) findings.refuse("transfer-code-unknown", {}, "transfer.code");
  judgeOppositions(views(facts.oppositions), findings);
  compareFields(vehicle, facts, findings);
  return findings.take();
}

}  // namespace journey
