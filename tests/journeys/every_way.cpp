// SPDX-License-Identifier: Apache-2.0
#include "every_way.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <vector>

#include "kiosk/journey/request.h"
#include "kiosk/journey/route.h"
#include "kiosk/journey/rules.h"
#include "kiosk/journey/verdict.h"
#include "way_answers.h"

namespace every_way {
namespace {

using namespace journey;

constexpr std::size_t mostPlaces = 200000;
constexpr std::size_t longestWay = 300;

bool isRefused(const Procedure& procedure, const Answers& answers, Date today) {
  const auto verdict = verdictOf(requestOf(procedure, answers, today), procedure.officer, today);
  return verdict.kind != Verdict::Kind::Ready && verdict.kind != Verdict::Kind::ReadyBut;
}

/// The steps whose answers decide the way on from each step.
class Deciding {
 public:
  explicit Deciding(const Procedure& procedure) : m_procedure(procedure) {
    // A step stands before every step that it leads to.
    m_after.resize(procedure.steps.size());
    for (std::size_t place = procedure.steps.size(); place-- > 0;) {
      for (const Branch& branch : procedure.steps[place].next) {
        for (const Condition& condition : branch.when)
          add(condition, m_after[place]);
        const auto next = procedure.places.find(branch.go);
        if (next == procedure.places.end()) continue;
        m_after[place].insert(m_after[next->second].begin(), m_after[next->second].end());
      }
    }
  }

  [[nodiscard]] const std::set<std::string_view>& rules() const { return m_rules; }
  [[nodiscard]] bool matters(const Step& step) const { return m_all.count(step.id) != 0; }

  /// The step, and what was answered that matters from here on.
  [[nodiscard]] std::string placeOf(const Step& step, const Answers& answers) const {
    std::string place = step.id;
    for (const std::string& id : m_after[m_procedure.places.at(step.id)]) {
      const auto given = answers.find(id);
      if (given == answers.end()) continue;
      const bool isWhole = m_whole.count(id) != 0 || given->second == unknownAnswer;
      place += "\n" + id + "=" + (isWhole || given->second.empty() ? given->second : "value");
    }
    return place;
  }

 private:
  void add(const Condition& condition, std::set<std::string>& steps) {
    if (condition.test != Condition::Test::Rule) {
      steps.insert(condition.step);
      m_all.insert(condition.step);
      const Step* step = m_procedure.find(condition.step);
      if (step != nullptr && step->answer == AnswerKind::Choice) m_whole.insert(step->id);
      return;
    }
    const RouteRule* rule = routeRule(condition.value);
    if (rule == nullptr) return;
    m_rules.insert(rule->name);
    for (const Step& step : m_procedure.steps) {
      if (!looksAt(*rule, m_procedure.officer, step)) continue;
      steps.insert(step.id);
      m_all.insert(step.id);
      m_whole.insert(step.id);
    }
  }

  const Procedure& m_procedure;
  std::vector<std::set<std::string>> m_after;
  std::set<std::string> m_all;
  std::set<std::string> m_whole;  ///< whose answer counts as it is, not only that there is one
  std::set<std::string_view> m_rules;
};

class Explorer {
 public:
  Explorer(const Procedure& procedure, Date today)
      : m_procedure(procedure), m_today(today), m_deciding(procedure) {}

  Ways explore() {
    const Step* start = m_procedure.find(m_procedure.start);
    if (start != nullptr) visit(*start);
    for (const Step& step : m_procedure.steps) {
      if (m_ways.met.count(step.id) == 0) fault("no way comes to " + step.id);
    }
    return std::move(m_ways);
  }

 private:
  void fault(std::string line) { m_ways.faults.insert(std::move(line)); }

  void visit(const Step& step) {
    if (!m_seen.insert(m_deciding.placeOf(step, m_answers)).second) return;
    if (++m_ways.places > mostPlaces) return fault("too many ways");
    if (m_answers.size() > longestWay) return fault("a way does not end");
    m_ways.met.insert(step.id);
    if (step.next.empty()) return arrive(step);
    const bool isFirst = m_expanded.insert(step.id).second;
    bool taken = false;
    for (const std::string& answer :
         answersAt(m_procedure, step, m_deciding.rules(), m_answers, m_today)) {
      if (taken && !isFirst && !m_deciding.matters(step)) break;
      taken = give(step, answer) || taken;
    }
    if (!taken) fault(step.id + " takes no answer");
  }

  bool give(const Step& step, const std::string& answer) {
    const auto checked = check(m_procedure, step, answer, m_answers, m_today);
    if (!checked) {
      if (step.answer != AnswerKind::CalendarDate) fault(step.id + " refuses " + answer);
      return false;
    }
    m_answers.insert_or_assign(step.id, *checked);
    const Step* next = following(step);
    if (next == nullptr || next == &step) {
      fault("no way goes on from " + step.id);
    } else {
      visit(*next);
    }
    m_answers.erase(step.id);
    return true;
  }

  const Step* following(const Step& step) const {
    const Branch& first = step.next.front();
    if (first.when.empty()) return m_procedure.find(first.go);
    return &route(m_procedure, m_answers, m_today).current();
  }

  void arrive(const Step& step) {
    if (endsOf(step).empty() && step.opens.empty()) {
      fault("a way breaks off at " + step.id);
    }
    m_ways.ends.emplace(step.id, m_answers);
    if (step.answer != AnswerKind::Send || m_ways.mayBeSent) return;
    m_ways.mayBeSent = !isRefused(m_procedure, m_answers, m_today);
    if (m_ways.mayBeSent) m_ways.ends[step.id] = m_answers;
  }

  const Procedure& m_procedure;
  Date m_today;
  Deciding m_deciding;
  Answers m_answers;
  std::set<std::string> m_seen;
  std::set<std::string> m_expanded;
  Ways m_ways;
};

}  // namespace

std::set<End> endsOf(const Step& step) {
  if (step.answer == AnswerKind::Send) return {End::Sent, End::Kept};
  if (step.leadsTo == "list") return {End::List};
  if (step.leadsTo == "agent") return {End::CallBack};
  return {};
}

Ways waysThrough(const Procedure& procedure, Date today) {
  return Explorer(procedure, today).explore();
}

std::set<std::string> strayed(const Procedure& procedure, Date today, const Ways& known,
                              unsigned seed, int count) {
  const Deciding deciding(procedure);
  std::mt19937 random(seed);
  std::set<std::string> faults;
  for (int i = 0; i < count; ++i) {
    Answers answers;
    const Step* step = procedure.find(procedure.start);
    while (!step->next.empty()) {
      auto all = answersAt(procedure, *step, deciding.rules(), answers, today);
      std::shuffle(all.begin(), all.end(), random);
      const auto taken = std::find_if(all.begin(), all.end(), [&](const std::string& answer) {
        return check(procedure, *step, answer, answers, today).has_value();
      });
      if (taken == all.end()) break;
      answers.insert_or_assign(step->id, *check(procedure, *step, *taken, answers, today));
      const Step* next = &route(procedure, answers, today).current();
      if (next == step) break;
      step = next;
    }
    if (known.ends.count(step->id) == 0) faults.insert("strayed to " + step->id);
  }
  return faults;
}

}  // namespace every_way
