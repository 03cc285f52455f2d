// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>

// The measures of every paper: millimetres on A4, and its few faces.
namespace session::sheet {

inline constexpr int resolution = 600;
inline constexpr double sheetWidth = 210;
inline constexpr double sheetHeight = 297;
inline constexpr double margin = 17;
inline constexpr double wide = sheetWidth - 2 * margin;
inline constexpr double bottom = sheetHeight - 23;
inline constexpr double inset = 6;       // inside of a frame
inline constexpr double labelWide = 52;  // of the left column
inline constexpr double boxSide = 7;
inline constexpr double pictureWide = 34;
inline constexpr double pictureHigh = 24;
inline constexpr double signWide = 84;  // of the box of a signature
inline constexpr double signHigh = 34;
inline const QColor ink(0x10, 0x20, 0x3A);
inline const QColor ground(0xF3, 0xF1, 0xEA);
inline const QColor pale(0xA3, 0x4A, 0x00, 0x50);

inline QFont face(double points, QFont::Weight weight = QFont::Normal) {
  QFont font(QStringLiteral("Andika"));
  font.setPointSizeF(points);
  font.setWeight(weight);
  // A trace of air between the letters: easier to read, and no "fi" drawn as one shape, which
  // programs that read the sheet aloud would swallow.
  font.setLetterSpacing(QFont::PercentageSpacing, 101);
  return font;
}

inline const QFont& body() {
  static const QFont font = face(14);
  return font;
}
inline const QFont& strong() {
  static const QFont font = face(14, QFont::Bold);
  return font;
}
inline const QFont& heading() {
  static const QFont font = face(17, QFont::Bold);
  return font;
}

}  // namespace session::sheet
