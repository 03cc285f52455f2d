// SPDX-License-Identifier: Apache-2.0
// Acting for somebody, on the screen: every stage fits beside the panel, and a finger, a mouse and
// a keyboard can sign.
#include <gtest/gtest.h>

#include <QTest>

#include "fit.h"
#include "shown.h"
#include "walker.h"

namespace screens_test {
namespace {

using session::Session;
using Size = session::Look::TextSize;

class ActingScreens : public testing::Test {
 protected:
  // At the plate, with Sylvie's panel open.
  void open() {
    ASSERT_NO_FATAL_FAILURE(walkTo("plate", rig.session()));
    rig.visit().panel().open("1042", "2580");
    ASSERT_EQ(rig.visit().panel().state(), session::AgentPanel::State::Open);
    rig.settle();
  }
  session::Mandate& mandate() { return rig.visit().mandate(); }

  void expectFits(const std::string& screen) {
    for (const Layout& usual :
         {Layout{1080, 1920, Size::Normal}, Layout{1920, 1080, Size::Normal},
          Layout{1080, 1920, Size::Largest}, Layout{1920, 1080, Size::Largest}}) {
      Layout layout = usual;
      layout.beside = true;
      rig.show(layout);
      for (const std::string& fault : faults(rig, layout, true))
        ADD_FAILURE() << screen << " " << fault;
      keepPicture(rig, layout, screen);
    }
    rig.show({});
    for (const QString& line : rig.complaints())
      ADD_FAILURE() << screen << ": " << line.toStdString();
  }

  QQuickItem* find(const char* type, QQuickItem* from = nullptr) {
    QQuickItem& item = from ? *from : rig.content();
    if (!item.isVisible()) return nullptr;
    if (item.inherits(type)) return &item;
    for (QQuickItem* child : item.childItems()) {
      if (QQuickItem* found = find(type, child)) return found;
    }
    return nullptr;
  }
  // As a finger presses the control of this name; false when there is none to press.
  bool press(const char* key) {
    QQuickItem* control = named(key, rig.content());
    if (!control || !control->isEnabled()) return false;
    QMetaObject::invokeMethod(control, "press");
    rig.settle();
    return true;
  }
  QQuickItem* named(const char* key, QQuickItem& from) {
    if (!from.isVisible()) return nullptr;
    if (from.inherits("session::Pressable") && from.property("keyName").toString() == key)
      return &from;
    for (QQuickItem* child : from.childItems()) {
      if (QQuickItem* found = named(key, *child)) return found;
    }
    return nullptr;
  }
  std::string numberOfSylvies() {
    const std::string number = *rig.mandates().freshNumber();
    const auto today = *journey::parseIsoDate("2026-11-20");
    EXPECT_TRUE(rig.mandates().add({number, "sylvie", "change-of-holder", today, today}));
    return number;
  }
  QPoint on(const QQuickItem& pad, double x, double y) {
    return pad.mapToScene({pad.width() * x, pad.height() * y}).toPoint();
  }
  void signWithMouse() {
    const QQuickItem* pad = find("session::SignaturePad");
    ASSERT_TRUE(pad);
    QTest::mousePress(&rig.window(), Qt::LeftButton, {}, on(*pad, 0.2, 0.6));
    for (const auto& [x, y] : {std::pair{0.3, 0.2}, {0.4, 0.7}, {0.5, 0.3}, {0.6, 0.6}, {0.8, 0.5}})
      QTest::mouseMove(&rig.window(), on(*pad, x, y));
    QTest::mouseRelease(&rig.window(), Qt::LeftButton, {}, on(*pad, 0.8, 0.5));
    rig.settle();
  }
  void toSigning() {
    mandate().make();
    mandate().takeName(QStringLiteral("Rolande Durand"));
    mandate().choose(QStringLiteral("month"));
    mandate().agree();
    rig.settle();
  }

  Rig rig;
};

TEST_F(ActingScreens, OfMakingAMandateFit) {
  open();
  mandate().make();
  rig.settle();
  expectFits("mandate-name");
  mandate().takeName(QStringLiteral("Marie-Hélène O'Connor-Lefèvre"));
  rig.settle();
  expectFits("mandate-length");
  mandate().choose(QStringLiteral("month"));
  rig.settle();
  expectFits("mandate-read");
  mandate().agree();
  mandate().sign({});
  rig.settle();
  expectFits("mandate-person-signs-problem");
  signWithMouse();
  expectFits("mandate-person-signs");
  mandate().signWithName();
  rig.settle();
  expectFits("mandate-agent-signs");
  mandate().signWithName();
  rig.settle();
  ASSERT_EQ(mandate().stage(), QStringLiteral("printed"));
  expectFits("mandate-printed");
}

// The panel leads there; what came of it is told on it.
TEST_F(ActingScreens, AreOpenedFromThePanel) {
  open();
  ASSERT_TRUE(press("panel mandate"));
  expectFits("mandate-panel");
  ASSERT_TRUE(press("panel make-mandate"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("name"));
  mandate().stop();
  ASSERT_TRUE(press("panel cancel-mandate"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("cancel"));
  mandate().stop();
  ASSERT_TRUE(press("panel person-away"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("use"));
  mandate().giveNumber(QString::fromStdString(numberOfSylvies()));
  rig.settle();
  EXPECT_FALSE(mandate().news().isEmpty());
  EXPECT_FALSE(press("panel make-mandate")) << "who is not there cannot sign";
  expectFits("mandate-panel-in-use");
}

TEST_F(ActingScreens, OfActingForSomebodyFit) {
  open();
  mandate().useForAbsent();
  rig.settle();
  expectFits("mandate-number");
  mandate().giveNumber(QStringLiteral("AAAAAAAA"));
  rig.settle();
  expectFits("mandate-number-problem");
  mandate().giveNumber(QString::fromStdString(numberOfSylvies()));
  ASSERT_TRUE(rig.visit().panel().filling());
  rig.settle();
  expectFits("mandate-in-use");
}

TEST_F(ActingScreens, OfWhatIsNotSentFit) {
  ASSERT_NO_FATAL_FAILURE(walkTo("send", rig.session()));
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send);
  rig.session().personAway();
  rig.visit().panel().open("1042", "2580");
  rig.settle();
  expectFits("mandate-not-sent");
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  EXPECT_EQ(rig.session().phase(), Session::Phase::Send);
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::ListPrinted);
}

TEST_F(ActingScreens, AreSignedWithAMouse) {
  open();
  toSigning();
  signWithMouse();
  QQuickItem* pad = find("session::SignaturePad");
  ASSERT_TRUE(pad);
  ASSERT_TRUE(pad->property("drawn").toBool());
  auto* signature = qobject_cast<session::SignaturePad*>(pad);
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->signature().strokes.size(), 1);
  EXPECT_GE(signature->signature().strokes.first().size(), 5);
  QMetaObject::invokeMethod(pad, "clear");
  EXPECT_FALSE(pad->property("drawn").toBool());
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  EXPECT_EQ(mandate().stage(), QStringLiteral("person-signs")) << "an empty pad was taken";
  signWithMouse();
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  EXPECT_EQ(mandate().stage(), QStringLiteral("agent-signs"));
  pad = find("session::SignaturePad");
  ASSERT_TRUE(pad);
  EXPECT_FALSE(pad->property("drawn").toBool()) << "the agent's pad holds the person's signature";
}

// One finger signs; the hand that lies beside it draws nothing.
TEST_F(ActingScreens, AreSignedWithAFinger) {
  open();
  toSigning();
  auto* pad = qobject_cast<session::SignaturePad*>(find("session::SignaturePad"));
  ASSERT_TRUE(pad);
  static QPointingDevice* const glass = QTest::createTouchDevice();
  QTest::touchEvent(&rig.window(), glass).press(1, on(*pad, 0.2, 0.5));
  QTest::touchEvent(&rig.window(), glass).stationary(1).press(2, on(*pad, 0.9, 0.9));
  QTest::touchEvent(&rig.window(), glass).move(1, on(*pad, 0.5, 0.2)).move(2, on(*pad, 0.7, 0.9));
  QTest::touchEvent(&rig.window(), glass)
      .release(1, on(*pad, 0.8, 0.6))
      .release(2, on(*pad, 0.7, 0.9));
  rig.settle();
  ASSERT_EQ(pad->signature().strokes.size(), 1);
  EXPECT_TRUE(pad->drawn());
  for (const QPointF& point : pad->signature().strokes.first())
    EXPECT_LT(point.y(), pad->signature().height * 0.7);
}

// Every stage with keys alone: the name is typed, a length chosen, both sign with their names.
TEST_F(ActingScreens, AreMadeWithKeysAlone) {
  open();
  mandate().make();
  rig.settle();
  for (const char key : {'d', 'u', 'r', 'a', 'n', 'd'})
    QTest::keyClick(&rig.window(), key);
  QTest::keyClick(&rig.window(), Qt::Key_Return);
  rig.settle();
  ASSERT_EQ(mandate().stage(), QStringLiteral("length")) << mandate().problem().toStdString();
  EXPECT_EQ(mandate().person(), QStringLiteral("DURAND"));
  EXPECT_EQ(rig.session().step().typed, QString()) << "the name went into the question below";
  QTest::keyClick(&rig.window(), Qt::Key_Tab);
  QTest::keyClick(&rig.window(), Qt::Key_Space);
  rig.settle();
  const auto reach = [&](const char* icon) {
    for (int tabs = 0; tabs < 40; ++tabs) {
      const QQuickItem* at = rig.window().activeFocusItem();
      if (at && at->property("keyName").toString() == QLatin1String(icon)) {
        QTest::keyClick(&rig.window(), Qt::Key_Return);
        rig.settle();
        return true;
      }
      QTest::keyClick(&rig.window(), Qt::Key_Tab);
      rig.settle();
    }
    return false;
  };
  ASSERT_TRUE(reach("continue"));
  ASSERT_EQ(mandate().stage(), QStringLiteral("read")) << mandate().problem().toStdString();
  for (int page = 0; page < 10 && mandate().stage() == QStringLiteral("read"); ++page)
    ASSERT_TRUE(reach("continue"));
  ASSERT_EQ(mandate().stage(), QStringLiteral("person-signs"));
  ASSERT_TRUE(reach("sign-with-name"));
  ASSERT_EQ(mandate().stage(), QStringLiteral("agent-signs"));
  ASSERT_TRUE(reach("sign-with-name"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("printed")) << mandate().problem().toStdString();
}

}  // namespace
}  // namespace screens_test
