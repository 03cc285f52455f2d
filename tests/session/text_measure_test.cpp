// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QFont>
#include <QFontMetricsF>

#include "kiosk/session/text_measure.h"

namespace session {
namespace {

qreal asSet(const QString& words, int typeSize, bool strong) {
  QFont font;
  font.setFamily(QStringLiteral("Andika"));
  font.setPixelSize(typeSize);
  font.setBold(strong);
  return QFontMetricsF(font).horizontalAdvance(words);
}

// What is remembered is told apart by all that makes words wider.
TEST(TextMeasure, IsWhatTheWordsTakeInEachSetting) {
  TextMeasure measure;
  for (const bool again : {false, true}) {
    for (const QString& words : {QStringLiteral("Continuer"), QStringLiteral("Appeler un agent")}) {
      for (const int typeSize : {30, 31, 60}) {
        for (const bool strong : {false, true}) {
          EXPECT_EQ(measure.advance(words, QStringLiteral("Andika"), typeSize, strong),
                    asSet(words, typeSize, strong))
              << words.toStdString() << " " << typeSize << " " << strong << " " << again;
        }
      }
    }
  }
  EXPECT_LT(asSet(QStringLiteral("Continuer"), 30, false),
            asSet(QStringLiteral("Continuer"), 60, false));
}

TEST(TextMeasure, ForgetsRatherThanGrows) {
  TextMeasure measure;
  const qreal first = measure.advance(QStringLiteral("1"), QStringLiteral("Andika"), 30, false);
  for (int i = 0; i < 5000; ++i)
    static_cast<void>(measure.advance(QString::number(i), QStringLiteral("Andika"), 30, false));
  EXPECT_LE(measure.known(), 2000);
  EXPECT_EQ(measure.advance(QStringLiteral("1"), QStringLiteral("Andika"), 30, false), first);
}

}  // namespace
}  // namespace session
