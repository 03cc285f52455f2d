// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "answers.h"
#include "draft.h"
#include "object_reader.h"
#include "route_rules.h"
#include "step_words.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;
constexpr std::size_t bitsOfWord = 64;
using Places = std::map<std::string, std::size_t, std::less<>>;

std::string nextPointer(const DraftStep& step, std::size_t branch) {
  return stepPointer(step) + "/next/" + std::to_string(branch);
}

/// The steps as a graph: for each place, the places that its branches lead to.
class Ways {
 public:
  explicit Ways(const Draft& draft) : m_draft(draft), m_steps(draft.steps) {}

  [[nodiscard]] MaybeFault resolve();
  [[nodiscard]] MaybeFault faultOfReach() const;
  /// Fills `order`; a fault tells the loop.
  [[nodiscard]] MaybeFault sort();
  [[nodiscard]] MaybeFault faultOfConditions();
  [[nodiscard]] MaybeFault faultOfChapters() const;
  [[nodiscard]] const std::vector<std::size_t>& order() const { return m_order; }

 private:
  [[nodiscard]] MaybeFault resolveNext(std::size_t place);
  [[nodiscard]] MaybeFault faultOfLoop(const std::vector<int>& waiting) const;
  [[nodiscard]] MaybeFault faultOfCondition(const Condition& condition, std::size_t place,
                                            const std::string& at) const;
  [[nodiscard]] MaybeFault faultOfRule(const Condition& condition, const std::string& at) const;
  [[nodiscard]] MaybeFault faultOfTown(std::size_t place) const;
  [[nodiscard]] bool givesField(std::string_view field) const;
  void findAncestors();
  [[nodiscard]] bool mayLieBefore(std::size_t earlier, std::size_t place) const;

  const Draft& m_draft;
  const std::vector<DraftStep>& m_steps;
  Places m_places;
  std::vector<std::vector<std::size_t>> m_next;
  std::vector<std::size_t> m_order;
  std::vector<std::vector<std::uint64_t>> m_before;  ///< by place: bits of those before, and itself
};

MaybeFault Ways::resolve() {
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    if (m_places.emplace(m_steps[i].step.id, i).second) continue;
    return ConfigFault{stepPointer(m_steps[i]) + "/id",
                       "the step \"" + m_steps[i].step.id + "\" is there twice",
                       "give one of them another name"};
  }
  if (m_places.find(m_draft.procedure.start) == m_places.end()) {
    return ConfigFault{"/start", "there is no step \"" + m_draft.procedure.start + "\"",
                       "name one of the steps"};
  }
  m_next.resize(m_steps.size());
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    if (auto fault = resolveNext(i)) return fault;
  }
  return std::nullopt;
}

MaybeFault Ways::resolveNext(std::size_t place) {
  const DraftStep& draftStep = m_steps[place];
  const Step& step = draftStep.step;
  const bool ends = step.answer == AnswerKind::Send || !step.leadsTo.empty() || !step.opens.empty();
  if (step.next.empty() && !ends) {
    return ConfigFault{stepPointer(draftStep) + "/next",
                       "the last instance of the group has no way on",
                       "add a plain branch that leads out of the group"};
  }
  for (std::size_t i = 0; i < step.next.size(); ++i) {
    const auto found = m_places.find(step.next[i].go);
    if (found == m_places.end()) {
      return ConfigFault{nextPointer(draftStep, i) + "/go",
                         "there is no step \"" + step.next[i].go + "\"", "name one of the steps"};
    }
    m_next[place].push_back(found->second);
  }
  return std::nullopt;
}

MaybeFault Ways::faultOfReach() const {
  std::vector<bool> reached(m_steps.size());
  std::vector<std::size_t> open = {m_places.find(m_draft.procedure.start)->second};
  while (!open.empty()) {
    const std::size_t place = open.back();
    open.pop_back();
    if (reached[place]) continue;
    reached[place] = true;
    open.insert(open.end(), m_next[place].begin(), m_next[place].end());
  }
  const auto sends = [&](std::size_t i) { return m_steps[i].step.answer == AnswerKind::Send; };
  bool canSend = m_draft.isReception;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    if (!reached[i]) {
      return ConfigFault{stepPointer(m_steps[i]),
                         "no way leads to the step \"" + m_steps[i].step.id + "\"",
                         "let a branch go there, or leave the step out"};
    }
    canSend = canSend || sends(i);
  }
  if (canSend) return std::nullopt;
  return ConfigFault{"/steps", "no way ends in sending", "add a step that answers send"};
}

// Kahn's algorithm; among the steps that may come next, the one written first.
MaybeFault Ways::sort() {
  std::vector<int> waiting(m_steps.size());
  for (const auto& targets : m_next) {
    for (std::size_t target : targets)
      ++waiting[target];
  }
  std::set<std::size_t> ready;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    if (waiting[i] == 0) ready.insert(i);
  }
  while (!ready.empty()) {
    const std::size_t place = *ready.begin();
    ready.erase(ready.begin());
    m_order.push_back(place);
    for (std::size_t target : m_next[place]) {
      if (--waiting[target] == 0) ready.insert(target);
    }
  }
  return m_order.size() == m_steps.size() ? std::nullopt : faultOfLoop(waiting);
}

// A step that never got ready has a predecessor that never got ready: going backwards along them
// runs in a circle.
MaybeFault Ways::faultOfLoop(const std::vector<int>& waiting) const {
  const auto isStuck = [&](std::size_t place) { return waiting[place] > 0; };
  const auto stuckBefore = [&](std::size_t place) {
    for (std::size_t i = 0; i < m_next.size(); ++i) {
      const auto& targets = m_next[i];
      if (isStuck(i) && std::find(targets.begin(), targets.end(), place) != targets.end()) return i;
    }
    return place;
  };
  std::size_t place = 0;
  while (!isStuck(place))
    ++place;
  std::vector<std::size_t> walked;
  while (std::find(walked.begin(), walked.end(), place) == walked.end()) {
    walked.push_back(place);
    place = stuckBefore(place);
  }
  std::string loop = m_steps[place].step.id;
  for (std::size_t i = walked.size(); i-- > 0;) {
    loop += " → " + m_steps[walked[i]].step.id;
    if (walked[i] == place) break;
  }
  return ConfigFault{
      stepPointer(m_steps[place]) + "/next", "the way runs in a circle: " + loop,
      "let one of these branches lead onwards; going back is always possible anyway"};
}

void Ways::findAncestors() {
  const std::size_t words = (m_steps.size() + bitsOfWord - 1) / bitsOfWord;
  m_before.assign(m_steps.size(), std::vector<std::uint64_t>(words));
  for (std::size_t place : m_order) {
    m_before[place][place / bitsOfWord] |= std::uint64_t{1} << (place % bitsOfWord);
    for (std::size_t target : m_next[place]) {
      for (std::size_t i = 0; i < words; ++i)
        m_before[target][i] |= m_before[place][i];
    }
  }
}

bool Ways::mayLieBefore(std::size_t earlier, std::size_t place) const {
  return ((m_before[place][earlier / bitsOfWord] >> (earlier % bitsOfWord)) & 1U) != 0;
}

MaybeFault Ways::faultOfConditions() {
  findAncestors();
  for (std::size_t place = 0; place < m_steps.size(); ++place) {
    const DraftStep& draftStep = m_steps[place];
    for (std::size_t i = 0; i < draftStep.step.next.size(); ++i) {
      const std::string at = nextPointer(draftStep, i) + "/when";
      for (const Condition& when : draftStep.step.next[i].when) {
        auto fault = when.test == Condition::Test::Rule ? faultOfRule(when, at)
                                                        : faultOfCondition(when, place, at);
        if (fault) return fault;
      }
    }
    if (auto fault = faultOfTown(place)) return fault;
  }
  return std::nullopt;
}

MaybeFault Ways::faultOfCondition(const Condition& condition, std::size_t place,
                                  const std::string& at) const {
  const auto found = m_places.find(condition.step);
  if (found == m_places.end()) {
    return ConfigFault{at + "/step", "there is no step \"" + condition.step + "\"",
                       "name one of the steps"};
  }
  if (!mayLieBefore(found->second, place)) {
    return ConfigFault{at + "/step", "\"" + condition.step + "\" is never asked before this step",
                       "name a step that lies before, or this one"};
  }
  const bool compares =
      condition.test == Condition::Test::Is || condition.test == Condition::Test::IsNot;
  const Step& asked = m_steps[found->second].step;
  const bool typed = givesValue(asked.answer) && asked.answer != AnswerKind::Choice;
  const bool special = condition.value == unknownAnswer || condition.value == emptyAnswer;
  if (!compares || (isPossibleAnswer(asked, condition.value) && (!typed || special))) {
    return std::nullopt;
  }
  return ConfigFault{at, "\"" + condition.step + "\" has no answer \"" + condition.value + "\"",
                     "use one of: " + listed(settingWords(asked)) + " (or \"answered\": true)"};
}

MaybeFault Ways::faultOfRule(const Condition& condition, const std::string& at) const {
  const RouteRule* rule = routeRule(condition.value);
  if (rule == nullptr) {
    std::vector<std::string_view> names;
    for (const RouteRule& known : routeRules())
      names.push_back(known.name);
    return ConfigFault{at + "/rule", "unknown route rule \"" + condition.value + "\"",
                       "use one of: " + listed(names)};
  }
  const auto& reads = rule->reads;
  if (std::any_of(reads.begin(), reads.end(), [&](auto field) { return givesField(field); })) {
    return std::nullopt;
  }
  return ConfigFault{at + "/rule", "this rule looks at " + listed(reads) + ", which no step gives",
                     "add a step with this field"};
}

bool Ways::givesField(std::string_view field) const {
  for (const DraftStep& draftStep : m_steps) {
    if (draftStep.step.field == field) return true;
    for (const auto& [answer, settings] : draftStep.step.sets) {
      for (const FieldSetting& setting : settings) {
        if (setting.field == field) return true;
      }
    }
  }
  return false;
}

MaybeFault Ways::faultOfTown(std::size_t place) const {
  const DraftStep& draftStep = m_steps[place];
  if (draftStep.step.answer != AnswerKind::Town) return std::nullopt;
  const auto found = m_places.find(draftStep.step.of);
  const bool isPostcode = found != m_places.end() && mayLieBefore(found->second, place) &&
                          m_steps[found->second].step.rule == "postcode";
  if (isPostcode) return std::nullopt;
  return ConfigFault{stepPointer(draftStep) + "/of",
                     "\"" + draftStep.step.of + "\" does not ask for a postcode before",
                     "name a step before this one whose rule is postcode"};
}

MaybeFault Ways::faultOfChapters() const {
  const std::vector<std::string>& chapters = m_draft.procedure.chapters;
  const auto chapterOf = [&](const Step& step) {
    return std::find(chapters.begin(), chapters.end(), step.chapter) - chapters.begin();
  };
  std::set<std::string> used;
  for (std::size_t place = 0; place < m_steps.size(); ++place) {
    const DraftStep& from = m_steps[place];
    used.insert(from.step.chapter);
    if (chapterOf(from.step) == static_cast<std::ptrdiff_t>(chapters.size())) {
      return ConfigFault{stepPointer(from) + "/chapter",
                         "there is no chapter \"" + from.step.chapter + "\"",
                         "name one of \"chapters\", or add it there"};
    }
    for (std::size_t i = 0; i < m_next[place].size(); ++i) {
      const Step& to = m_steps[m_next[place][i]].step;
      if (!to.leadsTo.empty() || chapterOf(to) >= chapterOf(from.step)) continue;
      return ConfigFault{nextPointer(from, i) + "/go",
                         "this goes back from chapter " + from.step.chapter + " to " + to.chapter,
                         "put the step \"" + to.id + "\" into a later chapter"};
    }
  }
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (used.count(chapters[i]) != 0) continue;
    return ConfigFault{"/chapters/" + std::to_string(i),
                       "no step is in the chapter \"" + chapters[i] + "\"", "leave it out"};
  }
  return std::nullopt;
}

}  // namespace

std::string stepPointer(const DraftStep& draft) {
  const std::string file = draft.part.empty() ? "" : "part " + draft.part + ": ";
  return file + "/steps/" + std::to_string(draft.place);
}

std::optional<ConfigFault> orderSteps(Draft& draft) {
  Ways ways(draft);
  if (auto fault = ways.resolve()) return fault;
  if (auto fault = ways.faultOfReach()) return fault;
  if (auto fault = ways.sort()) return fault;
  if (auto fault = ways.faultOfConditions()) return fault;
  if (auto fault = ways.faultOfChapters()) return fault;
  std::vector<DraftStep> ordered;
  ordered.reserve(draft.steps.size());
  for (std::size_t place : ways.order())
    ordered.push_back(draft.steps[place]);
  draft.steps = std::move(ordered);
  return std::nullopt;
}

}  // namespace journey
