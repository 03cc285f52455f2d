// SPDX-License-Identifier: Apache-2.0
// The sections of a paper: lines with a value, amounts, boxes to tick, frames.
#include "paper_measures.h"
#include "paper_painter.h"

#include <QFile>
#include <QSvgRenderer>

#include <algorithm>

namespace session {
namespace {

using namespace sheet;
using Form = Paper::Section::Form;

QString pictureFile(const QString& name) {
  return QStringLiteral(":/qt/qml/Kiosk/Screens/pictures/") + name + QStringLiteral(".svg");
}

}  // namespace

double PaperPainter::heightOf(const Paper::Section& section, const Paper::Line& line,
                              double width) {
  if (section.form == Form::Boxes) {
    const double picture = line.picture.isEmpty() ? 0 : pictureWide + 4;
    const double textWide = width - boxSide - 4 - picture;
    const double text =
        heightOf(line.label, strong(), textWide) + heightOf(line.detail, body(), textWide);
    return std::max({text, boxSide, line.picture.isEmpty() ? 0 : pictureHigh}) + air(4);
  }
  const double left = section.form == Form::Amounts ? width - labelWide : labelWide;
  const bool alone = line.value.isEmpty();
  return std::max(heightOf(line.label, body(), alone ? width : left - 4),
                  heightOf(line.value, strong(), width - left)) +
         air(1.5);
}

double PaperPainter::heightOf(const Paper::Section& section, double width) {
  double height = heightOf(section.title, heading(), width) + 2;
  for (const QString& sentence : section.sentences) {
    height += heightOf(sentence, body(), width) + air(1.5);
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
    m_down = top + height + 2 * inset - 2 + air(8);
    return;
  }
  // A short section stays in one piece; a long one at least keeps its title with its first line.
  const bool isShort = height < 85;
  const double first =
      section.lines.isEmpty() ? 10 : heightOf(section, section.lines.first(), width);
  makeRoom(isShort ? height : heightOf(section.title, heading(), width) + first + 8);
  sectionBody(section, margin, width);
  m_down += air(6);
}

void PaperPainter::sectionBody(const Paper::Section& section, double left, double width) {
  write(section.title, heading(), left, width);
  m_down += 2;
  const auto sentences = [&] {
    for (const QString& sentence : section.sentences) {
      makeRoom(heightOf(sentence, body(), width));
      write(sentence, body(), left, width);
      m_down += air(1.5);
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

void PaperPainter::signatures() {
  const double label = heightOf(m_paper.signatures.first().label, strong(), signWide) + 2;
  double name = 0;
  for (const Paper::Signed& each : m_paper.signatures)
    name = std::max(name, heightOf(each.name, body(), signWide));
  makeRoom(label + signHigh + 2 + name + 6);
  const double top = m_down;
  double left = margin;
  for (const Paper::Signed& each : m_paper.signatures) {
    m_down = top;
    write(each.label, strong(), left, signWide);
    m_painter.setPen(QPen(ink, toPixels(0.6)));
    m_painter.drawRect(area(left, top + label, signWide, signHigh));
    signature(each.signature, left, top + label);
    m_down = top + label + signHigh + 2;
    write(each.name, body(), left, signWide);
    left += wide - signWide;
  }
  m_down = top + label + signHigh + 2 + name + 6;
}

void PaperPainter::signature(const Signature& signature, double left, double top) {
  constexpr double air = 3;
  const QRectF place = area(left + air, top + air, signWide - 2 * air, signHigh - 2 * air);
  m_painter.setPen(ink);
  if (!signature.drawn()) {
    m_painter.setFont(face(17));
    m_painter.drawText(place, static_cast<int>(Qt::TextWordWrap) | Qt::AlignCenter, signature.name);
    return;
  }
  // As large as the box allows, in its own shape.
  QRectF drawn;
  for (const QPolygonF& stroke : signature.strokes)
    drawn |= stroke.boundingRect().adjusted(-0.005, -0.005, 0.005, 0.005);
  const double scale = std::min(place.width() / drawn.width(), place.height() / drawn.height());
  m_painter.setPen(QPen(ink, toPixels(0.7), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const QPolygonF& stroke : signature.strokes) {
    QPolygonF shown;
    for (const QPointF& point : stroke)
      shown.append(place.center() + (point - drawn.center()) * scale);
    m_painter.drawPolyline(shown);
  }
  m_painter.setPen(ink);
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

}  // namespace session
