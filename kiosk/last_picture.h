// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QQuickWindow;

// What stays on the glass while a process takes the place of another: without it the glass would be
// black from the end of one window to the first frame of the next. Under X11 only; elsewhere
// nothing is kept. GUI thread.
namespace kiosk {

// Waits for the next frame of the window and leaves a copy of it on the glass, which outlives this
// process, then calls `done`. When no frame comes in a third of a second `done` is called without.
// The window must already show what the next person may see: the picture is taken as it is.
void keepLastPicture(QQuickWindow& window, std::function<void()> done);

// Takes away, now, what a process before this one left on the glass.
void dropLastPicture();

// The same, once the window has drawn its first frame.
void dropLastPictureUnder(QQuickWindow& window);

}  // namespace kiosk
