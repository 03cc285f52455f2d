// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "config_fault.h"
#include "date.h"
#include "deadlines.h"
#include "fields.h"

namespace journey {

/// Where a field stands in an opened request: "loss.kind", or "documents[invoice].date" for the
/// first paper of that kind.
struct RequestPath {
  std::string text;  ///< as written
  std::string kind;  ///< of the paper, "" for a field outside of the papers
  std::vector<std::string> words;

  /// The value there, or null when it is absent, null or a blank text. Borrowed from the request.
  [[nodiscard]] const nlohmann::json* find(const nlohmann::json& request) const;
};

/// A path that the request has (fields.h).
[[nodiscard]] tl::expected<RequestPath, ConfigFault> readPath(const nlohmann::json& text,
                                                              const std::string& pointer);

/// A condition on an opened request, as the rules and the cost of a procedure file write it.
struct RequestCondition {
  enum class Test {
    Is,     ///< the field holds `value`
    IsNot,  ///< it does not, or is absent
    Given,  ///< it holds something
    Rule    ///< the named request rule holds
  };
  RequestPath path;
  Test test = Test::Is;
  FieldValue value;
  std::string rule;
};
using RequestConditions = std::vector<RequestCondition>;

/// Whether all of them hold on the day of the request.
[[nodiscard]] bool allHold(const RequestConditions& conditions, const nlohmann::json& request,
                           Date requestDate, const Delays& delays);

/// Whether what a field already holds breaks one of them; a named rule is never sure of that.
[[nodiscard]] bool areRuledOut(const RequestConditions& conditions, const nlohmann::json& request,
                               Date requestDate, const Delays& delays);

/// Whether all hold by what fields already hold, so that no further answer changes it; a named rule
/// is never sure of that.
[[nodiscard]] bool surelyHold(const RequestConditions& conditions, const nlohmann::json& request,
                              Date requestDate, const Delays& delays);

/// "when": one condition, or a list of them that must all hold.
[[nodiscard]] tl::expected<RequestConditions, ConfigFault> readRequestConditions(
    const nlohmann::json& when, const std::string& pointer);

/// The names that {"rule": …} may use here.
[[nodiscard]] std::vector<std::string_view> requestRuleNames();

}  // namespace journey
