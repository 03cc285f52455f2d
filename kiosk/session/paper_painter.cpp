// SPDX-License-Identifier: Apache-2.0
#include "paper_painter.h"

#include "paper_measures.h"
#include "qr_code.h"

#include <utility>

namespace session {

using namespace sheet;

int drawSheets(const std::function<int(const Sheets& sheets)>& draw) {
  Sheets sheets;
  sheets.count = draw(sheets);
  if (sheets.count < 2) return sheets.count;
  const int closer = draw({0, true});
  if (closer > 0 && closer < sheets.count) sheets = {closer, true};
  return draw(sheets);
}

PaperPainter::PaperPainter(const Paper& paper, QPaintDevice& device, NextSheet nextSheet,
                           const Sheets& sheets)
    : m_paper(paper),
      m_sheets(sheets),
      m_device(device),
      m_nextSheet(std::move(nextSheet)),
      m_scale(device.logicalDpiX() / 25.4) {}

int PaperPainter::paint() {
  if (!m_painter.begin(&m_device)) return 0;
  m_painter.setPen(ink);
  m_painter.setLayoutDirection(m_paper.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
  m_down = margin;
  head();
  if (!m_paper.reference.isEmpty()) reference();
  for (const Paper::Number& each : m_paper.numbers)
    number(each);
  for (const Paper::Section& part : m_paper.sections)
    section(part);
  if (!m_paper.signatures.isEmpty()) signatures();
  if (!m_hasFooter) {
    makeRoom(footerHeight());
    footer();
  }
  number();
  mark();
  return m_painter.end() ? m_page : 0;
}

QRectF PaperPainter::area(double left, double top, double width, double height) const {
  if (m_paper.rightToLeft) left = sheetWidth - left - width;
  return {toPixels(left), toPixels(top), toPixels(width), toPixels(height)};
}

double PaperPainter::heightOf(const QString& text, const QFont& font, double width) {
  if (text.isEmpty()) return 0;
  m_painter.setFont(font);
  const QRectF bounds =
      m_painter.boundingRect(area(0, 0, width, sheetHeight), Qt::TextWordWrap, text);
  return bounds.height() / m_scale;
}

void PaperPainter::write(const QString& text, const QFont& font, double left, double width) {
  const double height = heightOf(text, font, width);
  m_painter.setFont(font);
  m_painter.drawText(area(left, m_down, width, height + 1), Qt::TextWordWrap, text);
  m_down += height;
}

void PaperPainter::makeRoom(double height) {
  if (m_down + height <= bottom || m_down <= margin) return;
  // At the foot of the first sheet that has room for it: it needs no sheet of its own.
  const double foot = bottom - footerHeight();
  if (!m_hasFooter && m_down <= foot) {
    m_down = foot;
    footer();
  }
  number();
  mark();
  m_nextSheet(m_painter);
  ++m_page;
  m_down = margin;
}

void PaperPainter::head() {
  m_painter.setFont(body());
  m_painter.drawText(area(margin, m_down, wide, 8), Qt::AlignRight, m_paper.printed);
  write(QStringLiteral("Côte à côte"), strong(), margin, wide);
  m_down += 2;
  m_painter.fillRect(area(margin, m_down, wide, 0.8), ink);
  m_down += 7;
  write(m_paper.title, face(25, QFont::Bold), margin, wide);
  m_down += 2;
  write(m_paper.sentence, body(), margin, wide);
  m_down += air(6);
}

void PaperPainter::reference() {
  constexpr double code = 33;
  constexpr double textWide = wide - code - 3 * inset;
  const double height = code + 2 * inset;
  makeRoom(height);
  const double top = m_down;
  m_painter.fillRect(area(margin, top, wide, height), ground);
  m_painter.setPen(QPen(ink, toPixels(0.8)));
  m_painter.drawRect(area(margin, top, wide, height));
  const QFont large = face(28, QFont::Bold);
  const double inside = heightOf(m_paper.referenceLabel, body(), textWide) +
                        heightOf(m_paper.reference, large, textWide) +
                        heightOf(m_paper.codeCaption, body(), textWide) + 5;
  m_down = top + (height - inside) / 2;
  write(m_paper.referenceLabel, body(), margin + inset, textWide);
  write(m_paper.reference, large, margin + inset, textWide);
  m_down += 5;
  write(m_paper.codeCaption, body(), margin + inset, textWide);
  m_down = top + height + air(8);
  if (m_paper.code.isEmpty()) return;
  const QImage modules = qrCode(m_paper.code);
  m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  m_painter.drawImage(area(margin + wide - inset - code, top + inset, code, code), modules);
}

void PaperPainter::number(const Paper::Number& number) {
  const QFont large = face(28, QFont::Bold);
  constexpr double width = wide - 2 * inset;
  const double height = heightOf(number.label, body(), width) +
                        heightOf(number.value, large, width) +
                        heightOf(number.caption, body(), width) + 2 * inset;
  makeRoom(height);
  const double top = m_down;
  m_painter.setPen(QPen(ink, toPixels(0.8)));
  m_painter.drawRect(area(margin, top, wide, height));
  m_down = top + inset;
  write(number.label, body(), margin + inset, width);
  write(number.value, large, margin + inset, width);
  write(number.caption, body(), margin + inset, width);
  m_down = top + height + air(8);
}

double PaperPainter::footerHeight() {
  double height = 5;
  for (const QString& sentence : m_paper.footer)
    height += heightOf(sentence, body(), wide);
  return height;
}

void PaperPainter::footer() {
  m_painter.fillRect(area(margin, m_down, wide, 0.3), ink);
  m_down += 3;
  for (const QString& sentence : m_paper.footer)
    write(sentence, body(), margin, wide);
  m_hasFooter = true;
}

void PaperPainter::number() {
  if (m_sheets.count < 2) return;
  QString label = m_paper.pageLabel;
  label.replace(QStringLiteral("{page}"), QString::number(m_page));
  label.replace(QStringLiteral("{pages}"), QString::number(m_sheets.count));
  m_painter.setFont(strong());
  m_painter.drawText(area(margin, sheetHeight - margin - 4, wide, 8), Qt::AlignRight, label);
}

void PaperPainter::mark() {
  if (m_paper.mark.isEmpty()) return;
  m_painter.save();
  m_painter.translate(toPixels(sheetWidth / 2), toPixels(sheetHeight / 2));
  m_painter.rotate(-50);
  m_painter.setPen(pale);
  m_painter.setFont(face(130, QFont::Bold));
  m_painter.drawText(area(-sheetHeight / 2, -50, sheetHeight, 100), Qt::AlignCenter, m_paper.mark);
  m_painter.restore();
}

}  // namespace session
