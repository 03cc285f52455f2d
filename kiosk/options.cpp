// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include "kiosk/config/procedure_files.h"

#include "national/http_client.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <utility>

namespace kiosk {
namespace {

std::string sizeFault(const std::string& text) {
  int width = 0;
  int height = 0;
  char more = 0;
  const bool read = std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &more) == 2;
  if (read && width >= 320 && width <= 16384 && height >= 320 && height <= 16384) return {};
  return text + ": write it as 1080x1920";
}

std::string dayFault(const std::string& text) {
  return journey::parseIsoDate(text) ? std::string() : text + ": write it as 2026-11-20";
}

// "host:port"; nothing for another text.
std::optional<Broker> brokerOf(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon > 253) return std::nullopt;
  int port = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, port);
  if (read.ec != std::errc() || read.ptr != end || port < 1 || port > 65535) return std::nullopt;
  return Broker{text.substr(0, colon), port};
}

std::string brokerFault(const std::string& text) {
  return brokerOf(text) ? std::string() : text + ": write it as 127.0.0.1:8883";
}

}  // namespace

tl::expected<Options, Farewell> parseOptions(int argc, char* argv[]) {
  Options options;
  options.config = config::usualFolder();
  options.state = ".state/kiosk";
  std::string window;
  std::string today;
  CLI::App app("Côte à côte: vehicle registration requests, side by side.", "kiosk");
  app.set_version_flag("--version", "kiosk " KIOSK_VERSION);
  app.add_option("--config", options.config, "folder of kiosk.json and the rest")
      ->check(CLI::ExistingDirectory);
  app.add_option("--state", options.state, "folder of all that changes");
  app.add_option("--windowed", window, "in a window of this size, as 1080x1920")
      ->check(CLI::Validator(sizeFault, "WxH"));
  app.add_option("--language", options.language, "of text/<language>.json");
  app.add_option("--today", today, "the day of the visit, as 2026-11-20")
      ->check(CLI::Validator(dayFault, "YYYY-MM-DD"));
  app.add_option("--print-graph", options.graphOf,
                 "print this procedure, or all, for Graphviz, and end");
  app.add_option("--service", options.service, "address of the national service")
      ->check(CLI::Validator([](const std::string& url) { return national::addressBreach(url); },
                             "URL"));
  std::string line;
  app.add_option("--line", line, "address of the site's broker")
      ->check(CLI::Validator(brokerFault, "HOST:PORT"));
  app.add_option("--start", options.start, "what to begin with, for somebody who was here before")
      ->check(CLI::IsMember({startVisit, startCall}));
  app.add_option("--look", options.look, "their letters, contrast and the rest");
  app.add_option("--speak", options.speak, "the language that they chose");
  app.add_option("--exercise", options.exercise, "of exercises.json (kiosk-rehearsal)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& fault) {
    const bool asked = fault.get_exit_code() == 0;
    if (asked) {
      const bool version = std::string(fault.get_name()) == "CallForVersion";
      return tl::unexpected(Farewell{version ? std::string(fault.what()) + '\n' : app.help(), 0});
    }
    return tl::unexpected(
        Farewell{std::string("kiosk: ") + fault.what() + "; see kiosk --help\n", 2});
  }
  if (!window.empty()) {
    int width = 0;
    int height = 0;
    if (std::sscanf(window.c_str(), "%5dx%5d", &width, &height) == 2) {
      options.window = QSize(width, height);
    }
  }
  if (!today.empty()) options.today = journey::parseIsoDate(today);
  if (!line.empty()) options.line = brokerOf(line);
  return options;
}

}  // namespace kiosk
