// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "signature_pad.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace session {

// What a printed sheet says. All texts are final, in the language of the visit.
struct Paper {
  enum class Kind { Sent, Kept, Refused, List, CallBack, Mandate };

  struct Line {
    QString label;
    QString value;
    // An SVG of the screens ("proof-of-address"), "" for none.
    QString picture;
    // A small second line under the label: where to look on the paper.
    QString detail;
    bool operator==(const Line&) const = default;
  };
  struct Section {
    // Framed: what must not be overlooked. Amounts: the values of the lines are figures. Boxes:
    // each line has a box to tick.
    enum class Form { Plain, Framed, Amounts, Boxes };
    Form form = Form::Plain;
    QString title;
    QStringList sentences;
    QList<Line> lines;
    bool operator==(const Section&) const = default;
  };

  // A box that somebody signed: who they are, their name below.
  struct Signed {
    QString label;
    QString name;
    Signature signature;
    bool operator==(const Signed&) const = default;
  };

  Kind kind = Kind::List;
  // Lines begin at the right, and the sheet is laid out the other way round.
  bool rightToLeft = false;
  QString title;
  // When it was printed, at the top of the first sheet.
  QString printed;
  QString sentence;
  QString referenceLabel;
  QString reference;
  // What the QR code beside the reference holds, "" for no code.
  QString code;
  QString codeCaption;
  // What is to be copied from the sheet besides the reference, as large: a code, a new plate.
  struct Number {
    QString label;
    QString value;
    QString caption;
    bool operator==(const Number&) const = default;
  };
  QList<Number> numbers;
  QList<Section> sections;
  // The sentence of the framed section that the screen repeats.
  QString next;
  // After the sections, beside each other.
  QList<Signed> signatures;
  // After everything else, under a line.
  QStringList footer;
  // Across each sheet, in large pale letters; "" for a paper that counts.
  QString mark;
  // "Page {page} sur {pages}"
  QString pageLabel;

  bool operator==(const Paper&) const = default;
};

// "sent", "kept", "refused", "list", "call-back", "mandate"
[[nodiscard]] QString kindName(Paper::Kind kind);

// The sheet as PDF: A4, body 14 pt, reference 28 pt. Empty when it could not be drawn.
[[nodiscard]] QByteArray drawPaper(const Paper& paper);

}  // namespace session
