// SPDX-License-Identifier: Apache-2.0
#include "look.h"

#include <QRegularExpression>

namespace session {
namespace {

template <class Enum>
Enum following(Enum value, Enum last) {
  return value == last ? Enum{} : static_cast<Enum>(static_cast<int>(value) + 1);
}

}  // namespace

Look::Look(qreal pixelsPerMillimetre, QObject* parent)
    : QObject(parent), m_pixelsPerMillimetre(pixelsPerMillimetre) {}

void Look::nextTextSize() {
  m_textSize = following(m_textSize, TextSize::Largest);
  emit changed();
}

void Look::nextContrast() {
  m_contrast = following(m_contrast, Contrast::WhiteOnBlack);
  emit changed();
}

void Look::toggleLetterOrder() {
  m_letterOrder = following(m_letterOrder, LetterOrder::Abc);
  emit changed();
}

void Look::toggleLowMode() {
  m_lowMode = !m_lowMode;
  emit changed();
}

void Look::toggleSound() {
  m_sound = !m_sound;
  emit changed();
}

QString Look::inShort() const {
  return QStringLiteral("%1%2%3%4%5")
      .arg(static_cast<int>(m_textSize))
      .arg(static_cast<int>(m_contrast))
      .arg(static_cast<int>(m_letterOrder))
      .arg(static_cast<int>(m_lowMode))
      .arg(static_cast<int>(m_sound));
}

void Look::take(const QString& inShort) {
  static const QRegularExpression form(QStringLiteral("^[0-3][0-2][01][01][01]$"));
  if (!form.match(inShort).hasMatch()) return;
  const auto figure = [&](qsizetype at) { return inShort.at(at).digitValue(); };
  m_textSize = static_cast<TextSize>(figure(0));
  m_contrast = static_cast<Contrast>(figure(1));
  m_letterOrder = static_cast<LetterOrder>(figure(2));
  m_lowMode = figure(3) == 1;
  m_sound = figure(4) == 1;
  emit changed();
}

void Look::reset() {
  m_textSize = TextSize::Normal;
  m_contrast = Contrast::Paper;
  m_letterOrder = LetterOrder::Azerty;
  m_lowMode = false;
  m_sound = false;
  emit changed();
}

qreal boundedPixelsPerMillimetre(qreal configured, qreal detected) {
  // From a 43 inch screen of 1080 lines (2.0) to a dense tablet (12). Outside of it the screen
  // lies: virtual and badly described displays are common, and 96 dots per inch is their usual
  // word.
  constexpr qreal smallest = 1.5;
  constexpr qreal largest = 12;
  constexpr qreal usual = 96 / 25.4;
  if (configured > 0) return qBound(smallest, configured, largest);
  return detected >= smallest && detected <= largest ? detected : usual;
}

}  // namespace session
