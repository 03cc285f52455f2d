// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <QString>

namespace session {

// What somebody signed with: strokes of a finger, or their name. Kept for as long as it takes to
// print it.
struct Signature {
  Q_GADGET
  QML_VALUE_TYPE(signature)
 public:
  // In parts of the width of the pad, from its top left corner.
  QList<QPolygonF> strokes;
  // The height of the pad, in parts of its width.
  qreal height = 0;
  // Of who cannot or will not draw; strokes are empty then.
  QString name;

  // Longer together than a finger that only touched the glass.
  [[nodiscard]] bool drawn() const;
  [[nodiscard]] bool given() const { return drawn() || !name.isEmpty(); }
  bool operator==(const Signature&) const = default;
};

// Where one finger, or a mouse, signs. The strokes are drawn as they come and can be had as data.
class SignaturePad : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(session::Signature signature READ signature NOTIFY changed FINAL)
  Q_PROPERTY(bool drawn READ drawn NOTIFY changed FINAL)
  Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged FINAL)
  // Of a stroke, in pixels.
  Q_PROPERTY(qreal thickness READ thickness WRITE setThickness NOTIFY inkChanged FINAL)

 public:
  explicit SignaturePad(QQuickItem* parent = nullptr);

  [[nodiscard]] Signature signature() const { return m_signature; }
  [[nodiscard]] bool drawn() const { return m_signature.drawn(); }
  [[nodiscard]] QColor ink() const { return m_ink; }
  void setInk(const QColor& ink);
  [[nodiscard]] qreal thickness() const { return m_thickness; }
  void setThickness(qreal pixels);
  void paint(QPainter* painter) override;

 public slots:
  void clear();

 signals:
  void changed();
  void inkChanged();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void touchEvent(QTouchEvent* event) override;
  void touchUngrabEvent() override;
  void geometryChange(const QRectF& now, const QRectF& before) override;

 private:
  void begin(const QPointF& at);
  void goOn(const QPointF& at);

  Signature m_signature;
  QColor m_ink = Qt::black;
  qreal m_thickness = 4;
  // The finger that signs, while it does; a hand that lies down beside it draws nothing.
  int m_finger = noFinger;
  static constexpr int noFinger = -1;
};

}  // namespace session
