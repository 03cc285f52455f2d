// SPDX-License-Identifier: Apache-2.0
// The program that carries sealed parcels from the outbox to the national service. It can open none
// of them.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>

#include "outbox/keys.h"
#include "outbox/kiosk_settings.h"
#include "outbox/lock.h"
#include "outbox/national_transport.h"
#include "outbox/serving.h"

namespace {

using namespace outbox;
namespace fs = std::filesystem;

constexpr int badStart = 2;

struct Options {
  fs::path config;
  fs::path state;
  std::string service;
  bool once = false;
  bool provision = false;
};

int refuse(const std::string& line) {
  std::fprintf(stderr, "courier: %s\n", line.c_str());
  return badStart;
}

int refuse(const StoreFault& fault, const fs::path& state) {
  std::string line = fault.detail;
  if (line.find(state.string()) == std::string::npos) line = state.string() + ": " + line;
  if (fault.kind == FaultKind::Missing) line += "; prepare the folder with --provision and enrol";
  return refuse(line);
}

void logLine(const std::string& line) {
  std::fprintf(stdout, "courier: %s\n", line.c_str());
  std::fflush(stdout);
}

std::int64_t nowMilliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

national::Service serviceOf(const Options& options, const KioskSettings& settings) {
  const fs::path keys = options.state / "keys";
  return {settings.nationalUrl, keys / "tls-ca.pem", keys / "tls-client.pem",
          keys / "tls-client.key", settings.answerPatience};
}

// Empty, or what is missing before the service can be spoken to.
std::string enrolmentBreach(const national::Service& service) {
  if (service.url.rfind("https://", 0) != 0) return {};
  for (const auto& file : {service.caFile, service.certificateFile, service.keyFile}) {
    std::error_code error;
    if (!fs::exists(file, error)) return file.string() + ": missing; enrol this kiosk";
  }
  return {};
}

Result<void> provision(const fs::path& state, const std::string& kioskId) {
  return Outbox::provision(state).and_then([&] { return provisionKeys(state, kioskId); });
}

int carry(const Options& options, const KioskSettings& settings) {
  const auto national = readNationalKeys(options.state);
  if (!national) return refuse(national.error(), options.state);
  const national::Service service = serviceOf(options, settings);
  if (const auto breach = enrolmentBreach(service); !breach.empty()) return refuse(breach);
  auto outbox = Outbox::open(options.state, Check::Whole);
  if (!outbox) return refuse(outbox.error(), options.state);

  Wakeups wakeups(options.state);
  NationalTransport transport(service, wakeups.stopDescriptor());
  Departures departures(*outbox);
  const Surroundings surroundings{nowMilliseconds, crypto::randomBelow, logLine};
  Rounds rounds(departures, transport, *national, surroundings);

  if (const auto tidied = departures.tidy(deliveredKept); !tidied)
    return refuse(tidied.error(), options.state);
  const auto released = departures.releaseStopped();
  if (!released) return refuse(released.error(), options.state);
  if (*released > 0) logLine("released=" + std::to_string(*released) + " that were stopped");
  const Run run = options.once ? Run::Once : Run::UntilAskedToEnd;
  return static_cast<int>(serve(run, *outbox, departures, rounds, wakeups, surroundings));
}

int start(const Options& options) {
  auto settings = readKioskSettings(options.config);
  if (!settings) return refuse(settings.error());
  if (!options.service.empty()) settings->nationalUrl = options.service;
  if (const auto breach = national::addressBreach(settings->nationalUrl); !breach.empty())
    return refuse("--service " + options.service + ": " + breach);
  if (const auto done = provision(options.state, settings->kioskId); !done)
    return refuse(done.error(), options.state);
  if (options.provision) return 0;

  errno = 0;
  const auto alone = Lock::take(options.state / "courier.lock", Wait::Never);
  if (!alone && errno == EWOULDBLOCK)
    return refuse(options.state.string() + ": another courier is at work here; end it first");
  if (!alone)
    return refuse((options.state / "courier.lock").string() + ": " + std::strerror(errno));
  return carry(options, *settings);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Carries sealed requests from the outbox to the national service.", "courier");
  app.add_option("--config", options.config, "Folder with kiosk.json")->required();
  app.add_option("--state", options.state, "Folder with the outbox and the keys")->required();
  app.add_option("--service", options.service, "Address of the service, instead of kiosk.json's");
  app.add_flag("--once", options.once,
               "Send what is due, then end: 0 when the outbox is empty, 1 when something stays");
  app.add_flag("--provision", options.provision, "Make outbox and keys when absent, then end");
  app.set_version_flag("--version", "courier " COURIER_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return refuse(std::string(error.what()) + "; see courier --help");
  }
  return start(options);
}
