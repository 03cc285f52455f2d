// SPDX-License-Identifier: Apache-2.0
// A hand that trembles, at the level of the X server: real pointer events (XTest) at the rate of a
// panel. What it does is read on stdin, one line each; lengths are millimetres from the top left
// corner of the screen, times milliseconds.
//
//   tap X Y DOWN [HZ SIZE [DX DY]]  presses at X Y for DOWN, trembling at HZ over SIZE around it,
//                                   while it rolls by DX DY
//   wait MS                         the finger is in the air
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <numbers>
#include <random>
#include <sstream>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Tap {
  double x = 0, y = 0, down = 0;
  double hertz = 0, size = 0;
  double dx = 0, dy = 0;
};

class Hand {
 public:
  Hand(Display* display, double scale, unsigned seed)
      : m_display(display), m_scale(scale), m_chance(seed) {}

  void tap(const Tap& tap) {
    const double angle = std::uniform_real_distribution(0.0, std::numbers::pi)(m_chance);
    const double phase = std::uniform_real_distribution(0.0, 2 * std::numbers::pi)(m_chance);
    std::normal_distribution drift(0.0, 1.0);
    double swell = 1, wander = 0;
    move(tap.x, tap.y);
    button(True);
    const auto began = Clock::now();
    for (double t = sample(began); t < tap.down; t = sample(began)) {
      // A tremor is no clean wave: its size swells, its middle wanders.
      swell += 0.06 * drift(m_chance) + 0.05 * (1 - swell);
      wander += 0.04 * drift(m_chance);
      const double turn = 2 * std::numbers::pi * tap.hertz * t / 1000 + phase;
      const double along = tap.size * swell * (std::sin(turn) - std::sin(phase));
      const double across = 0.35 * tap.size * swell * (std::cos(turn) - std::cos(phase));
      const double share = t / tap.down;
      const double still = tap.hertz > 0 ? 1 : 0;
      move(tap.x + tap.dx * share + std::cos(angle) * along - std::sin(angle) * across +
               still * wander,
           tap.y + tap.dy * share + std::sin(angle) * along + std::cos(angle) * across +
               still * wander);
    }
    button(False);
  }
  void wait(double time) { std::this_thread::sleep_for(Milliseconds(time)); }

 private:
  void move(double x, double y) {
    XTestFakeMotionEvent(m_display, -1, static_cast<int>(std::lround(x * m_scale)),
                         static_cast<int>(std::lround(y * m_scale)), CurrentTime);
    XSync(m_display, False);
  }
  void button(Bool down) {
    XTestFakeButtonEvent(m_display, 1, down, CurrentTime);
    XSync(m_display, False);
  }
  // Waits for the panel's next report, every 7 to 10 ms; the time since `began`.
  double sample(Clock::time_point began) {
    wait(std::uniform_real_distribution(7.0, 10.0)(m_chance));
    return Milliseconds(Clock::now() - began).count();
  }

  Display* m_display;
  double m_scale;
  std::mt19937 m_chance;
};

}  // namespace

int main(int argc, char* argv[]) {
  const double scale = argc == 3 ? std::atof(argv[1]) : 0;
  Display* display = XOpenDisplay(nullptr);
  if (scale <= 0 || display == nullptr) {
    std::cerr << (display == nullptr ? "trembling_hand: no X server at DISPLAY\n"
                                     : "usage: trembling_hand PIXELS-PER-MILLIMETRE SEED\n");
    return 2;
  }
  Hand hand(display, scale, static_cast<unsigned>(std::atoi(argv[2])));
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string verb;
    Tap tap;
    words >> verb >> tap.x;
    if (verb == "wait") {
      hand.wait(tap.x);
    } else if (verb == "tap") {
      words >> tap.y >> tap.down >> tap.hertz >> tap.size >> tap.dx >> tap.dy;
      hand.tap(tap);
    } else {
      std::cerr << "trembling_hand: \"" << line << "\": tap or wait is wanted\n";
      return 2;
    }
  }
  XCloseDisplay(display);
  return 0;
}
