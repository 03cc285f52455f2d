// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include "tests/journeys/every_way.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

// Every step that ends a way, of every procedure, with the session around it: what comes out of the
// printer there.
namespace {

using journey::Answers;
using journey::Procedure;
using journey::Step;
using session::Paper;
using session_test::Rig;
using namespace std::chrono_literals;

const config::Catalogue& catalogue() {
  return session_test::shippedConfiguration().catalogue;
}

std::vector<std::string> procedureIds() {
  return catalogue().ids();
}

// The way of somebody whose visit begins with this procedure, not with another one before it.
Procedure opensFirst(const std::string& id) {
  Procedure procedure = *catalogue().opened(id);
  for (Step& step : procedure.steps) {
    if (!step.opens.empty() && step.opens.front() != id) step.next.clear();
  }
  return procedure;
}

class EveryEnd : public testing::TestWithParam<std::string> {
 protected:
  static void give(Rig& rig, const std::string& answer) {
    const std::string before = rig.at();
    if (answer == journey::unknownAnswer) {
      rig.session().dontKnow();
    } else if (answer.empty()) {
      rig.session().leaveEmpty();
    } else if (m_procedure.find(before)->options.empty() && answer == journey::doneAnswer) {
      rig.session().next();
    } else {
      rig.session().answer(QString::fromStdString(answer));
    }
    ASSERT_NE(rig.at(), before) << answer;
  }

  // To where these answers lead; `at` sees each step on the way.
  static void walk(
      Rig& rig, const Answers& answers, const std::function<void()>& at = [] {}) {
    rig.session().begin();
    at();
    for (auto given = answers.find(rig.at()); given != answers.end() && !HasFatalFailure();
         given = answers.find(rig.at())) {
      give(rig, given->second);
      at();
    }
  }

  static void printList(Rig& rig) {
    rig.session().printList();
    ASSERT_FALSE(rig.tray.papers.empty());
    const Paper& paper = rig.tray.papers.back();
    EXPECT_EQ(paper.kind, Paper::Kind::List);
    EXPECT_FALSE(paper.title.isEmpty());
    EXPECT_FALSE(paper.sections.isEmpty());
    for (const auto& section : paper.sections)
      EXPECT_TRUE(!section.lines.isEmpty() || !section.sentences.isEmpty())
          << section.title.toStdString();
  }

  static Procedure m_procedure;
};
Procedure EveryEnd::m_procedure;

TEST_P(EveryEnd, PutsAPaperIntoTheHand) {
  m_procedure = opensFirst(GetParam());
  const auto ways = every_way::waysThrough(m_procedure, *journey::parseIsoDate("2026-11-20"));
  int lists = 0;
  for (const auto& [id, answers] : ways.ends) {
    const Step& end = *m_procedure.find(id);
    // Those of the reception are the same in each.
    const bool isKnown =
        catalogue().reception().find(id) && GetParam() != catalogue().ids().front();
    if (end.leadsTo.empty() || isKnown) continue;
    SCOPED_TRACE(id);
    Rig rig;
    walk(rig, answers);
    ASSERT_EQ(rig.at(), id);
    printList(rig);
    ++lists;
    if (end.leadsTo != "agent") continue;
    rig.session().callAgent();
    EXPECT_EQ(rig.session().overlay(), session::Session::Overlay::Agent);
    EXPECT_TRUE(rig.session().printCallBack(QStringLiteral("14:00"), QStringLiteral("0381")));
    EXPECT_EQ(rig.tray.papers.back().kind, Paper::Kind::CallBack);
  }
  EXPECT_GE(lists, 2);
  // Paused: whoever walks away, from whatever step, has the list of their case.
  SCOPED_TRACE("on the way to the sending");
  Rig rig;
  walk(rig, ways.ends.at("send"), [&rig] {
    SCOPED_TRACE(rig.at());
    printList(rig);
  });
  EXPECT_EQ(rig.at(), "send");
  for (int minute = 0; minute < 60 && !rig.ended(); ++minute)
    rig.wait(60s);
  EXPECT_TRUE(rig.ended());
}

INSTANTIATE_TEST_SUITE_P(Procedures, EveryEnd, testing::ValuesIn(procedureIds()),
                         [](const auto& id) {
                           std::string name = id.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
