// SPDX-License-Identifier: Apache-2.0
#include "request_condition.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "object_reader.h"
#include "plates.h"

namespace journey {
namespace {

using nlohmann::json;

const json* member(const json* object, std::string_view key) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &*found;
}

const json* paperOf(const json& request, const std::string& kind) {
  const json* papers = member(&request, "documents");
  if (papers == nullptr || !papers->is_array()) return nullptr;
  for (const json& paper : *papers) {
    const json* its = member(&paper, "kind");
    if (its != nullptr && its->is_string() && its->get_ref<const std::string&>() == kind) {
      return &paper;
    }
  }
  return nullptr;
}

const json* at(const json& request, std::string_view block, std::string_view key) {
  return member(member(&request, block), key);
}

std::string_view textAt(const json& request, std::string_view block, std::string_view key) {
  const json* value = at(request, block, key);
  return value != nullptr && value->is_string()
             ? std::string_view(value->get_ref<const std::string&>())
             : std::string_view();
}

// A new certificate gives an FNI vehicle a number of the present kind (F12118, F1726).
bool oldPlate(const json& request, Date, const Delays&) {
  return plateKind(textAt(request, "vehicle", "registrationNumber")) == PlateKind::Fni;
}

// Fuel types of field P.3 that emit nothing.
bool electric(const json& request, Date, const Delays&) {
  constexpr std::array<std::string_view, 4> clean{"EL", "H2", "HE", "HH"};
  const std::string_view fuel = textAt(request, "vehicle", "fuelType");
  return std::find(clean.begin(), clean.end(), fuel) != clean.end();
}

// Within the month in which adding a husband or wife is cheap (F10613).
bool marriageIsRecent(const json& request, Date day, const Delays& delays) {
  const auto married = parseIsoDate(textAt(request, "coHolderChange", "marriageDate"));
  return married && !isOverMonths(*married, delays.spouseMonths, day);
}

// Heirs who do not come on the certificate renounce in writing (F1480).
bool otherHeirs(const json& request, Date, const Delays&) {
  const json* heirs = at(request, "inheritance", "heirs");
  if (heirs == nullptr || !heirs->is_number_integer()) return false;
  const json* coHolders = member(&request, "coHolders");
  const std::size_t named =
      1 + (coHolders != nullptr && coHolders->is_array() ? coHolders->size() : 0);
  return heirs->get<std::int64_t>() > static_cast<std::int64_t>(named);
}

struct RequestRule {
  std::string_view name;
  bool (*holds)(const json& request, Date requestDate, const Delays& delays);
  // The field with which it is decided; none where every further person may change it.
  std::string_view block = {};
  std::string_view key = {};
};

constexpr std::array<RequestRule, 4> requestRules{
    {{"old-plate", oldPlate, "vehicle", "registrationNumber"},
     {"electric", electric, "vehicle", "fuelType"},
     {"marriage-is-recent", marriageIsRecent, "coHolderChange", "marriageDate"},
     {"other-heirs", otherHeirs}}};

const RequestRule* ruleNamed(std::string_view name) {
  const auto* found = std::find_if(requestRules.begin(), requestRules.end(),
                                   [&](const RequestRule& rule) { return rule.name == name; });
  return found == requestRules.end() ? nullptr : found;
}

bool isValue(const json* found, const FieldValue& value) {
  if (found == nullptr) return false;
  if (const auto* flag = std::get_if<bool>(&value)) return *found == *flag;
  if (const auto* number = std::get_if<int>(&value)) return *found == *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *found == *text;
  return false;
}

bool holds(const RequestCondition& condition, const json& request, Date day, const Delays& delays) {
  if (condition.test == RequestCondition::Test::Rule) {
    const RequestRule* rule = ruleNamed(condition.rule);
    return rule != nullptr && rule->holds(request, day, delays);
  }
  const json* found = condition.path.find(request);
  switch (condition.test) {
    case RequestCondition::Test::Is:
      return isValue(found, condition.value);
    case RequestCondition::Test::IsNot:
      return !isValue(found, condition.value);
    default:
      return found != nullptr;
  }
}

tl::expected<FieldValue, ConfigFault> readValue(const json& value, const std::string& pointer) {
  if (value.is_boolean()) return FieldValue(value.get<bool>());
  if (value.is_string()) return FieldValue(value.get<std::string>());
  if (value.is_number_integer()) return FieldValue(static_cast<int>(value.get<std::int64_t>()));
  return tl::make_unexpected(
      ConfigFault{pointer, "this is no value", "write a text, a whole number, true or false"});
}

tl::expected<RequestCondition, ConfigFault> readOne(const json& object,
                                                    const std::string& pointer) {
  ObjectReader reader(object, pointer, {"field", "is", "isNot", "given", "rule"});
  const auto refused = [&] {
    return tl::make_unexpected(
        ConfigFault{pointer, "this is no condition on a request",
                    "write {\"field\", \"is\"}, {\"field\", \"isNot\"}, {\"field\", \"given\": "
                    "true} or {\"rule\"}: " +
                        listed(requestRuleNames())});
  };
  if (reader.fault()) return tl::make_unexpected(*reader.fault());
  RequestCondition condition;
  if (reader.has("rule")) {
    condition.test = RequestCondition::Test::Rule;
    condition.rule = reader.name("rule");
    if (object.size() != 1 || ruleNamed(condition.rule) == nullptr) return refused();
    return condition;
  }
  const int tests = static_cast<int>(reader.has("is")) + static_cast<int>(reader.has("isNot")) +
                    static_cast<int>(reader.has("given"));
  if (tests != 1 || !reader.has("field")) return refused();
  auto path = readPath(object.at("field"), pointer + "/field");
  if (!path) return tl::make_unexpected(path.error());
  condition.path = *std::move(path);
  if (reader.has("given")) {
    condition.test = RequestCondition::Test::Given;
    if (object.at("given") != true) return refused();
    return condition;
  }
  const char* key = reader.has("is") ? "is" : "isNot";
  condition.test = reader.has("is") ? RequestCondition::Test::Is : RequestCondition::Test::IsNot;
  auto value = readValue(object.at(key), pointer + "/" + key);
  if (!value) return tl::make_unexpected(value.error());
  condition.value = *std::move(value);
  return condition;
}

}  // namespace

const json* RequestPath::find(const json& request) const {
  const json* place = kind.empty() ? &request : paperOf(request, kind);
  for (const std::string& word : words)
    place = member(place, word);
  return place == nullptr || place->is_null() || *place == "" ? nullptr : place;
}

tl::expected<RequestPath, ConfigFault> readPath(const json& text, const std::string& pointer) {
  RequestPath path;
  if (text.is_string()) path.text = text.get<std::string>();
  if (path.text.find("[]") != std::string::npos || !fieldType(path.text)) {
    return tl::make_unexpected(ConfigFault{pointer, "a request has no such field",
                                           "name a field of the request, as the steps do"});
  }
  std::string rest = path.text;
  if (const auto document = documentPath(path.text)) {
    path.kind = std::string(document->kind);
    rest = std::string(document->field);
  }
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t dot = std::min(rest.find('.', begin), rest.size());
    path.words.push_back(rest.substr(begin, dot - begin));
    begin = dot + 1;
  }
  return path;
}

bool allHold(const RequestConditions& conditions, const json& request, Date requestDate,
             const Delays& delays) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const RequestCondition& one) {
    return holds(one, request, requestDate, delays);
  });
}

namespace {

/// No further answer changes whether it holds.
bool isDecided(const RequestCondition& condition, const json& request) {
  if (condition.test != RequestCondition::Test::Rule) {
    return condition.path.find(request) != nullptr;
  }
  const RequestRule* rule = ruleNamed(condition.rule);
  return rule != nullptr && at(request, rule->block, rule->key) != nullptr;
}

}  // namespace

bool areRuledOut(const RequestConditions& conditions, const json& request, Date requestDate,
                 const Delays& delays) {
  return std::any_of(conditions.begin(), conditions.end(), [&](const RequestCondition& one) {
    return isDecided(one, request) && !holds(one, request, requestDate, delays);
  });
}

bool surelyHold(const RequestConditions& conditions, const json& request, Date requestDate,
                const Delays& delays) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const RequestCondition& one) {
    return isDecided(one, request) && holds(one, request, requestDate, delays);
  });
}

tl::expected<RequestConditions, ConfigFault> readRequestConditions(const json& when,
                                                                   const std::string& pointer) {
  RequestConditions conditions;
  const auto add = [&](const json& object, const std::string& where) -> std::optional<ConfigFault> {
    auto one = readOne(object, where);
    if (!one) return one.error();
    conditions.push_back(*std::move(one));
    return std::nullopt;
  };
  std::optional<ConfigFault> fault;
  if (!when.is_array()) fault = add(when, pointer);
  for (std::size_t i = 0; when.is_array() && !fault && i < when.size(); ++i)
    fault = add(when[i], pointer + "/" + std::to_string(i));
  if (fault) return tl::make_unexpected(*std::move(fault));
  return conditions;
}

std::vector<std::string_view> requestRuleNames() {
  std::vector<std::string_view> names;
  for (const RequestRule& rule : requestRules)
    names.push_back(rule.name);
  return names;
}

}  // namespace journey
