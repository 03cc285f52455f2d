// SPDX-License-Identifier: Apache-2.0
#include "tests/journey/shipped.h"
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;
using journey::Verdict;
using shipped::verdictOf;

TEST(VerdictReading, theExampleIsReadyAndNothingElse) {
  const Verdict verdict = verdictOf(readyRequest(), fixtures::today());
  EXPECT_EQ(journey::toJson(verdict), json::parse(R"({"verdict": "ready", "findings": [],
                                                      "deadline": "2026-12-10"})"));
  EXPECT_EQ(journey::toJsonLine(verdict),
            R"({"verdict":"ready","findings":[],"deadline":"2026-12-10"})");
}

TEST(VerdictReading, findingsAreWrittenWhole) {
  const Verdict verdict =
      verdictOf(requestOf({{proof, gone}, {"/transfer/date", nullptr}}), fixtures::today());
  EXPECT_EQ(journey::toJsonLine(verdict),
            R"({"verdict":"not-yet","findings":[)"
            R"({"code":"field-missing","severity":"refusal","document":null,)"
            R"("field":"transfer.date"},)"
            R"({"code":"document-missing","severity":"refusal","document":"proof-of-address",)"
            R"("field":null}],"deadline":null})");
}

TEST(VerdictReading, aProcedureWithoutAFileIsNotThereYet) {
  const Verdict verdict = journey::verdictOf(requestOf({{"/procedure", "duplicate"}}),
                                             journey::Rulebook(), fixtures::today());
  EXPECT_EQ(verdict.error, "procedure \"duplicate\" is not there yet");
}

TEST(VerdictReading, otherProceduresAreNone) {
  struct Row {
    json request;
    std::string error;
  };
  for (const Row& row :
       {Row{requestOf({{"/procedure", "tea"}}), "unknown procedure \"tea\""},
        Row{requestOf({{"/procedure", std::string(100, 'x')}}), "unknown procedure"},
        Row{requestOf({{"/procedure", gone}}), "\"procedure\" is missing"},
        Row{requestOf({{"/procedure", nullptr}}), "\"procedure\" is missing"},
        Row{requestOf({{"/procedure", 5}}), "\"procedure\" is no text"},
        Row{json::array(), "a request is a JSON object"},
        Row{json("x"), "a request is a JSON object"},
        Row{json(nullptr), "a request is a JSON object"}}) {
    const Verdict verdict = verdictOf(row.request, fixtures::today());
    EXPECT_EQ(verdict.kind, Verdict::Kind::Invalid);
    EXPECT_EQ(verdict.error, row.error);
    EXPECT_EQ(journey::toJson(verdict), (json{{"verdict", "invalid"}, {"error", row.error}}));
  }
}

TEST(VerdictReading, todayStandsInForTheDayOfTheRequest) {
  const json undated = requestOf({{"/requestDate", gone}});
  EXPECT_EQ(verdictOf(undated, fixtures::today()).kind, Verdict::Kind::Ready);
  const Verdict later = verdictOf(undated, *journey::parseIsoDate("2026-12-11"));
  ASSERT_FALSE(later.findings.empty());
  check({{"strange day", {{"/requestDate", "20/11/2026"}}, {"field-invalid@requestDate"}},
         {"no version", {{"/procedureVersion", gone}}, {"field-missing@procedureVersion"}},
         {"version 0", {{"/procedureVersion", 0}}, {"field-invalid@procedureVersion"}},
         {"version in words", {{"/procedureVersion", "1"}}, {"field-invalid@procedureVersion"}}});
}

TEST(VerdictReading, delaysAreThoseGiven) {
  journey::Delays delays;
  delays.proofOfAddressMonths = 2;
  delays.transferCodeDays = 9;
  delays.maxDocumentBytes = 10;
  const Verdict verdict = verdictOf(requestOf({{proof + "/bytes", 11}}), fixtures::today(), delays);
  std::vector<std::string> codes;
  for (const auto& finding : verdict.findings)
    codes.push_back(finding.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"transfer-code-expired", "document-too-large",
                                             "proof-of-address-too-old"}));
}

/// Every value of the request in turn becomes every wrong thing: a verdict always, never `ready`
/// for what must be there, never an exception.
TEST(VerdictReading, anyValueMayBeAnything) {
  const json flat = readyRequest().flatten();
  const json endless = std::string(100000, 'A');
  const std::vector<json> wrong = {nullptr,
                                   true,
                                   -1,
                                   1e308,
                                   "",
                                   "x",
                                   "\u0000",
                                   json::array(),
                                   json::object(),
                                   json::array({json::array()}),
                                   std::string(100000, 'A')};
  for (const auto& item : flat.items()) {
    for (std::string pointer = item.key(); !pointer.empty();
         pointer = json::json_pointer(pointer).parent_pointer().to_string()) {
      for (const json& value : wrong) {
        const json request = requestOf({{pointer, value}});
        const Verdict verdict = verdictOf(request, fixtures::today());
        EXPECT_FALSE(journey::toJsonLine(verdict).empty());
        if (value == endless) {
          EXPECT_NE(verdict.kind, Verdict::Kind::Ready) << pointer;
        }
      }
    }
  }
}

}  // namespace
