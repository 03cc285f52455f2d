// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "shown.h"
#include "walker.h"

// The dress rehearsal and the exercises: every screen under their bar, whole and saying so.
namespace screens_test {
namespace {

using session::Look;
using session::Session;
using Size = Look::TextSize;

// A text that can be seen, anywhere on the screen.
bool stands(QQuickItem& item, const QString& words) {
  if (!item.isVisible() || item.opacity() == 0) return false;
  if (item.inherits("QQuickText") && item.property("text").toString() == words) return true;
  const auto children = item.childItems();
  return std::any_of(children.begin(), children.end(),
                     [&](QQuickItem* child) { return stands(*child, words); });
}

void expectBar(Rig& rig, const std::string& screen) {
  EXPECT_TRUE(stands(rig.content(), rig.visit().practice().banner())) << screen;
}

// Under the bar things may stand as close as beside an agent.
void expectFitsUnderBar(Rig& rig, Layout layout, const std::string& screen) {
  layout.beside = true;
  expectFits(rig, layout, screen);
  expectBar(rig, screen + " " + layout.name());
}

// Both ways round, normal and largest, and in low mode.
void expectWhole(Rig& rig, const std::string& screen) {
  for (const Layout& layout : usual) {
    expectFitsUnderBar(rig, layout, screen);
    keepPicture(rig, layout, screen);
  }
  expectFitsUnderBar(rig, {1080, 1920, Size::Normal, Look::Contrast::Paper, true}, screen);
  expectFitsUnderBar(rig, {1920, 1080, Size::Large, Look::Contrast::WhiteOnBlack}, screen);
  expectSilence(rig, screen);
}

// The bar takes the place that the panel of an agent has (steps_test.cpp): one way to the end is
// enough to see that it is there.
TEST(Rehearsed, EveryStepFitsUnderTheBar) {
  Rig rig("");
  std::size_t turn = 0;
  for (const Gesture& gesture : pathToSend()) {
    rig.settle();
    expectFitsUnderBar(rig, usual[2 + turn++ % 2], gesture.stepId);
    if (gesture.stepId == "send") break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  expectSilence(rig, "tried");
}

TEST(Rehearsed, ItsOwnScreensFit) {
  {
    Rig rig;
    rig.session().tryFirst();
    rig.settle();
    ASSERT_EQ(rig.session().overlay(), Session::Overlay::TryFirst);
    expectFits(rig, "try-first");
  }
  Rig rig("");
  expectWhole(rig, "tried-question");
  rig.session().showCase();
  rig.settle();
  expectWhole(rig, "case");
  rig.session().closeOverlay();
  rig.session().callAgent();
  rig.settle();
  expectWhole(rig, "call-tried");
  rig.session().closeOverlay();
  rig.wait(601);
  ASSERT_EQ(rig.session().overlay(), Session::Overlay::IdleWarning);
  expectWhole(rig, "idle-tried");
  rig.session().stay();
  rig.session().printList();
  rig.settle();
  expectWhole(rig, "list-tried");
  rig.session().closeOverlay();
}

TEST(Rehearsed, ItsEndFits) {
  Rig rig("");
  for (const Gesture& gesture : pathToSend()) {
    if (gesture.stepId == "send") break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  rig.settle();
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send);
  expectWhole(rig, "send-tried");
  rig.session().send();
  rig.settle();
  ASSERT_EQ(rig.session().phase(), Session::Phase::Done);
  EXPECT_FALSE(rig.visit().practice().sheets().isEmpty());
  expectWhole(rig, "paper-tried");
  EXPECT_FALSE(stands(rig.content(), rig.visit().words().text("labels.sent")));
  rig.visit().practice().stop();
  rig.settle();
  ASSERT_TRUE(rig.visit().practice().over());
  expectWhole(rig, "tried-out");
}

TEST(Rehearsed, AnExerciseFits) {
  Rig rig("couple");
  ASSERT_EQ(rig.session().overlay(), Session::Overlay::Case);
  expectWhole(rig, "exercise-case");
  rig.session().closeOverlay();
  // The right procedure, and then nearly everything is missed.
  for (const char* answer : {"bought", "french", "yes"})
    rig.session().answer(QLatin1String(answer));
  rig.visit().practice().stop();
  rig.settle();
  ASSERT_TRUE(rig.visit().practice().over());
  ASSERT_GT(rig.visit().practice().misses().size(), 3);
  expectWhole(rig, "exercise-over");
}

// Their list, in the panel of an agent at the welcome.
TEST(Rehearsed, TheExercisesFitInThePanel) {
  Rig rig;
  rig.visit().panel().open("1042", "2580");
  rig.settle();
  ASSERT_TRUE(rig.visit().practice().offered());
  const QString first = rig.visit().practice().exercises().constFirst().title;
  for (Layout layout : usual) {
    layout.beside = true;
    expectFits(rig, layout, "panel-exercises");
    keepPicture(rig, layout, "panel-exercises");
    EXPECT_TRUE(stands(rig.content(), first)) << layout.name();
  }
  expectSilence(rig, "panel-exercises");
}

}  // namespace
}  // namespace screens_test
