// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers.h"
#include "date.h"
#include "fields.h"
#include "procedure.h"

namespace journey {

/// The way of one person through a procedure: the answered steps in order, then the one to ask now.
/// Pointers into the procedure it was made from.
struct Route {
  std::vector<const Step*> steps;

  /// The step to ask now: the first that has no answer, or the one that ends the way.
  [[nodiscard]] const Step& current() const { return *steps.back(); }
  /// The step before the current one, null at the start.
  [[nodiscard]] const Step* previous() const;
  [[nodiscard]] bool passes(std::string_view stepId) const;
};

/// Walks from the start along the answers and stops at the first step without one, or at one that
/// ends the way (`send`, or a step that leads to the list or the agent). Answers that lie off the
/// route decide nothing. Pure and linear in the steps walked; `today` serves the named route rules.
[[nodiscard]] Route route(const Procedure& procedure, const Answers& answers, Date today);

/// The answers that lie on the route; the others are kept by the caller but count for nothing.
[[nodiscard]] Answers reachable(const Procedure& procedure, const Answers& answers, Date today);

/// The fields of the request that the answers on the route give.
[[nodiscard]] FieldValues fieldsOf(const Procedure& procedure, const Answers& answers, Date today);

/// The answers with this one put in. When it changes, what was confirmed after it is forgotten, so
/// that it is shown and confirmed again: declarations, officer's look, review, cost and sending
/// that do not lie before the step on the route. Nothing typed is ever forgotten.
[[nodiscard]] Answers withAnswer(const Procedure& procedure, Answers answers,
                                 std::string_view stepId, std::string value, Date today);

/// The answers with which somebody goes on to the next procedure that the reception opened for
/// them: what the other one knows is not asked again; the papers of the new case, its declarations,
/// its cost and its sending are seen and confirmed for themselves.
[[nodiscard]] Answers forNextProcedure(const Procedure& next, Answers answers);

/// The step on the route that gives this field of the request ("holder.birthDate"), to lead
/// somebody to where a finding is mended; null when none does.
[[nodiscard]] const Step* stepOfField(const Route& way, std::string_view field);
/// The first step on the route that says anything of this paper ("proof-of-address"), or null.
[[nodiscard]] const Step* stepOfDocument(const Route& way, std::string_view kind);

}  // namespace journey
