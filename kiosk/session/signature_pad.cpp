// SPDX-License-Identifier: Apache-2.0
#include "signature_pad.h"

#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>

#include <algorithm>
#include <numeric>

namespace session {
namespace {

// In parts of the width: a finger that was only put down moves less; points nearer than this to
// each other say nothing more.
constexpr qreal leastLength = 0.05;
constexpr qreal leastStep = 0.002;
// Somebody who goes on for minutes fills no memory.
constexpr qsizetype mostPoints = 20'000;

qreal lengthOf(const QPolygonF& stroke) {
  qreal length = 0;
  for (qsizetype i = 1; i < stroke.size(); ++i)
    length += QLineF(stroke[i - 1], stroke[i]).length();
  return length;
}

}  // namespace

bool Signature::drawn() const {
  return std::accumulate(strokes.begin(), strokes.end(), qreal(0), [](qreal sum, const auto& each) {
           return sum + lengthOf(each);
         }) >= leastLength;
}

SignaturePad::SignaturePad(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAcceptedMouseButtons(Qt::LeftButton);
  setAcceptTouchEvents(true);
  setAntialiasing(true);
}

void SignaturePad::setInk(const QColor& ink) {
  if (m_ink == ink) return;
  m_ink = ink;
  update();
  emit inkChanged();
}

void SignaturePad::setThickness(qreal pixels) {
  if (qFuzzyCompare(m_thickness, pixels)) return;
  m_thickness = pixels;
  update();
  emit inkChanged();
}

void SignaturePad::paint(QPainter* painter) {
  painter->setPen(QPen(m_ink, m_thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->setRenderHint(QPainter::Antialiasing);
  for (const QPolygonF& stroke : m_signature.strokes) {
    QPolygonF drawn;
    for (const QPointF& point : stroke)
      drawn.append(point * width());
    if (drawn.size() == 1) {
      painter->drawPoint(drawn.first());
    } else {
      painter->drawPolyline(drawn);
    }
  }
}

void SignaturePad::clear() {
  m_signature = Signature();
  m_finger = noFinger;
  update();
  emit changed();
}

void SignaturePad::begin(const QPointF& at) {
  if (width() <= 0) return;
  m_signature.height = height() / width();
  m_signature.strokes.append(QPolygonF());
  goOn(at);
}

void SignaturePad::goOn(const QPointF& at) {
  if (m_signature.strokes.isEmpty() || width() <= 0) return;
  const QPointF inside(std::clamp<qreal>(at.x() / width(), 0, 1),
                       std::clamp<qreal>(at.y() / width(), 0, m_signature.height));
  QPolygonF& stroke = m_signature.strokes.last();
  const bool still = !stroke.isEmpty() && QLineF(stroke.last(), inside).length() < leastStep;
  const auto points =
      std::accumulate(m_signature.strokes.begin(), m_signature.strokes.end(), qsizetype(0),
                      [](qsizetype sum, const QPolygonF& each) { return sum + each.size(); });
  if (still || points >= mostPoints) return;
  stroke.append(inside);
  update();
  emit changed();
}

void SignaturePad::mousePressEvent(QMouseEvent* event) {
  begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event) {
  goOn(event->position());
}

void SignaturePad::touchEvent(QTouchEvent* event) {
  event->accept();
  if (event->type() == QEvent::TouchCancel) m_finger = noFinger;
  for (const QEventPoint& point : event->points()) {
    if (point.state() == QEventPoint::Pressed && m_finger == noFinger) {
      m_finger = point.id();
      begin(point.position());
    } else if (point.id() == m_finger) {
      goOn(point.position());
      if (point.state() == QEventPoint::Released) m_finger = noFinger;
    }
  }
}

void SignaturePad::touchUngrabEvent() {
  m_finger = noFinger;
}

void SignaturePad::geometryChange(const QRectF& now, const QRectF& before) {
  QQuickPaintedItem::geometryChange(now, before);
  // Another shape would draw the strokes outside of the pad.
  if (now.size() != before.size() && !m_signature.strokes.isEmpty()) clear();
}

}  // namespace session
