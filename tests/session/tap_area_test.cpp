// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/tap_area.h"

#include "traces.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QQuickWindow>

#include <gtest/gtest.h>

#include <memory>

namespace {

using nlohmann::json;
using session::TapArea;

// Keys in a window, pressed by the events that a platform delivers: which area a press belongs to
// is decided by Qt Quick, as in the kiosk.
class Window {
 public:
  explicit Window(const json& trace) {
    m_window.resize(1200, 900);
    TapArea::hand().setLimits({.pixelsPerMillimetre = trace["pixelsPerMillimetre"]});
    show(trace["targets"]);
  }
  ~Window() { TapArea::hand().setLimits({}); }

  void play(const json& event, quint64 began) {
    const std::string is = event["is"];
    if (is == "screen") {
      show(event["targets"]);
      return;
    }
    const auto type = is == "press"     ? QEvent::MouseButtonPress
                      : is == "release" ? QEvent::MouseButtonRelease
                                        : QEvent::MouseMove;
    const auto button = is == "move" ? Qt::NoButton : Qt::LeftButton;
    const QPointF at(event["x"].get<double>(), event["y"].get<double>());
    QMouseEvent mouse(type, at, at, at, button, is == "release" ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    mouse.setTimestamp(began + event["at"].get<quint64>());
    QCoreApplication::sendEvent(&m_window, &mouse);
  }
  const std::vector<std::string>& taps() const { return m_taps; }

 private:
  void show(const json& targets) {
    m_areas.clear();
    for (const json& target : targets) {
      auto area = std::make_unique<TapArea>(m_window.contentItem());
      area->setPosition({target["left"].get<double>(), target["top"].get<double>()});
      area->setSize({target["width"].get<double>(), target["height"].get<double>()});
      area->setKeyName(QString::fromStdString(target["key"]));
      if (target.contains("reach")) area->setReach(target["reach"]);
      QObject::connect(area.get(), &TapArea::tapped, &m_window,
                       [this, key = target["key"].get<std::string>()] { m_taps.push_back(key); });
      m_areas.push_back(std::move(area));
    }
  }

  QQuickWindow m_window;
  std::vector<std::unique_ptr<TapArea>> m_areas;
  std::vector<std::string> m_taps;
};

// A mouse has one finger, and nothing takes it away.
std::vector<Trace> tracesOfOneFinger() {
  auto all = traces();
  std::erase_if(all, [](const Trace& trace) {
    const json& events = trace.document["events"];
    return std::any_of(events.begin(), events.end(), [&](const json& event) {
      return event["finger"] != events[0]["finger"] || event["is"] == "cancel";
    });
  });
  return all;
}

TEST(TapArea, understandsEveryTraceOfOneFingerOnAWindow) {
  // The hand is one for the whole program: each trace begins long after the one before.
  quint64 began = 0;
  for (const auto& [name, trace] : tracesOfOneFinger()) {
    began += 1'000'000;
    Window window(trace);
    for (const json& event : trace["events"])
      window.play(event, began);
    EXPECT_EQ(window.taps(), trace["taps"].get<std::vector<std::string>>()) << name;
  }
}

}  // namespace
