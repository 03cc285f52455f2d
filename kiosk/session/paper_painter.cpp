// SPDX-License-Identifier: Apache-2.0
#include "paper_painter.h"

#include "qr_code.h"

#include <QFile>
#include <QPageLayout>
#include <QPageSize>
#include <QSvgRenderer>

#include <algorithm>

namespace session {
namespace {

using Form = Paper::Section::Form;

constexpr int resolution = 600;
constexpr double sheetWidth = 210;
constexpr double sheetHeight = 297;
constexpr double margin = 20;
constexpr double wide = sheetWidth - 2 * margin;
constexpr double bottom = sheetHeight - 27;
constexpr double inset = 6;       // inside of a frame
constexpr double labelWide = 52;  // of the left column
constexpr double boxSide = 7;
constexpr double pictureWide = 24;
constexpr double pictureHigh = 17;
const QColor ink(0x10, 0x20, 0x3A);
const QColor ground(0xF3, 0xF1, 0xEA);

QFont face(double points, QFont::Weight weight = QFont::Normal) {
  QFont font(QStringLiteral("Andika"));
  font.setPointSizeF(points);
  font.setWeight(weight);
  // A trace of air between the letters: easier to read, and no "fi" drawn as one shape, which
  // programs that read the sheet aloud would swallow.
  font.setLetterSpacing(QFont::PercentageSpacing, 101);
  return font;
}

const QFont& body() {
  static const QFont font = face(14);
  return font;
}
const QFont& strong() {
  static const QFont font = face(14, QFont::Bold);
  return font;
}
const QFont& heading() {
  static const QFont font = face(17, QFont::Bold);
  return font;
}

QString pictureFile(const QString& name) {
  return QStringLiteral(":/qt/qml/Kiosk/Screens/pictures/") + name + QStringLiteral(".svg");
}

}  // namespace

PaperPainter::PaperPainter(const Paper& paper, QIODevice& device, int pages)
    : m_paper(paper), m_pages(pages), m_writer(&device), m_scale(resolution / 25.4) {
  m_writer.setResolution(resolution);
  m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter));
  m_writer.setTitle(paper.title);
  m_writer.setCreator(QStringLiteral("Côte à côte"));
}

int PaperPainter::paint() {
  if (!m_painter.begin(&m_writer)) return 0;
  m_painter.setPen(ink);
  m_down = margin;
  head();
  if (!m_paper.reference.isEmpty()) reference();
  for (const Paper::Section& part : m_paper.sections)
    section(part);
  end();
  number();
  return m_painter.end() ? m_page : 0;
}

QRectF PaperPainter::area(double left, double top, double width, double height) const {
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
  number();
  m_writer.newPage();
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
  write(m_paper.title, face(26, QFont::Bold), margin, wide);
  m_down += 2;
  write(m_paper.sentence, body(), margin, wide);
  m_down += 6;
}

void PaperPainter::reference() {
  constexpr double code = 38;
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
  const QImage modules = qrCode(m_paper.code);
  m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  m_painter.drawImage(area(margin + wide - inset - code, top + inset, code, code), modules);
  m_down = top + height + 8;
}

double PaperPainter::heightOf(const Paper::Section& section, const Paper::Line& line,
                              double width) {
  if (section.form == Form::Boxes) {
    const double picture = line.picture.isEmpty() ? 0 : pictureWide + 4;
    const double textWide = width - boxSide - 4 - picture;
    const double text =
        heightOf(line.label, strong(), textWide) + heightOf(line.detail, body(), textWide);
    return std::max({text, boxSide, line.picture.isEmpty() ? 0 : pictureHigh}) + 4;
  }
  const double left = section.form == Form::Amounts ? width - labelWide : labelWide;
  const bool alone = line.value.isEmpty();
  return std::max(heightOf(line.label, body(), alone ? width : left - 4),
                  heightOf(line.value, strong(), width - left)) +
         1.5;
}

double PaperPainter::heightOf(const Paper::Section& section, double width) {
  double height = heightOf(section.title, heading(), width) + 2;
  for (const QString& sentence : section.sentences) {
    height += heightOf(sentence, body(), width) + 1.5;
  }
  for (const Paper::Line& each : section.lines)
    height += heightOf(section, each, width);
  return height;
}

void PaperPainter::section(const Paper::Section& section) {
  const bool framed = section.form == Form::Framed;
  const double width = framed ? wide - 2 * inset : wide;
  const double height = heightOf(section, width);
  if (framed) {
    makeRoom(height + 2 * inset);
    const double top = m_down;
    m_painter.setPen(QPen(ink, toPixels(0.8)));
    m_painter.drawRect(area(margin, top, wide, height + 2 * inset - 2));
    m_down += inset;
    sectionBody(section, margin + inset, width);
    m_down = top + height + 2 * inset - 2 + 8;
    return;
  }
  // A short section stays in one piece; a long one at least keeps its title with its first line.
  const bool isShort = height < 85;
  const double first =
      section.lines.isEmpty() ? 10 : heightOf(section, section.lines.first(), width);
  makeRoom(isShort ? height : heightOf(section.title, heading(), width) + first + 8);
  sectionBody(section, margin, width);
  m_down += 6;
}

void PaperPainter::sectionBody(const Paper::Section& section, double left, double width) {
  write(section.title, heading(), left, width);
  m_down += 2;
  const auto sentences = [&] {
    for (const QString& sentence : section.sentences) {
      makeRoom(heightOf(sentence, body(), width));
      write(sentence, body(), left, width);
      m_down += 1.5;
    }
  };
  // What is framed is said first; elsewhere the sentences comment on the lines.
  if (section.form == Form::Framed) sentences();
  for (const Paper::Line& each : section.lines)
    line(section, each, left, width);
  if (section.form != Form::Framed) sentences();
}

void PaperPainter::line(const Paper::Section& section, const Paper::Line& line, double left,
                        double width) {
  const double height = heightOf(section, line, width);
  makeRoom(height);
  const double top = m_down;
  if (section.form == Form::Boxes) {
    box(line, left, width);
    m_down = top + height;
    return;
  }
  const bool amounts = section.form == Form::Amounts;
  const double column = amounts ? width - labelWide : labelWide;
  const bool alone = line.value.isEmpty();
  write(line.label, body(), left, alone ? width : column - 4);
  m_painter.setFont(strong());
  m_painter.drawText(area(left + column, top, width - column, height),
                     static_cast<int>(Qt::TextWordWrap) |
                         static_cast<int>(amounts ? Qt::AlignRight : Qt::AlignLeft),
                     line.value);
  m_down = top + height;
}

void PaperPainter::box(const Paper::Line& line, double left, double width) {
  const double top = m_down;
  m_painter.setPen(QPen(ink, toPixels(0.6)));
  m_painter.drawRect(area(left, top + 0.5, boxSide, boxSide));
  const double text = left + boxSide + 4;
  double textWide = width - boxSide - 4;
  if (!line.picture.isEmpty()) {
    textWide -= pictureWide + 4;
    // Drawings of the screens; a paper without one is named in words alone.
    if (QFile::exists(pictureFile(line.picture))) {
      QSvgRenderer picture(pictureFile(line.picture));
      picture.setAspectRatioMode(Qt::KeepAspectRatio);
      picture.render(&m_painter, area(left + width - pictureWide, top, pictureWide, pictureHigh));
    }
    m_painter.setPen(ink);
  }
  write(line.label, strong(), text, textWide);
  write(line.detail, body(), text, textWide);
}

void PaperPainter::end() {
  double height = 5;
  for (const QString& sentence : m_paper.footer)
    height += heightOf(sentence, body(), wide);
  makeRoom(height);
  m_painter.fillRect(area(margin, m_down, wide, 0.3), ink);
  m_down += 3;
  for (const QString& sentence : m_paper.footer)
    write(sentence, body(), margin, wide);
}

void PaperPainter::number() {
  if (m_pages < 2) return;
  QString label = m_paper.pageLabel;
  label.replace(QStringLiteral("{page}"), QString::number(m_page));
  label.replace(QStringLiteral("{pages}"), QString::number(m_pages));
  m_painter.setFont(strong());
  m_painter.drawText(area(margin, sheetHeight - margin - 4, wide, 8), Qt::AlignRight, label);
}

}  // namespace session
