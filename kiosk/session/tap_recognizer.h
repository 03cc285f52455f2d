// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

// What counts as a tap of an old hand. The only place that decides it: mouse, touch and every
// control go through here. Free of Qt and of any clock; lengths are pixels, times are the
// milliseconds of the events.
namespace session {

struct TapLimits {
  double pixelsPerMillimetre = 3.8;
  // A finger that rolls or trembles this far from where it came down still means the same key
  // (votingworks/bmd 612).
  double rollMillimetres = 15;
  // The hit area is that much larger than the drawing, on each side.
  double reachMillimetres = 3.5;
  // EN 301 549 5.9: the same key again within this time is one press. So is a press at the same
  // place, this near: the screen may have put another key under the finger meanwhile.
  std::chrono::milliseconds sameKey{500};
  double samePlaceMillimetres = 8;
  // Held longer it is an arm that rests on the glass.
  std::chrono::milliseconds longest{10'000};
  // A contact that old gives way to a new finger; before, the first finger rules.
  std::chrono::milliseconds resting{1'000};
};

struct TapPoint {
  double x = 0;
  double y = 0;
};

struct TapRectangle {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  [[nodiscard]] bool contains(TapPoint point) const;
  [[nodiscard]] TapRectangle grownBy(double margin) const;
};

class TapRecognizer {
 public:
  using Area = std::uintptr_t;
  struct Target {
    Area area = 0;
    // Areas of one name are the same key for the filter, on whatever screen; never empty.
    std::string key;
    // The drawing, without the reach.
    TapRectangle drawing;
  };
  struct Press {
    bool rules = false;
    // The area whose press ended because this finger took over.
    std::optional<Area> gaveUp;
  };

  explicit TapRecognizer(TapLimits limits) : m_limits(limits) {}

  void setLimits(TapLimits limits) { m_limits = limits; }
  [[nodiscard]] const TapLimits& limits() const { return m_limits; }

  // A finger comes down on a target. When it does not rule, nothing is to be shown of it.
  [[nodiscard]] Press press(int finger, const Target& target, TapPoint at,
                            std::chrono::milliseconds now);
  // True while a release here would count: the control shows itself pressed.
  [[nodiscard]] bool wouldCount(int finger, TapPoint at) const;
  // The area that was tapped, nothing when the press does not count.
  [[nodiscard]] std::optional<Area> release(int finger, TapPoint at, std::chrono::milliseconds now);
  void cancel(int finger);
  // The area is gone or was disabled: its finger no longer counts.
  void forget(Area area);

 private:
  struct Contact {
    Target target;
    TapPoint from;
    std::chrono::milliseconds since{};
  };

  [[nodiscard]] bool isBounce(const std::string& key, TapPoint at,
                              std::chrono::milliseconds now) const;

  TapLimits m_limits;
  std::optional<int> m_finger;
  Contact m_contact;
  std::string m_lastKey;
  TapPoint m_lastPlace;
  std::chrono::milliseconds m_lastTap{};
};

}  // namespace session
