// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "draft.h"
#include "named_rules.h"
#include "object_reader.h"
#include "openings.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;
constexpr std::size_t mostSteps = 1000;  // once expanded
constexpr std::size_t mostChapters = 8;  // more give no overview

MaybeFault readChapters(const nlohmann::json& list, Procedure& procedure) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = "/chapters/" + std::to_string(i);
    const std::string chapter = list[i].is_string() ? list[i].get<std::string>() : std::string();
    if (!isName(chapter)) {
      return ConfigFault{at, "this is no name", "write lower-case words joined by hyphens"};
    }
    std::vector<std::string>& chapters = procedure.chapters;
    if (std::find(chapters.begin(), chapters.end(), chapter) != chapters.end()) {
      return ConfigFault{at, "this chapter is there twice", "leave one of them out"};
    }
    chapters.push_back(chapter);
  }
  return std::nullopt;
}

/// What no procedure may forget: whatever it asks for, papers are looked at, and who acts for
/// somebody shows that they may.
MaybeFault faultOfForgotten(const OfficerRules& officer) {
  for (const std::string_view name : {"papers", "mandate"}) {
    const bool asked = std::any_of(
        officer.rules.begin(), officer.rules.end(),
        [name](const OfficerRule& rule) { return rule.rule->name == name && rule.when.empty(); });
    if (asked) continue;
    return ConfigFault{"/officer/rules", "the rule \"" + std::string(name) + "\" is missing",
                       "ask for it in every request, and name its source"};
  }
  return std::nullopt;
}

/// What a procedure says besides its steps.
MaybeFault readRules(ObjectReader& reader, const nlohmann::json& document, Procedure& procedure) {
  procedure.minutes = reader.integer("minutes", 1, 120);
  procedure.posted = reader.flag("posted");
  const nlohmann::json* officer = reader.object("officer");
  if (officer == nullptr) reader.refuseMissing("officer");
  if (!reader.has("cost")) reader.refuseMissing("cost");
  if (reader.fault()) return reader.fault();
  auto rules = readOfficerRules(*officer, "/officer");
  if (!rules) return rules.error();
  if (auto fault = faultOfForgotten(*rules)) return fault;
  procedure.officer = *std::move(rules);
  auto cost = readCostRules(document.at("cost"), "/cost");
  if (!cost) return cost.error();
  procedure.cost = *std::move(cost);
  auto openings = readOpenings(document);
  if (!openings) return openings.error();
  procedure.openings = *std::move(openings);
  return std::nullopt;
}

MaybeFault readWhole(ObjectReader& reader, const Parts& parts, Draft& draft) {
  draft.procedure.id = reader.name("id");
  draft.procedure.version = reader.integer("version", 1, 100000);
  draft.procedure.start = reader.name("start");
  const nlohmann::json* chapters = reader.list("chapters", 1, mostChapters);
  if (!reader.has("chapters")) reader.refuseMissing("chapters");
  const nlohmann::json* repeated = reader.list("repeated", 0, 9);
  const nlohmann::json* steps = reader.list("steps", 1, 300);
  if (!reader.has("steps")) reader.refuseMissing("steps");
  if (reader.fault()) return reader.fault();
  MaybeFault fault = readChapters(*chapters, draft.procedure);
  for (std::size_t i = 0; repeated != nullptr && !fault && i < repeated->size(); ++i) {
    auto group = readRepeated((*repeated)[i], "/repeated/" + std::to_string(i));
    if (!group) return group.error();
    draft.repeated.push_back(*std::move(group));
  }
  if (!fault) fault = readSteps(*steps, parts, draft);
  return fault;
}

/// From the steps as written to the procedure that can be walked.
tl::expected<Procedure, ConfigFault> proved(Draft& draft) {
  pruneParts(draft);
  auto steps = expanded(draft);
  if (!steps) return tl::make_unexpected(steps.error());
  draft.steps = *std::move(steps);
  if (draft.steps.size() > mostSteps) {
    return tl::make_unexpected(
        ConfigFault{"/repeated", "there are too many steps once repeated", "lower \"atMost\""});
  }
  if (auto fault = orderSteps(draft)) return tl::make_unexpected(*std::move(fault));
  if (auto fault = faultOfMandatoryFields(draft)) return tl::make_unexpected(*std::move(fault));
  Procedure procedure = std::move(draft.procedure);
  for (DraftStep& draftStep : draft.steps) {
    procedure.places.emplace(draftStep.step.id, procedure.steps.size());
    procedure.steps.push_back(std::move(draftStep.step));
  }
  return procedure;
}

/// Only the reception opens procedures: one that opened another would never be sent.
MaybeFault faultOfOpenings(const Draft& draft) {
  for (const DraftStep& one : draft.steps) {
    if (one.step.opens.empty()) continue;
    return ConfigFault{stepPointer(one) + "/opens", "a procedure opens no other",
                       "lead to an agent, or let the reception open it"};
  }
  return std::nullopt;
}

}  // namespace

tl::expected<Repeated, ConfigFault> readRepeated(const nlohmann::json& object,
                                                 const std::string& pointer) {
  ObjectReader reader(object, pointer, {"group", "atMost", "again"});
  Repeated repeated;
  repeated.group = reader.name("group");
  repeated.atMost = reader.integer("atMost", 2, 9);
  repeated.again = reader.optionalName("again");
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  return repeated;
}

tl::expected<Procedure, ConfigFault> parseProcedure(const nlohmann::json& document,
                                                    const Parts& parts) {
  ObjectReader reader(document, "",
                      {"$schema", "id", "version", "minutes", "posted", "chapters", "start",
                       "repeated", "steps", "officer", "cost", "reception"});
  Draft draft;
  MaybeFault fault = readWhole(reader, parts, draft);
  if (!fault) fault = readRules(reader, document, draft.procedure);
  if (!fault) fault = faultOfOpenings(draft);
  if (fault) return tl::make_unexpected(*std::move(fault));
  return proved(draft);
}

tl::expected<Procedure, ConfigFault> parseReception(const nlohmann::json& document,
                                                    const Parts& parts) {
  ObjectReader reader(document, "",
                      {"$schema", "id", "version", "chapters", "start", "repeated", "steps"});
  Draft draft;
  draft.isReception = true;
  if (MaybeFault fault = readWhole(reader, parts, draft)) {
    return tl::make_unexpected(*std::move(fault));
  }
  return proved(draft);
}

tl::expected<Procedure, ConfigFault> joined(const Procedure& reception,
                                            const Procedure& procedure) {
  Procedure both = procedure;
  both.start = reception.start;
  both.chapters = reception.chapters;
  for (const std::string& chapter : procedure.chapters) {
    const auto& known = both.chapters;
    if (std::find(known.begin(), known.end(), chapter) == known.end()) {
      both.chapters.push_back(chapter);
    }
  }
  if (both.chapters.size() > mostChapters) {
    return tl::make_unexpected(ConfigFault{"/chapters", "with the reception these are too many",
                                           "share the chapters of the reception"});
  }
  both.steps = reception.steps;
  for (Step& step : both.steps) {
    const auto& opens = step.opens;
    if (std::find(opens.begin(), opens.end(), procedure.id) == opens.end()) continue;
    step.next.push_back({{}, procedure.start});
  }
  both.steps.insert(both.steps.end(), procedure.steps.begin(), procedure.steps.end());
  both.places.clear();
  for (std::size_t i = 0; i < both.steps.size(); ++i) {
    if (both.places.emplace(both.steps[i].id, i).second) continue;
    return tl::make_unexpected(
        ConfigFault{"/steps", "the reception has the step \"" + both.steps[i].id + "\" too",
                    "give it another id"});
  }
  return both;
}

const Step* Procedure::find(std::string_view stepId) const {
  const auto found = places.find(stepId);
  return found == places.end() ? nullptr : &steps[found->second];
}

}  // namespace journey
