// SPDX-License-Identifier: Apache-2.0
// A line of dossier-check, whatever the bytes: when it is JSON it gets a verdict whose parts agree,
// and so do the comparison with a register and the tax.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "kiosk/journey/register_check.h"
#include "kiosk/journey/tax.h"
#include "kiosk/journey/verdict.h"
#include "tests/journey/shipped.h"

namespace {

using namespace journey;
using nlohmann::json;

const Date today = *parseIsoDate("2026-11-20");

void require(bool holds) {
  if (!holds) std::abort();
}

void judge(const json& request) {
  using Kind = Verdict::Kind;
  const Verdict verdict = shipped::verdictOf(request, today);
  const bool refused =
      std::any_of(verdict.findings.begin(), verdict.findings.end(),
                  [](const Finding& finding) { return finding.severity == Severity::Refusal; });
  require((verdict.kind == Kind::NotYet) == refused);
  require((verdict.kind == Kind::ReadyBut) == (!refused && !verdict.findings.empty()));
  require((verdict.kind == Kind::Invalid) == !verdict.error.empty());
  if (verdict.deadline) require(verdict.deadline->ok());
  const std::string line = toJsonLine(verdict);
  require(line.find('\n') == std::string::npos);
  require(json::parse(line) == toJson(verdict));
}

void compare(const json& request) {
  RegisterFacts facts;
  facts.make = "RENAULT";
  facts.fiscalPower = 5;
  facts.nationalKind = "VP";
  facts.fuelType = "GO";
  facts.firstRegistrationDate = parseIsoDate("2012-03-01");
  for (const Finding& finding : compareWithRegister(request, facts)) {
    require(finding.severity == Severity::Warning);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tariff& tariff = shipped::tariff(2026);
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const json request = json::parse(text, nullptr, false);
  if (request.is_discarded()) return 0;
  judge(request);
  compare(request);
  if (const auto cost = shipped::costOfChangeOfHolder(request, tariff, today)) {
    require(cost->totalCents >= 1100 && cost->totalCents <= 200 * 10000 + 1376 + 100);
  }
  static_cast<void>(parseTariff(request));
  static_cast<void>(parseDelays(request));
  return 0;
}
