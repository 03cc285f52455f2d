// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "draft.h"
#include "step_words.h"

namespace journey {
namespace {

constexpr std::size_t mostStates = 20000;  // change-of-holder has some hundreds
using FieldBits = std::uint64_t;           ///< a bit for each mandatory field
using Place = std::uint16_t;

/// A condition with its names resolved.
struct Resolved {
  Condition::Test test = Condition::Test::Is;
  Place step = 0;         ///< that the condition looks at
  std::string_view word;  ///< what it is compared with
};

/// A branch with its names resolved; without conditions it is always taken.
struct Way {
  std::vector<Resolved> when;
  Place go = 0;
};

/// A step as far as this proof needs it.
struct Node {
  std::vector<std::string_view> words;  ///< the answers that differ
  std::vector<FieldBits> settled;       ///< by answer: the fields that need not be asked any more
  std::vector<Way> ways;
  Place lastUse = 0;  ///< the last place with a condition on this step
};

/// Somebody on the way, as far as the rest of the way depends on it.
struct State {
  Place place = 0;
  FieldBits missing = 0;
  std::vector<std::pair<Place, Place>> known;  ///< place, answer: of the steps looked at later
  std::size_t parent = 0;
};

bool sets(const Step& step, std::string_view word, std::string_view field) {
  const auto settings = step.sets.find(std::string(word));
  return settings != step.sets.end() &&
         std::any_of(settings->second.begin(), settings->second.end(),
                     [&](const FieldSetting& setting) { return setting.field == field; });
}

bool gives(const Step& step, std::string_view word, std::string_view field) {
  const bool isValue = word != "unknown" && word != "empty";
  return (step.field == field && isValue) || sets(step, word, field);
}

/// Asked: whatever the person answered, even "Je ne sais pas": the verdict then tells it.
bool asks(const Step& step, std::string_view field) {
  return step.field == field ||
         std::any_of(step.sets.begin(), step.sets.end(),
                     [&](const auto& item) { return sets(step, item.first, field); });
}

Node nodeOf(const Step& step, const std::vector<MandatoryField>& fields) {
  Node node;
  node.words = settingWords(step);
  for (std::string_view word : node.words) {
    FieldBits settled = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& unless = fields[i].unlessGiven;
      const bool isGiven = std::any_of(unless.begin(), unless.end(), [&](const std::string& field) {
        return gives(step, word, field);
      });
      if (isGiven || asks(step, fields[i].field)) settled |= FieldBits{1} << i;
    }
    node.settled.push_back(settled);
  }
  return node;
}

std::vector<Node> nodesOf(const std::vector<DraftStep>& steps,
                          const std::vector<MandatoryField>& fields) {
  std::unordered_map<std::string_view, Place> places;
  std::vector<Node> nodes;
  for (const DraftStep& draftStep : steps) {
    places.emplace(draftStep.step.id, static_cast<Place>(nodes.size()));
    nodes.push_back(nodeOf(draftStep.step, fields));
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (const Branch& branch : steps[i].step.next) {
      Way way;
      way.go = places.at(branch.go);
      for (const Condition& condition : branch.when) {
        Resolved asked;
        asked.test = condition.test;
        if (asked.test != Condition::Test::Rule) {
          asked.step = places.at(condition.step);
          asked.word = settingWord(steps[asked.step].step, condition.value);
          nodes[asked.step].lastUse = std::max(nodes[asked.step].lastUse, static_cast<Place>(i));
        }
        way.when.push_back(asked);
      }
      nodes[i].ways.push_back(way);
    }
  }
  return nodes;
}

enum class Holds { Yes, No, Maybe };

/// Walks every different way to `send`. Conditions on answers are followed exactly; a named rule
/// may hold or not.
class Walker {
 public:
  Walker(const Draft& draft, const std::vector<MandatoryField>& fields)
      : m_steps(draft.steps), m_fields(fields), m_nodes(nodesOf(draft.steps, fields)) {}

  [[nodiscard]] std::optional<ConfigFault> walk(Place start) {
    State first;
    first.place = start;
    first.missing = (FieldBits{1} << m_fields.size()) - 1;
    add(std::move(first));
    for (std::size_t i = 0; i < m_states.size(); ++i) {
      if (m_states.size() > mostStates) {
        return ConfigFault{"/steps", "there are too many different ways through this procedure",
                           "let later steps depend on fewer earlier answers"};
      }
      const State state = m_states[i];
      const bool sends = m_steps[state.place].step.answer == AnswerKind::Send;
      if (sends && state.missing != 0) return faultOf(i);
      for (std::size_t word = 0; word < m_nodes[state.place].words.size(); ++word) {
        advance(state, i, static_cast<Place>(word));
      }
    }
    return std::nullopt;
  }

 private:
  void add(State state) {
    std::string key(reinterpret_cast<const char*>(&state.missing), sizeof state.missing);
    const auto append = [&](Place place) {
      key += static_cast<char>(place & 0xFFU);
      key += static_cast<char>(place >> 8U);
    };
    append(state.place);
    for (const auto& [place, word] : state.known) {
      append(place);
      append(word);
    }
    if (m_seen.emplace(std::move(key), m_states.size()).second) {
      m_states.push_back(std::move(state));
    }
  }

  void advance(const State& from, std::size_t index, Place word) {
    const Node& node = m_nodes[from.place];
    State answered = from;
    answered.parent = index;
    answered.missing &= ~node.settled[word];
    answered.known.emplace_back(from.place, word);
    for (const Way& way : node.ways) {
      const Holds holds = testAll(way, answered);
      if (holds != Holds::No) arrive(answered, way.go);
      if (holds == Holds::Yes) return;
    }
  }

  void arrive(State state, Place place) {
    state.place = place;
    const auto isForgotten = [&](const auto& item) { return m_nodes[item.first].lastUse < place; };
    auto& known = state.known;
    known.erase(std::remove_if(known.begin(), known.end(), isForgotten), known.end());
    add(std::move(state));
  }

  [[nodiscard]] Holds testAll(const Way& way, const State& state) const {
    Holds all = Holds::Yes;
    for (const Resolved& asked : way.when) {
      const Holds one = test(asked, state);
      if (one == Holds::No) return one;
      if (one == Holds::Maybe) all = one;
    }
    return all;
  }

  [[nodiscard]] Holds test(const Resolved& asked, const State& state) const {
    if (asked.test == Condition::Test::Rule) return Holds::Maybe;
    const auto known = std::find_if(state.known.begin(), state.known.end(),
                                    [&](const auto& item) { return item.first == asked.step; });
    const bool isOnWay = known != state.known.end();
    const std::string_view word = isOnWay ? m_nodes[asked.step].words[known->second] : "";
    const bool isValue = isOnWay && word != "unknown" && word != "empty";
    const bool isEqual = isOnWay && word == asked.word;
    switch (asked.test) {
      case Condition::Test::Is:
        return isEqual ? Holds::Yes : Holds::No;
      case Condition::Test::IsNot:
        return isEqual ? Holds::No : Holds::Yes;
      case Condition::Test::Answered:
        return isValue ? Holds::Yes : Holds::No;
      case Condition::Test::NotAnswered:
        return isValue ? Holds::No : Holds::Yes;
      case Condition::Test::Rule:
        break;
    }
    return Holds::Maybe;
  }

  [[nodiscard]] ConfigFault faultOf(std::size_t index) const {
    const State& end = m_states[index];
    std::size_t field = 0;
    while (((end.missing >> field) & 1U) == 0)
      ++field;
    std::string way = m_steps[end.place].step.id;
    for (std::size_t i = index; m_states[i].parent != i;) {
      i = m_states[i].parent;
      const Step& step = m_steps[m_states[i].place].step;
      if (step.next.size() > 1 || i == 0) way = step.id + " … " + way;
    }
    return ConfigFault{stepPointer(m_steps[end.place]),
                       "a way to sending does not ask for " + m_fields[field].field + ": " + way,
                       "let each way pass a step that gives this field"};
  }

  const std::vector<DraftStep>& m_steps;
  const std::vector<MandatoryField>& m_fields;
  std::vector<Node> m_nodes;
  std::vector<State> m_states;
  std::unordered_map<std::string, std::size_t> m_seen;
};

}  // namespace

std::optional<ConfigFault> faultOfMandatoryFields(const Draft& draft) {
  const std::vector<MandatoryField> fields = mandatoryFields(draft.procedure.officer);
  if (fields.empty()) return std::nullopt;
  const auto start =
      std::find_if(draft.steps.begin(), draft.steps.end(),
                   [&](const DraftStep& step) { return step.step.id == draft.procedure.start; });
  return Walker(draft, fields).walk(static_cast<Place>(start - draft.steps.begin()));
}

}  // namespace journey
