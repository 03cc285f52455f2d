// SPDX-License-Identifier: Apache-2.0
#include "agent/acts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "crypto/crypto.h"

namespace agent {
namespace {

constexpr std::array<std::pair<ActKind, std::string_view>, 14> actWords{
    {{ActKind::Opened, "opened"},
     {ActKind::Jumped, "jumped"},
     {ActKind::Filled, "filled"},
     {ActKind::Suggested, "suggested"},
     {ActKind::Pointed, "pointed"},
     {ActKind::Explained, "explained"},
     {ActKind::Looked, "looked"},
     {ActKind::Stopped, "stopped"},
     {ActKind::Extended, "extended"},
     {ActKind::MandateRead, "mandate-read"},
     {ActKind::MandateMade, "mandate-made"},
     {ActKind::MandateUsed, "mandate-used"},
     {ActKind::MandateCancelled, "mandate-cancelled"},
     {ActKind::Left, "left"}}};

std::set<std::string, std::less<>> wellFormed(const std::vector<std::string>& ids) {
  std::set<std::string, std::less<>> kept;
  std::copy_if(ids.begin(), ids.end(), std::inserter(kept, kept.end()),
               [](const std::string& id) { return isStepOrRule(id); });
  return kept;
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<std::string>& steps, const std::vector<std::string>& rules)
    : m_steps(wellFormed(steps)), m_rules(wellFormed(rules)) {}

std::optional<StepId> Vocabulary::step(std::string_view id) const {
  const auto found = m_steps.find(id);
  if (found == m_steps.end()) return std::nullopt;
  return StepId(*found);
}

std::optional<RuleId> Vocabulary::rule(std::string_view id) const {
  const auto found = m_rules.find(id);
  if (found == m_rules.end()) return std::nullopt;
  return RuleId(*found);
}

VisitNumber VisitNumber::random() {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : crypto::randomBytes(16)) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return VisitNumber(std::move(text));
}

Act Act::suggested(const StepId& step, Outcome outcome) {
  Act act(ActKind::Suggested, step);
  act.m_accepted = outcome == Outcome::Accepted;
  return act;
}

Act Act::explained(const RuleId& rule) {
  Act act(ActKind::Explained);
  act.m_subject = Subject::Rule;
  act.m_id = rule.text();
  return act;
}

std::vector<Fact> factsOf(std::span<const RecordedAct> acts) {
  std::vector<Fact> facts;
  for (const RecordedAct& act : acts) {
    if (act.kind == ActKind::Stopped || act.kind == ActKind::Left) continue;
    Fact fact{act.agent, act.kind, act.subject, act.id, act.accepted, 1};
    const auto same = std::find_if(facts.begin(), facts.end(), [&](const Fact& other) {
      fact.count = other.count;
      return other == fact;
    });
    if (same != facts.end()) {
      ++same->count;
    } else {
      fact.count = 1;
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

std::string_view wordOf(ActKind kind) {
  for (const auto& [known, word] : actWords)
    if (known == kind) return word;
  return {};
}

std::optional<ActKind> actOf(std::string_view text) {
  for (const auto& [kind, word] : actWords)
    if (word == text) return kind;
  return std::nullopt;
}

bool isStepOrRule(std::string_view id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= 64 && plain(id.front()) &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return plain(c) || c == '.' || c == ':' || c == '-'; });
}

}  // namespace agent
