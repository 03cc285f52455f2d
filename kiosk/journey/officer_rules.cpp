// SPDX-License-Identifier: Apache-2.0
#include "officer_rules.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "contains.h"
#include "named_rules.h"
#include "object_reader.h"
#include "rules.h"

namespace journey {
namespace {

using nlohmann::json;
using MaybeFault = std::optional<ConfigFault>;

// The codes that a procedure may give to a rule; the others belong to the rules that know when to
// raise them.
constexpr std::array<std::string_view, 10> givenCodes{"field-missing",
                                                      "document-missing",
                                                      "police-report-missing",
                                                      "tax-clearance-missing",
                                                      "conformity-missing",
                                                      "seller-address-outdated",
                                                      "administrative-status-too-old",
                                                      "insurance-missing",
                                                      "licence-missing",
                                                      "honour-missing"};

template <class Accepts>
MaybeFault readTexts(ObjectReader& reader, std::string_view key, std::vector<std::string>& texts,
                     Accepts accepts, const char* mend) {
  const json* list = reader.list(key, 1, 20);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string text = (*list)[i].is_string() ? (*list)[i].get<std::string>() : std::string();
    if (!accepts(text)) {
      return ConfigFault{reader.at(key) + "/" + std::to_string(i), "\"" + text + "\" fits not here",
                         mend};
    }
    texts.push_back(text);
  }
  return std::nullopt;
}

bool isKind(const std::string& text) {
  return contains(documentKinds(), text);
}

/// A period by its id, or as {"months": n} or {"days": n}; both are words of the rule itself.
tl::expected<LegalPeriod, ConfigFault> readPeriod(ObjectReader& reader,
                                                  const std::string& pointer) {
  LegalPeriod period;
  const int ways = static_cast<int>(reader.has("delay")) + static_cast<int>(reader.has("months")) +
                   static_cast<int>(reader.has("days"));
  if (ways != 1) {
    return tl::make_unexpected(ConfigFault{pointer, "this period is not said in one way",
                                           "write one of \"delay\", \"months\" and \"days\""});
  }
  if (reader.has("delay")) {
    period.id = reader.name("delay");
    if (!periodNamed(period.id, Delays{})) {
      reader.refuse(reader.at("delay"), "there is no period \"" + period.id + "\"",
                    "name an id of config/delays.json that counts months or days");
    }
    return period;
  }
  const bool days = reader.has("days");
  period.written = {reader.integer(days ? "days" : "months", 1, 3650),
                    days ? Period::Unit::Days : Period::Unit::Months};
  return period;
}

/// The words besides "rule", "when" and "source" that a rule takes and those it needs.
MaybeFault faultOfWords(const OfficerRule& rule, const json& object, const std::string& pointer) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 11> words{
      {{"fields", takesFields},
       {"field", takesField},
       {"oneOf", takesOneOf},
       {"kinds", takesKinds},
       {"code", takesCode},
       {"delay", takesPeriod},
       {"months", takesPeriod},
       {"days", takesPeriod},
       {"at", takesAt},
       {"optional", takesOptional},
       {"mayDiffer", takesMayDiffer}}};
  for (const auto& [word, bit] : words) {
    if (object.contains(word) && (rule.rule->takes & bit) == 0) {
      return ConfigFault{
          pointer + "/" + std::string(word),
          "the rule " + std::string(rule.rule->name) + " takes no \"" + std::string(word) + "\"",
          "leave it out"};
    }
  }
  const unsigned needs = rule.rule->needs;
  if ((needs & takesFields) != 0 && rule.fields.empty()) {
    return ConfigFault{pointer, "\"fields\" is missing", "name the fields that must be there"};
  }
  if ((needs & takesField) != 0 && rule.field.words.empty()) {
    return ConfigFault{pointer, "\"field\" is missing", "name the field that is asked for"};
  }
  if ((needs & takesKinds) != 0 && rule.kinds.empty()) {
    return ConfigFault{pointer, "\"kinds\" is missing", "name the papers, one of which is enough"};
  }
  if ((needs & takesCode) != 0 && rule.code.empty()) {
    return ConfigFault{pointer, "\"code\" is missing", "name the code of the finding"};
  }
  return std::nullopt;
}

MaybeFault readLists(ObjectReader& reader, OfficerRule& rule) {
  const auto& known = rule.rule->fields;
  const auto isField = [&known](const std::string& text) { return contains(known, text); };
  auto fault = readTexts(reader, "fields", rule.fields, isField, "see the fields of this rule");
  if (!fault) {
    fault = readTexts(reader, "oneOf", rule.oneOf, isOptionName, "write what the field may hold");
  }
  if (!fault) fault = readTexts(reader, "kinds", rule.kinds, isKind, "name kinds of paper");
  return fault;
}

MaybeFault readPaths(ObjectReader& reader, const json& object, OfficerRule& rule) {
  for (const auto& [key, path] : {std::pair{"field", &rule.field}, std::pair{"at", &rule.at}}) {
    if (!reader.has(key)) continue;
    auto read = readPath(object.at(key), reader.at(key));
    if (!read) return read.error();
    *path = *std::move(read);
  }
  return std::nullopt;
}

tl::expected<OfficerRule, ConfigFault> readOfficerRule(const json& object,
                                                       const std::string& pointer) {
  ObjectReader reader(object, pointer,
                      {"rule", "when", "source", "fields", "field", "oneOf", "kinds", "code",
                       "delay", "months", "days", "at", "optional", "mayDiffer"});
  OfficerRule rule;
  std::vector<std::string_view> names;
  for (const NamedRule& one : namedRules())
    names.push_back(one.name);
  rule.rule = namedRule(reader.oneOf("rule", names));
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  rule.source = reader.optionalText("source");
  if (rule.source.empty()) reader.refuseMissing("source");
  if (reader.has("code")) {
    rule.code = reader.oneOf("code", {givenCodes.begin(), givenCodes.end()});
  }
  rule.optional = reader.flag("optional");
  rule.mayDiffer = reader.flag("mayDiffer");
  MaybeFault fault = readLists(reader, rule);
  if (!fault) fault = readPaths(reader, object, rule);
  if (!fault && (rule.rule->needs & takesPeriod) != 0) {
    auto period = readPeriod(reader, pointer);
    if (!period) fault = period.error();
    if (period) rule.period = *period;
  }
  if (!fault && reader.has("when")) {
    auto when = readRequestConditions(object.at("when"), pointer + "/when");
    if (!when) fault = when.error();
    if (when) rule.when = *std::move(when);
  }
  if (!fault && reader.fault()) fault = reader.fault();
  if (!fault) fault = faultOfWords(rule, object, pointer);
  if (fault) return tl::make_unexpected(*std::move(fault));
  return rule;
}

tl::expected<LegalDelay, ConfigFault> readDeadline(const json& object, const std::string& pointer) {
  ObjectReader reader(object, pointer, {"from", "delay", "months", "days", "source"});
  LegalDelay deadline;
  deadline.source = reader.optionalText("source");
  if (deadline.source.empty()) reader.refuseMissing("source");
  if (!reader.has("from")) reader.refuseMissing("from");
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  auto from = readPath(object.at("from"), pointer + "/from");
  if (!from) return tl::make_unexpected(from.error());
  auto period = readPeriod(reader, pointer);
  if (!period) return tl::make_unexpected(period.error());
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  deadline.from = *std::move(from);
  deadline.period = *std::move(period);
  return deadline;
}

}  // namespace

Period LegalPeriod::in(const Delays& delays) const {
  return id.empty() ? written : periodNamed(id, delays).value_or(written);
}

tl::expected<OfficerRules, ConfigFault> readOfficerRules(const json& officer,
                                                         const std::string& pointer) {
  ObjectReader reader(officer, pointer, {"deadline", "rules"});
  const json* deadline = reader.object("deadline");
  const json* rules = reader.list("rules", 1, 60);
  if (!reader.has("rules")) reader.refuseMissing("rules");
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  OfficerRules all;
  if (deadline != nullptr) {
    auto read = readDeadline(*deadline, reader.at("deadline"));
    if (!read) return tl::make_unexpected(read.error());
    all.deadline = *std::move(read);
  }
  for (std::size_t i = 0; i < rules->size(); ++i) {
    auto rule = readOfficerRule((*rules)[i], reader.at("rules") + "/" + std::to_string(i));
    if (!rule) return tl::make_unexpected(rule.error());
    all.rules.push_back(*std::move(rule));
  }
  return all;
}

std::vector<MandatoryField> mandatoryFields(const OfficerRules& officer) {
  std::vector<MandatoryField> fields;
  for (const OfficerRule& rule : officer.rules) {
    if (rule.when.empty() && !rule.optional) rule.rule->mandatory(rule, fields);
  }
  return fields;
}

std::vector<std::string> kindsAskedFor(const OfficerRules& officer) {
  std::vector<std::string> kinds;
  const auto add = [&kinds](std::string_view kind) {
    if (!contains(kinds, kind)) kinds.emplace_back(kind);
  };
  for (const OfficerRule& rule : officer.rules) {
    for (const std::string& kind : rule.kinds)
      add(kind);
    for (const std::string_view kind : rule.rule->kinds)
      add(kind);
  }
  return kinds;
}

}  // namespace journey
