// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "kiosk/journey/rules.h"

// Whatever is typed: a rule tells a breach that has a text, or stores what it would take again.
// The first byte chooses the rule.
namespace {

using namespace journey;

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<Step> stepsOf(RuleKind kind, AnswerKind answer) {
  std::vector<Step> steps;
  for (std::string_view rule : answerRules(kind)) {
    Step step;
    step.rule = rule;
    step.answer = answer;
    steps.push_back(step);
  }
  return steps;
}

const std::vector<Step>& steps() {
  static const std::vector<Step> all = [] {
    std::vector<Step> together = stepsOf(RuleKind::Text, AnswerKind::Keyed);
    for (const Step& step : stepsOf(RuleKind::CalendarDate, AnswerKind::CalendarDate)) {
      together.push_back(step);
    }
    for (const Step& step : stepsOf(RuleKind::Place, AnswerKind::Town))
      together.push_back(step);
    return together;
  }();
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Procedure none;
  static const Date today = *parseIsoDate("2026-11-20");
  if (size == 0) return 0;
  const Step& step = steps()[data[0] % steps().size()];
  const std::string_view typed(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Checked taken = check(none, step, typed, {}, today);
  if (taken) {
    require(check(none, step, *taken, {}, today) == taken);
    return 0;
  }
  const auto own = breachesOf(step.rule);
  const auto& common = commonBreaches();
  const auto& key = taken.error().key;
  require(std::find(own.begin(), own.end(), key) != own.end() ||
          std::find(common.begin(), common.end(), key) != common.end());
  return 0;
}
