// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper.h"

#include <QFont>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>

namespace session {

// Draws one paper from top to bottom, on as many sheets as it needs. One use. Lengths in
// millimetres.
class PaperPainter {
 public:
  // `pages`: how many sheets there are, 0 when it is not known yet. `device` is open for writing.
  PaperPainter(const Paper& paper, QIODevice& device, int pages);

  // The number of sheets; 0 when the device took nothing.
  [[nodiscard]] int paint();

 private:
  void head();
  void reference();
  void number(const Paper::Number& number);
  void section(const Paper::Section& section);
  void sectionBody(const Paper::Section& section, double left, double width);
  void line(const Paper::Section& section, const Paper::Line& line, double left, double width);
  void box(const Paper::Line& line, double left, double width);
  void signatures();
  void signature(const Signature& signature, double left, double top);
  void end();
  void number();

  // Draws a text and moves down by its height.
  void write(const QString& text, const QFont& font, double left, double width);
  [[nodiscard]] double heightOf(const QString& text, const QFont& font, double width);
  [[nodiscard]] double heightOf(const Paper::Section& section, double width);
  [[nodiscard]] double heightOf(const Paper::Section& section, const Paper::Line& line,
                                double width);
  // Begins a new sheet when this much does not fit any more.
  void makeRoom(double height);
  [[nodiscard]] QRectF area(double left, double top, double width, double height) const;
  [[nodiscard]] double toPixels(double millimetres) const { return millimetres * m_scale; }

  const Paper& m_paper;
  int m_pages;
  int m_page = 1;
  QPdfWriter m_writer;
  QPainter m_painter;
  double m_scale;
  double m_down = 0;
};

}  // namespace session
