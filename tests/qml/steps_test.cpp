// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "pseudo.h"
#include "shown.h"
#include "walker.h"

// Every question of the reception and of every procedure, on every kind of glass, in every language
// and beside an agent. They are on one walk, as walking costs more than looking.
namespace screens_test {
namespace {

#ifdef KIOSK_DEEP
constexpr bool everyLayout = true;
#else
constexpr bool everyLayout = false;
#endif

class Steps : public testing::Test {
 protected:
  // Goes a way and shows each step that is new on it.
  void follow(const Path& path) {
    Rig rig(InLanguage{pseudo::offered}, Rig::Curtain::Closed);
    rig.session().begin();
    for (const Gesture& gesture : path) {
      ASSERT_EQ(rig.session().step().id.toStdString(), gesture.stepId);
      if (gesture.isNew) show(rig);
      if (&gesture == &path.back()) return;
      if (perform(rig.session(), gesture)) continue;
      // The walker has an officer who lets everything pass.
      EXPECT_EQ(gesture.stepId, "officers-look")
          << "does not take " << gesture.text << ": " << rig.session().step().problem.toStdString();
      return;
    }
  }

  // There and back: what one step ends with the next begins with. A language is read from its
  // file and a panel is made each time that it is wanted.
  void show(Rig& rig) {
    const std::string step = rig.session().walk()->shown().textId;
    if (!m_seen.insert(step).second) return;
    if (!rig.isRaised()) {
      rig.raiseCurtain();
      m_back = false;
    }
    rig.settle();
    using View = void (Steps::*)(Rig&, const std::string&);
    std::array<View, 4> views = {&Steps::showBeside, &Steps::showInFrench, &Steps::showInEnglish,
                                 &Steps::showInPseudo};
    if (std::exchange(m_back, !m_back)) std::reverse(views.begin(), views.end());
    for (const View view : views)
      (this->*view)(rig, step);
  }

  // The largest letters upright and across, with a picture; the usual ones upright or across with
  // another; and one layout more, another for each step.
  void showInFrench(Rig& rig, const std::string& step) {
    rig.visit().panel().leave();
    rig.visit().languages().choose("fr");
    if (everyLayout) {
      expectFits(rig, step);
      return;
    }
    for (const std::size_t at : {m_seen.size() % 2, std::size_t{2}, std::size_t{3}}) {
      expectFits(rig, usual[at], step);
      keepPicture(rig, usual[at], step);
    }
    expectFits(rig, m_others[m_seen.size() % m_others.size()], step);
    expectSilence(rig, step);
  }

  void showInEnglish(Rig& rig, const std::string& step) { showIn("en", rig, step); }
  void showInPseudo(Rig& rig, const std::string& step) { showIn(pseudo::name, rig, step); }

  // In one of the usual layouts, another for each step; in all of them when asked for.
  void showIn(const std::string& language, Rig& rig, const std::string& step) {
    rig.visit().languages().choose(QString::fromStdString(language));
    ASSERT_EQ(rig.visit().words().language().toStdString(), language);
    for (const Layout& layout : turn()) {
      expectFits(rig, layout, step + "-" + language);
      if (language != pseudo::name) keepPicture(rig, layout, step + "-" + language);
    }
  }

  // Beside the panel of an agent the person's screen is smaller, and still whole.
  void showBeside(Rig& rig, const std::string& step) {
    rig.visit().languages().choose("fr");
    if (rig.visit().panel().state() == session::AgentPanel::State::Closed)
      rig.visit().panel().open("1042", "2580");
    ASSERT_EQ(rig.visit().panel().state(), session::AgentPanel::State::Open);
    for (Layout layout : turn()) {
      layout.beside = true;
      expectFits(rig, layout, step);
      keepPicture(rig, layout, step);
    }
  }

  std::vector<Layout> turn() {
    if (everyLayout) return usual;
    return {usual[m_turn++ % usual.size()]};
  }

  std::set<std::string> m_seen;
  std::size_t m_turn = 0;
  bool m_back = false;
  const std::vector<Layout> m_others = others();
};

TEST_F(Steps, AllFit) {
  const session::Configuration& configuration = Rig::configured();
  for (const Path& path : pathsPastEveryStep(configuration)) {
    follow(path);
    if (HasFatalFailure()) return;
  }
  for (const std::string& text : textsOfSteps(configuration))
    EXPECT_TRUE(m_seen.count(text)) << text << " was never on screen";
}

}  // namespace
}  // namespace screens_test
