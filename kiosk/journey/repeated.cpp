// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "draft.h"

namespace journey {
namespace {

using MaybeFault = std::optional<ConfigFault>;

/// What expansion needs to know of the groups, by name.
struct Group {
  const Repeated* written = nullptr;
  std::size_t place = 0;             ///< in "repeated"
  const DraftStep* first = nullptr;  ///< the step by which an instance is entered
  const DraftStep* again = nullptr;
  std::string afterLast;  ///< where the last instance goes instead of asking again
};

using Groups = std::map<std::string, Group, std::less<>>;
using GroupOfStep = std::map<std::string, std::string, std::less<>>;  ///< step id → its group

std::string instanceId(const std::string& id, int instance) {
  return instance <= 1 ? id : id + "-" + std::to_string(instance);
}

void fillPlace(std::string& field, int instance) {
  const std::size_t open = field.find("[]");
  if (open != std::string::npos) field.insert(open + 1, std::to_string(instance - 1));
}

std::string groupPointer(std::size_t place) {
  return "/repeated/" + std::to_string(place);
}

MaybeFault collectSteps(const Draft& draft, Groups& groups) {
  for (const DraftStep& draftStep : draft.steps) {
    const Step& step = draftStep.step;
    if (step.group.empty()) continue;
    const auto found = groups.find(step.group);
    if (found == groups.end()) {
      return ConfigFault{stepPointer(draftStep) + "/group",
                         "\"repeated\" has no group \"" + step.group + "\"",
                         "add it there, or leave \"group\" out"};
    }
    Group& group = found->second;
    if (group.first == nullptr) group.first = &draftStep;
    if (step.id == group.written->again) group.again = &draftStep;
  }
  return std::nullopt;
}

MaybeFault checkGroup(Group& group) {
  const std::string at = groupPointer(group.place);
  if (group.first == nullptr) {
    return ConfigFault{at, "no step is in the group \"" + group.written->group + "\"",
                       "add \"group\" to its steps, or leave it out"};
  }
  if (group.written->again.empty()) return std::nullopt;
  if (group.again == nullptr) {
    return ConfigFault{at + "/again", "this step is not in the group",
                       "name the step of the group that asks whether there is another one"};
  }
  std::vector<Branch> others;
  for (const Branch& branch : group.again->step.next) {
    if (branch.go != group.first->step.id) others.push_back(branch);
  }
  if (others.size() != 1 || !others.front().when.empty() || group.again->step.next.size() != 2) {
    return ConfigFault{stepPointer(*group.again) + "/next",
                       "this does not ask whether there is another one",
                       "write two branches: with a condition to the group's first step, then a "
                       "plain one out of the group"};
  }
  group.afterLast = others.front().go;
  return std::nullopt;
}

tl::expected<Groups, ConfigFault> groupsOf(const Draft& draft) {
  Groups groups;
  for (std::size_t i = 0; i < draft.repeated.size(); ++i) {
    Group group;
    group.written = &draft.repeated[i];
    group.place = i;
    if (!groups.emplace(draft.repeated[i].group, group).second) {
      return tl::make_unexpected(
          ConfigFault{groupPointer(i), "this group is there twice", "leave one of them out"});
    }
  }
  if (auto fault = collectSteps(draft, groups)) return tl::make_unexpected(*std::move(fault));
  for (auto& [name, group] : groups) {
    if (auto fault = checkGroup(group)) return tl::make_unexpected(*std::move(fault));
  }
  return groups;
}

/// Makes one instance of a step of `group`.
class Instance {
 public:
  Instance(const Groups& groups, const GroupOfStep& groupOf, const Group& group, int number)
      : m_groups(groups), m_groupOf(groupOf), m_group(group), m_number(number) {}

  [[nodiscard]] Step of(const Step& written) const {
    Step step = written;
    step.id = instanceId(written.id, m_number);
    step.instance = m_number;
    step.of = idFor(written.of);
    fillPlace(step.field, m_number);
    for (auto& [answer, settings] : step.sets) {
      for (FieldSetting& setting : settings) {
        fillPlace(setting.field, m_number);
        fillPlace(setting.from, m_number);
      }
    }
    step.next.clear();
    for (const Branch& branch : written.next)
      addBranch(step.next, branch);
    return step;
  }

 private:
  /// A step named within the group: its instance of the same number when it is repeated as well.
  [[nodiscard]] std::string idFor(const std::string& id) const {
    const auto found = m_groupOf.find(id);
    if (found == m_groupOf.end()) return id;
    const int most = m_groups.find(found->second)->second.written->atMost;
    return instanceId(id, std::min(m_number, most));
  }

  void addBranch(std::vector<Branch>& next, Branch branch) const {
    const bool isLast = m_number == m_group.written->atMost;
    for (Condition& condition : branch.when) {
      if (!condition.step.empty()) condition.step = idFor(condition.step);
    }
    const auto target = m_groupOf.find(branch.go);
    if (branch.go == m_group.first->step.id) {
      if (isLast) return;
      branch.go = instanceId(branch.go, m_number + 1);
    } else if (isLast && m_group.again != nullptr && branch.go == m_group.again->step.id) {
      branch.go = m_group.afterLast;
    } else if (target != m_groupOf.end() && target->second == m_group.written->group) {
      branch.go = instanceId(branch.go, m_number);
    }
    next.push_back(std::move(branch));
  }

  const Groups& m_groups;
  const GroupOfStep& m_groupOf;
  const Group& m_group;
  int m_number;
};

/// A group is entered by its first step only.
MaybeFault faultOfEntries(const Draft& draft, const Groups& groups, const GroupOfStep& groupOf) {
  for (const DraftStep& draftStep : draft.steps) {
    for (std::size_t i = 0; i < draftStep.step.next.size(); ++i) {
      const std::string& go = draftStep.step.next[i].go;
      const auto target = groupOf.find(go);
      if (target == groupOf.end() || target->second == draftStep.step.group) continue;
      const std::string& first = groups.find(target->second)->second.first->step.id;
      if (go == first) continue;
      return ConfigFault{stepPointer(draftStep) + "/next/" + std::to_string(i) + "/go",
                         "this leads into the middle of the group \"" + target->second + "\"",
                         "go to its first step, " + first};
    }
  }
  return std::nullopt;
}

}  // namespace

tl::expected<std::vector<DraftStep>, ConfigFault> expanded(const Draft& draft) {
  auto groups = groupsOf(draft);
  if (!groups) return tl::make_unexpected(groups.error());
  GroupOfStep groupOf;
  for (const DraftStep& step : draft.steps) {
    if (!step.step.group.empty()) groupOf.emplace(step.step.id, step.step.group);
  }
  if (auto fault = faultOfEntries(draft, *groups, groupOf)) {
    return tl::make_unexpected(*std::move(fault));
  }
  std::vector<DraftStep> all;
  std::set<std::string, std::less<>> done;
  for (const DraftStep& draftStep : draft.steps) {
    if (draftStep.step.group.empty()) {
      all.push_back(draftStep);
      continue;
    }
    if (!done.insert(draftStep.step.group).second) continue;
    const Group& group = groups->find(draftStep.step.group)->second;
    for (int number = 1; number <= group.written->atMost; ++number) {
      const Instance instance(*groups, groupOf, group, number);
      for (const DraftStep& member : draft.steps) {
        if (member.step.group != draftStep.step.group) continue;
        if (number == group.written->atMost && &member == group.again) continue;
        all.push_back({instance.of(member.step), member.place, member.part});
      }
    }
  }
  return all;
}

}  // namespace journey
