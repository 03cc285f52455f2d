// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/date.h"

#include <tl/expected.hpp>

#include <QSize>

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

// Where the site's broker listens.
struct Broker {
  std::string host;
  int port = 0;
};

// What the command line asks for.
struct Options {
  std::filesystem::path config;
  std::filesystem::path state;
  // In a window of this size; empty: the whole screen, without a pointer.
  QSize window;
  std::string language;
  std::optional<journey::Date> today;
  // Only draw this procedure, for Graphviz.
  std::string graphOf;
  // Instead of national.url of kiosk.json.
  std::string service;
  // Instead of line of kiosk.json.
  std::optional<Broker> line;
  // What the process before this one was left for: "", startVisit or startCall.
  std::string start;
  // How the person had the screen there (session::Look::inShort).
  std::string look;
  // The language that they chose there.
  std::string speak;
  // Of the rehearsal: what an agent trains with.
  std::string exercise;
};

inline constexpr char startVisit[] = "visit";
inline constexpr char startCall[] = "call";

// What to print, and the status to end with, instead of running.
struct Farewell {
  std::string text;
  int status = 0;
};

[[nodiscard]] tl::expected<Options, Farewell> parseOptions(int argc, char* argv[]);

}  // namespace kiosk
