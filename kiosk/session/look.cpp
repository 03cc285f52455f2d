// SPDX-License-Identifier: Apache-2.0
#include "look.h"

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
