// SPDX-License-Identifier: Apache-2.0
// The steps that several procedures share are written once, in parts. A procedure names the part
// where its steps belong; the exits of the part, "onwards", lead where the procedure says.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "draft.h"
#include "object_reader.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;
constexpr std::string_view onwards = "onwards";

/// {"part": …, "chapter": …, "next": […]} in the steps of a procedure.
struct Use {
  std::string part;
  std::string chapter;
  std::vector<Branch> next;
  std::map<std::string, std::string> texts;  ///< step → the texts it has here
};

tl::expected<Use, ConfigFault> readUse(const nlohmann::json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer, {"part", "chapter", "next", "texts"});
  Use use;
  use.part = reader.name("part");
  use.chapter = reader.name("chapter");
  const nlohmann::json* next = reader.list("next", 1, 20);
  if (const nlohmann::json* texts = reader.object("texts")) {
    for (const auto& item : texts->items()) {
      if (item.value().is_string() && isName(item.value().get<std::string>())) {
        use.texts.emplace(item.key(), item.value().get<std::string>());
      } else {
        reader.refuse(reader.at("texts"), "this is no id of texts", "write step: other step");
      }
    }
  }
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  if (next == nullptr) return use;
  auto branches = readNext(*next, pointer + "/next");
  if (!branches) return tl::make_unexpected(branches.error());
  use.next = *std::move(branches);
  return use;
}

/// The exits of one step of a part, led where the use says.
MaybeFault leadOnwards(Step& step, const Use& use, const std::string& at) {
  std::vector<Branch> next;
  for (Branch& branch : step.next) {
    if (branch.go != onwards) {
      next.push_back(std::move(branch));
    } else if (use.next.empty()) {
      return ConfigFault{at, "the part leads onwards, and the procedure does not say where",
                         "add \"next\" where the part is used"};
    } else {
      for (const Branch& way : use.next) {
        Branch both = branch;
        both.when.insert(both.when.end(), way.when.begin(), way.when.end());
        both.go = way.go;
        next.push_back(std::move(both));
      }
    }
  }
  step.next = std::move(next);
  return std::nullopt;
}

MaybeFault addPart(const Use& use, const nlohmann::json& document, Draft& draft) {
  const std::string file = "part " + use.part + ": ";
  ObjectReader reader(document, file, {"$schema", "id", "repeated", "steps"});
  const std::string id = reader.name("id");
  if (id != use.part) reader.refuse(file + "/id", "this is not the name of the file", "write it");
  const nlohmann::json* repeated = reader.list("repeated", 0, 9);
  const nlohmann::json* steps = reader.list("steps", 1, 300);
  if (!reader.has("steps")) reader.refuseMissing("steps");
  if (reader.fault()) return reader.fault();
  for (std::size_t i = 0; repeated != nullptr && i < repeated->size(); ++i) {
    auto group = readRepeated((*repeated)[i], file + "/repeated/" + std::to_string(i));
    if (!group) return group.error();
    group->part = use.part;
    draft.repeated.push_back(*std::move(group));
  }
  std::size_t renamed = 0;
  for (std::size_t i = 0; i < steps->size(); ++i) {
    const std::string at = file + "/steps/" + std::to_string(i);
    auto step = readStep((*steps)[i], at);
    if (!step) return step.error();
    if (step->chapter.empty()) step->chapter = use.chapter;
    if (const auto text = use.texts.find(step->id); text != use.texts.end()) {
      step->textId = text->second;
      ++renamed;
    }
    if (auto fault = leadOnwards(*step, use, at + "/next")) return fault;
    draft.steps.push_back({*std::move(step), i, use.part});
  }
  if (renamed == use.texts.size()) return std::nullopt;
  return ConfigFault{file, "the procedure gives other texts to a step that is not here",
                     "name steps of this part in \"texts\""};
}

/// True when the condition can be decided without asking: `step` is not in this procedure.
bool isAbsent(const Condition& condition, const std::set<std::string, std::less<>>& ids) {
  return condition.test != Condition::Test::Rule && ids.find(condition.step) == ids.end();
}

bool holdsOfNothing(const Condition& condition) {
  return condition.test == Condition::Test::IsNot || condition.test == Condition::Test::NotAnswered;
}

/// Branches that can never be taken, and those behind one that always is, are left out.
void decideBranches(Step& step, const std::set<std::string, std::less<>>& ids) {
  std::vector<Branch> next;
  for (Branch& branch : step.next) {
    const bool never =
        std::any_of(branch.when.begin(), branch.when.end(), [&](const Condition& condition) {
          return isAbsent(condition, ids) && !holdsOfNothing(condition);
        });
    if (never) continue;
    branch.when.erase(std::remove_if(branch.when.begin(), branch.when.end(),
                                     [&](const Condition& c) { return isAbsent(c, ids); }),
                      branch.when.end());
    next.push_back(std::move(branch));
    if (next.back().when.empty()) break;
  }
  step.next = std::move(next);
}

}  // namespace

std::optional<ConfigFault> readSteps(const nlohmann::json& list, const Parts& parts, Draft& draft) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = "/steps/" + std::to_string(i);
    if (list[i].is_object() && list[i].contains("part")) {
      auto use = readUse(list[i], at);
      if (!use) return use.error();
      const auto part = parts.find(use->part);
      if (part == parts.end()) {
        return ConfigFault{at + "/part", "there is no part \"" + use->part + "\"",
                           "name a file of config/parts"};
      }
      if (auto fault = addPart(*use, part->second, draft)) return fault;
      continue;
    }
    auto step = readStep(list[i], at);
    if (!step) return step.error();
    if (step->chapter.empty()) {
      return ConfigFault{at + "/chapter", "is missing", "name one of \"chapters\""};
    }
    draft.steps.push_back({*std::move(step), i, {}});
  }
  return std::nullopt;
}

namespace {

/// Decides what needs no asking and leaves out the steps of parts that no way reaches any more.
/// False when there was nothing to leave out.
bool pruneOnce(Draft& draft) {
  std::set<std::string, std::less<>> ids;
  for (const DraftStep& one : draft.steps)
    ids.insert(one.step.id);
  for (DraftStep& one : draft.steps) {
    if (!one.part.empty()) decideBranches(one.step, ids);
  }
  std::set<std::string, std::less<>> reached;
  std::vector<std::string> open = {draft.procedure.start};
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    if (!reached.insert(id).second) continue;
    for (const DraftStep& one : draft.steps) {
      if (one.step.id != id) continue;
      for (const Branch& branch : one.step.next)
        open.push_back(branch.go);
    }
  }
  const auto isIdle = [&](const DraftStep& one) {
    return !one.part.empty() && reached.find(one.step.id) == reached.end();
  };
  const auto idle = std::remove_if(draft.steps.begin(), draft.steps.end(), isIdle);
  const bool any = idle != draft.steps.end();
  draft.steps.erase(idle, draft.steps.end());
  return any;
}

}  // namespace

// A step that is left out may decide a condition of another part.
void pruneParts(Draft& draft) {
  while (pruneOnce(draft)) {
  }
  const auto isEmpty = [&](const Repeated& one) {
    return !one.part.empty() &&
           std::none_of(draft.steps.begin(), draft.steps.end(),
                        [&](const DraftStep& step) { return step.step.group == one.group; });
  };
  draft.repeated.erase(std::remove_if(draft.repeated.begin(), draft.repeated.end(), isEmpty),
                       draft.repeated.end());
}

}  // namespace journey
