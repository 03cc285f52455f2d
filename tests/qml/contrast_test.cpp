// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QColor>
#include <QQmlComponent>
#include <cmath>

#include "rig.h"

// Colours of Theme against each other, as WCAG 2.2 measures them.
namespace screens_test {
namespace {

double linear(double part) {
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

struct Pair {
  const char* front;
  const char* ground;
  // What is asked of the paper theme; black and white modes are asked for more.
  double least;
  bool blackAndWhite;
};

const std::vector<Pair> pairs = {
    {"ink", "paper", 10, true},           {"ink", "card", 10, true},
    {"softInk", "paper", 10, true},       {"softInk", "card", 10, true},
    {"actionInk", "action", 10, true},    {"helpInk", "help", 10, false},
    {"good", "goodGround", 10, true},     {"change", "changeGround", 10, true},
    {"stop", "stopGround", 10, true},     {"ink", "chosen", 10, false},
    {"ink", "cardPressed", 10, false},    {"actionInk", "actionPressed", 9, false},
    {"helpInk", "helpPressed", 9, false}, {"action", "paper", 4.5, true}};

std::unique_ptr<QObject> holderOfTheme(Rig& rig) {
  QQmlComponent component(&rig.engine());
  component.setData(
      "import QtQml; import Kiosk.Screens; QtObject { property QtObject theme: Theme }", QUrl());
  return std::unique_ptr<QObject>(component.create());
}

TEST(Contrast, HoldsInEachTheme) {
  Rig rig;
  const std::unique_ptr<QObject> holder = holderOfTheme(rig);
  ASSERT_NE(holder, nullptr);
  auto* theme = holder->property("theme").value<QObject*>();
  ASSERT_NE(theme, nullptr);
  using session::Look;
  for (const auto mode :
       {Look::Contrast::Paper, Look::Contrast::BlackOnWhite, Look::Contrast::WhiteOnBlack}) {
    rig.show({1080, 1920, Look::TextSize::Normal, mode});
    for (const Pair& pair : pairs) {
      const double found = contrast(theme->property(pair.front).value<QColor>(),
                                    theme->property(pair.ground).value<QColor>());
      const bool strict = mode != Look::Contrast::Paper && pair.blackAndWhite;
      EXPECT_GE(found, strict ? 20 : pair.least)
          << pair.front << " on " << pair.ground << " in theme " << static_cast<int>(mode);
    }
  }
}

TEST(Contrast, BordersAndFocusStandOut) {
  Rig rig;
  const std::unique_ptr<QObject> holder = holderOfTheme(rig);
  ASSERT_NE(holder, nullptr);
  auto* theme = holder->property("theme").value<QObject*>();
  ASSERT_NE(theme, nullptr);
  EXPECT_GE(theme->property("focusBorder").toDouble(), 1.5 * Rig::pixelsPerMillimetre - 0.5);
  EXPECT_GE(theme->property("thickBorder").toDouble(), 2 * theme->property("border").toDouble());
}

}  // namespace
}  // namespace screens_test
