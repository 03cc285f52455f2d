// SPDX-License-Identifier: Apache-2.0
#include "sheet_picture.h"

#include "paper_measures.h"
#include "paper_painter.h"
#include "session.h"

#include <algorithm>

namespace session {
namespace {

using namespace sheet;
constexpr int mostSheets = 4;
// At another fineness lines may break elsewhere, and sheets too: it is drawn at one and made
// smaller.
constexpr double fine = 5;

QSize sizeAt(double dotsPerMillimetre) {
  return (QSizeF(sheetWidth, sheetHeight) * dotsPerMillimetre).toSize();
}

}  // namespace

QImage sheetsOf(const Paper& paper, double dotsPerMillimetre) {
  const QSize one = sizeAt(dotsPerMillimetre);
  QImage all(one.width(), one.height() * mostSheets, QImage::Format_RGB32);
  if (all.isNull()) return {};
  const int dots = qRound(dotsPerMillimetre * 1000);
  all.setDotsPerMeterX(dots);
  all.setDotsPerMeterY(dots);
  const auto next = [&one](QPainter& painter) { painter.translate(0, one.height()); };
  const int count = drawSheets([&](const Sheets& sheets) {
    all.fill(Qt::white);
    return PaperPainter(paper, all, next, sheets).paint();
  });
  if (count == 0) return {};
  return all.copy(0, 0, one.width(), one.height() * std::min(count, mostSheets));
}

int sheetCount(const Paper& paper) {
  return sheetsOf(paper, fine).height() / sizeAt(fine).height();
}

QImage SheetProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  if (!m_session.paper()) return {};
  const QSize one = sizeAt(fine);
  const QImage all = sheetsOf(*m_session.paper(), fine);
  // After the number stands what makes the address another one for another paper.
  const int number = id.section(u'-', 0, 0).toInt();
  QImage sheet = all.copy(0, (number - 1) * one.height(), one.width(), one.height());
  if (const int wanted = requestedSize.width(); wanted > 0 && wanted < one.width()) {
    sheet = sheet.scaledToWidth(wanted, Qt::SmoothTransformation);
  }
  if (size) *size = sheet.size();
  return sheet;
}

}  // namespace session
