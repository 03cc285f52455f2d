// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using session::Calling;
using session::Session;
using session_test::alone;
using session_test::Rig;
using namespace std::chrono_literals;

class Call : public testing::Test {
 protected:
  void SetUp() override { rig.walk(alone, "plate"); }
  Calling& calling() { return rig.visit().calling(); }
  void press() { rig.session().callAgent(); }
  void answer(agent::AnswerAction action, std::optional<int> minutes = {},
              const std::string& who = "sylvie") {
    calling().caller().answer({rig.line.calls.back().call, who, action, minutes, {}}, 0,
                              calling().now());
  }
  [[nodiscard]] bool says(const QString& text) { return calling().title().contains(text); }

  Rig rig;
};

TEST_F(Call, saysWhoIsThereBeforeAnybodyPresses) {
  EXPECT_EQ(calling().state(), rig.visit().desk().state()) << "nothing heard: the desk's hours";
  rig.openDesk("sylvie");
  rig.wait(3s);
  EXPECT_EQ(calling().state(), QStringLiteral("Un agent est là"));
  agent::KioskStatus other;
  other.state = agent::KioskState::Help;
  other.call = agent::OpenCall{};
  other.call->age = 100;
  calling().caller().kiosk("montbeliard-2", other, calling().now());
  EXPECT_EQ(calling().state(), QStringLiteral("Une personne avant vous"));
}

TEST_F(Call, saysOnlyWhatIsTrue) {
  rig.openDesk("sylvie");
  rig.wait(3s);
  press();
  ASSERT_EQ(rig.line.calls.size(), 1U);
  EXPECT_TRUE(rig.calls.kept.open) << "written down before it is told";
  EXPECT_TRUE(says(QStringLiteral("part.")));
  EXPECT_FALSE(calling().rows().front().done);
  rig.line.acknowledge();
  EXPECT_TRUE(says(QStringLiteral("est parti")));
  EXPECT_TRUE(calling().rows().front().done);
  EXPECT_TRUE(calling().wait().isEmpty());
  answer(agent::AnswerAction::Coming, 3);
  EXPECT_EQ(calling().title(), QStringLiteral("Sylvie a reçu votre appel."));
  EXPECT_EQ(calling().wait(), QStringLiteral("3 min"));
  answer(agent::AnswerAction::OnTheWay);
  EXPECT_EQ(calling().title(), QStringLiteral("Sylvie est en route."));
  answer(agent::AnswerAction::Release);
  EXPECT_TRUE(says(QStringLiteral("est parti"))) << "a wrong touch was taken back";
}

TEST_F(Call, hasAFormForAMan) {
  rig.openDesk("karim");
  press();
  rig.line.acknowledge();
  answer(agent::AnswerAction::Coming, 5, "karim");
  EXPECT_TRUE(calling().help().startsWith(QStringLiteral("Il arrive dans environ 5")));
}

TEST_F(Call, believesNoStranger) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  answer(agent::AnswerAction::Coming, 3, "mallory");
  EXPECT_TRUE(says(QStringLiteral("est parti")));
}

TEST_F(Call, asksASecondThenShowsOtherWays) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  rig.wait(61s);
  rig.line.acknowledge();
  EXPECT_EQ(calling().title(), QStringLiteral("On demande Sylvie."));
  EXPECT_TRUE(calling().ways().isEmpty());
  rig.wait(60s);
  rig.line.acknowledge();
  EXPECT_EQ(calling().title(), QStringLiteral("Personne n’a répondu."));
  ASSERT_GE(calling().ways().size(), 3);
  EXPECT_TRUE(calling().ways().last().text.contains(QStringLiteral("03 53 01 56 78")));
  EXPECT_TRUE(calling().open()) << "an answer that comes late still counts";
  answer(agent::AnswerAction::Coming, 1);
  EXPECT_TRUE(says(QStringLiteral("a reçu")));
}

TEST_F(Call, showsOtherWaysAtOnceWhenNobodyIsThere) {
  calling().caller().connected(true, calling().now());
  rig.wait(3s);
  press();
  rig.line.acknowledge();
  rig.wait(1s);
  EXPECT_EQ(calling().title(), QStringLiteral("Personne n’est à l’accueil maintenant."));
  EXPECT_FALSE(calling().ways().isEmpty());
}

TEST_F(Call, saysThatTheLineIsCut) {
  press();
  rig.wait(11s);
  EXPECT_EQ(calling().title(), QStringLiteral("La ligne d’appel est coupée."));
  EXPECT_FALSE(calling().ways().isEmpty());
}

TEST_F(Call, saysWhenItCouldNotBeWrittenDown) {
  rig.calls.works = false;
  press();
  EXPECT_TRUE(rig.line.calls.empty());
  EXPECT_EQ(calling().title(), QStringLiteral("L’appel n’est pas parti."));
  EXPECT_FALSE(calling().ways().isEmpty());
}

TEST_F(Call, isTakenUpByTheNextProcess) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  const std::string id = rig.line.calls.back().call;
  session_test::ScriptedLine line;
  session::Moment later;
  later.steady = 5s;
  later.wall = calling().now().wall + 4000;
  session::Visit next(session_test::shippedConfiguration(), 4,
                      {rig.store,
                       rig.vehicles,
                       rig.tray,
                       rig.door,
                       rig.book,
                       rig.mandates,
                       rig.calls,
                       line,
                       {},
                       later});
  EXPECT_TRUE(next.calling().open());
  ASSERT_FALSE(line.calls.empty());
  EXPECT_EQ(line.calls.back().call, id);
}

TEST_F(Call, isWithdrawnByThePersonAndByTheEndOfTheVisit) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  calling().withdraw();
  EXPECT_FALSE(calling().open());
  EXPECT_EQ(rig.line.calls.back().state, agent::CallState::Withdrawn);
  press();
  rig.session().closeOverlay();
  rig.session().finish();
  EXPECT_FALSE(calling().open());
  ASSERT_EQ(rig.line.counts.size(), 1U);
  EXPECT_EQ(rig.line.counts[0].end, agent::VisitEnd::List);
}

TEST_F(Call, tellsTheDeskTheStepAndNothingOfThePerson) {
  rig.openDesk("sylvie");
  press();
  const auto status = agent::toJson(rig.line.statuses.back());
  ASSERT_TRUE(status) << status.error();
  EXPECT_NE(status->find("\"plate\""), std::string::npos);
  for (const char* word : {"DURAND", "ROLANDE", "2026"})
    EXPECT_EQ(status->find(word), std::string::npos) << *status;
}

TEST_F(Call, comesBackToTheScreenWhenSomebodyAnswers) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  rig.session().closeOverlay();
  answer(agent::AnswerAction::Coming, 3);
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::Agent);
}

// Friday 20 November 2026, 14 h 30; the desk of config/kiosk.json is closed on Friday afternoons.
TEST(CallBackTimes, AreInTheDesksHours) {
  const auto& desk = session_test::shippedConfiguration().kiosk.desk;
  const auto friday = *journey::parseIsoDate("2026-11-20");
  using session::CallBackTime;
  EXPECT_EQ(session::callBackTimes(desk, friday, 14 * 60 + 30),
            (std::vector<CallBackTime>{
                {1, 9 * 60 + 30}, {1, 10 * 60 + 30}, {3, 9 * 60 + 30}, {3, 10 * 60 + 30}}));
  // Not within half an hour; nothing that would end after the desk closes.
  EXPECT_EQ(session::callBackTimes(desk, friday, 11 * 60 + 10).front(), (CallBackTime{0, 12 * 60}));
  EXPECT_EQ(session::callBackTimes(desk, friday, 11 * 60 + 45).front(),
            (CallBackTime{1, 9 * 60 + 30}));
  EXPECT_TRUE(session::callBackTimes({}, friday, 600).empty());
}

TEST_F(Call, becomesACallBackOnPaper) {
  rig.openDesk("sylvie");
  press();
  rig.line.acknowledge();
  rig.wait(122s);
  auto& callBack = rig.visit().callBack();
  ASSERT_TRUE(callBack.offered());
  const auto time = callBack.times().front();
  EXPECT_EQ(time.label, QStringLiteral("Demain, samedi 21 novembre 2026, à 9\u00a0h\u00a030"));
  EXPECT_FALSE(callBack.book(time.id, QStringLiteral("0381")));
  EXPECT_FALSE(callBack.problem().isEmpty());
  EXPECT_TRUE(calling().open());
  ASSERT_TRUE(callBack.book(time.id, QStringLiteral("03 81 00 00 00")));
  EXPECT_FALSE(calling().open());
  EXPECT_TRUE(says(QStringLiteral("samedi 21 novembre")));
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].kind, session::Paper::Kind::CallBack);
  EXPECT_TRUE(rig.tray.papers[0].next.contains(QStringLiteral("9\u00a0h\u00a030")));
  EXPECT_TRUE(rig.tray.papers[0].next.contains(QStringLiteral("03\u00a081")));
  // The number is for the desk alone.
  const auto& told = rig.line.statuses.back().callBacks;
  ASSERT_EQ(told.size(), 1U);
  EXPECT_NEAR(static_cast<double>(told[0].in), 19 * 3600, 130);
  const auto opened = crypto::open(crypto::fromBase64(told[0].sealed).value(), rig.desk);
  ASSERT_TRUE(opened);
  EXPECT_EQ(nlohmann::json::parse(*opened)["telephone"], "0381000000");
  const auto status = agent::toJson(rig.line.statuses.back());
  EXPECT_EQ(status->find("0381"), std::string::npos);
}

TEST_F(Call, offersNoCallBackWithoutTheDesksKey) {
  session::Visit visit(session_test::shippedConfiguration(), 4,
                       {rig.store,
                        rig.vehicles,
                        rig.tray,
                        rig.door,
                        rig.book,
                        rig.mandates,
                        rig.calls,
                        rig.line,
                        {},
                        {}});
  EXPECT_FALSE(visit.callBack().offered());
}

}  // namespace
