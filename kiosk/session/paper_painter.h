// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper.h"

#include <QFont>
#include <QPaintDevice>
#include <QPainter>

#include <functional>

namespace session {

// Draws one paper from top to bottom, on as many sheets as it needs. One use. Lengths in
// millimetres.
class PaperPainter {
 public:
  // Makes room for a further sheet, on which the painter goes on from the top.
  using NextSheet = std::function<void(QPainter&)>;

  // `pages`: how many sheets there are, 0 when it is not known yet. What is drawn on outlives it
  // and tells how many dots to the inch it has.
  PaperPainter(const Paper& paper, QPaintDevice& device, NextSheet nextSheet, int pages);

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
  void footer();
  void number();
  // "Essai" across the sheet, over everything else, which shows through.
  void mark();

  // Draws a text and moves down by its height.
  void write(const QString& text, const QFont& font, double left, double width);
  [[nodiscard]] double heightOf(const QString& text, const QFont& font, double width);
  [[nodiscard]] double heightOf(const Paper::Section& section, double width);
  [[nodiscard]] double heightOf(const Paper::Section& section, const Paper::Line& line,
                                double width);
  [[nodiscard]] double footerHeight();
  // Begins a new sheet when this much does not fit any more.
  void makeRoom(double height);
  // `left` is where a line begins: the right, on a sheet whose lines run to the left.
  [[nodiscard]] QRectF area(double left, double top, double width, double height) const;
  [[nodiscard]] double toPixels(double millimetres) const { return millimetres * m_scale; }

  const Paper& m_paper;
  int m_pages;
  int m_page = 1;
  QPaintDevice& m_device;
  NextSheet m_nextSheet;
  QPainter m_painter;
  double m_scale;
  double m_down = 0;
  bool m_hasFooter = false;
};

}  // namespace session
