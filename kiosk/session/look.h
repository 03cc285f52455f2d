// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace session {

// How this person wants the screen. Reset with the visit.
class Look : public QObject {
  Q_OBJECT
  Q_PROPERTY(TextSize textSize READ textSize NOTIFY changed FINAL)
  Q_PROPERTY(Contrast contrast READ contrast NOTIFY changed FINAL)
  Q_PROPERTY(LetterOrder letterOrder READ letterOrder NOTIFY changed FINAL)
  Q_PROPERTY(bool lowMode READ lowMode NOTIFY changed FINAL)
  // Each new screen is read aloud by itself.
  Q_PROPERTY(bool sound READ sound NOTIFY changed FINAL)
  // Device-independent pixels to a millimetre of the real glass.
  Q_PROPERTY(qreal pixelsPerMillimetre READ pixelsPerMillimetre CONSTANT FINAL)

 public:
  enum class TextSize { Small, Normal, Large, Largest };
  Q_ENUM(TextSize)
  enum class Contrast { Paper, BlackOnWhite, WhiteOnBlack };
  Q_ENUM(Contrast)
  enum class LetterOrder { Azerty, Abc };
  Q_ENUM(LetterOrder)

  Look(qreal pixelsPerMillimetre, QObject* parent);

  [[nodiscard]] TextSize textSize() const { return m_textSize; }
  [[nodiscard]] Contrast contrast() const { return m_contrast; }
  [[nodiscard]] LetterOrder letterOrder() const { return m_letterOrder; }
  [[nodiscard]] bool lowMode() const { return m_lowMode; }
  [[nodiscard]] bool sound() const { return m_sound; }
  [[nodiscard]] qreal pixelsPerMillimetre() const { return m_pixelsPerMillimetre; }
  // All of it in figures, "12010", for the process that the same person goes on in.
  [[nodiscard]] QString inShort() const;
  // Takes that up again; anything else leaves the screen as for somebody new.
  void take(const QString& inShort);

 public slots:
  // Each goes one further and, after the last, to the first.
  void nextTextSize();
  void nextContrast();
  void toggleLetterOrder();
  void toggleLowMode();
  void toggleSound();
  // As for somebody new.
  void reset();

 signals:
  void changed();

 private:
  qreal m_pixelsPerMillimetre;
  TextSize m_textSize = TextSize::Normal;
  Contrast m_contrast = Contrast::Paper;
  LetterOrder m_letterOrder = LetterOrder::Azerty;
  bool m_lowMode = false;
  bool m_sound = false;
};

// What the screen says of its own size in pixels to the millimetre, kept between the bounds of real
// kiosk glass; `configured` wins when it is above 0.
[[nodiscard]] qreal boundedPixelsPerMillimetre(qreal configured, qreal detected);

}  // namespace session
