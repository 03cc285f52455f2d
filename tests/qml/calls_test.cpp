// SPDX-License-Identifier: Apache-2.0
// The screens of a call, and of an agent who comes.
#include <gtest/gtest.h>

#include <QQuickItem>
#include <QTest>

#include "shown.h"
#include "tests/session/desk_page.h"
#include "walker.h"

namespace screens_test {
namespace {

using session_test::DeskPage;

void answerCall(Rig& rig, agent::AnswerAction action, std::optional<int> minutes = {}) {
  auto& calling = rig.visit().calling();
  calling.caller().answer({rig.line().call, "sylvie", action, minutes, {}}, 0, calling.now());
  rig.settle();
}

TEST(Screens, OfACallFit) {
  Rig rig;
  rig.session().begin();
  rig.openDesk();
  rig.wait(3);
  rig.session().callAgent();
  rig.settle();
  expectFits(rig, "call-sent");
  answerCall(rig, agent::AnswerAction::Coming, 3);
  expectFits(rig, "call-answered");
  answerCall(rig, agent::AnswerAction::Arrived);
  expectFits(rig, "call-arrived");
}

TEST(Screens, OfACallThatNobodyTakesFit) {
  Rig rig;
  rig.session().begin();
  rig.openDesk();
  rig.session().callAgent();
  rig.wait(61);
  expectFits(rig, "call-second");
  rig.wait(60);
  ASSERT_FALSE(rig.visit().calling().ways().isEmpty());
  expectFits(rig, "call-nobody");
  rig.session().showCallBack();
  rig.settle();
  expectFits(rig, "call-back-time");
  ASSERT_TRUE(rig.visit().callBack().book(rig.visit().callBack().times()[0].id,
                                          QStringLiteral("0381000000")));
  rig.settle();
  expectFits(rig, "call-back-booked");
}

TEST(Screens, OfAnAgentWhoComesFit) {
  Rig rig;
  rig.session().begin();
  rig.session().showBadge();
  rig.settle();
  expectFits(rig, "badge");
  rig.visit().panel().open(QStringLiteral("1042"), QStringLiteral("407382"));
  rig.visit().panel().askToFill();
  rig.settle();
  for (Layout layout : usual) {
    layout.beside = true;
    rig.visit().panel().touched();
    expectFits(rig, layout, "filling-asked");
    keepPicture(rig, layout, "filling-asked");
  }
  rig.visit().panel().allowFilling(true);
  rig.settle();
  Layout layout = usual[0];
  layout.beside = true;
  expectFits(rig, layout, "filling");
  keepPicture(rig, layout, "filling");
}

void expectFitsEachUsualWay(Rig& rig, const std::string& screen) {
  for (Layout layout : usual) {
    layout.beside = true;
    expectFits(rig, layout, screen);
    keepPicture(rig, layout, screen);
  }
  expectSilence(rig, screen);
}

// While an agent looks from the desk, a bar that says so takes room on every screen.
TEST(Screens, AllFitWhileAnAgentLooks) {
  Rig rig;
  rig.session().begin();
  DeskPage page(rig.visit().looking());
  page.say({{"do", "ask"}});
  rig.settle();
  expectFitsEachUsualWay(rig, "looking-asked");
  rig.visit().looking().allow(true);
  for (const Gesture& gesture : pathToSend()) {
    if (gesture.stepId == "send") break;
    if (!gesture.text.empty()) rig.session().keep(QString::fromStdString(gesture.text));
    rig.settle();
    expectFitsEachUsualWay(rig, gesture.stepId + "-looked");
    if (gesture.stepId == "birth-surname") {
      page.say({{"do", "suggest"}, {"step", gesture.stepId}, {"value", "DURAND"}});
      rig.settle();
      expectFitsEachUsualWay(rig, "proposed");
      rig.visit().looking().take(true);
      continue;
    }
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
}

QQuickItem* typedField(QQuickItem& from) {
  if (from.isVisible() &&
      QString::fromLatin1(from.metaObject()->className()).startsWith("TypedField"))
    return &from;
  for (QQuickItem* child : from.childItems()) {
    if (QQuickItem* found = typedField(*child)) return found;
  }
  return nullptr;
}

// The person opens a value to the agent who looks by touching it.
TEST(Screens, TouchingTheAnswerShowsItToWhoLooks) {
  Rig rig;
  ASSERT_NO_FATAL_FAILURE(walkTo("plate", rig.session()));
  rig.session().keep(QStringLiteral("AB123CD"));
  DeskPage page(rig.visit().looking());
  page.say({{"do", "ask"}});
  auto& looking = rig.visit().looking();
  looking.allow(true);
  rig.settle();
  ASSERT_TRUE(looking.mayShow());
  QQuickItem* field = typedField(rig.content());
  ASSERT_TRUE(field);
  const QPoint middle =
      field->mapToScene(QPointF(field->width() / 2, field->height() / 2)).toPoint();
  QTest::mousePress(&rig.window(), Qt::LeftButton, {}, middle);
  QTest::mouseRelease(&rig.window(), Qt::LeftButton, {}, middle);
  rig.settle();
  EXPECT_TRUE(looking.shown());
}

}  // namespace
}  // namespace screens_test
