// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "kiosk/journey/verdict.h"
#include "seeded_requests.h"
#include "tests/journey/shipped.h"

namespace {

using journey::Verdict;
using nlohmann::json;

const journey::Date today = *journey::parseIsoDate("2026-11-20");
constexpr int requests = 4000;

TEST(VerdictSeeded, goodRequestsAreReady) {
  seeded::Random random{20261120};
  for (int i = 0; i < requests; ++i) {
    const json request = seeded::goodRequest(random);
    const Verdict verdict = shipped::verdictOf(request, today);
    ASSERT_EQ(verdict.kind, Verdict::Kind::Ready) << journey::toJsonLine(verdict) << '\n'
                                                  << request.dump();
  }
}

/// None of 4,000 requests with a defect passes, and the defect is told by its own code.
TEST(VerdictSeeded, noDefectPasses) {
  seeded::Random random{4000};
  std::map<std::string, int> times;
  for (int i = 0; i < requests; ++i) {
    json request = seeded::goodRequest(random);
    const seeded::Defect& defect = seeded::defects()[random() % seeded::defects().size()];
    defect.spoil(request, random);
    ++times[defect.what];
    const Verdict verdict = shipped::verdictOf(request, today);
    const bool told = std::any_of(
        verdict.findings.begin(), verdict.findings.end(), [&defect](const auto& finding) {
          return finding.code == defect.code && finding.severity == journey::Severity::Refusal;
        });
    ASSERT_EQ(verdict.kind, Verdict::Kind::NotYet) << defect.what << '\n' << request.dump();
    ASSERT_TRUE(told) << defect.what << '\n'
                      << journey::toJsonLine(verdict) << '\n'
                      << request.dump();
  }
  EXPECT_EQ(times.size(), seeded::defects().size());
}

}  // namespace
