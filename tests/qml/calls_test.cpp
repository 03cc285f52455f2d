// SPDX-License-Identifier: Apache-2.0
// The screens of a call, and of an agent who comes.
#include <gtest/gtest.h>

#include "shown.h"

namespace screens_test {
namespace {

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

}  // namespace
}  // namespace screens_test
