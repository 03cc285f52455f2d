// SPDX-License-Identifier: Apache-2.0
#include "tap_area.h"

#include <QMouseEvent>
#include <QTouchEvent>

#include <chrono>

namespace session {
namespace {

constexpr int mouseFinger = -1;

TapPoint toPoint(const QPointF& point) {
  return {point.x(), point.y()};
}

std::chrono::milliseconds timeOf(quint64 timestamp) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(timestamp));
}

}  // namespace

TapArea::TapArea(QQuickItem* parent) : QQuickItem(parent) {
  setAcceptedMouseButtons(Qt::LeftButton);
  setAcceptTouchEvents(true);
}

TapArea::~TapArea() {
  hand().forget(area());
}

TapRecognizer& TapArea::hand() {
  static TapRecognizer recognizer{TapLimits{}};
  return recognizer;
}

TapRecognizer::Area TapArea::area() const {
  return reinterpret_cast<TapRecognizer::Area>(this);
}

void TapArea::setKeyName(const QString& name) {
  if (m_keyName == name) return;
  m_keyName = name;
  emit keyNameChanged();
}

qreal TapArea::reach() const {
  return m_reach < 0 ? hand().limits().reachMillimetres : m_reach;
}

void TapArea::setReach(qreal millimetres) {
  if (qFuzzyCompare(m_reach, millimetres)) return;
  m_reach = millimetres;
  emit reachChanged();
}

bool TapArea::contains(const QPointF& point) const {
  const double margin = reach() * hand().limits().pixelsPerMillimetre;
  return TapRectangle{0, 0, width(), height()}.grownBy(margin).contains(toPoint(point));
}

void TapArea::down(int finger, const QPointF& scenePoint, quint64 timestamp) {
  const QRectF drawing = mapRectToScene(boundingRect());
  std::string key = m_keyName.toStdString();
  if (key.empty()) key = '#' + std::to_string(area());
  const auto press = hand().press(
      finger,
      {area(), std::move(key), {drawing.x(), drawing.y(), drawing.width(), drawing.height()}},
      toPoint(scenePoint), timeOf(timestamp));
  if (press.gaveUp && *press.gaveUp != area()) {
    reinterpret_cast<TapArea*>(*press.gaveUp)->setPressed(false);
  }
  if (!press.rules) return;
  m_finger = finger;
  setPressed(true);
}

void TapArea::moved(int finger, const QPointF& scenePoint) {
  if (finger == m_finger) setPressed(hand().wouldCount(finger, toPoint(scenePoint)));
}

void TapArea::up(int finger, const QPointF& scenePoint, quint64 timestamp) {
  const auto tappedArea = hand().release(finger, toPoint(scenePoint), timeOf(timestamp));
  if (finger == m_finger) setPressed(false);
  if (tappedArea == area()) emit tapped();
}

void TapArea::giveUp() {
  hand().forget(area());
  setPressed(false);
}

void TapArea::setPressed(bool pressed) {
  if (m_pressed == pressed) return;
  m_pressed = pressed;
  emit pressedChanged();
}

void TapArea::touchEvent(QTouchEvent* event) {
  if (event->type() == QEvent::TouchCancel) {
    giveUp();
    return;
  }
  // A tap may end the life of this area: what is needed of the event is read before.
  const quint64 timestamp = event->timestamp();
  const QList<QEventPoint> points = event->points();
  event->accept();
  for (const QEventPoint& point : points) {
    switch (point.state()) {
      case QEventPoint::Pressed:
        down(point.id(), point.scenePosition(), timestamp);
        break;
      case QEventPoint::Updated:
        moved(point.id(), point.scenePosition());
        break;
      case QEventPoint::Released:
        up(point.id(), point.scenePosition(), timestamp);
        break;
      default:
        break;
    }
  }
}

void TapArea::mousePressEvent(QMouseEvent* event) {
  down(mouseFinger, event->scenePosition(), event->timestamp());
}

void TapArea::mouseMoveEvent(QMouseEvent* event) {
  moved(mouseFinger, event->scenePosition());
}

void TapArea::mouseReleaseEvent(QMouseEvent* event) {
  up(mouseFinger, event->scenePosition(), event->timestamp());
}

void TapArea::mouseUngrabEvent() {
  giveUp();
}

void TapArea::touchUngrabEvent() {
  giveUp();
}

void TapArea::itemChange(ItemChange change, const ItemChangeData& data) {
  const bool gone =
      (change == ItemEnabledHasChanged || change == ItemVisibleHasChanged) && !data.boolValue;
  if (gone) giveUp();
  QQuickItem::itemChange(change, data);
}

}  // namespace session
