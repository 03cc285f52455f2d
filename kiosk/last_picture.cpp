// SPDX-License-Identifier: Apache-2.0
#include "last_picture.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

#include <xcb/xcb.h>
#include <cstdlib>
#include <memory>
#include <utility>

namespace kiosk {
namespace {

struct Disconnect {
  void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;
using Geometry = std::unique_ptr<xcb_get_geometry_reply_t, Free>;
using Place = std::unique_ptr<xcb_translate_coordinates_reply_t, Free>;

Connection connectToGlass() {
  Connection glass(xcb_connect(nullptr, nullptr));
  if (xcb_connection_has_error(glass.get()) != 0) return nullptr;
  return glass;
}

// A window of nobody that shows what `shown` shows now. Its connection is closed with the order to
// keep it (RetainTemporary) until somebody asks for the end of all such (KillClient AllTemporary).
void leaveCopyOf(xcb_window_t shown) {
  const Connection glass = connectToGlass();
  if (!glass) return;
  xcb_connection_t* const c = glass.get();
  const Geometry size(xcb_get_geometry_reply(c, xcb_get_geometry(c, shown), nullptr));
  if (!size) return;
  const Place place(xcb_translate_coordinates_reply(
      c, xcb_translate_coordinates(c, shown, size->root, 0, 0), nullptr));
  if (!place) return;
  const xcb_pixmap_t picture = xcb_generate_id(c);
  xcb_create_pixmap(c, size->depth, picture, shown, size->width, size->height);
  const xcb_gcontext_t brush = xcb_generate_id(c);
  xcb_create_gc(c, brush, picture, 0, nullptr);
  xcb_copy_area(c, shown, picture, brush, 0, 0, 0, 0, size->width, size->height);
  const xcb_window_t copy = xcb_generate_id(c);
  const std::uint32_t values[] = {picture, 1};
  xcb_create_window(c, XCB_COPY_FROM_PARENT, copy, size->root, place->dst_x, place->dst_y,
                    size->width, size->height, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                    XCB_COPY_FROM_PARENT, XCB_CW_BACK_PIXMAP | XCB_CW_OVERRIDE_REDIRECT, values);
  xcb_map_window(c, copy);
  xcb_set_close_down_mode(c, XCB_CLOSE_DOWN_RETAIN_TEMPORARY);
  // An answer means that all of it was done.
  std::free(xcb_get_input_focus_reply(c, xcb_get_input_focus(c), nullptr));
}

bool onX11() {
  return QGuiApplication::platformName() == QLatin1String("xcb");
}

// Calls `work` once: at the next frame, or when none comes.
void afterFrame(QQuickWindow& window, std::function<void(bool drawn)> work) {
  constexpr int patience = 333;
  auto* timer = new QTimer(&window);
  const auto go = [&window, timer, work = std::move(work)](bool drawn) {
    QObject::disconnect(&window, nullptr, timer, nullptr);
    timer->stop();
    timer->deleteLater();
    work(drawn);
  };
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, timer, [go] { go(false); });
  QObject::connect(&window, &QQuickWindow::frameSwapped, timer, [go] { go(true); });
  timer->start(patience);
  window.update();
}

// What Qt has drawn has reached the X server.
void awaitQtsConnection() {
  const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
  if (!x11) return;
  xcb_connection_t* const c = x11->connection();
  std::free(xcb_get_input_focus_reply(c, xcb_get_input_focus(c), nullptr));
}

}  // namespace

void keepLastPicture(QQuickWindow& window, std::function<void()> done) {
  if (!onX11()) {
    done();
    return;
  }
  afterFrame(window, [&window, done = std::move(done)](bool drawn) {
    awaitQtsConnection();
    if (drawn) leaveCopyOf(static_cast<xcb_window_t>(window.winId()));
    done();
  });
}

void dropLastPicture() {
  const Connection glass = connectToGlass();
  if (!glass) return;
  xcb_kill_client(glass.get(), XCB_KILL_ALL_TEMPORARY);
  xcb_flush(glass.get());
}

void dropLastPictureUnder(QQuickWindow& window) {
  if (onX11())
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, dropLastPicture,
                     Qt::SingleShotConnection);
}

}  // namespace kiosk
