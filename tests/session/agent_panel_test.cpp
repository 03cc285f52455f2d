// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace {

using session::Act;
using session::AgentPanel;
using session::Session;
using session_test::alone;
using session_test::MemoryBook;
using session_test::Rig;
using namespace std::chrono_literals;
using PanelState = AgentPanel::State;

// The hand stays with the person: what an agent holds has no such word. (no_agent_sends.py shows
// that using one does not compile.)
template <class Hands>
concept CanSend = requires(Hands hands) {
  hands.send();
};
template <class Hands>
concept CanPay = requires(Hands hands) {
  hands.pay();
};
template <class Hands>
concept CanAnswer = requires(Hands hands) {
  hands.answer(QString());
};
template <class Hands>
concept CanGoOn = requires(Hands hands) {
  hands.next();
};
template <class Hands>
concept CanEnd = requires(Hands hands) {
  hands.finish();
};
static_assert(CanSend<Session> && CanAnswer<Session> && CanGoOn<Session> && CanEnd<Session>);
static_assert(!CanSend<session::AgentHands> && !CanPay<session::AgentHands>);
static_assert(!CanAnswer<session::AgentHands> && !CanGoOn<session::AgentHands>);
static_assert(!CanEnd<session::AgentHands>);
static_assert(!CanSend<AgentPanel> && !CanPay<AgentPanel> && !CanAnswer<AgentPanel>);
static_assert(!CanSend<session::Looking> && !CanPay<session::Looking>);
static_assert(!std::is_convertible_v<session::AgentHands, Session&>);

class OpenPanel : public testing::Test {
 protected:
  void open() {
    panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
    ASSERT_EQ(panel().state(), PanelState::Open);
  }
  AgentPanel& panel() { return rig.visit().panel(); }
  [[nodiscard]] std::vector<Act> acts() const {
    std::vector<Act> all;
    for (const MemoryBook::Entry& entry : rig.book.entries)
      all.push_back(entry.act);
    return all;
  }
  Rig rig;
};

TEST_F(OpenPanel, saysWhoIsThereAndWritesItDown) {
  rig.walk(alone, "plate");
  rig.session().showBadge();
  open();
  EXPECT_EQ(panel().name(), QStringLiteral("Sylvie"));
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::NoOverlay);
  EXPECT_EQ(rig.book.entries, (std::vector<MemoryBook::Entry>{{"sylvie", Act::Opened, ""}}));
}

TEST_F(OpenPanel, staysShutAndSaysWhy) {
  using Kind = session::BadgeAnswer::Kind;
  rig.walk(alone, "plate");
  for (const Kind kind : {Kind::Refused, Kind::Wait, Kind::Locked, Kind::Broken}) {
    rig.door.otherwise = {kind, "sylvie", 15s};
    panel().open(QStringLiteral("1042"), QStringLiteral("0000"));
    EXPECT_EQ(panel().state(), PanelState::Closed);
    EXPECT_FALSE(panel().trouble().isEmpty());
    EXPECT_TRUE(panel().name().isEmpty());
  }
  EXPECT_TRUE(rig.book.entries.empty());
}

TEST_F(OpenPanel, doesNothingThatCannotBeWrittenDown) {
  rig.walk(alone, "plate");
  rig.book.works = false;
  panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
  EXPECT_EQ(panel().state(), PanelState::Closed);
  rig.book.works = true;
  open();
  rig.book.works = false;
  panel().jump(QStringLiteral("for-whom"));
  EXPECT_EQ(rig.at(), "plate");
  EXPECT_FALSE(panel().trouble().isEmpty());
}

TEST_F(OpenPanel, showsTheWayWithoutAnAnswer) {
  rig.walk(alone, "plate");
  open();
  const auto rows = panel().route();
  ASSERT_GT(rows.size(), 8);
  const auto here = std::find_if(
      rows.begin(), rows.end(), [](const auto& row) { return row.state == QLatin1String("here"); });
  ASSERT_NE(here, rows.end());
  EXPECT_EQ(here->stepId, QStringLiteral("plate"));
  EXPECT_EQ(rows.front().state, QStringLiteral("done"));
  EXPECT_EQ(rows.back().state, QStringLiteral("ahead"));
}

TEST_F(OpenPanel, jumpsAndComesBack) {
  rig.walk(alone, "plate");
  open();
  panel().jump(QStringLiteral("for-whom"));
  EXPECT_EQ(rig.at(), "for-whom");
  rig.session().answer(QStringLiteral("me"));
  EXPECT_EQ(rig.at(), "plate");
}

TEST_F(OpenPanel, fillsInOnlyAfterThePersonsYes) {
  rig.walk(alone, "plate");
  open();
  panel().askToFill();
  EXPECT_FALSE(panel().filling());
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::FillingAsked);
  panel().allowFilling(false);
  EXPECT_FALSE(panel().filling());
  panel().askToFill();
  panel().allowFilling(true);
  EXPECT_TRUE(panel().filling());
  rig.session().answer(QStringLiteral("AB-123-CD"));
  EXPECT_EQ(panel().filledBy(QStringLiteral("plate")), QStringLiteral("Sylvie"));
  EXPECT_EQ(rig.book.entries.back(), (MemoryBook::Entry{"sylvie", Act::Filled, "plate"}));
  panel().allowFilling(false);
  rig.session().change(QStringLiteral("plate"));
  rig.session().answer(QStringLiteral("AB-123-CD"));
  EXPECT_TRUE(panel().filledBy(QStringLiteral("plate")).isEmpty()) << "the person's own again";
}

TEST_F(OpenPanel, givesTheHandBackBeforeWhatIsThePersonsOwn) {
  rig.walk(alone, "officers-look");
  open();
  panel().askToFill();
  panel().allowFilling(true);
  EXPECT_FALSE(panel().filling()) << "nothing to fill in at the officer's look";
  rig.session().back();
  panel().askToFill();
  panel().allowFilling(true);
  ASSERT_TRUE(panel().filling());
  rig.session().answer(rig.session().step().typed);
  EXPECT_EQ(rig.at(), "officers-look");
  EXPECT_FALSE(panel().filling());
}

TEST_F(OpenPanel, closesByItselfAfterTwoMinutes) {
  rig.walk(alone, "plate");
  open();
  rig.wait(119s);
  EXPECT_EQ(panel().state(), PanelState::Open);
  panel().touched();
  rig.wait(119s);
  EXPECT_EQ(panel().state(), PanelState::Open);
  rig.wait(2s);
  EXPECT_EQ(panel().state(), PanelState::Closed);
  EXPECT_EQ(acts(), (std::vector<Act>{Act::Opened, Act::Left}));
}

TEST_F(OpenPanel, closesWithTheVisit) {
  rig.walk(alone, "plate");
  open();
  rig.session().finish();
  EXPECT_TRUE(rig.ended());
  EXPECT_EQ(panel().state(), PanelState::Closed);
}

TEST_F(OpenPanel, endsTheCallWhenTheAgentLeaves) {
  rig.walk(alone, "plate");
  rig.openDesk("sylvie");
  rig.session().callAgent();
  rig.line.acknowledge();
  open();
  EXPECT_TRUE(rig.visit().calling().here());
  panel().leave();
  EXPECT_FALSE(rig.visit().calling().open());
  EXPECT_EQ(rig.line.calls.back().state, agent::CallState::Ended);
}

TEST_F(OpenPanel, marksInTheReviewWhatAnAgentFilledIn) {
  rig.walk(alone, "plate");
  open();
  panel().askToFill();
  panel().allowFilling(true);
  rig.session().answer(QStringLiteral("AB-123-CD"));
  const auto rows = rig.visit().summary().reviewRows();
  const auto plate = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
    return row.stepId == QLatin1String("plate");
  });
  ASSERT_NE(plate, rows.end());
  EXPECT_TRUE(plate->heading.endsWith(QStringLiteral(" · rempli par Sylvie")));
  EXPECT_TRUE(plate->heading.startsWith(plate->question));
}

}  // namespace
