// SPDX-License-Identifier: Apache-2.0
// A mandate is used for somebody who is not there, and cancelled; and what never follows from it.
#include "acting.h"

#include "kiosk/session/paper.h"
#include "kiosk/session/speech.h"

#include <QFile>

namespace {

using session::Act;
using session::Paper;
using session::Session;
using session_test::Acting;
using Overlay = Session::Overlay;

TEST_F(Acting, needsTheNumberOfAMandateThatCounts) {
  open("plate");
  const std::string karims = recorded("2026-11-01", "2027-01-01", "karim");
  const std::string other = recorded("2026-11-01", "2027-01-01", "sylvie", "change-of-address");
  const std::string over = recorded("2026-10-20", "2026-11-19");
  const std::string later = recorded("2026-11-21", "2026-12-20");
  const std::string gone = recorded("2026-11-01", "2027-01-01");
  ASSERT_TRUE(rig.mandates.cancel(gone));
  mandate().useForAbsent();
  for (const auto& [number, told] :
       std::vector<std::pair<std::string, const char*>>{{"", "number"},
                                                        {"K7F3", "number"},
                                                        {"AAAAAAAA", "unknown"},
                                                        {karims, "other-agent"},
                                                        {other, "other-procedure"},
                                                        {over, "over"},
                                                        {later, "not-yet"},
                                                        {gone, "cancelled"}}) {
    mandate().giveNumber(QString::fromStdString(number));
    EXPECT_EQ(mandate().problem(), problem(told));
    EXPECT_FALSE(panel().filling()) << told;
    EXPECT_FALSE(rig.session().personIsAway()) << told;
  }
  EXPECT_EQ(count(Act::MandateUsed), 0);
}

TEST_F(Acting, fillsInForAnAbsentPerson) {
  open("plate");
  std::string typed = recorded("2026-11-20", "2026-11-20");
  const QString shown = QString::fromStdString(typed);
  for (char& c : typed)
    c = static_cast<char>(std::tolower(c));
  typed.insert(4, " ");
  use(typed);
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  EXPECT_TRUE(panel().filling());
  EXPECT_TRUE(rig.session().personIsAway());
  EXPECT_EQ(count(Act::MandateUsed), 1);
  EXPECT_TRUE(mandate().news().remove(QChar::Nbsp).contains(shown));
  rig.session().answer(QStringLiteral("AB-123-CD"));
  EXPECT_EQ(rig.book.entries.back(),
            (session_test::MemoryBook::Entry{"sylvie", Act::Filled, "plate"}));
  // Nobody is asked who is not there, and nobody else may say yes for them.
  panel().allowFilling(false);
  EXPECT_FALSE(panel().filling());
  panel().allowFilling(true);
  EXPECT_FALSE(panel().filling());
  panel().askToFill();
  EXPECT_TRUE(panel().filling());
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  mandate().make();
  EXPECT_EQ(mandate().stage(), QString()) << "who is not there cannot sign";
}

TEST_F(Acting, isNotDoneWhenTheJournalCannotBeWritten) {
  open("plate");
  const std::string number = recorded("2026-11-20", "2026-11-20");
  rig.book.works = false;
  use(number);
  EXPECT_EQ(mandate().problem(), problem("not-recorded"));
  EXPECT_FALSE(panel().filling());
  EXPECT_FALSE(rig.session().personIsAway());
}

// Another agent's mandate is not theirs, in the same visit too.
TEST_F(Acting, isForThatAgentAlone) {
  open("plate");
  use(recorded("2026-11-20", "2026-11-20"));
  panel().leave();
  EXPECT_FALSE(panel().filling());
  rig.door.otherwise = {session::BadgeAnswer::Kind::Admitted, "karim", {}};
  panel().open("2718", "0000");
  ASSERT_EQ(panel().agent(), "karim");
  panel().askToFill();
  EXPECT_FALSE(panel().filling());
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  EXPECT_EQ(panel().trouble(),
            rig.visit().words().text(QStringLiteral("panel.trouble.no-mandate")));
}

// The whole way with an absent person: it ends before the first declaration, with a paper.
TEST_F(Acting, neverDeclaresAndNeverSends) {
  open("plate");
  use(recorded("2026-11-20", "2026-11-20"));
  bool past = false;
  for (const auto& spoken : session_test::journeyOf("alone-with-a-code")) {
    past = past || spoken.step == "plate";
    if (!past || rig.session().phase() == Session::Phase::Send) continue;
    ASSERT_EQ(rig.at(), spoken.step);
    if (spoken.text) {
      rig.session().answer(QString::fromStdString(*spoken.text));
    } else if (spoken.unknown) {
      rig.session().dontKnow();
    } else if (spoken.none) {
      rig.session().leaveEmpty();
    } else {
      rig.session().next();
    }
  }
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send);
  EXPECT_EQ(rig.at(), "declare-insured");
  rig.session().next();
  rig.session().answer(QStringLiteral("yes"));
  EXPECT_EQ(rig.at(), "declare-insured");
  rig.session().send();
  EXPECT_EQ(rig.session().phase(), Session::Phase::Send);
  EXPECT_EQ(rig.store.tries, 0);
  EXPECT_FALSE(rig.store.recorded);
  EXPECT_EQ(rig.session().trouble(),
            rig.visit().words().text(QStringLiteral("screens.send-away.title")));
  EXPECT_EQ(session::speechOf(rig.session()),
            rig.visit().words().text(QStringLiteral("screens.send-away.spoken")));
  rig.session().printList();
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers.back().kind, Paper::Kind::List);
}

// Also when all was ready, and the panel closed again: what was said away stays so.
TEST_F(Acting, holdsBackWhatWasReadyToBeSent) {
  open("send");
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send);
  use(recorded("2026-11-20", "2026-11-20"));
  EXPECT_FALSE(panel().filling()) << "there is nothing to fill in here";
  panel().leave();
  rig.session().send();
  EXPECT_EQ(rig.session().phase(), Session::Phase::Send);
  EXPECT_EQ(rig.store.tries, 0);
  rig.session().finish();
  EXPECT_TRUE(rig.ended());
  EXPECT_EQ(rig.store.tries, 0);
  EXPECT_EQ(rig.tray.papers.size(), 1U);
}

TEST_F(Acting, isCancelledAtAnyTime) {
  open("plate");
  const std::string number = recorded("2026-11-20", "2027-11-19");
  use(number);
  ASSERT_TRUE(panel().filling());
  mandate().cancelOne();
  mandate().giveNumber(QStringLiteral("AAAAAAAA"));
  EXPECT_EQ(mandate().problem(), problem("unknown"));
  rig.book.works = false;
  mandate().giveNumber(QString::fromStdString(number));
  EXPECT_EQ(mandate().problem(), problem("not-recorded"));
  rig.book.works = true;
  mandate().giveNumber(QString::fromStdString(number));
  EXPECT_EQ(mandate().stage(), QString());
  EXPECT_EQ(count(Act::MandateCancelled), 1);
  EXPECT_FALSE(panel().filling());
  panel().askToFill();
  EXPECT_FALSE(panel().filling());
  mandate().useForAbsent();
  mandate().giveNumber(QString::fromStdString(number));
  EXPECT_EQ(mandate().problem(), problem("cancelled"));
}

// Karim answers the telephone: any agent cancels any mandate.
TEST_F(Acting, isCancelledByAnyAgent) {
  open("plate");
  const std::string number = recorded("2026-11-01", "2027-01-01", "karim", "change-of-address");
  mandate().cancelOne();
  mandate().giveNumber(QString::fromStdString(number));
  EXPECT_EQ(rig.mandates.check(number, "karim", "change-of-address",
                               *journey::parseIsoDate("2026-11-20")),
            agent::MandateCheck::Cancelled);
}

TEST_F(Acting, tellsOfARecordThatWasBroken) {
  open("plate");
  QFile file(rig.state.filePath(QStringLiteral("mandates.json")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{");
  file.close();
  use("AAAAAAAA");
  EXPECT_EQ(mandate().problem(), problem("set-aside"));
  EXPECT_TRUE(QFile::exists(rig.state.filePath(QStringLiteral("mandates.json.unreadable"))));
}

TEST_F(Acting, needsAnAgentAtTheirPanel) {
  rig.walk("alone-with-a-code", "plate");
  mandate().make();
  mandate().useForAbsent();
  mandate().cancelOne();
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  EXPECT_EQ(mandate().stage(), QString());
}

}  // namespace
