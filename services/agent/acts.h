// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agent/agents_config.h"

// What an agent can have done in a visit. Nothing of the person fits in here: an act is a kind and
// the id of a step or rule of the configuration. A text does not compile, and an id can only be had
// from what the configuration names.
namespace agent {

enum class ActKind {
  Opened,       // the panel, with badge and PIN
  Jumped,       // the person's screen to a step
  Filled,       // a step, at the person's request
  Suggested,    // a value, which the person took or not
  Pointed,      // at a step on the person's screen
  Explained,    // a step or a rule
  Looked,       // at the screen from the desk, with the person's consent
  Stopped,      // looking
  Extended,     // the time of the visit
  MandateRead,  // the mandate, aloud
  MandateMade,  // both have signed it, and it is printed
  MandateUsed,  // for somebody who is not there
  MandateCancelled,
  Left,  // the panel
};

class StepId {
 public:
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  friend class Vocabulary;
  explicit StepId(std::string text) : m_text(std::move(text)) {}
  std::string m_text;
};

class RuleId {
 public:
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  friend class Vocabulary;
  explicit RuleId(std::string text) : m_text(std::move(text)) {}
  std::string m_text;
};

// The ids that a visit can name: those of its procedure's route and of the rules. Ids of another
// form than ^[a-z0-9][a-z0-9.:-]{0,63}$ are left out.
class Vocabulary {
 public:
  Vocabulary(const std::vector<std::string>& steps, const std::vector<std::string>& rules);
  // Nothing for a text that is not one of them.
  [[nodiscard]] std::optional<StepId> step(std::string_view id) const;
  [[nodiscard]] std::optional<RuleId> rule(std::string_view id) const;

 private:
  std::set<std::string, std::less<>> m_steps;
  std::set<std::string, std::less<>> m_rules;
};

// An agent of the configuration, by id.
class AgentId {
 public:
  explicit AgentId(const Agent& agent) : m_text(agent.id) {}
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  std::string m_text;
};

// One visit in the journal: 128 random bits as 32 hexadecimal digits. Not the request's id, so that
// the journal does not lead to a file.
class VisitNumber {
 public:
  [[nodiscard]] static VisitNumber random();
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  explicit VisitNumber(std::string text) : m_text(std::move(text)) {}
  std::string m_text;
};

enum class Outcome { Accepted, Refused };
enum class Subject { None, Step, Rule };

class Act {
 public:
  [[nodiscard]] static Act opened() { return Act(ActKind::Opened); }
  [[nodiscard]] static Act jumped(const StepId& step) { return {ActKind::Jumped, step}; }
  [[nodiscard]] static Act filled(const StepId& step) { return {ActKind::Filled, step}; }
  [[nodiscard]] static Act suggested(const StepId& step, Outcome outcome);
  [[nodiscard]] static Act pointed(const StepId& step) { return {ActKind::Pointed, step}; }
  [[nodiscard]] static Act explained(const StepId& step) { return {ActKind::Explained, step}; }
  [[nodiscard]] static Act explained(const RuleId& rule);
  [[nodiscard]] static Act looked() { return Act(ActKind::Looked); }
  [[nodiscard]] static Act stopped() { return Act(ActKind::Stopped); }
  [[nodiscard]] static Act extended() { return Act(ActKind::Extended); }
  [[nodiscard]] static Act mandateRead() { return Act(ActKind::MandateRead); }
  [[nodiscard]] static Act mandateMade() { return Act(ActKind::MandateMade); }
  [[nodiscard]] static Act mandateUsed() { return Act(ActKind::MandateUsed); }
  [[nodiscard]] static Act mandateCancelled() { return Act(ActKind::MandateCancelled); }
  [[nodiscard]] static Act left() { return Act(ActKind::Left); }

  [[nodiscard]] ActKind kind() const { return m_kind; }
  [[nodiscard]] Subject subject() const { return m_subject; }
  [[nodiscard]] const std::string& id() const { return m_id; }  // "" without a subject
  [[nodiscard]] bool accepted() const { return m_accepted; }

 private:
  explicit Act(ActKind kind) : m_kind(kind) {}
  Act(ActKind kind, const StepId& step)
      : m_kind(kind), m_subject(Subject::Step), m_id(step.text()) {}

  ActKind m_kind;
  Subject m_subject = Subject::None;
  std::string m_id;
  bool m_accepted = false;
};

// An entry of the journal as it is read again.
struct RecordedAct {
  std::string visit;
  std::string agent;
  std::chrono::seconds age{};  // since the visit began
  ActKind kind = ActKind::Opened;
  Subject subject = Subject::None;
  std::string id;
  bool accepted = false;
  bool operator==(const RecordedAct&) const = default;
};

// A line of the page that the person takes along: "what your adviser did with you today".
struct Fact {
  std::string agent;
  ActKind kind = ActKind::Opened;
  Subject subject = Subject::None;
  std::string id;  // of the step or rule
  bool accepted = false;
  int count = 0;
  bool operator==(const Fact&) const = default;
};

// The facts of one visit in the order in which they first happened; what was done again is counted
// instead of repeated. Left out, as nothing that was done with the person: Stopped, Left.
[[nodiscard]] std::vector<Fact> factsOf(std::span<const RecordedAct> acts);

// "mandate-read"; and back, nothing for another word.
[[nodiscard]] std::string_view wordOf(ActKind kind);
[[nodiscard]] std::optional<ActKind> actOf(std::string_view word);
// ^[a-z0-9][a-z0-9.:-]{0,63}$
[[nodiscard]] bool isStepOrRule(std::string_view id);

}  // namespace agent
