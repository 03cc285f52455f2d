// SPDX-License-Identifier: Apache-2.0
// A finger and an eye at the level of the X server: presses by XTest, looks at pixels through
// shared memory. Reads commands on stdin, answers each with one line. Times are CLOCK_MONOTONIC in
// microseconds.
//
//   down X Y WX WY WW WH LIMIT  press; answers "pressed-at changed-at" ("-" when nothing changed
//                               inside the watched rectangle within LIMIT milliseconds)
//   up LIMIT QUIET              release; answers "released-at first-change last-change blank" of
//                               the whole screen, once it was still for QUIET milliseconds; blank
//                               = how many frames on the way showed one colour only
//   leave X Y                   slides away and releases there
//   learn WX WY WW WH           remembers what this rectangle shows
//   knock X Y LIMIT             taps again and again until it shows that: "shown-at"
//   settle LIMIT QUIET          "last-change" of the whole screen, still for QUIET milliseconds
//   sum                         a checksum of what the screen shows
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::int64_t now() {
  timespec t{};
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<std::int64_t>(t.tv_sec) * 1'000'000 + t.tv_nsec / 1000;
}

struct Rectangle {
  int x = 0, y = 0, width = 0, height = 0;
};

// What a rectangle of the screen shows, read through one shared segment.
class Eye {
 public:
  Eye(Display* display, Rectangle area) : m_display(display), m_area(area) {
    const int screen = DefaultScreen(display);
    m_image = XShmCreateImage(display, DefaultVisual(display, screen),
                              static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap,
                              nullptr, &m_segment, static_cast<unsigned>(area.width),
                              static_cast<unsigned>(area.height));
    const auto size = static_cast<std::size_t>(m_image->bytes_per_line) *
                      static_cast<std::size_t>(m_image->height);
    m_segment.shmid = shmget(IPC_PRIVATE, size, IPC_CREAT | 0600);
    m_segment.shmaddr = m_image->data = static_cast<char*>(shmat(m_segment.shmid, nullptr, 0));
    m_segment.readOnly = False;
    XShmAttach(display, &m_segment);
    XSync(display, False);
    shmctl(m_segment.shmid, IPC_RMID, nullptr);
    m_before.resize(size);
    remember();
  }
  ~Eye() {
    XShmDetach(m_display, &m_segment);
    XSync(m_display, False);
    m_image->data = nullptr;
    XDestroyImage(m_image);
    shmdt(m_segment.shmaddr);
  }
  Eye(const Eye&) = delete;
  Eye& operator=(const Eye&) = delete;

  Rectangle area() const { return m_area; }
  void remember() {
    look();
    keep();
  }
  // Remembers what the last look saw.
  void keep() { std::memcpy(m_before.data(), m_image->data, m_before.size()); }
  // Whether it shows something else than what is remembered.
  bool changed() {
    look();
    return std::memcmp(m_before.data(), m_image->data, m_before.size()) != 0;
  }
  // Whether it shows what another eye remembers of the same rectangle.
  bool showsWhatIsKnownTo(const Eye& other) {
    look();
    return std::memcmp(other.m_before.data(), m_image->data, m_before.size()) == 0;
  }
  // Whether sixteen places all over it show the same colour.
  bool blank() const {
    const auto pixel = [this](int i) {
      return XGetPixel(m_image, m_area.width * (2 * (i % 4) + 1) / 8,
                       m_area.height * (2 * (i / 4) + 1) / 8);
    };
    for (int i = 1; i < 16; ++i) {
      if (pixel(i) != pixel(0)) return false;
    }
    return true;
  }
  std::uint64_t sum() {
    look();
    std::uint64_t value = 1469598103934665603U;
    const auto* words = reinterpret_cast<const std::uint64_t*>(m_image->data);
    for (std::size_t i = 0; i < m_before.size() / 8; ++i)
      value = (value ^ words[i]) * 1099511628211U;
    return value;
  }

 private:
  void look() {
    XShmGetImage(m_display, DefaultRootWindow(m_display), m_image, m_area.x, m_area.y, AllPlanes);
  }

  Display* m_display;
  Rectangle m_area;
  XShmSegmentInfo m_segment{};
  XImage* m_image = nullptr;
  std::vector<char> m_before;
};

void pause() {
  const timespec little{0, 200'000};
  nanosleep(&little, nullptr);
}

std::string text(std::optional<std::int64_t> moment) {
  return moment ? std::to_string(*moment) : "-";
}

class Finger {
 public:
  explicit Finger(Display* display) : m_display(display) {
    const int screen = DefaultScreen(display);
    m_whole = {0, 0, DisplayWidth(display, screen), DisplayHeight(display, screen)};
  }

  void moveTo(int x, int y) {
    XTestFakeMotionEvent(m_display, -1, x, y, CurrentTime);
    XSync(m_display, False);
  }
  std::int64_t button(Bool isDown) {
    XTestFakeButtonEvent(m_display, 1, isDown, CurrentTime);
    const auto moment = now();
    XSync(m_display, False);
    return moment;
  }

  std::string down(int x, int y, Rectangle watched, int limit) {
    moveTo(x, y);
    Eye eye(m_display, watched);
    const auto pressed = button(True);
    std::optional<std::int64_t> changed;
    while (!changed && now() < pressed + limit * 1000) {
      if (eye.changed()) changed = now();
    }
    return text(pressed) + " " + text(changed);
  }
  std::string up(int limit, int quiet) {
    Eye eye(m_display, m_whole);
    const auto released = button(False);
    std::optional<std::int64_t> first, last;
    int blank = 0;
    while (now() < (last ? *last + quiet * 1000 : released + limit * 1000)) {
      if (!eye.changed()) {
        pause();
        continue;
      }
      last = now();
      if (!first) first = last;
      blank += eye.blank() ? 1 : 0;
      eye.keep();
    }
    return text(released) + " " + text(first) + " " + text(last) + " " + std::to_string(blank);
  }
  std::string leave(int x, int y) {
    moveTo(x, y);
    button(False);
    return "left";
  }
  std::string learn(Rectangle watched) {
    m_known.emplace(m_display, watched);
    return "learnt";
  }
  std::string knock(int x, int y, int limit) {
    if (!m_known) return "?";
    const auto began = now();
    moveTo(x, y);
    Eye eye(m_display, m_known->area());
    while (now() < began + limit * 1000) {
      button(True);
      button(False);
      for (int i = 0; i < 25; ++i) {
        if (eye.showsWhatIsKnownTo(*m_known)) return text(now());
        pause();
      }
    }
    return "-";
  }
  std::string settle(int limit, int quiet) {
    const auto began = now();
    Eye eye(m_display, m_whole);
    std::optional<std::int64_t> last;
    while (now() < (last ? *last + quiet * 1000 : began + limit * 1000)) {
      if (eye.changed()) {
        last = now();
        eye.keep();
      }
      pause();
    }
    return text(last);
  }
  std::string sum() { return std::to_string(Eye(m_display, m_whole).sum()); }

 private:
  Display* m_display;
  Rectangle m_whole;
  std::optional<Eye> m_known;
};

std::string obey(Finger& finger, const std::string& line) {
  std::istringstream words(line);
  std::string verb;
  words >> verb;
  std::vector<int> n;
  for (int value = 0; words >> value;)
    n.push_back(value);
  if (verb == "down" && n.size() == 7)
    return finger.down(n[0], n[1], {n[2], n[3], n[4], n[5]}, n[6]);
  if (verb == "up" && n.size() == 2) return finger.up(n[0], n[1]);
  if (verb == "leave" && n.size() == 2) return finger.leave(n[0], n[1]);
  if (verb == "learn" && n.size() == 4) return finger.learn({n[0], n[1], n[2], n[3]});
  if (verb == "knock" && n.size() == 3) return finger.knock(n[0], n[1], n[2]);
  if (verb == "settle" && n.size() == 2) return finger.settle(n[0], n[1]);
  if (verb == "sum") return finger.sum();
  return "?";
}

}  // namespace

int main() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) {
    std::cerr << "finger: no X server at DISPLAY\n";
    return 2;
  }
  {
    Finger finger(display);
    for (std::string line; std::getline(std::cin, line);) {
      std::cout << obey(finger, line) << std::endl;
    }
  }
  XCloseDisplay(display);
  return 0;
}
