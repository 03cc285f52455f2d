// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using session::Fate;
using session::Paper;
using session::Session;
using session::StoreTrouble;
using session_test::alone;
using session_test::Rig;
using namespace std::chrono_literals;
using Phase = Session::Phase;
using SentState = Session::SentState;

Fate received() {
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = "CG-2026-7F3K9";
  fate.nextStep = "wait";
  fate.totalCents = 31976;
  return fate;
}

TEST(Sending, saysSendingOnlyOnceItIsRecorded) {
  Rig rig;
  rig.walk(alone, "");
  EXPECT_EQ(rig.session().phase(), Phase::Send);
  rig.session().send();
  ASSERT_TRUE(rig.store.recorded);
  EXPECT_EQ((*rig.store.recorded)["vehicle"]["registrationNumber"], "AB-123-CD");
  EXPECT_EQ(rig.session().phase(), Phase::Sending);
  EXPECT_EQ(rig.session().sentState(), SentState::Leaving);
  EXPECT_LE(rig.session().tickInterval(), 250ms);
  rig.session().finish();
  EXPECT_FALSE(rig.ended()) << "nobody leaves between the gesture and its paper";
}

TEST(Sending, printsTheReference) {
  Rig rig;
  rig.walk(alone, "");
  rig.session().send();
  rig.wait(500ms);
  rig.store.whatBecame = received();
  rig.wait(250ms);
  EXPECT_EQ(rig.session().phase(), Phase::Done);
  EXPECT_EQ(rig.session().sentState(), SentState::Sent);
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].kind, Paper::Kind::Sent);
  EXPECT_EQ(rig.tray.papers[0].reference, QStringLiteral("CG-2026-7F3K9"));
  EXPECT_EQ(rig.tray.papers[0].code, QStringLiteral("cote-a-cote:CG-2026-7F3K9"));
  EXPECT_EQ(rig.visit().outcome().kind(), QStringLiteral("sent"));
  EXPECT_TRUE(rig.visit().outcome().printed());
  EXPECT_EQ(rig.tray.names[0], QStringLiteral("sent-20261120T133000Z-L-000042-6"));
  rig.session().finish();
  EXPECT_TRUE(rig.ended());
}

TEST(Sending, keepsNobodyLongerThanTwentySeconds) {
  Rig rig;
  rig.walk(alone, "");
  rig.session().send();
  rig.wait(19'900ms);
  EXPECT_EQ(rig.session().phase(), Phase::Sending);
  EXPECT_EQ(rig.visit().outcome().waitedSeconds(), 19);
  rig.wait(250ms);
  EXPECT_EQ(rig.session().phase(), Phase::Done);
  EXPECT_EQ(rig.session().sentState(), SentState::Kept);
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].kind, Paper::Kind::Kept);
  EXPECT_EQ(rig.tray.papers[0].reference, QStringLiteral("L-000042-6"));
}

TEST(Sending, tellsThatAKeptRequestHasLeftWhileThePersonIsStillThere) {
  Rig rig;
  rig.walk(alone, "");
  rig.session().send();
  rig.wait(20s);
  ASSERT_EQ(rig.session().sentState(), SentState::Kept);
  rig.wait(1s);
  EXPECT_EQ(rig.tray.papers.size(), 1U);
  rig.store.whatBecame = received();
  rig.wait(1s);
  EXPECT_EQ(rig.session().sentState(), SentState::Sent);
  EXPECT_EQ(rig.visit().outcome().kind(), QStringLiteral("sent"));
  ASSERT_EQ(rig.tray.papers.size(), 2U);
  EXPECT_EQ(rig.tray.papers[1].kind, Paper::Kind::Sent);
  rig.wait(2s);
  EXPECT_EQ(rig.tray.papers.size(), 2U);
}

TEST(Sending, givesARefusedRequestToTheDesk) {
  Rig rig;
  rig.walk(alone, "");
  rig.session().send();
  rig.store.whatBecame.kind = Fate::Kind::Refused;
  rig.wait(250ms);
  EXPECT_EQ(rig.session().phase(), Phase::Done);
  EXPECT_EQ(rig.visit().outcome().kind(), QStringLiteral("refused"));
}

TEST(Sending, saysPlainlyThatItCouldNotBeRecordedAndTriesAgain) {
  Rig rig;
  rig.walk(alone, "");
  rig.store.recordTrouble = StoreTrouble{StoreTrouble::Kind::Storage, "full"};
  rig.session().send();
  EXPECT_EQ(rig.session().phase(), Phase::Send);
  EXPECT_EQ(rig.session().sentState(), SentState::NotSent);
  EXPECT_FALSE(rig.session().trouble().isEmpty());
  rig.session().printList();
  EXPECT_EQ(rig.tray.papers.size(), 1U);
  rig.session().closeOverlay();
  rig.session().callAgent();
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::Agent);
  rig.session().closeOverlay();
  rig.store.recordTrouble.reset();
  rig.session().send();
  EXPECT_EQ(rig.session().phase(), Phase::Sending);
  EXPECT_TRUE(rig.session().trouble().isEmpty());
  EXPECT_EQ(rig.store.tries, 2);
}

TEST(Sending, saysThatNothingWasPrinted) {
  Rig rig;
  rig.walk(alone, "");
  rig.tray.works = false;
  rig.session().send();
  rig.store.whatBecame = received();
  rig.wait(250ms);
  EXPECT_EQ(rig.session().phase(), Phase::Done);
  EXPECT_FALSE(rig.visit().outcome().printed());
  EXPECT_FALSE(rig.session().trouble().isEmpty());
  EXPECT_EQ(rig.visit().outcome().paper().reference, QStringLiteral("CG-2026-7F3K9"))
      << "the screen still shows what to write down";
}

TEST(Sending, owesThePaperUntilItCameOut) {
  Rig rig;
  rig.walk(alone, "");
  rig.session().send();
  EXPECT_EQ(rig.tray.marks, QStringList{QStringLiteral("L-000042-6")});
  rig.tray.works = false;
  rig.store.whatBecame = received();
  rig.wait(250ms);
  EXPECT_EQ(rig.tray.marks.size(), 1) << "nothing came out: still owed";
}

TEST(Sending, printsAtTheNextStartWhatACrashLeftOwed) {
  Rig rig;
  rig.tray.marks = {QStringLiteral("L-000041-8")};
  session::Visit next(session_test::shippedConfiguration(), 4,
                      {rig.store,
                       rig.vehicles,
                       rig.tray,
                       rig.door,
                       rig.book,
                       rig.mandates,
                       rig.calls,
                       rig.line,
                       {},
                       {}});
  session::Moment moment;
  moment.here = {*journey::parseIsoDate("2026-11-20"), 600};
  moment.stamp = QStringLiteral("20261120T090000Z");
  next.tick(moment);
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].reference, QStringLiteral("L-000041-8"));
  EXPECT_EQ(rig.tray.names[0], QStringLiteral("kept-20261120T090000Z-L-000041-8"));
  EXPECT_TRUE(rig.tray.marks.isEmpty());
  next.tick(moment);
  EXPECT_EQ(rig.tray.papers.size(), 1U);
}

// Whoever begins ends with a paper, whatever they press and whatever fails on the way.
class RandomWalk : public testing::TestWithParam<unsigned> {};

class Wanderer {
 public:
  explicit Wanderer(unsigned seed) : m_random(seed), m_journey(session_test::journeyOf(alone)) {}

  // Presses something, at random, until the visit is over.
  void wander() {
    m_rig.session().begin();
    for (int press = 0; press < 4'000 && !m_rig.ended(); ++press) {
      stumble();
      step();
    }
    // Then they walk away.
    m_rig.store.recordTrouble.reset();
    for (int hour = 0; hour < 3 && !m_rig.ended(); ++hour)
      m_rig.wait(1'000s);
  }

  Rig& rig() { return m_rig; }

 private:
  int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }

  void stumble() {
    if (below(40) == 0) {
      m_rig.store.recordTrouble =
          below(2) == 0 ? std::optional(StoreTrouble{StoreTrouble::Kind::Storage, "full"})
                        : std::nullopt;
    }
    if (below(60) == 0) m_rig.store.whatBecame = below(2) == 0 ? Fate() : received();
    if (below(30) == 0) m_rig.wait(std::chrono::seconds(below(80)));
  }

  void step() {
    Session& session = m_rig.session();
    const auto view = session.step();
    switch (below(16)) {
      case 0:
        session.back();
        return;
      case 1:
        session.dontKnow();
        return;
      case 2:
        session.leaveEmpty();
        return;
      case 3:
        session.callAgent();
        return;
      case 4:
        session.closeOverlay();
        return;
      case 5:
        session.stay();
        return;
      case 6:
        session.answer(QStringLiteral("Ð%s\\\"'<x>"));
        return;
      case 7: {
        const auto rows = m_rig.visit().summary().reviewRows();
        if (!rows.isEmpty()) session.change(rows[below(static_cast<int>(rows.size()))].stepId);
        return;
      }
      case 8:
        if (below(30) == 0) session.finish();
        return;
      case 9:
        session.send();
        m_rig.wait(250ms);
        return;
      default:
        forward(view);
    }
  }

  void forward(const session::StepView& view) {
    Session& session = m_rig.session();
    if (session.phase() == Phase::Send) session.send();
    if (session.phase() == Phase::Sending || session.phase() == Phase::Done) m_rig.wait(1s);
    for (const auto& spoken : m_journey) {
      if (spoken.step == view.id.toStdString() && spoken.text) {
        session.answer(QString::fromStdString(*spoken.text));
        return;
      }
    }
    if (!view.options.isEmpty()) {
      session.answer(view.options[below(static_cast<int>(view.options.size()))].id);
    } else {
      session.next();
    }
  }

  std::mt19937 m_random;
  std::vector<session_test::Spoken> m_journey;
  Rig m_rig;
};

TEST_P(RandomWalk, endsWithAPaper) {
  Wanderer wanderer(GetParam());
  wanderer.wander();
  EXPECT_TRUE(wanderer.rig().ended());
  EXPECT_FALSE(wanderer.rig().tray.papers.empty());
  EXPECT_TRUE(wanderer.rig().tray.marks.isEmpty());
  if (wanderer.rig().store.recorded) {
    EXPECT_NE(wanderer.rig().tray.papers.back().kind, Paper::Kind::List)
        << "what was recorded is on the last paper";
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWalk, testing::Range(1U, 41U));

}  // namespace
