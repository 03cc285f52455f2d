// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "centre.h"
#include "contract.h"
#include "front.h"
#include "keys.h"
#include "listener.h"
#include "service.h"
#include "tls.h"

namespace {

using namespace sandbox;
namespace fs = std::filesystem;

constexpr int usageFault = 2;
constexpr int highestPort = 65535;

struct Options {
  int port = 0;
  int controlPort = 0;
  std::string state;
  std::string contract;
  std::optional<Day> today;
  bool plain = false;
  bool provision = false;
};

int refuse(const std::string& line) {
  std::fprintf(stderr, "sandbox: %s\n", line.c_str());
  return usageFault;
}

// Beside the program when it was moved with its data, else where it was built from.
std::string dataFile(const std::string& name) {
  std::error_code fault;
  const auto program = fs::read_symlink("/proc/self/exe", fault).parent_path();
  for (const auto& folder :
       {program / "../share/cote-a-cote", program / "../../services", fs::path(SANDBOX_SERVICES)}) {
    auto file = (folder / name).lexically_normal();
    if (fs::exists(file, fault)) return file.string();
  }
  return (fs::path(SANDBOX_SERVICES) / name).string();
}

// Everything that is read or made before a port is opened. Held as long as the program runs.
struct House {
  std::optional<Contract> contract;
  std::optional<Register> vehicles;
  std::optional<Rates> rates;
  std::optional<ServiceKeys> keys;
  std::optional<Store> store;
  TlsContext tls;
  fs::path keyFolder;
};

template <typename T, typename Loaded>
bool take(std::optional<T>& place, Loaded loaded, std::string& fault) {
  if (loaded) {
    place.emplace(std::move(*loaded));
  } else {
    fault = loaded.error();
  }
  return fault.empty();
}

std::string prepareState(const fs::path& state) {
  std::error_code fault;
  fs::create_directories(state / "keys" / "kiosks", fault);
  if (fault)
    return state.string() + " cannot be made or read (" + fault.message() +
           "): choose another folder with --state";
  fs::permissions(state / "keys", fs::perms::owner_all, fault);
  const int folder = open(state.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || access(state.c_str(), W_OK) != 0)
    return state.string() + " cannot be written: choose another folder with --state";
  // Kept open, and with it the lock, until the program ends.
  if (flock(folder, LOCK_EX | LOCK_NB) != 0)
    return state.string() + " is in use by another sandbox: end it or choose another folder";
  return {};
}

// An empty text when all is there, else one line.
std::string prepare(House& house, const Options& options) {
  std::string fault;
  const auto contract =
      options.contract.empty() ? dataFile("national/openapi.yaml") : options.contract;
  if (!take(house.contract, Contract::load(contract), fault) ||
      !take(house.vehicles, Register::load(dataFile("sandbox/register.json")), fault) ||
      !take(house.rates, Rates::load(dataFile("sandbox/rates.json")), fault))
    return fault;
  const fs::path state(options.state);
  if (auto line = prepareState(state); !line.empty()) return line;
  house.keyFolder = state / "keys";
  if (!take(house.keys, provideKeys(house.keyFolder), fault)) return fault;
  auto store = Store::open(state / "sandbox.db");
  if (!store)
    return (state / "sandbox.db").string() + ": " + store.error().detail +
           "; restore it, or remove the state folder and enrol again";
  house.store.emplace(std::move(*store));
  if (const auto made = provideTls(house.keyFolder); !made) return made.error();
  if (options.plain) return {};
  auto tls = mutualTls(house.keyFolder);
  if (!tls) return tls.error();
  house.tls = std::move(*tls);
  return {};
}

int serve(const Options& options, House& house, const sigset_t& endSignals) {
  const Clock clock(options.today);
  const Centre centre(*house.vehicles, *house.rates);
  Service service({*house.contract, *house.vehicles, *house.rates, centre, *house.keys,
                   house.keyFolder, clock, *house.store});
  FaultPlan faults;
  Listener* disturbed = nullptr;
  Front front(*house.contract, service, faults, [&disturbed] { disturbed->refresh(); });
  Listener national(
      house.tls.get(), &faults, [&front](const auto& request) { return front.nameOf(request); },
      [&front](const auto& request, auto& response) { front.answer(request, response); });
  Listener control(
      nullptr, nullptr, [](const auto&) { return std::nullopt; },
      [&front](const auto& request, auto& response) { front.answerControl(request, response); });
  disturbed = &national;
  const auto port = national.bind(options.port);
  if (!port) return refuse(port.error());
  const auto controlPort = control.bind(options.controlPort);
  if (!controlPort) return refuse(controlPort.error());
  national.start();
  control.start();
  std::printf("listening on 127.0.0.1:%d\ncontrol on http://127.0.0.1:%d\n", *port, *controlPort);
  std::fflush(stdout);
  int received = 0;
  sigwait(&endSignals, &received);
  // The port whose calls may wait for the other one's fault plan ends first.
  control.stop();
  national.stop();
  return 0;
}

void describe(CLI::App& app, Options& options, std::string& today) {
  app.set_version_flag("--version", "sandbox " SANDBOX_VERSION);
  app.add_option("--port", options.port, "Port on 127.0.0.1; 0 for any free one")
      ->check(CLI::Range(0, highestPort));
  app.add_option("--control-port", options.controlPort,
                 "Port of /sandbox/v1 without TLS; 0 for any free one")
      ->check(CLI::Range(0, highestPort));
  app.add_option("--state", options.state, "Folder for all that changes")->required();
  app.add_option("--today", today, "The day to work on, YYYY-MM-DD");
  app.add_option("--contract", options.contract, "The contract, openapi.yaml");
  app.add_flag("--plain", options.plain, "HTTP without TLS, for a test proxy on this machine");
  app.add_flag("--provision", options.provision, "Make keys and state, then end");
}

}  // namespace

int main(int argc, char** argv) {
  sigset_t endSignals;
  sigemptyset(&endSignals);
  sigaddset(&endSignals, SIGTERM);
  sigaddset(&endSignals, SIGINT);
  // Before any thread starts: only sigwait() below sees them.
  pthread_sigmask(SIG_BLOCK, &endSignals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  Options options;
  std::string today;
  CLI::App app{
      "Stand-in for the national service and its processing centre. Invented people only."};
  describe(app, options, today);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& fault) {
    return refuse(std::string(fault.what()) + " (see --help)");
  }
  if (!today.empty()) {
    options.today = parseDay(today);
    if (!options.today) return refuse("--today " + today + " is no day: write YYYY-MM-DD");
  }
  House house;
  if (const auto fault = prepare(house, options); !fault.empty()) return refuse(fault);
  if (options.provision) return 0;
  return serve(options, house, endSignals);
}
