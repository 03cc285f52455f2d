// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QAccessible>
#include <QQuickItem>
#include <QTest>

#include "rig.h"
#include "walker.h"

// Without touch: arrows or Tab, Enter and Back do everything; a keyboard types; assistive
// technology presses by name.
namespace screens_test {
namespace {

using session::Session;

class Keys : public testing::Test {
 protected:
  void TearDown() override { EXPECT_EQ(m_rig.complaints(), QStringList()); }

  void press(Qt::Key key) {
    QTest::keyClick(&m_rig.window(), key);
    m_rig.settle();
  }

  void type(const char* text) {
    for (const char* letter = text; *letter != 0; ++letter)
      QTest::keyClick(&m_rig.window(), *letter);
    m_rig.settle();
  }

  // The visible label of what has the focus.
  [[nodiscard]] std::string focused() {
    QQuickItem* item = m_rig.window().activeFocusItem();
    return item ? item->property("label").toString().toStdString() : "";
  }

  // Goes on with one key until this label has the focus.
  [[nodiscard]] bool reach(Qt::Key key, const std::string& label) {
    for (int i = 0; i < 80; ++i) {
      if (focused() == label) return true;
      press(key);
    }
    return false;
  }

  // Answers by intents up to this step.
  void goTo(const std::string& step) {
    m_rig.session().begin();
    for (const Gesture& gesture : pathToSend()) {
      if (gesture.stepId == step) break;
      ASSERT_TRUE(perform(m_rig.session(), gesture)) << gesture.stepId;
    }
    m_rig.settle();
    ASSERT_EQ(m_rig.session().step().id.toStdString(), step);
  }

  Rig m_rig;
};

TEST_F(Keys, TabEnterAndBackLeadThrough) {
  press(Qt::Key_Tab);
  EXPECT_TRUE(reach(Qt::Key_Tab, "Commencer"));
  press(Qt::Key_Return);
  ASSERT_EQ(m_rig.session().phase(), Session::Phase::Question);
  const QString first = m_rig.session().step().id;
  EXPECT_TRUE(reach(Qt::Key_Tab, "J’ai acheté ou reçu un véhicule"));
  press(Qt::Key_Space);
  EXPECT_TRUE(reach(Qt::Key_Tab, "Continuer"));
  press(Qt::Key_Return);
  ASSERT_NE(m_rig.session().step().id, first);
  EXPECT_EQ(focused(), m_rig.session().step().options.first().label.toStdString())
      << "the next question must begin at its answers";
  press(Qt::Key_Escape);
  EXPECT_EQ(m_rig.session().step().id, first);
  EXPECT_EQ(m_rig.session().step().typed, "bought") << "going back lost the answer";
}

// "RUE DES LILAS" from a keyboard: its spaces pressed Continuer once, which had the focus.
TEST_F(Keys, TheSpaceBarIsALetterWhereTextIsTyped) {
  goTo("street");
  ASSERT_TRUE(reach(Qt::Key_Tab, "Continuer"));
  type("rue des");
  EXPECT_EQ(m_rig.session().step().id, "street");
  EXPECT_EQ(m_rig.session().step().typed, "RUE DES");
}

// Enter on a screen that asks nothing goes on, never back.
TEST_F(Keys, StartAtTheMainButtonWhereNothingIsAsked) {
  press(Qt::Key_Tab);
  goTo("officers-look");
  EXPECT_EQ(focused(), "Continuer");
}

// HÉLOÏSE: the accents of every French name, from the glass and from a keyboard.
TEST_F(Keys, EveryAccentOfAFrenchNameIsThere) {
  goTo("given-names");
  type("h");
  for (const char* label : {"É", "L", "O", "ÀÂ…", "Ï", "S", "E"}) {
    ASSERT_TRUE(reach(Qt::Key_Tab, label)) << label;
    press(Qt::Key_Return);
  }
  EXPECT_EQ(m_rig.session().step().typed, QStringLiteral("HÉLOÏSE"));
}

TEST_F(Keys, ArrowsGoToTheNearestKey) {
  goTo("birth-surname");
  ASSERT_TRUE(reach(Qt::Key_Tab, "A"));
  press(Qt::Key_Right);
  EXPECT_EQ(focused(), "Z");
  press(Qt::Key_Down);
  EXPECT_EQ(focused(), "S");
  press(Qt::Key_Left);
  EXPECT_EQ(focused(), "Q");
  press(Qt::Key_Up);
  EXPECT_EQ(focused(), "A");
  EXPECT_TRUE(reach(Qt::Key_Down, "Retour"));
}

TEST_F(Keys, AKeyboardTypesAndErases) {
  goTo("birth-surname");
  type("d'est");
  press(Qt::Key_Backspace);
  press(Qt::Key_Return);
  m_rig.session().back();
  EXPECT_EQ(m_rig.session().step().typed, "D'ES");
}

TEST_F(Keys, APlateTakesOnlyWhatItsPlaceCanHold) {
  goTo("plate");
  // I is on no plate, and the third place of AB is a digit.
  type("iabc123");
  press(Qt::Key_Return);
  EXPECT_EQ(m_rig.session().step().typed, "AB123");
  EXPECT_FALSE(m_rig.session().step().problem.isEmpty());
}

TEST_F(Keys, ADateIsTypedInFigures) {
  goTo("birth-date");
  type("3041952");
  press(Qt::Key_Return);
  m_rig.session().back();
  EXPECT_EQ(m_rig.session().step().typed, "1952-04-30");
}

void named(QAccessibleInterface* face, const QString& name,
           std::vector<QAccessibleInterface*>& found) {
  if (!face || face->state().invisible) return;
  if (face->role() == QAccessible::Button && face->text(QAccessible::Name) == name)
    found.push_back(face);
  for (int i = 0; i < face->childCount(); ++i)
    named(face->child(i), name, found);
}

TEST_F(Keys, AssistiveTechnologyPressesByName) {
  std::vector<QAccessibleInterface*> found;
  QAccessibleInterface* window = QAccessible::queryAccessibleInterface(&m_rig.window());
  named(window, "Commencer", found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(m_rig.window().title().toStdString(),
            "Bonjour. Nous faisons votre carte grise ensemble.");
  found.front()->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  m_rig.settle();
  EXPECT_EQ(m_rig.session().phase(), Session::Phase::Question);
}

TEST_F(Keys, AFingerPressesWhereItTouches) {
  goTo("transfer-kind");
  ASSERT_TRUE(reach(Qt::Key_Tab, "On me l’a donné"));
  QQuickItem* card = m_rig.window().activeFocusItem();
  const QPoint place = card->mapToScene({card->width() / 2, card->height() / 2}).toPoint();
  QTest::mousePress(&m_rig.window(), Qt::LeftButton, {}, place);
  m_rig.settle();
  EXPECT_TRUE(card->property("pressed").toBool()) << "no feedback while the finger is down";
  QTest::mouseRelease(&m_rig.window(), Qt::LeftButton, {}, place);
  m_rig.settle();
  EXPECT_FALSE(card->property("pressed").toBool());
  EXPECT_TRUE(card->property("selected").toBool());
}

}  // namespace
}  // namespace screens_test
