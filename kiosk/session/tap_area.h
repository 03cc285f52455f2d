// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tap_recognizer.h"

#include <QtQml/qqmlregistration.h>
#include <QQuickItem>
#include <QString>

namespace session {

// The part of a control that a finger or a mouse presses. It draws nothing. Everything that may be
// pressed uses one, so that taps are understood in one place.
class TapArea : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  // True from the moment the finger is down, false when it has slid too far away.
  Q_PROPERTY(bool pressed READ pressed NOTIFY pressedChanged FINAL)
  // Areas of one name are one key for the filter of repeated presses, across screens: give
  // "continue" to each Continue button. Without a name each area is a key of its own.
  Q_PROPERTY(QString keyName READ keyName WRITE setKeyName NOTIFY keyNameChanged FINAL)
  // How far beyond its drawing a press is felt, in millimetres. Keys of one grid set half their
  // gap.
  Q_PROPERTY(qreal reach READ reach WRITE setReach NOTIFY reachChanged FINAL)

 public:
  explicit TapArea(QQuickItem* parent = nullptr);
  ~TapArea() override;

  [[nodiscard]] bool pressed() const { return m_pressed; }
  [[nodiscard]] QString keyName() const { return m_keyName; }
  void setKeyName(const QString& name);
  [[nodiscard]] qreal reach() const;
  void setReach(qreal millimetres);

  [[nodiscard]] bool contains(const QPointF& point) const override;

  // The glass is one, and so is what is known of the fingers on it. GUI thread.
  [[nodiscard]] static TapRecognizer& hand();

 signals:
  void tapped();
  void pressedChanged();
  void keyNameChanged();
  void reachChanged();

 protected:
  void touchEvent(QTouchEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseUngrabEvent() override;
  void touchUngrabEvent() override;
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  void down(int finger, const QPointF& scenePoint, quint64 timestamp);
  void moved(int finger, const QPointF& scenePoint);
  void up(int finger, const QPointF& scenePoint, quint64 timestamp);
  void giveUp();
  void setPressed(bool pressed);
  [[nodiscard]] TapRecognizer::Area area() const;

  QString m_keyName;
  qreal m_reach = -1;
  int m_finger = 0;
  bool m_pressed = false;
};

}  // namespace session
