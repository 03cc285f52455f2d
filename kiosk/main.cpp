// SPDX-License-Identifier: Apache-2.0
#include "clockwork.h"
#include "desk_line.h"
#include "kiosk/journey/graph.h"
#include "kiosk/session/folder_tray.h"
#include "kiosk/session/journal_book.h"
#include "kiosk/session/national_register.h"
#include "kiosk/session/outbox_store.h"
#include "kiosk/session/panel_door.h"
#include "kiosk/session/visit.h"
#include "options.h"
#include "process.h"
#include "services/agent/call_store.h"
#include "services/storage/storage.h"
#include "showing.h"

#include <QGuiApplication>

#include <chrono>
#include <cstdio>
#include <future>

namespace {

using kiosk::refuse;

int printGraph(const kiosk::Options& options) {
  const std::string language = options.language.empty() ? "fr" : options.language;
  const auto texts = session::loadTexts(options.config, language);
  if (!texts) return refuse(texts.error().line());
  const auto parts = config::loadParts(options.config);
  if (!parts) return refuse(parts.error().line());
  const bool all = options.graphOf == "all";
  std::vector<journey::Procedure> procedures;
  for (const std::string& id :
       all ? config::procedureIds(options.config) : std::vector{options.graphOf}) {
    auto procedure = config::loadProcedure(options.config, id, *parts);
    if (!procedure) return refuse(procedure.error().line());
    procedures.push_back(std::move(*procedure));
  }
  if (!all) {
    std::fputs(journey::graphvizOf(procedures.front(), *texts).c_str(), stdout);
    return 0;
  }
  const auto reception = config::loadReception(options.config, *parts);
  if (!reception) return refuse(reception.error().line());
  std::fputs(journey::graphvizOfAll(*reception, procedures, *texts).c_str(), stdout);
  return 0;
}

national::Service serviceOf(const kiosk::Options& options, const session::KioskConfig& config) {
  const auto keys = options.state / "keys";
  return {options.service.empty() ? config.national.url : options.service, keys / "tls-ca.pem",
          keys / "tls-client.pem", keys / "tls-client.key", config.national.timeout};
}

// The desk's key, put there when this kiosk was enrolled (kiosk/run).
std::optional<crypto::PublicKey> deskKey(const kiosk::Options& options) {
  const auto text = storage::readFile(options.state / "keys/desk-public.txt", 256);
  if (!text) return std::nullopt;
  const auto key = crypto::publicKeyFromBase64(text->substr(0, text->find('\n')));
  return key ? std::optional(*key) : std::nullopt;
}

// The example PINs stand in the README: only a sandbox on this machine may be opened with them.
std::optional<std::string> publishedPin(const kiosk::Options& options,
                                        const session::Configuration& configuration) {
  const std::string url = serviceOf(options, configuration.kiosk).url + ':';
  const bool here = url.rfind("https://127.0.0.1:", 0) == 0;
  if (here) return std::nullopt;
  for (const agent::Agent& one : configuration.agents.agents) {
    if (agent::isExamplePin(one.pinHash)) {
      return (configuration.folder / "agents.json").string() + ": /agents: the PIN of " + one.id +
             " is the published example; put in the line that agent-pin prints";
    }
  }
  return std::nullopt;
}

std::int64_t unixMilliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

kiosk::Shown run(QGuiApplication& application, const kiosk::Options& options,
                 const session::Configuration& configuration, const kiosk::LastFault& lastFault) {
  const outbox::Quota quota{configuration.kiosk.quota.requests, configuration.kiosk.quota.bytes};
  session::OutboxStore store(options.state, configuration.kiosk.kioskId, quota, unixMilliseconds);
  session::FolderTray tray(options.state / "print");
  // The register's answers come back into the event loop; its thread ends before what they touch.
  session::NationalRegister vehicles(
      serviceOf(options, configuration.kiosk), [&application](std::function<void()> work) {
        QMetaObject::invokeMethod(&application, std::move(work), Qt::QueuedConnection);
      });
  session::PanelDoor door(configuration.agents, options.state);
  session::JournalBook book(options.state / "journal", configuration.agents,
                            configuration.catalogue, [] { return kiosk::momentNow({}).steady; });
  agent::Mandates mandates(options.state,
                           [](const std::string& line) { qWarning("mandates: %s", line.c_str()); });
  agent::FileCallStore calls(options.state,
                             [](const std::string& line) { qWarning("call: %s", line.c_str()); });
  std::optional<session::Visit> shown;
  const auto line = kiosk::openLine(options, configuration, shown, application);
  session::Visit& visit =
      shown.emplace(configuration, kiosk::pixelsPerMillimetre(configuration),
                    session::Surroundings{store, vehicles, tray, door, book, mandates, calls, *line,
                                          deskKey(options), kiosk::momentNow(options.today)});
  if (configuration.clockIsWrong) {
    visit.session().putOutOfService(
        {session::StoreTrouble::Kind::Clock, "the clock is before every tariff"});
  } else if (!configuration.law.tariff.mayBeUsed(kiosk::momentNow(options.today).here.day)) {
    visit.session().putOutOfService(
        {session::StoreTrouble::Kind::Tariff,
         "the tariff of " + std::to_string(configuration.law.tariff.year) + " ended on " +
             journey::isoDate(configuration.law.tariff.until)});
  } else if (const auto trouble = store.troubleNow()) {
    visit.session().putOutOfService(*trouble);
  }
  return kiosk::show(application, options, visit, lastFault);
}

}  // namespace

int main(int argc, char* argv[]) {
  kiosk::prepareProcess();
  const auto options = kiosk::parseOptions(argc, argv);
  if (!options) {
    std::fputs(options.error().text.c_str(), options.error().status == 0 ? stdout : stderr);
    return options.error().status;
  }
  if (!options->graphOf.empty()) return printGraph(*options);
  const journey::Date today = options->today.value_or(kiosk::calendarDay());
  const auto configuration = session::loadConfiguration(options->config, options->language, today);
  if (!configuration) return refuse(configuration.error().line());
  if (const auto fault = publishedPin(*options, *configuration)) return refuse(*fault);
  // The procedures are read behind the reception while the screens are loaded: what is wrong in
  // their files is told now, not when somebody wants one.
  auto reading = std::async(std::launch::async, [&configuration] {
    return config::faultInProcedures(configuration->folder, configuration->texts,
                                     configuration->kiosk.language);
  });
  kiosk::Shown shown;
  {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Côte à côte"));
    shown = run(application, *options, *configuration, [&reading] {
      const auto fault = reading.get();
      return fault ? std::optional(fault->line()) : std::nullopt;
    });
  }
  if (shown.status != kiosk::visitEnded) return shown.status;
  kiosk::depart(argv, shown);
  return refuse("could not start anew after a visit");
}
