// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "verdict.h"

namespace journey {
namespace {

using nlohmann::json;

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

std::string_view word(Severity severity) {
  return severity == Severity::Refusal ? "refusal" : "warning";
}

json orNull(const std::optional<std::string>& text) {
  return text ? json(*text) : json(nullptr);
}

/// A string literal of JSON. Most texts are plain words and need no library to be one.
void quote(std::string& line, std::string_view text) {
  bool plain = true;
  for (const char c : text)
    plain = plain && c >= ' ' && c <= '~' && c != '"' && c != '\\';
  if (!plain) {
    line += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
    return;
  }
  line += '"';
  line += text;
  line += '"';
}

void quoteOrNull(std::string& line, const std::optional<std::string>& text) {
  if (text) return quote(line, *text);
  line += "null";
}

}  // namespace

json toJson(const Verdict& verdict) {
  if (verdict.kind == Verdict::Kind::Invalid) {
    return {{"verdict", word(verdict.kind)}, {"error", verdict.error}};
  }
  json findings = json::array();
  for (const Finding& finding : verdict.findings) {
    findings.push_back({{"code", finding.code},
                        {"severity", word(finding.severity)},
                        {"document", orNull(finding.document)},
                        {"field", orNull(finding.field)}});
  }
  const json deadline = verdict.deadline ? json(isoDate(*verdict.deadline)) : json(nullptr);
  return {
      {"verdict", word(verdict.kind)}, {"findings", std::move(findings)}, {"deadline", deadline}};
}

std::string toJsonLine(const Verdict& verdict) {
  std::string line = R"({"verdict":)";
  quote(line, word(verdict.kind));
  if (verdict.kind == Verdict::Kind::Invalid) {
    line += R"(,"error":)";
    quote(line, verdict.error);
    return line += '}';
  }
  line += R"(,"findings":[)";
  for (const Finding& finding : verdict.findings) {
    line += line.back() == '[' ? R"({"code":)" : R"(,{"code":)";
    quote(line, finding.code);
    line += R"(,"severity":)";
    quote(line, word(finding.severity));
    line += R"(,"document":)";
    quoteOrNull(line, finding.document);
    line += R"(,"field":)";
    quoteOrNull(line, finding.field);
    line += '}';
  }
  line += R"(],"deadline":)";
  if (verdict.deadline) {
    quote(line, isoDate(*verdict.deadline));
  } else {
    line += "null";
  }
  return line += '}';
}

}  // namespace journey
