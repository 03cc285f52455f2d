// SPDX-License-Identifier: Apache-2.0
#include "showing.h"

#include "clockwork.h"
#include "last_picture.h"
#include "process.h"

#include <QEvent>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QScreen>

#include <cstdio>
#include <vector>

namespace kiosk {
namespace {

using To = session::Departure::To;

// Tells the visit of every press and every key, wherever it lands, and when.
class Watcher : public QObject {
 public:
  Watcher(session::Visit& visit, std::optional<journey::Date> today)
      : m_visit(visit), m_today(today) {}

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    switch (event->type()) {
      case QEvent::MouseButtonPress:
      case QEvent::TouchBegin:
      case QEvent::KeyPress:
        m_visit.tick(momentNow(m_today));
        m_visit.touched();
        break;
      default:
        break;
    }
    return false;
  }

 private:
  session::Visit& m_visit;
  std::optional<journey::Date> m_today;
};

// The window, not yet shown; null when it cannot be loaded. The engine owns it.
QQuickWindow* loadWindow(QQmlApplicationEngine& engine) {
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Screens/Main.qml")));
  if (engine.rootObjects().isEmpty()) return nullptr;
  return qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
}

void open(QQuickWindow* window, const Options& options) {
  dropLastPictureUnder(*window);
  if (options.window.isEmpty()) {
    window->setCursor(Qt::BlankCursor);
    window->showFullScreen();
  } else {
    window->resize(options.window);
    window->show();
  }
}

// What the process before this one was left for.
void arrive(session::Visit& visit, const Options& options) {
  visit.look().take(QString::fromStdString(options.look));
  if (!options.speak.empty()) visit.languages().choose(QString::fromStdString(options.speak));
  visit.practice().begin();
  if (options.start == startVisit) visit.session().begin();
  if (options.start == startCall) visit.session().callAgent();
}

const char* startWord(const session::Departure& departure) {
  switch (departure.to) {
    case To::Visit:
      return startVisit;
    case To::Call:
      return startCall;
    default:
      return "";
  }
}

}  // namespace

int refuse(const std::string& line) {
  std::fprintf(stderr, "kiosk: %s\n", line.c_str());
  // Nobody is to stand before a welcome that does not answer.
  dropLastPicture();
  return badSetting;
}

qreal pixelsPerMillimetre(const session::Configuration& configuration) {
  const QScreen* screen = QGuiApplication::primaryScreen();
  return session::boundedPixelsPerMillimetre(configuration.kiosk.pixelsPerMillimetre,
                                             screen ? screen->physicalDotsPerInch() / 25.4 : 0);
}

Shown show(QGuiApplication& application, const Options& options, session::Visit& visit,
           const LastFault& lastFault) {
  QQuickWindow* window = nullptr;
  Shown shown;
  const auto leave = [&application] { application.exit(visitEnded); };
  const auto end = [&application, &visit, &window, &shown, leave] {
    shown.departure = visit.practice().departure();
    if (shown.departure.samePerson()) {
      shown.look = visit.look().inShort().toStdString();
      shown.speak = visit.words().language().toStdString();
    } else {
      visit.languages().reset();
      visit.look().reset();
    }
    if (window) {
      keepLastPicture(*window, leave);
    } else {
      QMetaObject::invokeMethod(&application, leave, Qt::QueuedConnection);
    }
  };
  QObject::connect(&visit.practice(), &session::Practice::left, &application, end);
  onTermination(&application, [&application] { application.exit(0); });
  Watcher watcher(visit, options.today);
  application.installEventFilter(&watcher);
  Clockwork clockwork(visit, options.today, end);
  arrive(visit, options);
  QQmlApplicationEngine engine;
  visit.publish(engine);
  window = loadWindow(engine);
  if (const auto fault = lastFault()) {
    shown.status = refuse(*fault);
  } else if (!window) {
    shown.status = refuse("the screens could not be loaded");
  } else {
    open(window, options);
    shown.status = application.exec();
  }
  return shown;
}

void depart(char* argv[], const Shown& shown) {
  std::vector<std::string> words;
  for (char** word = argv; *word; ++word) {
    const std::string text(*word);
    const bool ours = text.rfind("--start=", 0) == 0 || text.rfind("--look=", 0) == 0 ||
                      text.rfind("--speak=", 0) == 0 || text.rfind("--exercise=", 0) == 0;
    if (!ours) words.push_back(text);
  }
  const session::Departure& departure = shown.departure;
  if (const std::string start = startWord(departure); !start.empty()) {
    words.push_back("--start=" + start);
  }
  if (!departure.exercise.empty()) words.push_back("--exercise=" + departure.exercise);
  if (!shown.look.empty()) words.push_back("--look=" + shown.look);
  if (!shown.speak.empty()) words.push_back("--speak=" + shown.speak);
  std::vector<char*> all;
  for (std::string& word : words)
    all.push_back(word.data());
  all.push_back(nullptr);
  replaceProcess(departure.to == To::Rehearsal ? "kiosk-rehearsal" : "kiosk", all.data());
}

}  // namespace kiosk
