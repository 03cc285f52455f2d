// SPDX-License-Identifier: Apache-2.0
#include "desk_line.h"

#include "clockwork.h"

#include <QDebug>
#include <QMetaObject>

#include <utility>

namespace kiosk {
namespace {

agent::LineSettings settingsOf(const Options& options, const session::Configuration& all) {
  agent::LineSettings settings;
  settings.host = options.line ? options.line->host : all.kiosk.line.host;
  settings.port = options.line ? options.line->port : all.kiosk.line.port;
  settings.site = all.agents.site.id;
  settings.kiosk = all.kiosk.kioskId;
  const auto keys = options.state / "keys";
  settings.authority = keys / "line-ca.pem";
  settings.certificate = keys / "line-client.pem";
  settings.key = keys / "line-client.key";
  return settings;
}

}  // namespace

std::unique_ptr<agent::Line> openLine(const Options& options,
                                      const session::Configuration& configuration,
                                      std::optional<session::Visit>& visit, QObject& loop) {
  // With each event the visit's time is that of the event.
  const auto heard = [&visit, today = options.today](auto tell) {
    if (!visit) return;
    visit->tick(momentNow(today));
    tell(visit->calling(), visit->calling().now());
  };
  const auto ofVisit = [&visit](auto tell) {
    if (visit) tell(visit->looking());
  };
  agent::LineEvents events;
  events.connected = [heard](bool up) {
    heard([&](auto& calling, auto now) { calling.caller().connected(up, now); });
  };
  events.desk = [heard, ofVisit](const std::string& agent, const agent::DeskStatus& status) {
    heard([&](auto& calling, auto now) { calling.caller().desk(agent, status, now); });
    ofVisit([&](auto& looking) { looking.desk(agent, status); });
  };
  events.guide = [heard, ofVisit](const agent::GuideEnvelope& envelope) {
    heard([](auto&, auto) {});
    ofVisit([&](auto& looking) { looking.heard(envelope); });
  };
  events.kiosk = [heard](const std::string& kiosk, const agent::KioskStatus& status) {
    heard([&](auto& calling, auto now) { calling.caller().kiosk(kiosk, status, now); });
  };
  events.answer = [heard](const agent::Answer& answer, std::int64_t lay) {
    heard([&](auto& calling, auto now) { calling.caller().answer(answer, lay, now); });
  };
  events.log = [](const std::string& line) { qWarning("line: %s", line.c_str()); };
  const auto later = [&loop](std::function<void()> work) {
    QMetaObject::invokeMethod(&loop, std::move(work), Qt::QueuedConnection);
  };
  return std::make_unique<agent::Line>(settingsOf(options, configuration), std::move(events),
                                       later);
}

}  // namespace kiosk
