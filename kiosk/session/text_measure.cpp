// SPDX-License-Identifier: Apache-2.0
#include "text_measure.h"

#include <QFont>
#include <QFontMetricsF>

namespace session {
namespace {

// A visit shows some hundred words of buttons in one size, and few change it twice.
constexpr qsizetype mostKnown = 2000;

}  // namespace

qreal TextMeasure::advance(const QString& words, const QString& face, int typeSize, bool strong) {
  const Setting setting{words, face, typeSize, strong};
  if (const auto known = m_known.constFind(setting); known != m_known.constEnd()) return *known;
  QFont font;
  font.setFamily(face);
  font.setPixelSize(typeSize);
  font.setBold(strong);
  if (m_known.size() >= mostKnown) m_known.clear();
  return *m_known.insert(setting, QFontMetricsF(font).horizontalAdvance(words));
}

}  // namespace session
