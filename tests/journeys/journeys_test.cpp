// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/journey/request.h"
#include "kiosk/journey/route.h"
#include "kiosk/journey/rules.h"
#include "kiosk/journey/verdict.h"
#include "tests/journey/fixtures.h"

// People's ways through a procedure, as data. A script tells, step by step, what somebody types or
// chooses; the route must ask exactly that step, each wrong answer must be told as the script says,
// and the request at the end is compared with the golden file beside it.
namespace {

using nlohmann::json;
using namespace journey;

/// What the person's gesture hands to the session.
std::string gesture(const json& entry) {
  if (entry.contains("type")) return entry["type"];
  if (entry.contains("choose")) return entry["choose"];
  if (entry.contains("dontKnow")) return std::string(unknownAnswer);
  if (entry.contains("leaveEmpty")) return std::string(emptyAnswer);
  return std::string(doneAnswer);
}

std::string lineByLine(const json& before, const json& after) {
  std::string text;
  for (const json& change : json::diff(before, after))
    text += "  " + change.dump() + "\n";
  return text;
}

/// A finding of the script has the code, and where it is told the document and the field.
json told(const Finding& finding) {
  json item = {{"code", finding.code}};
  if (finding.document) item["document"] = *finding.document;
  if (finding.field) item["field"] = *finding.field;
  return item;
}

/// Compares with the golden file; on mismatch writes what was made beside it, as <name>.fail.
void expectGolden(const std::filesystem::path& golden, const json& made) {
  const json expected = std::filesystem::exists(golden) ? fixtures::read(golden) : json();
  if (expected == made) return;
  std::filesystem::path fail = golden;
  fail.replace_extension(".fail");
  std::ofstream(fail) << made.dump(2) << "\n";
  ADD_FAILURE() << golden.filename() << " differs (made: " << fail << ")\n"
                << lineByLine(expected, made);
}

class Journey : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void SetUp() override {
    m_script = fixtures::read(GetParam());
    ASSERT_TRUE(m_script.is_object()) << "half a script: " << GetParam();
    m_procedure = shipped::way(m_script["procedure"]);
    m_today = *parseIsoDate(m_script["today"].get<std::string>());
  }

  void answer(const json& entry) {
    const std::string stepId = entry["step"];
    const Route way = route(m_procedure, m_answers, m_today);
    ASSERT_EQ(way.current().id, stepId) << "the route asks another step";
    for (const json& bad : entry.value("refused", json::array())) {
      const auto told = check(m_procedure, way.current(), gesture(bad), m_answers, m_today);
      ASSERT_FALSE(told) << stepId << " takes " << bad;
      EXPECT_EQ(told.error().key, bad["problem"]) << stepId << " " << bad;
    }
    const auto taken = check(m_procedure, way.current(), gesture(entry), m_answers, m_today);
    ASSERT_TRUE(taken) << stepId << " does not take " << entry << ": " << taken.error().key;
    m_answers = withAnswer(m_procedure, std::move(m_answers), stepId, *taken, m_today);
  }

  /// Walks the answers of a script and compares where it ends, and what is sent there.
  void walk(const json& script, const std::string& goldenEnding) {
    for (const json& entry : script["answers"]) {
      answer(entry);
      if (HasFatalFailure()) return;
    }
    const Route way = route(m_procedure, m_answers, m_today);
    EXPECT_EQ(way.current().id, script["ends"]);
    // A script without a verdict ends where the way ends: at the list, at the agent, or, in the
    // reception, before a procedure.
    const Step& end = way.current();
    EXPECT_EQ(!script.contains("verdict"), !end.leadsTo.empty() || !end.opens.empty());
    if (!script.contains("verdict")) return;
    const json request = requestOf(m_procedure, m_answers, m_today);
    std::filesystem::path golden = GetParam();
    expectGolden(golden.replace_extension(goldenEnding), request);
    expectVerdict(script["verdict"], request);
  }

  void expectVerdict(const json& expected, const json& request) {
    const Verdict verdict = shipped::verdictOf(request, m_today);
    EXPECT_EQ(toJson(verdict)["verdict"], expected["kind"]) << toJson(verdict);
    json findings = json::array();
    for (const Finding& finding : verdict.findings)
      findings.push_back(told(finding));
    EXPECT_EQ(findings, expected.value("findings", json::array()));
  }

  json m_script;
  Procedure m_procedure;
  Answers m_answers;
  Date m_today{};
};

TEST_P(Journey, LeadsWhereItsScriptSays) {
  walk(m_script, ".request.json");
  if (HasFatalFailure() || !m_script.contains("then")) return;
  // What was opened second: nothing that is known is asked again, all is confirmed anew.
  const json& then = m_script["then"];
  m_procedure = shipped::way(then["procedure"]);
  m_answers = forNextProcedure(m_procedure, std::move(m_answers));
  walk(then, ".then.request.json");
}

TEST_P(Journey, TypesWhatItsStepTakes) {
  const auto look = [](const Procedure& procedure, const json& script) {
    for (const json& entry : script["answers"]) {
      const Step* step = procedure.find(entry["step"].get<std::string>());
      ASSERT_NE(step, nullptr) << entry;
      if (entry.contains("choose")) {
        EXPECT_EQ(step->answer, AnswerKind::Choice) << entry;
      }
      if (entry.contains("type")) {
        EXPECT_NE(step->answer, AnswerKind::Choice) << entry;
      }
    }
  };
  look(m_procedure, m_script);
  if (m_script.contains("then")) {
    look(shipped::way(m_script["then"]["procedure"]), m_script["then"]);
  }
}

std::vector<std::filesystem::path> scripts() {
  auto all = fixtures::files("tests/journeys", ".json");
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const auto& file) {
                             return file.string().find(".request.json") != std::string::npos;
                           }),
            all.end());
  return all;
}

INSTANTIATE_TEST_SUITE_P(People, Journey, testing::ValuesIn(scripts()),
                         [](const auto& file) { return fixtures::testName(file.param); });

}  // namespace
