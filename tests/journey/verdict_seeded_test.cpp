// SPDX-License-Identifier: Apache-2.0
// The 4,000 invented requests: each cause is told by its code, and no good one is refused.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "drawn/drawn.h"
#include "kiosk/journey/verdict.h"
#include "tests/journey/shipped.h"

namespace {

using journey::Severity;
using journey::Verdict;
using Codes = std::set<std::string>;

const journey::Date noDay = *journey::parseIsoDate("1970-01-01");  // each tells its own

Codes codesOf(const Verdict& verdict, Severity severity) {
  Codes codes;
  for (const auto& finding : verdict.findings)
    if (finding.severity == severity) codes.insert(finding.code);
  return codes;
}

Verdict::Kind kindOf(const drawn::Drawn& one) {
  if (!one.refusals.empty()) return Verdict::Kind::NotYet;
  return one.warnings.empty() ? Verdict::Kind::Ready : Verdict::Kind::ReadyBut;
}

TEST(VerdictSeeded, tellsEveryCauseOfTheFourThousandAndNothingElse) {
  std::map<std::string, int> judged;
  for (int number = 0; number < drawn::wholeCount; ++number) {
    const auto one = drawn::draw(number);
    if (shipped::rulebook().count(one.procedure) == 0) continue;
    const auto verdict = shipped::verdictOf(one.request, noDay);
    const bool same = codesOf(verdict, Severity::Refusal) == one.refusals &&
                      codesOf(verdict, Severity::Warning) == one.warnings &&
                      verdict.kind == kindOf(one);
    EXPECT_TRUE(same) << "number " << number << " " << one.procedure << " verdict told "
                      << nlohmann::json(codesOf(verdict, Severity::Refusal)) << " known "
                      << nlohmann::json(one.refusals) << "\n"
                      << one.request << "\n"
                      << journey::toJsonLine(verdict);
    ++judged[one.procedure];
  }
  EXPECT_GE(judged.size(), 1U);
  for (const auto& [procedure, times] : judged)
    EXPECT_GE(times, drawn::wholeCount / static_cast<int>(drawn::procedures().size())) << procedure;
}

}  // namespace
