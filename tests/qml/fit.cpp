// SPDX-License-Identifier: Apache-2.0
#include "fit.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <cmath>

namespace screens_test {
namespace {

using session::Look;
constexpr double mm = Rig::pixelsPerMillimetre;
constexpr double slack = 1.5;  // pixels: rounding

struct Control {
  QQuickItem* item;
  QRectF box;
  std::string name;
  bool key;
};

QRectF boxOf(const QQuickItem& item) {
  return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

QString nameOf(QQuickItem& item, QAccessible::Text which = QAccessible::Name) {
  QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&item);
  return face ? face->text(which) : QString();
}

class Inspection {
 public:
  Inspection(Rig& rig, const Layout& layout, bool planned)
      : m_rig(rig), m_layout(layout), m_planned(planned) {}

  std::vector<std::string> faults() {
    visit(&m_rig.content());
    compareControls();
    compareTexts();
    compareFrames();
    if (m_mains > 1) tell("more than one main button");
    return m_faults;
  }

 private:
  void tell(const std::string& what) { m_faults.push_back(m_layout.name() + ": " + what); }

  void visit(QQuickItem* item) {
    if (!item->isVisible()) return;
    if (item->inherits("QQuickText")) text(item);
    if (item->inherits("QQuickRectangle")) frame(item);
    if (item->inherits("session::TapArea") && item->isEnabled()) control(item->parentItem(), item);
    for (QQuickItem* child : item->childItems())
      visit(child);
  }

  [[nodiscard]] bool inside(const QRectF& box) const {
    const QRectF glass(0, 0, m_layout.width, m_layout.height);
    return glass.adjusted(-slack, -slack, slack, slack).contains(box);
  }

  void text(QQuickItem* item) {
    const QString words = item->property("text").toString();
    if (words.isEmpty()) return;
    const std::string shown = "\"" + words.toStdString() + "\"";
    const double width = item->property("contentWidth").toDouble();
    const double height = item->property("contentHeight").toDouble();
    const QRectF box = boxOf(*item);
    if (!inside(box)) tell(shown + " leaves the glass");
    if (width > item->width() + slack) tell(shown + " is wider than its place");
    if (item->property("truncated").toBool()) tell(shown + " is cut off");
    if (words.contains(QChar(0x27E6))) tell("a text is missing: " + shown);
    const QFont font = item->property("font").value<QFont>();
    if (font.family() != QLatin1String("Andika")) return;
    if (height > item->height() * 1.2 + slack) tell(shown + " is higher than its place");
    const double drawn = font.pixelSize() * 0.725;
    if (m_planned && drawn < 4.8 * mm - slack) tell(shown + " is too small");
    m_texts.push_back(
        {item, QRectF(box.topLeft(), QSizeF(box.width(), height)), words.toStdString(), false});
    orphans(words, item);
  }

  // No line of a text may hold a lone mark.
  void orphans(const QString& words, QQuickItem*) {
    static const QRegularExpression lone(QStringLiteral(" [?!:;»]|« "));
    if (words.contains(lone)) tell("a plain space before a mark: " + words.toStdString());
  }

  void control(QQuickItem* item, QQuickItem* area) {
    const QRectF box = boxOf(*item);
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
    // A surface that is no control of its own: the welcome screen, which begins wherever touched.
    if (!face || face->role() == QAccessible::Client || face->role() == QAccessible::Pane) return;
    const std::string name = nameOf(*item).toStdString();
    if (name.empty()) tell("a control without a name");
    if (face->role() != QAccessible::Button && face->role() != QAccessible::RadioButton)
      tell(name + " has no role");
    if (!inside(box)) tell(name + " leaves the glass");
    if (item->property("main").toBool()) ++m_mains;
    const bool key = area->property("reach").toDouble() < 3.4;
    if (m_planned) sizes(*item, box, name, key);
    m_controls.push_back({item, box, name, key});
  }

  void sizes(QQuickItem& item, const QRectF& box, const std::string& name, bool key) {
    const double leastKey = m_layout.low || m_layout.beside ? 20 : 21;
    const double least = item.property("main").toBool() ? 25 : key ? leastKey : 20;
    if (box.width() < least * mm - slack || box.height() < least * mm - slack) {
      tell(name + " is " + std::to_string(box.width() / mm) + " by " +
           std::to_string(box.height() / mm) + " mm");
    }
    if (m_layout.low && box.top() < m_layout.height * 0.6 - slack)
      tell(name + " is above the reach of low mode");
  }

  // What has round corners is drawn as a frame; lines and the caret have none.
  void frame(QQuickItem* item) {
    if (item->property("radius").toDouble() > 0) m_frames.push_back(boxOf(*item));
  }

  void compareFrames() {
    for (const Control& text : m_texts) {
      // The box of a text may be wider than its words.
      QRectF drawn = ink(text);
      const double words = text.item->property("contentWidth").toDouble();
      if (words > drawn.width()) drawn.setWidth(words);
      for (const QRectF& frame : m_frames) {
        const QRectF both = drawn.intersected(frame);
        const bool touches = both.width() > slack && both.height() > slack;
        if (touches && both.height() < drawn.height() - slack)
          tell("\"" + text.name + "\" crosses its frame");
      }
    }
  }

  void compareControls() {
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
      for (std::size_t j = i + 1; j < m_controls.size(); ++j)
        near(m_controls[i], m_controls[j]);
    }
  }

  void near(const Control& a, const Control& b) {
    const double across =
        std::max(a.box.left(), b.box.left()) - std::min(a.box.right(), b.box.right());
    const double along =
        std::max(a.box.top(), b.box.top()) - std::min(a.box.bottom(), b.box.bottom());
    const double gap = std::max(across, along);
    if (gap < -slack) tell(a.name + " overlaps " + b.name);
    if (!m_planned) return;
    const bool close = m_layout.low || m_layout.beside;
    const double least = a.key && b.key ? (close ? 2 : 4) : a.key || b.key || m_layout.low ? 4 : 6;
    if (gap < least * mm - slack)
      tell(a.name + " is " + std::to_string(gap / mm) + " mm from " + b.name);
  }

  void compareTexts() {
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      for (std::size_t j = i + 1; j < m_texts.size(); ++j) {
        const QRectF both = ink(m_texts[i]).intersected(ink(m_texts[j]));
        if (both.width() > slack && both.height() > slack)
          tell("\"" + m_texts[i].name + "\" lies on \"" + m_texts[j].name + "\"");
      }
    }
  }

  // Where a text is drawn: without the air above and below that its lines have.
  [[nodiscard]] static QRectF ink(const Control& text) {
    const double type = text.item->property("font").value<QFont>().pixelSize();
    return text.box.adjusted(0, type * 0.35, 0, -type * 0.12);
  }

  Rig& m_rig;
  const Layout& m_layout;
  bool m_planned;
  int m_mains = 0;
  std::vector<Control> m_controls;
  std::vector<Control> m_texts;
  std::vector<QRectF> m_frames;
  std::vector<std::string> m_faults;
};

}  // namespace

std::vector<std::string> faults(Rig& rig, const Layout& layout, bool planned) {
  return Inspection(rig, layout, planned).faults();
}

}  // namespace screens_test
