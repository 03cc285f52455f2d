// SPDX-License-Identifier: Apache-2.0
#include "cost_rules.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "object_reader.h"

namespace journey {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, TaxLine>, 5> lineWords{
    {{"regional", TaxLine::Regional},
     {"transport", TaxLine::Transport},
     {"malus", TaxLine::Malus},
     {"fixed", TaxLine::Fixed},
     {"delivery", TaxLine::Delivery}}};

std::optional<ConfigFault> readLines(const json& lines, const std::string& pointer,
                                     CostRule& rule) {
  if (lines == "on-quote") {
    rule.onQuote = true;
    return std::nullopt;
  }
  if (lines == "one-of-the-above") {
    rule.oneOfTheAbove = true;
    return std::nullopt;
  }
  const ConfigFault fault{pointer, "these are no lines of a cost",
                          "write \"on-quote\", \"one-of-the-above\", or a list of regional, "
                          "transport, malus, fixed and delivery; an empty list is free"};
  if (!lines.is_array()) return fault;
  for (const json& line : lines) {
    const auto* found = std::find_if(lineWords.begin(), lineWords.end(),
                                     [&](const auto& known) { return line == known.first; });
    if (found == lineWords.end()) return fault;
    rule.lines.push_back(found->second);
  }
  return std::nullopt;
}

tl::expected<CostRule, ConfigFault> readCostRule(const json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer, {"when", "lines", "source"});
  CostRule rule;
  rule.source = reader.optionalText("source");
  if (rule.source.empty()) reader.refuseMissing("source");
  if (!reader.has("lines")) reader.refuseMissing("lines");
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  if (auto fault = readLines(object.at("lines"), pointer + "/lines", rule)) {
    return tl::make_unexpected(*std::move(fault));
  }
  if (reader.has("when")) {
    auto when = readRequestConditions(object.at("when"), pointer + "/when");
    if (!when) return tl::make_unexpected(when.error());
    rule.when = *std::move(when);
  }
  return rule;
}

}  // namespace

tl::expected<CostRules, ConfigFault> readCostRules(const json& list, const std::string& pointer) {
  CostRules rules;
  for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    auto rule = readCostRule(list[i], at);
    if (!rule) return tl::make_unexpected(rule.error());
    if (rule->when.empty() != (i + 1 == list.size())) {
      return tl::make_unexpected(ConfigFault{at, "the last cost, and no other, has no \"when\"",
                                             "end the list with what costs else"});
    }
    rules.push_back(*std::move(rule));
  }
  if (!rules.empty()) return rules;
  return tl::make_unexpected(
      ConfigFault{pointer, "this is no list of costs", "write [{\"lines\": [], \"source\": …}]"});
}

}  // namespace journey
