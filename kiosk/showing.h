// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/session/visit.h"
#include "options.h"

#include <functional>
#include <optional>
#include <string>

class QGuiApplication;

namespace kiosk {

// The program ends with these when it is to be replaced: by a fresh one, by the rehearsal.
inline constexpr int visitEnded = 100;
inline constexpr int badSetting = 2;

// What came of showing a visit: the status to end with, and for visitEnded where the person goes.
struct Shown {
  int status = 0;
  session::Departure departure;
  // How they had the screen, for whom it stays (Look::inShort).
  std::string look;
  // The language that they chose.
  std::string speak;
};

// What must not be shown after all, in a line that says why; asked once, when all is ready but the
// window. What takes long may be found out behind the loading of the screens.
using LastFault = std::function<std::optional<std::string>()>;

// Shows the visit in the one window until it is over, or the process is asked to end. Refuses and
// opens no window where there is a last fault.
[[nodiscard]] Shown show(
    QGuiApplication& application, const Options& options, session::Visit& visit,
    const LastFault& lastFault = [] { return std::nullopt; });

// One line on stderr, and nothing left on the glass that would not answer. Gives badSetting.
int refuse(const std::string& line);

// Pixels to a millimetre of this glass.
[[nodiscard]] qreal pixelsPerMillimetre(const session::Configuration& configuration);

// Replaces this process by the program that the person goes to, beside this one, with the same
// arguments. Returns only when it failed.
void depart(char* argv[], const Shown& shown);

}  // namespace kiosk
