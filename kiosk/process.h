// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

class QObject;

namespace kiosk {

// Before anything else: what Qt must find in the environment, and no memory image of a visit on
// any disk. What the environment already says stays.
void prepareProcess();

// Replaces this process by a fresh one of the program of this name beside it: nothing that a visit
// knew is left in its memory. Every file but the three standard ones is closed. Returns only when
// it failed.
void replaceProcess(const char* program, char* argv[]);

// Calls `quit` in the event loop of `parent`'s thread when the process is asked to end (SIGTERM,
// SIGINT, SIGHUP).
void onTermination(QObject* parent, std::function<void()> quit);

}  // namespace kiosk
