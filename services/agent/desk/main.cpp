// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "accounts.h"
#include "front.h"
#include "listener.h"
#include "pages.h"
#include "sign_in.h"
#include "site.h"

namespace {

using namespace desk;
namespace fs = std::filesystem;

constexpr int usageFault = 2;
constexpr int highestPort = 65535;
// A guess at the desk's server costs what one at a kiosk costs.
constexpr crypto::PasswordCost cost = crypto::kioskCost;

using Tls = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

struct Options {
  std::string config = "config";
  std::string state;
  std::string page;
  std::string address = "127.0.0.1";
  std::string line = "ws://127.0.0.1:8884";
  std::string certificate;
  std::string key;
  std::string oneTimePassword;
  bool firstPassword = false;
  bool deskKey = false;
  int port = 0;
};

int refuse(const std::string& line) {
  std::fprintf(stderr, "desk: %s\n", line.c_str());
  return usageFault;
}

std::string prepareState(const fs::path& state) {
  std::error_code fault;
  fs::create_directories(state, fault);
  if (!fault) fs::permissions(state, fs::perms::owner_all, fault);
  if (fault || access(state.c_str(), W_OK) != 0)
    return state.string() + " cannot be made or written: choose another folder with --state";
  return {};
}

// Beside the program, as the build lays it.
std::string builtPage() {
  std::error_code fault;
  const auto program = fs::read_symlink("/proc/self/exe", fault).parent_path();
  return (program / "../desk").lexically_normal().string();
}

tl::expected<Tls, std::string> serverTls(const Options& options) {
  Tls context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  const auto fault = [](const std::string& file) {
    const auto code = ERR_get_error();
    const char* text = code == 0 ? nullptr : ERR_reason_error_string(code);
    return tl::unexpected(file + ": " + (text == nullptr ? "cannot be read" : text) +
                          ": give a PEM file and the key that belongs to it");
  };
  if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1)
    return fault("TLS");
  if (SSL_CTX_use_certificate_chain_file(context.get(), options.certificate.c_str()) != 1)
    return fault(options.certificate);
  if (SSL_CTX_use_PrivateKey_file(context.get(), options.key.c_str(), SSL_FILETYPE_PEM) != 1)
    return fault(options.key);
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  return context;
}

int printOneTimePassword(const Options& options, const Site& site) {
  const auto* agent = site.find(options.oneTimePassword);
  if (agent == nullptr)
    return refuse("--one-time-password " + options.oneTimePassword + ": no such agent in " +
                  options.config + "/agents.json");
  const auto password = giveOneTimePassword(options.state, agent->id, cost);
  if (!password) return refuse(password.error());
  std::printf("%s\n", password->c_str());
  return 0;
}

// Prints nothing once somebody has chosen a password: that one can let the others in.
int printFirstPassword(const Options& options, const Site& site) {
  const auto accounts = readAccounts(options.state);
  if (!accounts) return refuse(accounts.error());
  for (const auto& [agent, account] : *accounts)
    if (!account.oneTime && site.find(agent) != nullptr) return 0;
  const auto& first = site.agents.front();
  const auto password = giveOneTimePassword(options.state, first.id, cost);
  if (!password) return refuse(password.error());
  std::printf("%s %s\n", first.name.c_str(), password->c_str());
  return 0;
}

int printDeskKey(const Options& options) {
  const auto keys = provideDeskKey(options.state);
  if (!keys) return refuse(keys.error());
  std::printf("%s\n", crypto::toBase64(keys->publicKey).c_str());
  return 0;
}

Seconds secondsNow() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

int serve(const Options& options, const Site& site, const sigset_t& endSignals) {
  const auto pages = readPages(options.page.empty() ? builtPage() : options.page);
  if (!pages) return refuse(pages.error());
  std::optional<Tls> tls;
  if (!options.certificate.empty()) {
    auto made = serverTls(options);
    if (!made) return refuse(made.error());
    tls.emplace(std::move(*made));
  }
  SignIn signIn({site, options.state, options.line, cost});
  const bool loopback = options.address.rfind("127.", 0) == 0;
  Front front({site, *pages, signIn, options.line, loopback, secondsNow});
  Listener listener(tls ? tls->get() : nullptr, [&front](const auto& request, auto& response) {
    front.answer(request, response);
  });
  const auto port = listener.bind(options.address, options.port);
  if (!port) return refuse(port.error());
  listener.start();
  std::printf("listening on %s://%s:%d\n", tls ? "https" : "http", options.address.c_str(), *port);
  std::fflush(stdout);
  int received = 0;
  sigwait(&endSignals, &received);
  listener.stop();
  return 0;
}

void describe(CLI::App& app, Options& options) {
  app.set_version_flag("--version", "desk " DESK_VERSION);
  app.add_option("--config", options.config, "Folder of agents.json, kiosk.json and the words")
      ->capture_default_str();
  app.add_option("--state", options.state, "Folder for passwords and what else changes")
      ->required();
  app.add_option("--page", options.page, "Folder of the built page (default: beside the program)");
  app.add_option("--address", options.address, "IPv4 address to listen at")->capture_default_str();
  app.add_option("--port", options.port, "Port; 0 for any free one")
      ->check(CLI::Range(0, highestPort));
  app.add_option("--line", options.line, "Address of the broker, as the agents' browsers reach it")
      ->capture_default_str();
  auto* certificate =
      app.add_option("--certificate", options.certificate, "PEM certificate chain, for https");
  auto* key = app.add_option("--key", options.key, "PEM private key of it");
  certificate->needs(key);
  key->needs(certificate);
  app.add_option("--one-time-password", options.oneTimePassword,
                 "Make a password for this agent, print it, end");
  app.add_flag("--first-password", options.firstPassword,
               "While nobody has a password of their own: make one for the first agent, print name "
               "and password, end");
  app.add_flag("--desk-key", options.deskKey,
               "Make the key that call-backs are sealed to, print its public half, end");
}

// It stands in a header and in the page's policy: nothing but an address may.
bool isLine(const std::string& line) {
  const bool web = line.rfind("ws://", 0) == 0 || line.rfind("wss://", 0) == 0;
  return web && line.size() < 300 && line.find_first_of(" \t\r\n;,'\"\\") == std::string::npos;
}

}  // namespace

int main(int argc, char** argv) {
  sigset_t endSignals;
  sigemptyset(&endSignals);
  sigaddset(&endSignals, SIGTERM);
  sigaddset(&endSignals, SIGINT);
  // Before any thread starts: only sigwait() sees them.
  pthread_sigmask(SIG_BLOCK, &endSignals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  umask(077);

  Options options;
  CLI::App app{"The agents' desk: serves their page and signs them in."};
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& fault) {
    return refuse(std::string(fault.what()) + " (see --help)");
  }
  if (!isLine(options.line))
    return refuse("--line " + options.line + ": write it as ws://127.0.0.1:8884, or wss://…");
  if (const auto fault = prepareState(options.state); !fault.empty()) return refuse(fault);
  if (options.deskKey) return printDeskKey(options);
  const auto site = Site::load(options.config);
  if (!site) return refuse(site.error());
  if (!options.oneTimePassword.empty()) return printOneTimePassword(options, *site);
  if (options.firstPassword) return printFirstPassword(options, *site);
  return serve(options, *site, endSignals);
}
