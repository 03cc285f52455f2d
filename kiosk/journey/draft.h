// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "procedure.h"

// Inside of the procedure loading: a procedure is read word by word (step_reading), its groups are
// expanded (repeated), then the whole is proved (ways). Nothing here is for callers of the library.
namespace journey {

/// A group of steps that is asked again, as written.
struct Repeated {
  std::string group;
  int atMost = 0;
  std::string again;  ///< "" for a group that follows another one
  std::string part;   ///< the part that it is written in, "" for the procedure itself
};

/// A step and its place in its file, so that faults can point there after expansion.
struct DraftStep {
  Step step;
  std::size_t place = 0;
  std::string part;  ///< "" for a step of the procedure itself
};

struct Draft {
  Procedure procedure;  ///< its steps are filled at the end
  std::vector<Repeated> repeated;
  std::vector<DraftStep> steps;
  bool isReception = false;
};

/// JSON pointer of a step, by its place in the file; "part <name>: /steps/3" for one of a part.
[[nodiscard]] std::string stepPointer(const DraftStep& draft);

/// Reads "steps" of a procedure and, for each part used in it, the steps of the part.
[[nodiscard]] std::optional<ConfigFault> readSteps(const nlohmann::json& list, const Parts& parts,
                                                   Draft& draft);
/// Reads the element of "repeated" at this pointer.
[[nodiscard]] tl::expected<Repeated, ConfigFault> readRepeated(const nlohmann::json& object,
                                                               const std::string& pointer);
/// Reads a "next" list: conditions, and a plain branch at its end.
[[nodiscard]] tl::expected<std::vector<Branch>, ConfigFault> readNext(const nlohmann::json& list,
                                                                      const std::string& pointer);

/// Leaves out of the parts what this procedure has no use for: branches that wait for an answer to
/// a step that it does not have, then steps that no way reaches.
void pruneParts(Draft& draft);

/// Reads one element of "steps": every word known, every kind, rule and field existing. Its chapter
/// may be left out here: a part takes that of its use.
[[nodiscard]] tl::expected<Step, ConfigFault> readStep(const nlohmann::json& object,
                                                       const std::string& pointer);

/// Faults that show in one step alone: kind and words that do not go together, wrong field types.
[[nodiscard]] std::optional<ConfigFault> faultOfStep(const Step& step, const std::string& pointer);

/// Copies each repeated step once per instance. Faults: groups without steps, ways into the middle.
[[nodiscard]] tl::expected<std::vector<DraftStep>, ConfigFault> expanded(const Draft& draft);

/// Puts the steps in the order of the ways. Faults: names that resolve to nothing, loops, steps
/// that no way reaches, conditions on what cannot have been asked, chapters walked backwards.
[[nodiscard]] std::optional<ConfigFault> orderSteps(Draft& draft);

/// Fault: a way to `send` that does not ask for a mandatory field of this procedure.
[[nodiscard]] std::optional<ConfigFault> faultOfMandatoryFields(const Draft& draft);

}  // namespace journey
