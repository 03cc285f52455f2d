// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "draft.h"
#include "step_words.h"

namespace journey {
namespace {

constexpr std::size_t mostMandatoryFields = 64;
constexpr std::size_t mostStates = 20000;  // change-of-holder has some hundreds
using Missing = std::bitset<mostMandatoryFields>;

/// Somebody on the way, as far as the rest of the way depends on it.
struct State {
  std::size_t place = 0;
  Missing missing;
  std::vector<std::pair<std::size_t, std::size_t>>
      known;  ///< place, answer: those asked about later
  std::size_t parent = 0;
};

enum class Holds { Yes, No, Maybe };

/// Walks every different way to `send`. Conditions on answers are followed exactly; a named rule
/// may hold or not.
class Walker {
 public:
  explicit Walker(const Draft& draft)
      : m_steps(draft.steps), m_fields(mandatoryFields(draft.procedure.id)) {
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
      m_places.emplace(m_steps[i].step.id, i);
      m_words.push_back(settingWords(m_steps[i].step));
    }
    m_lastUse.assign(m_steps.size(), 0);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
      for (const Branch& branch : m_steps[i].step.next) {
        if (!branch.when || branch.when->test == Condition::Test::Rule) continue;
        std::size_t& last = m_lastUse[m_places.find(branch.when->step)->second];
        last = std::max(last, i);
      }
    }
  }

  [[nodiscard]] std::optional<ConfigFault> walk(const std::string& start) {
    State first;
    first.place = m_places.find(start)->second;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
      first.missing.set(i);
    add(std::move(first));
    for (std::size_t i = 0; i < m_states.size(); ++i) {
      if (m_states.size() > mostStates) {
        return ConfigFault{"/steps", "there are too many different ways through this procedure",
                           "let later steps depend on fewer earlier answers"};
      }
      const State state = m_states[i];
      const Step& step = m_steps[state.place].step;
      if (step.answer == AnswerKind::Send && state.missing.any()) return faultOf(i);
      for (std::size_t word = 0; word < m_words[state.place].size(); ++word) {
        advance(state, i, word);
      }
    }
    return std::nullopt;
  }

 private:
  void add(State state) {
    std::string key = std::to_string(state.place) + ' ' + std::to_string(state.missing.to_ullong());
    for (const auto& [place, word] : state.known) {
      key += ' ' + std::to_string(place) + '=' + std::to_string(word);
    }
    if (m_seen.emplace(std::move(key), m_states.size()).second) {
      m_states.push_back(std::move(state));
    }
  }

  [[nodiscard]] bool gives(const Step& step, std::string_view word, std::string_view field) const {
    const bool isValue = word != "unknown" && word != "empty";
    if (step.field == field && isValue) return true;
    const auto settings = step.sets.find(std::string(word));
    return settings != step.sets.end() &&
           std::any_of(settings->second.begin(), settings->second.end(),
                       [&](const FieldSetting& setting) { return setting.field == field; });
  }

  /// Asked: whatever the person answered, even "Je ne sais pas": the verdict then tells it.
  [[nodiscard]] bool asks(const Step& step, std::string_view field) const {
    return step.field == field ||
           std::any_of(step.sets.begin(), step.sets.end(),
                       [&](const auto& item) { return gives(step, item.first, field); });
  }

  void advance(const State& from, std::size_t index, std::size_t word) {
    const Step& step = m_steps[from.place].step;
    State answered = from;
    answered.parent = index;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
      const MandatoryField& mandatory = m_fields[i];
      const bool given = !mandatory.unlessGiven.empty() &&
                         gives(step, m_words[from.place][word], mandatory.unlessGiven);
      if (given || asks(step, mandatory.field)) answered.missing.reset(i);
    }
    answered.known.emplace_back(from.place, word);
    for (const Branch& branch : step.next) {
      const Holds holds = branch.when ? test(*branch.when, answered) : Holds::Yes;
      if (holds != Holds::No) arrive(answered, m_places.find(branch.go)->second);
      if (holds == Holds::Yes) return;
    }
  }

  void arrive(State state, std::size_t place) {
    state.place = place;
    const auto forgotten = [&](const auto& known) { return m_lastUse[known.first] < place; };
    state.known.erase(std::remove_if(state.known.begin(), state.known.end(), forgotten),
                      state.known.end());
    add(std::move(state));
  }

  [[nodiscard]] Holds test(const Condition& condition, const State& state) const {
    if (condition.test == Condition::Test::Rule) return Holds::Maybe;
    const std::size_t place = m_places.find(condition.step)->second;
    const auto known = std::find_if(state.known.begin(), state.known.end(),
                                    [&](const auto& item) { return item.first == place; });
    const bool isOnWay = known != state.known.end();
    const std::string_view word = isOnWay ? m_words[place][known->second] : std::string_view();
    const bool isValue = isOnWay && word != "unknown" && word != "empty";
    const bool isEqual = isOnWay && word == settingWord(m_steps[place].step, condition.value);
    bool holds = false;
    switch (condition.test) {
      case Condition::Test::Is:
        holds = isEqual;
        break;
      case Condition::Test::IsNot:
        holds = !isEqual;
        break;
      case Condition::Test::Answered:
        holds = isValue;
        break;
      case Condition::Test::NotAnswered:
        holds = !isValue;
        break;
      case Condition::Test::Rule:
        return Holds::Maybe;
    }
    return holds ? Holds::Yes : Holds::No;
  }

  [[nodiscard]] ConfigFault faultOf(std::size_t index) const {
    const State& end = m_states[index];
    std::size_t field = 0;
    while (!end.missing.test(field))
      ++field;
    std::string way = m_steps[end.place].step.id;
    for (std::size_t i = index; m_states[i].parent != i;) {
      i = m_states[i].parent;
      const DraftStep& step = m_steps[m_states[i].place];
      if (step.step.next.size() > 1 || i == 0) way = step.step.id + " … " + way;
    }
    return ConfigFault{
        stepPointer(m_steps[end.place]),
        "a way to sending does not ask for " + std::string(m_fields[field].field) + ": " + way,
        "let each way pass a step that gives this field"};
  }

  const std::vector<DraftStep>& m_steps;
  const std::vector<MandatoryField>& m_fields;
  std::unordered_map<std::string, std::size_t> m_places;
  std::vector<std::vector<std::string_view>> m_words;
  std::vector<std::size_t> m_lastUse;  ///< by place: the last place with a condition on it
  std::vector<State> m_states;
  std::unordered_map<std::string, std::size_t> m_seen;
};

}  // namespace

std::optional<ConfigFault> faultOfMandatoryFields(const Draft& draft) {
  if (mandatoryFields(draft.procedure.id).empty()) return std::nullopt;
  return Walker(draft).walk(draft.procedure.start);
}

}  // namespace journey
