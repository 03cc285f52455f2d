// SPDX-License-Identifier: Apache-2.0
// The dress rehearsal and the agents' exercises, a program of its own: it is linked without outbox,
// register, broker and printer, so that nothing of it can leave. It reads config/ and nothing else,
// and writes nothing. The kiosk replaces itself by it, and it replaces itself by the kiosk.
#include "kiosk/session/rehearsal.h"
#include "clockwork.h"
#include "process.h"
#include "showing.h"

#include <QGuiApplication>

#include <cstdio>

int main(int argc, char* argv[]) {
  kiosk::prepareProcess();
  const auto options = kiosk::parseOptions(argc, argv);
  if (!options) {
    std::fputs(options.error().text.c_str(), options.error().status == 0 ? stdout : stderr);
    return options.error().status;
  }
  const journey::Date today = options->today.value_or(kiosk::calendarDay());
  const auto configuration = session::loadConfiguration(options->config, options->language, today);
  if (!configuration) return kiosk::refuse(configuration.error().line());
  if (!options->exercise.empty() && !configuration->exercises.find(options->exercise)) {
    return kiosk::refuse("there is no exercise " + options->exercise);
  }
  kiosk::Shown shown;
  {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Côte à côte"));
    session::Rehearsal world(options->exercise);
    session::Visit visit(*configuration, kiosk::pixelsPerMillimetre(*configuration), world,
                         kiosk::momentNow(options->today));
    shown = kiosk::show(application, *options, visit);
  }
  if (shown.status != kiosk::visitEnded) return shown.status;
  kiosk::depart(argv, shown);
  return kiosk::refuse("could not start anew after a rehearsal");
}
