// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "verdict.h"

namespace journey {
namespace {

std::string_view word(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::Ready:
      return "ready";
    case Verdict::Kind::ReadyBut:
      return "ready-but";
    case Verdict::Kind::NotYet:
      return "not-yet";
    case Verdict::Kind::Invalid:
      break;
  }
  return "invalid";
}

template <typename Json>
Json asJson(const Verdict& verdict) {
  Json result;
  result["verdict"] = word(verdict.kind);
  if (verdict.kind == Verdict::Kind::Invalid) {
    result["error"] = verdict.error;
    return result;
  }
  const auto orNull = [](const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
  };
  result["findings"] = Json::array();
  for (const Finding& finding : verdict.findings) {
    Json one;
    one["code"] = finding.code;
    one["severity"] = finding.severity == Severity::Refusal ? "refusal" : "warning";
    one["document"] = orNull(finding.document);
    one["field"] = orNull(finding.field);
    result["findings"].push_back(std::move(one));
  }
  result["deadline"] = verdict.deadline ? Json(isoDate(*verdict.deadline)) : Json(nullptr);
  return result;
}

}  // namespace

nlohmann::json toJson(const Verdict& verdict) {
  return asJson<nlohmann::json>(verdict);
}

std::string toJsonLine(const Verdict& verdict) {
  using Json = nlohmann::ordered_json;
  return asJson<Json>(verdict).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace journey
