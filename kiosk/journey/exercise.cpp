// SPDX-License-Identifier: Apache-2.0
#include "exercise.h"

#include <algorithm>

#include "contains.h"

namespace journey {
namespace {

using Kind = Miss::Kind;

std::string textOf(const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<int>(&value)) return std::to_string(*number);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
  return {};
}

/// What was answered at a step or stands in a field; nothing when neither was come to.
std::optional<std::string> givenAt(const Reached& reached, const std::string& subject) {
  if (const auto answer = reached.answers.find(subject); answer != reached.answers.end()) {
    return answer->second;
  }
  const auto field = reached.fields.find(subject);
  if (field == reached.fields.end()) return std::nullopt;
  return textOf(field->second);
}

void compare(const Aim& aim, const Reached& reached, Date today, std::vector<Miss>& misses) {
  const auto miss = [&](Kind kind, const std::string& subject, std::string expected,
                        std::string given) {
    misses.push_back({kind, aim.procedure, subject, std::move(expected), std::move(given)});
  };
  for (const auto& [subject, fact] : aim.answers) {
    const auto given = givenAt(reached, subject);
    const std::string wanted = fact.on(today);
    if (given != wanted) miss(Kind::Answer, subject, wanted, given.value_or(std::string()));
  }
  for (const std::string& paper : aim.papers) {
    if (!contains(reached.papers, paper)) miss(Kind::Paper, paper, {}, {});
  }
  for (const std::string& code : aim.findings) {
    if (!contains(reached.findings, code)) miss(Kind::Finding, code, {}, {});
  }
  if (!aim.verdict.empty() && aim.verdict != reached.verdict) {
    miss(Kind::Verdict, {}, aim.verdict, reached.verdict);
  }
  if (aim.end != reached.end) miss(Kind::End, {}, aim.end, reached.end);
}

}  // namespace

std::string Fact::on(Date today) const {
  return days ? isoDate(plusDays(today, *days)) : text;
}

const Fact* factAt(const Facts& facts, const Step& step) {
  for (const std::string* key : {&step.id, &step.textId, &step.field}) {
    if (key->empty()) continue;
    if (const auto found = facts.find(*key); found != facts.end()) return &found->second;
  }
  return nullptr;
}

const Exercise* Exercises::find(std::string_view id) const {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Exercise& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<Miss> missesOf(const Exercise& exercise, const std::vector<Reached>& reached,
                           Date today) {
  std::vector<Miss> misses;
  // How far the procedures opened so far agree in order with those of the case.
  std::size_t from = 0;
  for (const Aim& aim : exercise.aims) {
    const auto opened = std::find_if(reached.begin(), reached.end(), [&](const Reached& one) {
      return one.procedure == aim.procedure;
    });
    if (opened == reached.end()) {
      misses.push_back({Kind::NotOpened, aim.procedure, {}, {}, {}});
      continue;
    }
    const auto place = static_cast<std::size_t>(opened - reached.begin());
    if (place < from) misses.push_back({Kind::TooLate, aim.procedure, {}, {}, {}});
    from = std::max(from, place);
    compare(aim, *opened, today, misses);
  }
  for (const Reached& one : reached) {
    const bool wanted = std::any_of(exercise.aims.begin(), exercise.aims.end(),
                                    [&](const Aim& aim) { return aim.procedure == one.procedure; });
    if (!wanted) misses.push_back({Kind::NotWanted, one.procedure, {}, {}, {}});
  }
  return misses;
}

}  // namespace journey
