// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fixtures.h"
#include "kiosk/journey/verdict.h"
#include "tests/journey/shipped.h"

// Tables of changes to a request that is ready, and the findings that they must give.
namespace verdict_cases {

using nlohmann::json;

/// A whole request, on 20 November 2026.
inline const json& readyRequest() {
  static const json request = fixtures::read(fixtures::source("tests/journey/data/ready.json"));
  return request;
}

/// In place of a value: take the field, or the element, out.
inline const json gone = json(json::value_t::discarded);

struct Change {
  std::string pointer;
  json value;
};

inline void apply(json& request, const Change& change) {
  const json::json_pointer pointer(change.pointer);
  if (!change.value.is_discarded()) {
    request[pointer] = change.value;
    return;
  }
  json& parent = request.at(pointer.parent_pointer());
  if (parent.is_array()) {
    parent.erase(std::stoul(pointer.back()));
  } else {
    parent.erase(pointer.back());
  }
}

struct Case {
  std::string what;
  std::vector<Change> changes;
  /// "code", "code@field", "code#document"; a warning begins with ~.
  std::vector<std::string> findings;
};

/// How a finding is written in a table that names its field, its document or none.
inline bool matches(const journey::Finding& finding, std::string wanted) {
  const bool warning = !wanted.empty() && wanted.front() == '~';
  if (warning) wanted.erase(0, 1);
  if ((finding.severity == journey::Severity::Warning) != warning) return false;
  const std::string field = "@" + finding.field.value_or("");
  const std::string document = "#" + finding.document.value_or("");
  return wanted == finding.code || wanted == finding.code + field ||
         wanted == finding.code + document;
}

inline json requestOf(const std::vector<Change>& changes) {
  json request = readyRequest();
  for (const Change& change : changes)
    apply(request, change);
  return request;
}

inline void check(const std::vector<Case>& cases) {
  using Kind = journey::Verdict::Kind;
  for (const Case& one : cases) {
    SCOPED_TRACE(one.what);
    const json request = requestOf(one.changes);
    const journey::Verdict verdict = shipped::verdictOf(request, fixtures::today());
    std::vector<journey::Finding> left = verdict.findings;
    bool refused = false;
    for (const std::string& wanted : one.findings) {
      refused = refused || wanted.front() != '~';
      const auto found = std::find_if(
          left.begin(), left.end(), [&](const auto& finding) { return matches(finding, wanted); });
      if (found == left.end()) {
        ADD_FAILURE() << "missing: " << wanted << " in " << journey::toJsonLine(verdict);
      } else {
        left.erase(found);
      }
    }
    for (const journey::Finding& surplus : left) {
      ADD_FAILURE() << "surplus: " << surplus.code << '@' << surplus.field.value_or("") << '#'
                    << surplus.document.value_or("");
    }
    const Kind kind = one.findings.empty() ? Kind::Ready : refused ? Kind::NotYet : Kind::ReadyBut;
    EXPECT_EQ(verdict.kind, kind);
  }
}

// Places of the papers in the request.
inline const std::string certificate = "/documents/0";
inline const std::string transferCertificate = "/documents/1";
inline const std::string proof = "/documents/2";
inline const std::string identity = "/documents/3";
inline const std::string test = "/documents/4";
/// Behind the last paper.
inline const std::string another = "/documents/-";

}  // namespace verdict_cases
