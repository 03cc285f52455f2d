// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/journey/openings.h"
#include "kiosk/journey/route.h"
#include "tests/journey/fixtures.h"

// A procedure that says itself where the reception offers it.
namespace {

using nlohmann::json;
using namespace journey;

tl::expected<Procedure, ConfigFault> offered(const char* reception) {
  const auto openings = readOpenings({{"reception", json::parse(reception)}});
  if (!openings) return tl::make_unexpected(openings.error());
  return offering(shipped::reception(), "repainted", *openings);
}

TEST(Openings, AddAnAnswerThatLeadsToTheProcedure) {
  const auto reception = offered(
      R"([{"question": "certificate-right", "answer": "colour", "drawing": "car"},
          {"question": "names-what", "answer": "colour"}])");
  ASSERT_TRUE(reception);
  EXPECT_TRUE(opensProcedure(*reception, "repainted"));
  EXPECT_FALSE(opensProcedure(shipped::reception(), "repainted"));
  const auto& options = reception->find("certificate-right")->options;
  EXPECT_EQ(options[options.size() - 2], "colour") << "before what is for all others";
  EXPECT_EQ(options.back(), "right");
  const Answers answers = {{"what-happened", "unknown"},
                           {"new-to-you", "no"},
                           {"still-yours", "yes"},
                           {"certificate-right", "colour"}};
  const Route way = route(*reception, answers, fixtures::today());
  EXPECT_EQ(way.current().id, "opens-repainted");
  EXPECT_EQ(way.current().opens, std::vector<std::string>{"repainted"});
  EXPECT_EQ(way.current().drawing, "car");
  EXPECT_EQ(way.current().chapter, "start");
}

TEST(Openings, AreNoneWhereNothingIsSaid) {
  const auto none = readOpenings(json::object());
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
  const auto same = offering(shipped::reception(), "repainted", *none);
  ASSERT_TRUE(same);
  EXPECT_EQ(same->steps.size(), shipped::reception().steps.size());
}

TEST(Openings, TellWhatCannotBeOffered) {
  const struct {
    const char* reception;
    const char* where;
  } rows[] = {
      {R"([{"question": "colour", "answer": "red"}])", "/reception/0/question"},
      {R"([{"question": "what-is-free", "answer": "red"}])", "/reception/0/question"},
      {R"([{"question": "names-what", "answer": "add"}])", "/reception/0/answer"},
      {R"([{"question": "names-what", "answer": "red"}, {"question": "other-what", "answer": "red"}])",
       "/reception/1/question"},
      {R"([{"question": "names-what", "answer": "unknown"}])", "/reception/0/answer"},
      {R"([{"question": "names-what"}])", "/reception/0"},
      {R"([{"question": "names-what", "answer": "red", "opens": "x"}])", "/reception/0/opens"},
      {R"([])", "/reception"},
      {R"({})", "/reception"},
  };
  for (const auto& row : rows) {
    const auto reception = offered(row.reception);
    ASSERT_FALSE(reception) << row.reception;
    EXPECT_EQ(reception.error().where, row.where) << row.reception;
  }
}

}  // namespace
