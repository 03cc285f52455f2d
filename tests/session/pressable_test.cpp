// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/pressable.h"

#include <QAccessible>
#include <QQuickWindow>

#include <gtest/gtest.h>

namespace {

using session::Pressable;

struct OnAWindow {
  OnAWindow() {
    window.resize(400, 300);
    item.setParentItem(window.contentItem());
    item.setSize({200, 80});
    item.setProperty("label", QStringLiteral("Continuer"));
    item.setActiveFocusOnTab(true);
    QObject::connect(&item, &Pressable::pressAsked, [this] { ++presses; });
  }
  QAccessibleInterface& read() { return *QAccessible::queryAccessibleInterface(&item); }
  void press() { read().actionInterface()->doAction(QAccessibleActionInterface::pressAction()); }

  QQuickWindow window;
  Pressable item;
  int presses = 0;
};

TEST(Pressable, isReadAsAButtonThatCanBePressed) {
  OnAWindow button;
  EXPECT_EQ(button.read().role(), QAccessible::Button);
  EXPECT_EQ(button.read().text(QAccessible::Name), QStringLiteral("Continuer"));
  EXPECT_FALSE(button.read().state().disabled);
  EXPECT_TRUE(button.read().state().focusable);
  EXPECT_EQ(button.read().rect().size(), QSize(200, 80));
  button.press();
  EXPECT_EQ(button.presses, 1);
}

TEST(Pressable, saysThatItIsDisabledAndTakesNoPress) {
  OnAWindow button;
  button.item.setEnabled(false);
  EXPECT_TRUE(button.read().state().disabled);
  EXPECT_FALSE(button.read().state().focusable);
  EXPECT_TRUE(button.read().actionInterface()->actionNames().isEmpty());
  button.press();
  EXPECT_EQ(button.presses, 0);
}

TEST(Pressable, isReadAsOneOfSeveralWhenItIs) {
  OnAWindow button;
  button.item.setProperty("selectable", true);
  EXPECT_EQ(button.read().role(), QAccessible::RadioButton);
  EXPECT_FALSE(button.read().state().checked);
  button.item.setProperty("selected", true);
  EXPECT_TRUE(button.read().state().checked);
}

}  // namespace
