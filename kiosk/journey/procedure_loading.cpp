// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "draft.h"
#include "object_reader.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;
constexpr std::size_t mostSteps = 1000;  // once expanded

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

MaybeFault readRepeated(const nlohmann::json& list, Draft& draft) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    ObjectReader reader(list[i], "/repeated/" + std::to_string(i), {"group", "atMost", "again"});
    Repeated repeated;
    repeated.group = reader.name("group");
    repeated.atMost = reader.integer("atMost", 2, 9);
    repeated.again = reader.optionalName("again");
    if (reader.fault()) return reader.fault();
    draft.repeated.push_back(std::move(repeated));
  }
  return std::nullopt;
}

MaybeFault readSteps(const nlohmann::json& list, Draft& draft) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto step = readStep(list[i], "/steps/" + std::to_string(i));
    if (!step) return step.error();
    draft.steps.push_back({*std::move(step), i});
  }
  return std::nullopt;
}

tl::expected<Draft, ConfigFault> readDraft(const nlohmann::json& document) {
  ObjectReader reader(document, "",
                      {"$schema", "id", "version", "chapters", "start", "repeated", "steps"});
  Draft draft;
  draft.procedure.id = reader.name("id");
  draft.procedure.version = reader.integer("version", 1, 100000);
  draft.procedure.start = reader.name("start");
  const nlohmann::json* chapters = reader.list("chapters", 1, 8);
  if (!reader.has("chapters")) reader.refuseMissing("chapters");
  const nlohmann::json* repeated = reader.list("repeated", 0, 9);
  const nlohmann::json* steps = reader.list("steps", 1, 300);
  if (!reader.has("steps")) reader.refuseMissing("steps");
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  MaybeFault fault = readChapters(*chapters, draft.procedure);
  if (!fault && repeated != nullptr) fault = readRepeated(*repeated, draft);
  if (!fault) fault = readSteps(*steps, draft);
  if (fault) return tl::make_unexpected(*std::move(fault));
  return draft;
}

}  // namespace

tl::expected<Procedure, ConfigFault> parseProcedure(const nlohmann::json& document) {
  auto draft = readDraft(document);
  if (!draft) return tl::make_unexpected(draft.error());
  auto steps = expanded(*draft);
  if (!steps) return tl::make_unexpected(steps.error());
  draft->steps = *std::move(steps);
  if (draft->steps.size() > mostSteps) {
    return tl::make_unexpected(
        ConfigFault{"/repeated", "there are too many steps once repeated", "lower \"atMost\""});
  }
  if (auto fault = orderSteps(*draft)) return tl::make_unexpected(*std::move(fault));
  if (auto fault = faultOfMandatoryFields(*draft)) return tl::make_unexpected(*std::move(fault));
  Procedure procedure = std::move(draft->procedure);
  for (DraftStep& draftStep : draft->steps) {
    procedure.places.emplace(draftStep.step.id, procedure.steps.size());
    procedure.steps.push_back(std::move(draftStep.step));
  }
  return procedure;
}

const Step* Procedure::find(std::string_view stepId) const {
  const auto found = places.find(stepId);
  return found == places.end() ? nullptr : &steps[found->second];
}

}  // namespace journey
