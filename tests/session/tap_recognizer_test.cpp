// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/tap_recognizer.h"

#include "traces.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using nlohmann::json;
using session::TapPoint;
using session::TapRecognizer;
using std::chrono::milliseconds;

// A sheet of keys under the recognizer, as the glass delivers to it: a finger belongs to the key
// whose hit area it came down on, for as long as it is down.
class Glass {
 public:
  explicit Glass(const json& trace) : m_hand(limitsOf(trace)) { show(trace["targets"]); }

  void play(const json& event) {
    const int finger = event["finger"];
    const TapPoint at{event["x"], event["y"]};
    const milliseconds now(event["at"].get<int>());
    const std::string is = event["is"];
    if (is == "screen") {
      show(event["targets"]);
    } else if (is == "press") {
      if (const auto* target = under(at)) m_shown = m_hand.press(finger, *target, at, now).rules;
    } else if (is == "move") {
      m_shown = m_hand.wouldCount(finger, at);
    } else if (is == "cancel") {
      m_hand.cancel(finger);
    } else if (const auto area = m_hand.release(finger, at, now)) {
      m_taps.push_back(m_targets[*area - m_first].key);
    }
  }

  [[nodiscard]] const std::vector<std::string>& taps() const { return m_taps; }
  [[nodiscard]] bool shown() const { return m_shown; }

 private:
  // These keys take the place of those before; areas keep counting, as no two are ever the same.
  void show(const json& targets) {
    m_first = m_first + m_targets.size();
    m_targets.clear();
    m_reaches.clear();
    for (const json& target : targets) {
      m_reaches.push_back(target.value("reach", m_hand.limits().reachMillimetres));
      m_targets.push_back({m_first + m_targets.size(),
                           target["key"],
                           {target["left"], target["top"], target["width"], target["height"]}});
    }
  }

  static session::TapLimits limitsOf(const json& trace) {
    session::TapLimits limits;
    limits.pixelsPerMillimetre = trace["pixelsPerMillimetre"];
    return limits;
  }

  const TapRecognizer::Target* under(TapPoint at) const {
    for (const double share : {0.0, 1.0}) {
      for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const double margin = share * m_reaches[i] * m_hand.limits().pixelsPerMillimetre;
        if (m_targets[i].drawing.grownBy(margin).contains(at)) return &m_targets[i];
      }
    }
    return nullptr;
  }

  TapRecognizer m_hand;
  std::vector<TapRecognizer::Target> m_targets;
  std::vector<double> m_reaches;
  TapRecognizer::Area m_first = 1;
  std::vector<std::string> m_taps;
  bool m_shown = false;
};

class Gestures : public testing::TestWithParam<Trace> {};

TEST_P(Gestures, areUnderstood) {
  const json& trace = GetParam().document;
  Glass glass(trace);
  for (const json& event : trace["events"])
    glass.play(event);
  EXPECT_EQ(glass.taps(), trace["taps"].get<std::vector<std::string>>()) << trace["about"];
}

INSTANTIATE_TEST_SUITE_P(Traces, Gestures, testing::ValuesIn(traces()),
                         [](const auto& one) { return one.param.name; });

TapRecognizer::Target key(TapRecognizer::Area area, const char* name) {
  return {area, name, {0, 0, 80, 80}};
}

TEST(TapRecognizer, showsThePressAtOnceAndHidesItWhenTheFingerHasLeft) {
  TapRecognizer hand{session::TapLimits{}};
  EXPECT_TRUE(hand.press(1, key(1, "A"), {40, 40}, milliseconds(0)).rules);
  EXPECT_TRUE(hand.wouldCount(1, {60, 40}));
  EXPECT_FALSE(hand.wouldCount(1, {300, 40}));
  EXPECT_TRUE(hand.wouldCount(1, {45, 40}));
}

TEST(TapRecognizer, acceptsTheSameKeyAgainAfterHalfASecond) {
  TapRecognizer hand{session::TapLimits{}};
  const auto tap = [&](int at) {
    const bool rules = hand.press(1, key(1, "A"), {40, 40}, milliseconds(at)).rules;
    return hand.release(1, {40, 40}, milliseconds(at + 50)).has_value() && rules;
  };
  EXPECT_TRUE(tap(0));
  EXPECT_FALSE(tap(549));
  EXPECT_TRUE(tap(550));
}

TEST(TapRecognizer, ignoresAClockThatWentBack) {
  TapRecognizer hand{session::TapLimits{}};
  ASSERT_TRUE(hand.press(1, key(1, "A"), {40, 40}, milliseconds(900'000)).rules);
  ASSERT_TRUE(hand.release(1, {40, 40}, milliseconds(900'050)));
  EXPECT_TRUE(hand.press(1, key(1, "A"), {40, 40}, milliseconds(10)).rules);
}

TEST(TapRecognizer, forgetsAKeyThatIsGone) {
  TapRecognizer hand{session::TapLimits{}};
  ASSERT_TRUE(hand.press(1, key(7, "A"), {40, 40}, milliseconds(0)).rules);
  hand.forget(7);
  EXPECT_FALSE(hand.release(1, {40, 40}, milliseconds(50)));
}

TEST(TapRecognizer, tellsWhichKeyGaveWayToAnotherFinger) {
  TapRecognizer hand{session::TapLimits{}};
  ASSERT_TRUE(hand.press(1, key(1, "A"), {40, 40}, milliseconds(0)).rules);
  const auto second = hand.press(2, key(2, "B"), {40, 40}, milliseconds(1'500));
  EXPECT_TRUE(second.rules);
  EXPECT_EQ(second.gaveUp, TapRecognizer::Area{1});
  EXPECT_FALSE(hand.release(1, {40, 40}, milliseconds(1'600)));
  EXPECT_EQ(hand.release(2, {40, 40}, milliseconds(1'700)), TapRecognizer::Area{2});
}

}  // namespace
