// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper.h"

#include <QFont>
#include <QPaintDevice>
#include <QPainter>

#include <functional>

namespace session {

// How the sheets of a paper are laid out.
struct Sheets {
  // How many there are, as each of them tells; 0 when it is not known yet.
  int count = 0;
  // With less air between the parts.
  bool close = false;
};

// Has a paper drawn until its layout is known: the count, and close where that saves a sheet, so
// that nobody carries one with a single line. `draw` draws it anew and gives the number of sheets,
// 0 when it could not; the last drawing counts. Gives that number.
[[nodiscard]] int drawSheets(const std::function<int(const Sheets& sheets)>& draw);

// Draws one paper from top to bottom, on as many sheets as it needs. One use. Lengths in
// millimetres.
class PaperPainter {
 public:
  // Makes room for a further sheet, on which the painter goes on from the top.
  using NextSheet = std::function<void(QPainter&)>;

  // What is drawn on outlives it and tells how many dots to the inch it has.
  PaperPainter(const Paper& paper, QPaintDevice& device, NextSheet nextSheet, const Sheets& sheets);

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
  // The air after a part, usually so high.
  [[nodiscard]] double air(double usual) const { return m_sheets.close ? usual * 0.5 : usual; }
  // Begins a new sheet when this much does not fit any more.
  void makeRoom(double height);
  // `left` is where a line begins: the right, on a sheet whose lines run to the left.
  [[nodiscard]] QRectF area(double left, double top, double width, double height) const;
  [[nodiscard]] double toPixels(double millimetres) const { return millimetres * m_scale; }

  const Paper& m_paper;
  Sheets m_sheets;
  int m_page = 1;
  QPaintDevice& m_device;
  NextSheet m_nextSheet;
  QPainter m_painter;
  double m_scale;
  double m_down = 0;
  bool m_hasFooter = false;
};

}  // namespace session
