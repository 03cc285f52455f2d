// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QQuickItem>
#include <QTest>
#include <filesystem>
#include <set>

#include "shown.h"
#include "walker.h"

namespace screens_test {
namespace {

using session::Look;
using session::Session;
using Size = Look::TextSize;

// The first that can be seen, of this class and with this property; null for none.
QQuickItem* named(QQuickItem& from, const char* kind, const char* property, const QVariant& value) {
  if (!from.isVisible()) return nullptr;
  if (from.inherits(kind) && from.property(property) == value) return &from;
  for (QQuickItem* child : from.childItems()) {
    if (QQuickItem* found = named(*child, kind, property, value)) return found;
  }
  return nullptr;
}

// What the officer refuses and what she only remarks upon.
TEST(Screens, OfTheOfficersRemarksFit) {
  Rig rig;
  rig.session().begin();
  for (Gesture gesture : pathToSend()) {
    if (gesture.stepId == "officers-look") break;
    if (gesture.stepId == "certificate-struck") gesture.text = "no";
    if (gesture.stepId == "certificate-signatures") gesture.text = "0";
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  rig.settle();
  ASSERT_EQ(rig.session().phase(), Session::Phase::OfficersLook);
  expectFits(rig, "officers-look-not-yet");
}

// Why the machine may be wrong, and that it was said.
TEST(Screens, OfAnExplanationFit) {
  Rig rig;
  rig.session().begin();
  for (Gesture gesture : pathToSend()) {
    if (gesture.stepId == "officers-look") break;
    if (gesture.stepId == "cession-dated") gesture.text = "other";
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
    if (gesture.stepId == "cession-dated") rig.session().answer(QStringLiteral("09/11/2026"));
  }
  rig.settle();
  expectFits(rig, "officers-look-explainable");
  rig.session().explain(QStringLiteral("transfer-certificate-date-mismatch"));
  rig.settle();
  ASSERT_EQ(rig.session().overlay(), Session::Overlay::Explaining);
  expectFits(rig, "explaining");
  rig.session().explainWith(rig.visit().summary().explanations().first().id);
  rig.settle();
  expectFits(rig, "officers-look-explained");
  rig.session().explain(QStringLiteral("transfer-certificate-date-mismatch"));
  rig.settle();
  expectFits(rig, "explaining-again");
}

// The sentence that says what to do stands on the screen, and what was typed stays.
TEST(Screens, AProblemFits) {
  Rig rig;
  ASSERT_NO_FATAL_FAILURE(walkTo("plate", rig.session()));
  rig.settle();
  for (const char key : {'a', 'b', '1', '2', 'c', 'd'})
    QTest::keyClick(&rig.window(), key);
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  // The longest of them: no key is left to touch but one, and it says which.
  ASSERT_EQ(rig.session().step().problem,
            rig.visit().words().text(QStringLiteral("problems.plate.figures")));
  ASSERT_EQ(rig.session().step().typed, "AB12CD");
  expectFits(rig, "plate-problem");
}

// How much of a text is seen: 0 when it is not there or quite transparent.
double seen(QQuickItem& from, const QString& words, double opacity = 1) {
  if (!from.isVisible()) return 0;
  opacity *= from.opacity();
  if (from.inherits("QQuickText") && from.property("text").toString() == words) return opacity;
  double most = 0;
  for (QQuickItem* child : from.childItems())
    most = std::max(most, seen(*child, words, opacity));
  return most;
}

// A sentence that stays while the answer is mended would say that the good answer is refused.
TEST(Screens, AProblemIsToldUntilTheAnswerIsTouched) {
  Rig rig;
  rig.session().begin();
  rig.settle();
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  const QString problem = rig.session().step().problem;
  ASSERT_FALSE(problem.isEmpty());
  EXPECT_EQ(seen(rig.content(), problem), 1);
  QTest::keyClick(&rig.window(), Qt::Key_Tab);
  QTest::keyClick(&rig.window(), Qt::Key_Space);
  rig.settle();
  ASSERT_FALSE(rig.session().step().typed.isEmpty());
  EXPECT_EQ(seen(rig.content(), problem), 0);
}

void walkToReview(Rig& rig) {
  rig.session().begin();
  for (const Gesture& gesture : pathToSend()) {
    if (rig.session().phase() == Session::Phase::Review) break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
}

// Nobody goes on from the review before every page of it was on screen.
TEST(Screens, TheReviewIsReadToItsEnd) {
  Rig rig;
  walkToReview(rig);
  ASSERT_EQ(rig.session().phase(), Session::Phase::Review);
  rig.settle();
  const auto rows = rig.visit().summary().reviewRows();
  std::set<QString> shown;
  for (int page = 0; page < 40 && rig.session().phase() == Session::Phase::Review; ++page) {
    for (const auto& row : rows) {
      if (seen(rig.content(), row.answer) > 0) shown.insert(row.answer);
    }
    QTest::keyClick(&rig.window(), Qt::Key_Return);
    rig.settle();
  }
  EXPECT_NE(rig.session().phase(), Session::Phase::Review);
  for (const auto& row : rows)
    EXPECT_TRUE(shown.contains(row.answer)) << row.question.toStdString();
}

// Back from a change, the review shows the page of what was changed, and marks it.
TEST(Screens, TheReviewComesBackToWhatWasChanged) {
  Rig rig;
  walkToReview(rig);
  ASSERT_EQ(rig.session().phase(), Session::Phase::Review);
  rig.session().change("street");
  rig.session().answer("AVENUE DE LA GARE");
  rig.settle();
  ASSERT_EQ(rig.session().phase(), Session::Phase::Review);
  EXPECT_EQ(seen(rig.content(), "AVENUE DE LA GARE"), 1);
}

// Goes this person's way to a step of this kind, whose id differs.
void walkToKind(Rig& rig, const char* journey, journey::AnswerKind kind) {
  rig.session().begin();
  for (const Gesture& gesture : pathOfJourney(journey)) {
    if (rig.session().walk()->shown().answer == kind) break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  ASSERT_EQ(rig.session().walk()->shown().answer, kind);
  rig.settle();
}

// Nor from the papers that are to be at hand, in letters of any size.
TEST(Screens, ThePapersAreReadToTheEnd) {
  for (const char* journey :
       {"for-her-mother", "sold-for-her-mother", "car-from-germany", "moved-and-lost"}) {
    for (const Layout& layout : usual) {
      Rig rig;
      ASSERT_NO_FATAL_FAILURE(walkToKind(rig, journey, journey::AnswerKind::Papers));
      const QString screen = rig.session().step().id;
      expectFits(rig, layout, journey);
      const auto papers = rig.visit().summary().papersNeeded();
      std::set<QString> shown;
      for (int page = 0; page < 20 && rig.session().step().id == screen; ++page) {
        keepPicture(rig, layout, std::string("papers-") + journey + "-" + std::to_string(page));
        for (const auto& paper : papers) {
          if (seen(rig.content(), paper.name) > 0) shown.insert(paper.name);
        }
        // Price and time do not stand alone.
        EXPECT_GT(shown.size(), 0U) << journey << " " << layout.name();
        QTest::keyClick(&rig.window(), Qt::Key_Return);
        rig.settle();
      }
      EXPECT_NE(rig.session().step().id, screen);
      for (const auto& paper : papers)
        EXPECT_TRUE(shown.contains(paper.name)) << layout.name() << paper.name.toStdString();
    }
  }
}

// Nobody reads that it is free where it may not be.
TEST(Screens, ACostThatIsOneOfTwoFits) {
  Rig rig;
  ASSERT_NO_FATAL_FAILURE(walkToKind(rig, "moved-and-lost", journey::AnswerKind::Cost));
  ASSERT_TRUE(rig.visit().summary().total().isEmpty());
  EXPECT_TRUE(rig.visit().summary().costNote().contains("2,76"));
  expectFits(rig, "cost-one-of-two");
}

TEST(Screens, ACostThatIsNotKnownFits) {
  Rig rig;
  ASSERT_NO_FATAL_FAILURE(walkToKind(rig, "car-from-germany", journey::AnswerKind::Cost));
  ASSERT_TRUE(rig.visit().summary().total().isEmpty());
  expectFits(rig, "cost-unknown");
  // Across, the drawing has the side that the lines of a price would have.
  for (const Size size : {Size::Normal, Size::Largest}) {
    rig.show({1920, 1080, size});
    const QQuickItem* drawing = named(rig.content(), "QQuickItem", "name", "cost");
    ASSERT_NE(drawing, nullptr);
    EXPECT_GT(drawing->mapToScene({}).x(), 800);
    EXPECT_GT(drawing->height(), 500);
  }
}

TEST(Screens, ACostOfNothingFits) {
  Rig rig;
  ASSERT_NO_FATAL_FAILURE(walkToKind(rig, "sold-to-a-person", journey::AnswerKind::Cost));
  expectFits(rig, "cost-free");
}

TEST(Screens, TheEndsFit) {
  {
    Rig rig;
    expectFits(rig, "welcome");
  }
  {
    Rig rig;
    rig.store().trouble = session::StoreTrouble{session::StoreTrouble::Kind::Quota, "full"};
    rig.session().putOutOfService(*rig.store().trouble);
    rig.settle();
    EXPECT_EQ(rig.complaints(), QStringList{"out of service (quota): full"});
    expectFits(rig, "out-of-service");
  }
}

// On a kiosk that has a voice, two screens have one button more, which leads to its settings.
TEST(Screens, OfAKioskWithAVoiceFit) {
  qputenv("PULSE_SERVER", "none");
  {
    Rig rig;
    expectFits(rig, "welcome-with-voice");
    rig.session().adjustSounds();
    rig.settle();
    expectFits(rig, "sounds");
  }
  qunsetenv("PULSE_SERVER");
}

TEST(Screens, OverlaysFit) {
  Rig rig;
  rig.session().begin();
  rig.session().askWhy();
  rig.settle();
  expectFits(rig, "why");
  rig.session().closeOverlay();
  rig.session().printList();
  rig.settle();
  expectFits(rig, "list-printed");
  rig.session().closeOverlay();
  rig.wait(301);
  ASSERT_EQ(rig.session().overlay(), Session::Overlay::IdleWarning);
  expectFits(rig, "idle");
}

void walkToSend(Rig& rig) {
  ASSERT_NO_FATAL_FAILURE(walkTo("send", rig.session()));
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send);
}

TEST(Screens, SendingAndItsEndsFit) {
  using Kind = session::Fate::Kind;
  for (const auto& [kind, name] :
       {std::pair{Kind::Received, "done-sent"}, std::pair{Kind::Waiting, "done-kept"},
        std::pair{Kind::Refused, "done-refused"}}) {
    Rig rig;
    walkToSend(rig);
    if (HasFatalFailure()) return;
    rig.session().send();
    rig.wait(3);
    if (kind == Kind::Received) expectFits(rig, "sending");
    rig.store().whatBecame = {kind, "2026-K7F3M2Q9", "pay", 22376, {}};
    rig.wait(30);
    ASSERT_EQ(rig.session().phase(), Session::Phase::Done);
    expectFits(rig, name);
    // The largest letters keep the tick beside them, and the call stays on one line.
    rig.show({1920, 1080, Size::Largest});
    const session::Words& words = rig.visit().words();
    const QQuickItem* finish =
        named(rig.content(), "QQuickItem", "label", words.text("labels.finish"));
    const QQuickItem* call =
        named(rig.content(), "QQuickText", "text", words.text("labels.call-agent"));
    ASSERT_TRUE(finish && call);
    EXPECT_TRUE(finish->property("iconShown").toBool());
    EXPECT_EQ(call->property("lineCount").toInt(), 1);
  }
}

// Nothing came out of the printer: the screen does not show one, and says what to do instead.
TEST(Screens, WithoutPaperFit) {
  Rig rig;
  rig.tray().works = false;
  walkToSend(rig);
  if (HasFatalFailure()) return;
  rig.session().printList();
  rig.settle();
  expectFits(rig, "list-not-printed");
  rig.session().closeOverlay();
  rig.session().send();
  rig.wait(3);
  rig.store().whatBecame = {session::Fate::Kind::Received, "2026-K7F3M2Q9", "pay", 22376, {}};
  rig.wait(30);
  ASSERT_EQ(rig.session().phase(), Session::Phase::Done);
  expectFits(rig, "done-not-printed");
  const session::Words& words = rig.visit().words();
  EXPECT_FALSE(named(rig.content(), "QQuickItem", "label", words.text("labels.finish")));
  EXPECT_TRUE(named(rig.content(), "QQuickItem", "label", words.text("labels.finish-unprinted")));
}

}  // namespace
}  // namespace screens_test

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
  qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
  testing::InitGoogleTest(&argc, argv);
  QGuiApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
