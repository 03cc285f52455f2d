// SPDX-License-Identifier: Apache-2.0
// Records a gesture on a real window: what the platform delivers of a mouse or a touch panel, in
// the format of tests/fixtures/gestures, beside what the kiosk's own TapArea made of it. A tool of
// the tests: it knows no visit, and the kiosk holds none of it, as places on keys tell what is
// typed.
#include "kiosk/session/tap_area.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QQuickPaintedItem>
#include <QQuickWindow>
#include <QTimer>
#include <QTouchEvent>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::ordered_json;

// A key as the kiosk has them: what is drawn, and the area that feels the finger.
class Key : public QQuickPaintedItem {
 public:
  Key(QQuickItem* parent, const QString& name, const QRectF& place, double reach)
      : QQuickPaintedItem(parent), m_name(name) {
    setPosition(place.topLeft());
    setSize(place.size());
    auto* area = new session::TapArea(this);
    area->setSize(place.size());
    area->setKeyName(name);
    area->setReach(reach);
    m_area = area;
    QObject::connect(area, &session::TapArea::pressedChanged, this, [this] { update(); });
  }
  session::TapArea& area() { return *m_area; }
  void paint(QPainter* painter) override {
    QFont font;
    font.setPixelSize(static_cast<int>(height() * 0.4));
    painter->setFont(font);
    painter->setPen(Qt::black);
    painter->fillRect(boundingRect(), m_area->pressed() ? Qt::lightGray : Qt::white);
    painter->drawRect(boundingRect().adjusted(0, 0, -1, -1));
    painter->drawText(boundingRect(), Qt::AlignCenter, m_name);
  }

 private:
  QString m_name;
  session::TapArea* m_area = nullptr;
};

// The sheets of keys that can be touched. Sizes are those of the kiosk: keys of 21 mm, gaps of 4.
class Glass : public QQuickWindow {
 public:
  Glass(double pixelsPerMillimetre, bool monthsFollow)
      : m_scale(pixelsPerMillimetre), m_monthsFollow(monthsFollow) {
    session::TapArea::hand().setLimits({.pixelsPerMillimetre = m_scale});
    m_quiet.setSingleShot(true);
    QObject::connect(&m_quiet, &QTimer::timeout, qApp, &QGuiApplication::quit);
    resize(static_cast<int>(125 * m_scale), static_cast<int>(100 * m_scale));
    setColor(QColor(230, 230, 230));
    m_targets = showLetters();
  }

  // Ends when no finger has been down for that long after a first press.
  void setQuiet(int milliseconds) { m_quiet.setInterval(milliseconds); }
  ordered_json document() const {
    return {{"pixelsPerMillimetre", m_scale}, {"targets", m_targets}, {"events", m_events}};
  }
  const std::vector<std::string>& taps() const { return m_taps; }
  bool byTouch() const { return m_byTouch; }

 protected:
  bool event(QEvent* event) override {
    note(*event);
    const bool done = QQuickWindow::event(event);
    // A sheet is changed after the event that asked for it, as screens are.
    if (m_next) {
      m_keys.clear();
      const auto targets = showMonths();
      m_events.push_back({{"at", m_last},
                          {"finger", 1},
                          {"is", "screen"},
                          {"x", 0},
                          {"y", 0},
                          {"targets", targets}});
      m_next = false;
    }
    return done;
  }

 private:
  ordered_json showLetters() {
    ordered_json targets;
    for (int i = 0; i < 4; ++i)
      targets.push_back(add(QChar('A' + i), {15.0 + 25 * i, 20, 21, 21}, 2));
    targets.push_back(add(QStringLiteral("Continuer"), {15, 60, 96, 21}, 3.5));
    return targets;
  }
  ordered_json showMonths() {
    ordered_json targets;
    for (int i = 0; i < 2; ++i)
      targets.push_back(add(i == 0 ? QStringLiteral("mai") : QStringLiteral("juin"),
                            {15.0 + 50 * i, 18, 46, 25}, 2));
    return targets;
  }
  // In millimetres.
  ordered_json add(const QString& name, const QRectF& at, double reach) {
    const QRectF place(at.x() * m_scale, at.y() * m_scale, at.width() * m_scale,
                       at.height() * m_scale);
    m_keys.push_back(std::make_unique<Key>(contentItem(), name, place, reach));
    QObject::connect(&m_keys.back()->area(), &session::TapArea::tapped, this, [this, name] {
      m_taps.push_back(name.toStdString());
      m_next = m_monthsFollow && m_taps.size() == 1;
    });
    return {{"key", name.toStdString()}, {"left", place.x()},        {"top", place.y()},
            {"width", place.width()},    {"height", place.height()}, {"reach", reach}};
  }

  void note(const QEvent& event) {
    switch (event.type()) {
      case QEvent::MouseButtonPress:
      case QEvent::MouseButtonRelease:
      case QEvent::MouseMove: {
        const auto& mouse = static_cast<const QMouseEvent&>(event);
        // What Qt makes of a touch that nothing took is not what the panel said.
        const bool real = mouse.pointingDevice()->type() != QInputDevice::DeviceType::TouchScreen;
        const bool hover = event.type() == QEvent::MouseMove && mouse.buttons() == Qt::NoButton;
        if (real && !hover) noteMouse(mouse);
        break;
      }
      case QEvent::TouchBegin:
      case QEvent::TouchUpdate:
      case QEvent::TouchEnd:
      case QEvent::TouchCancel:
        noteTouch(static_cast<const QTouchEvent&>(event));
        break;
      default:
        break;
    }
  }
  void noteMouse(const QMouseEvent& mouse) {
    const char* is = mouse.type() == QEvent::MouseButtonPress     ? "press"
                     : mouse.type() == QEvent::MouseButtonRelease ? "release"
                                                                  : "move";
    add(mouse.timestamp(), 1, is, mouse.scenePosition());
  }
  void noteTouch(const QTouchEvent& touch) {
    m_byTouch = true;
    for (const QEventPoint& point : touch.points()) {
      if (point.state() == QEventPoint::Stationary) continue;
      const char* is = touch.type() == QEvent::TouchCancel      ? "cancel"
                       : point.state() == QEventPoint::Pressed  ? "press"
                       : point.state() == QEventPoint::Released ? "release"
                                                                : "move";
      add(touch.timestamp(), point.id() + 1, is, point.scenePosition());
    }
  }
  void add(quint64 timestamp, int finger, const std::string& is, const QPointF& at) {
    if (m_events.empty()) m_began = timestamp;
    m_last = timestamp - m_began;
    m_events.push_back(
        {{"at", m_last}, {"finger", finger}, {"is", is}, {"x", at.x()}, {"y", at.y()}});
    m_down += is == "press" ? 1 : is == "move" ? 0 : -1;
    if (m_down > 0) {
      m_quiet.stop();
    } else {
      m_quiet.start();
    }
  }

  double m_scale;
  bool m_monthsFollow;
  QTimer m_quiet;
  std::vector<std::unique_ptr<Key>> m_keys;
  ordered_json m_targets;
  ordered_json m_events = ordered_json::array();
  std::vector<std::string> m_taps;
  quint64 m_began = 0, m_last = 0;
  int m_down = 0;
  bool m_next = false, m_byTouch = false;
};

int refuse(const std::string& line) {
  std::fprintf(stderr, "record_gestures: %s\n", line.c_str());
  return 2;
}

// One event a line, as in the traces made by hand.
void write(const std::string& path, const ordered_json& trace) {
  std::ofstream out(path);
  out << "{\n";
  for (auto field = trace.begin(); field != trace.end(); ++field) {
    out << "  \"" << field.key() << "\": ";
    if (field.key() == "targets" || field.key() == "events") {
      const char* before = "[\n    ";
      for (const auto& one : *field) {
        out << before << one.dump();
        before = ",\n    ";
      }
      out << "\n  ]";
    } else {
      out << field->dump();
    }
    out << (std::next(field) == trace.end() ? "\n" : ",\n");
  }
  out << "}\n";
}

}  // namespace

int main(int argc, char* argv[]) {
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication application(argc, argv);
  QGuiApplication::setApplicationVersion(QStringLiteral("1"));
  QCommandLineParser words;
  words.setApplicationDescription(QStringLiteral(
      "Shows keys, records one gesture on them, writes it as a trace for the tests."));
  words.addHelpOption();
  words.addVersionOption();
  words.addOption({"to", "The file to write; it must not be there yet.", "file"});
  words.addOption({"about", "What was done, in one line.", "text"});
  words.addOption({"by", "Whose hand and which panel, without a name.", "text"});
  words.addOption(
      {"meant", "The keys that the person was asked to press: A,B. None: \"\".", "keys"});
  words.addOption({"pixels-per-millimetre", "Of this glass (default 4).", "n", "4"});
  words.addOption({"quiet", "Ends this long after the last finger (default 1500).", "ms", "1500"});
  words.addOption({"months", "After the first tap another sheet takes the place of the keys."});
  words.process(application);
  const std::string path = words.value("to").toStdString();
  for (const char* name : {"to", "about", "by", "meant"}) {
    if (!words.isSet(name)) return refuse(std::string("--") + name + " is wanted; see --help");
  }
  if (std::filesystem::exists(path)) return refuse(path + " is there already; remove it first");
  const double scale = words.value("pixels-per-millimetre").toDouble();
  if (scale < 1 || scale > 40) return refuse("--pixels-per-millimetre: a number from 1 to 40");

  Glass glass(scale, words.isSet("months"));
  glass.setQuiet(words.value("quiet").toInt());
  glass.setTitle(QStringLiteral("record_gestures"));
  glass.show();
  QGuiApplication::exec();
  const auto meant = words.value("meant").split(',', Qt::SkipEmptyParts);
  ordered_json taps = ordered_json::array();
  for (const QString& key : meant)
    taps.push_back(key.toStdString());
  ordered_json trace{{"about", words.value("about").toStdString()},
                     {"recorded", words.value("by").toStdString() + ", " +
                                      QGuiApplication::platformName().toStdString() +
                                      (glass.byTouch() ? " touch" : " pointer") + " events"}};
  trace.update(glass.document());
  trace["taps"] = taps;
  write(path, trace);
  const bool same = ordered_json(glass.taps()) == taps;
  std::printf("%s: %zu events, meant %s, understood %s\n", path.c_str(), trace["events"].size(),
              taps.dump().c_str(), ordered_json(glass.taps()).dump().c_str());
  return same ? 0 : 1;
}
