// SPDX-License-Identifier: Apache-2.0
// The dress rehearsal and the exercises, without a screen.
#include "kiosk/session/practice.h"

#include "kiosk/session/sheet_picture.h"
#include "kiosk/session/speech.h"
#include "rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

using journey::AnswerKind;
using session::Departure;
using session::Session;
using session_test::Rig;
using session_test::shippedConfiguration;
using namespace std::chrono_literals;
using Overlay = Session::Overlay;
using Phase = Session::Phase;

session::Moment noon() {
  session::Moment moment;
  moment.steady = 1'000'000ms;
  moment.here = {*journey::parseIsoDate("2026-11-20"), 12 * 60};
  moment.stamp = QStringLiteral("20261120T110000Z");
  return moment;
}

// A visit in its own world, begun.
class Try {
 public:
  explicit Try(const std::string& exercise)
      : m_world(exercise), m_visit(shippedConfiguration(), 4, m_world, noon()) {
    QObject::connect(&practice(), &session::Practice::left, &practice(), [this] { m_left = true; });
    wait(0s);
    practice().begin();
  }

  Session& session() { return m_visit.session(); }
  session::Practice& practice() { return m_visit.practice(); }
  session::Visit& visit() { return m_visit; }
  [[nodiscard]] bool left() const { return m_left; }
  void wait(std::chrono::seconds time) {
    for (auto gone = 0s; gone <= time; gone += 10s) {
      m_now.steady += gone == 0s ? 0s : 10s;
      m_visit.tick(m_now);
    }
  }
  const journey::Step& shown() { return session().walk()->shown(); }

  // Answers this question from the first of these that says something about it.
  bool answer(std::initializer_list<const journey::Facts*> from) {
    for (const journey::Facts* facts : from) {
      const journey::Fact* fact = journey::factAt(*facts, shown());
      if (!fact) continue;
      const std::string value = fact->on(m_now.here.day);
      if (value.empty()) {
        session().leaveEmpty();
      } else if (value == journey::unknownAnswer) {
        session().dontKnow();
      } else {
        session().answer(QString::fromStdString(value));
      }
      return true;
    }
    return false;
  }

 private:
  session::Rehearsal m_world;
  session::Visit m_visit;
  session::Moment m_now = noon();
  bool m_left = false;
};

const journey::Exercises& exercises() {
  return shippedConfiguration().exercises;
}

// To its end, as somebody does who understood the case and reads its papers.
void play(Try& rehearsal, const journey::Facts& understood, const journey::Facts& read) {
  for (int touches = 0; touches < 200 && !rehearsal.practice().over(); ++touches) {
    const journey::Step& shown = rehearsal.shown();
    const std::string at = shown.id;
    if (shown.answer == AnswerKind::Send) {
      rehearsal.session().send();
      ASSERT_EQ(rehearsal.session().phase(), Phase::Done);
      if (rehearsal.session().nextProcedure().isEmpty()) {
        rehearsal.practice().stop();
      } else {
        rehearsal.session().beginNextProcedure();
      }
    } else if (!shown.leadsTo.empty()) {
      rehearsal.session().printList();
      rehearsal.session().finish();
    } else if (session::isConfirmed(shown.answer)) {
      rehearsal.session().next();
      if (rehearsal.shown().id == at) {  // the officer's look lets nobody past
        rehearsal.session().printList();
        rehearsal.practice().stop();
      }
    } else {
      ASSERT_TRUE(rehearsal.answer({&understood, &read, &exercises().facts, &exercises().way}))
          << at;
      ASSERT_NE(rehearsal.shown().id, at) << rehearsal.session().step().problem.toStdString();
    }
  }
  ASSERT_TRUE(rehearsal.practice().over());
}

// What somebody who read the case says to the first questions.
const std::map<std::string, journey::Facts> happened = {
    {"simple-sale", {}},
    {"couple", {}},
    {"for-her-mother", {}},
    {"hosted", {}},
    {"not-struck", {}},
    {"false-site", {}},
    {"lost-and-moved", {{"what-happened", {"certificate-lost", {}}}, {"lost-also", {"moved", {}}}}},
    {"sold", {{"what-happened", {"sold", {}}}}},
    {"married", {{"what-happened", {"name-changed", {}}}}},
    {"widow", {{"what-happened", {"death", {}}}}}};

TEST(Exercises, areTenAndEachCanBeReached) {
  EXPECT_GE(exercises().all.size(), 10U);
  for (const journey::Exercise& exercise : exercises().all) {
    Try rehearsal(exercise.id);
    ASSERT_EQ(rehearsal.session().overlay(), Overlay::Case);
    rehearsal.session().closeOverlay();
    journey::Facts understood;
    for (const journey::Aim& aim : exercise.aims)
      understood.insert(aim.answers.begin(), aim.answers.end());
    understood.merge(journey::Facts(happened.at(exercise.id)));
    play(rehearsal, understood, exercise.facts);
    if (HasFatalFailure()) return;
    for (const auto& miss : rehearsal.practice().misses())
      ADD_FAILURE() << exercise.id << ": " << miss.title.toStdString() << ": "
                    << miss.text.toStdString();
    EXPECT_EQ(rehearsal.practice().verdict(),
              rehearsal.visit().words().text(QStringLiteral("practice.done-all")));
  }
}

// Somebody who does everything as in the simplest case misses something of each other one.
TEST(Exercises, areNoneReachedByHabit) {
  for (const journey::Exercise& exercise : exercises().all) {
    if (exercise.id == "simple-sale") continue;
    Try rehearsal(exercise.id);
    play(rehearsal, {}, {});
    if (HasFatalFailure()) return;
    EXPECT_FALSE(rehearsal.practice().misses().isEmpty()) << exercise.id;
    for (const auto& miss : rehearsal.practice().misses())
      EXPECT_FALSE((miss.title + miss.text).contains(QChar(0x27E6))) << miss.text.toStdString();
  }
}

// Two procedures, and the second one alone: the first was not opened, whatever the second came to.
TEST(Exercises, knowTheOrderOfTwoProcedures) {
  Try rehearsal("lost-and-moved");
  play(rehearsal, {{"what-happened", {"certificate-lost", {}}}, {"lost-also", {"only", {}}}},
       exercises().find("lost-and-moved")->facts);
  if (HasFatalFailure()) return;
  ASSERT_EQ(rehearsal.practice().misses().size(), 1);
  EXPECT_EQ(rehearsal.practice().misses().front().title,
            rehearsal.visit().words().text(QStringLiteral("procedures.change-of-address.name")));
}

TEST(Exercises, tellWhatWasMissedInTheOrderOfTheQuestions) {
  Try rehearsal("couple");
  for (const char* answer : {"bought", "french", "yes"})
    rehearsal.session().answer(QLatin1String(answer));
  rehearsal.practice().stop();
  ASSERT_TRUE(rehearsal.practice().over());
  const auto misses = rehearsal.practice().misses();
  ASSERT_GE(misses.size(), 4);
  EXPECT_EQ(misses.front().title, QStringLiteral("Pour qui"));
  EXPECT_TRUE(misses.front().text.contains(QStringLiteral("Pour nous deux")));
  EXPECT_TRUE(rehearsal.practice().spoken().contains(misses.back().text));
}

TEST(Exercises, giveNoChoiceAway) {
  Try rehearsal("couple");
  rehearsal.session().closeOverlay();
  EXPECT_EQ(rehearsal.practice().hint(), QString()) << "what happened is theirs to find";
  for (int touches = 0; touches < 60 && rehearsal.shown().id != "plate"; ++touches) {
    if (session::isConfirmed(rehearsal.shown().answer)) {
      rehearsal.session().next();
    } else {
      rehearsal.answer({&exercises().facts, &exercises().way});
    }
  }
  EXPECT_TRUE(rehearsal.practice().hint().contains(QStringLiteral("AA-123-AA")));
}

TEST(Exercises, goOnToAnotherAndAgain) {
  {
    Try rehearsal("simple-sale");
    rehearsal.practice().stop();
    rehearsal.practice().again();
    ASSERT_TRUE(rehearsal.left());
    EXPECT_EQ(rehearsal.practice().departure().exercise, "simple-sale");
  }
  Try rehearsal(exercises().all.back().id);
  rehearsal.practice().stop();
  rehearsal.practice().nextExercise();
  EXPECT_EQ(rehearsal.practice().departure().exercise, exercises().all.front().id);
  EXPECT_FALSE(rehearsal.practice().departure().samePerson());
}

TEST(Rehearsal, saysWhatToAnswerAllTheWay) {
  Try rehearsal("");
  EXPECT_EQ(rehearsal.session().overlay(), Overlay::NoOverlay);
  int questions = 0;
  while (rehearsal.session().phase() != Phase::Send) {
    const journey::Step& shown = rehearsal.shown();
    const std::string at = shown.id;
    if (session::isConfirmed(shown.answer)) {
      EXPECT_EQ(rehearsal.practice().hint(), QString()) << at;
      rehearsal.session().next();
    } else {
      ++questions;
      EXPECT_FALSE(rehearsal.practice().hint().isEmpty()) << at;
      ASSERT_TRUE(rehearsal.answer({&exercises().facts, &exercises().way})) << at;
    }
    ASSERT_NE(rehearsal.shown().id, at) << rehearsal.session().step().problem.toStdString();
  }
  EXPECT_GT(questions, 35);
  EXPECT_FALSE(rehearsal.practice().facts().isEmpty());
}

TEST(Rehearsal, sendsNothingAndNeverSaysThatItDid) {
  Try rehearsal("");
  play(rehearsal, {}, {});
  if (HasFatalFailure()) return;
  EXPECT_EQ(rehearsal.session().sentState(), Session::SentState::NothingStarted);
  ASSERT_TRUE(rehearsal.session().paper());
  const session::Paper& paper = *rehearsal.session().paper();
  EXPECT_EQ(paper.kind, session::Paper::Kind::Sent);
  EXPECT_FALSE(paper.mark.isEmpty());
  // The mark is on every sheet.
  session::Paper bare = paper;
  bare.mark.clear();
  const QImage marked = session::sheetsOf(paper, 5);
  const QImage unmarked = session::sheetsOf(bare, 5);
  ASSERT_EQ(marked.size(), unmarked.size());
  const int sheets = session::sheetCount(paper);
  ASSERT_EQ(rehearsal.practice().sheets().size(), sheets);
  const int high = marked.height() / sheets;
  for (int sheet = 0; sheet < sheets; ++sheet)
    EXPECT_NE(marked.copy(0, sheet * high, marked.width(), high),
              unmarked.copy(0, sheet * high, marked.width(), high))
        << sheet;
}

TEST(Rehearsal, isNotSentOnAnyScreenBeforeItsEnd) {
  Try rehearsal("");
  const QString nothing = rehearsal.visit().words().text(QStringLiteral("labels.nothing-sent"));
  EXPECT_EQ(rehearsal.session().sentLabel(), nothing);
  for (int touches = 0; touches < 90 && rehearsal.session().phase() != Phase::Send; ++touches) {
    if (session::isConfirmed(rehearsal.shown().answer)) {
      rehearsal.session().next();
    } else {
      ASSERT_TRUE(rehearsal.answer({&exercises().facts, &exercises().way}));
    }
  }
  rehearsal.session().send();
  ASSERT_EQ(rehearsal.session().phase(), Phase::Done);
  EXPECT_EQ(rehearsal.session().sentLabel(), nothing);
  EXPECT_EQ(rehearsal.session().sentState(), Session::SentState::NotSent);
}

TEST(Rehearsal, leadsToTheirOwnPapersAsTheyHaveTheScreen) {
  Try rehearsal("");
  rehearsal.practice().stop();
  ASSERT_TRUE(rehearsal.practice().over());
  EXPECT_FALSE(rehearsal.left());
  rehearsal.practice().realVisit();
  EXPECT_TRUE(rehearsal.left());
  EXPECT_EQ(rehearsal.practice().departure().to, Departure::To::Visit);
  EXPECT_TRUE(rehearsal.practice().departure().samePerson());
  EXPECT_FALSE(rehearsal.practice().active());
}

TEST(Rehearsal, endsForWhoHasFinished) {
  Try rehearsal("");
  rehearsal.session().finish();
  ASSERT_TRUE(rehearsal.practice().over()) << "nobody is sent away without being asked";
  rehearsal.practice().finish();
  EXPECT_TRUE(rehearsal.left());
  EXPECT_FALSE(rehearsal.practice().departure().samePerson());
}

TEST(Rehearsal, callsAnAgentByLeaving) {
  Try rehearsal("");
  rehearsal.session().callAgent();
  EXPECT_EQ(rehearsal.session().overlay(), Overlay::Agent);
  EXPECT_EQ(session::speechOf(rehearsal.session()),
            rehearsal.visit().words().text(QStringLiteral("screens.call-tried.spoken")));
  rehearsal.practice().callAgent();
  EXPECT_TRUE(rehearsal.left());
  EXPECT_EQ(rehearsal.practice().departure().to, Departure::To::Call);
}

TEST(Rehearsal, letsNoAgentIn) {
  Try rehearsal("");
  rehearsal.visit().panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
  EXPECT_EQ(rehearsal.visit().panel().state(), session::AgentPanel::State::Closed);
}

TEST(Rehearsal, goesBackToTheWelcomeWhenNobodyIsThere) {
  Try walking("");
  walking.wait(370s);
  EXPECT_TRUE(walking.practice().over());
  walking.wait(310s);
  EXPECT_TRUE(walking.left());
  Try over("");
  over.practice().stop();
  over.wait(290s);
  EXPECT_FALSE(over.left());
  over.practice().touched();
  over.wait(290s);
  EXPECT_FALSE(over.left());
  over.wait(20s);
  EXPECT_TRUE(over.left());
  EXPECT_EQ(over.practice().departure().to, Departure::To::Welcome);
}

TEST(Practice, beginsAtTheWelcomeOnly) {
  {
    Rig rig;
    rig.session().tryFirst();
    EXPECT_EQ(rig.session().overlay(), Overlay::TryFirst);
    EXPECT_FALSE(session::speechOf(rig.session()).isEmpty());
    rig.visit().practice().rehearse();
    EXPECT_TRUE(rig.ended());
    EXPECT_EQ(rig.visit().practice().departure().to, Departure::To::Rehearsal);
    EXPECT_TRUE(rig.tray.papers.empty());
  }
  Rig rig;
  rig.walk("alone-with-a-code", "plate");
  rig.session().tryFirst();
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  rig.visit().practice().rehearse();
  rig.visit().practice().exercise(QStringLiteral("couple"));
  rig.visit().practice().stop();
  rig.visit().practice().callAgent();
  rig.session().showCase();
  EXPECT_FALSE(rig.ended());
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
}

TEST(Practice, givesAnExerciseToAnAgentAtTheWelcome) {
  Rig rig;
  rig.visit().panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
  ASSERT_TRUE(rig.visit().practice().offered());
  rig.visit().practice().exercise(QStringLiteral("no-such-case"));
  EXPECT_FALSE(rig.ended());
  rig.visit().practice().exercise(QStringLiteral("couple"));
  EXPECT_TRUE(rig.ended());
  EXPECT_EQ(rig.visit().practice().departure().exercise, "couple");
  // Their panel is closed, and the journal has it.
  EXPECT_EQ(rig.visit().panel().state(), session::AgentPanel::State::Closed);
}

TEST(Practice, knowsNothingInARealVisit) {
  Rig rig;
  rig.walk("alone-with-a-code", "plate");
  EXPECT_FALSE(rig.visit().practice().active());
  EXPECT_EQ(rig.visit().practice().hint(), QString());
  EXPECT_TRUE(rig.visit().practice().facts().isEmpty());
  rig.session().printList();
  ASSERT_FALSE(rig.tray.papers.empty());
  EXPECT_TRUE(rig.tray.papers.back().mark.isEmpty());
}

TEST(Look, isTakenUpByTheNextProcess) {
  session::Look before(4, nullptr);
  before.nextTextSize();
  before.nextTextSize();
  before.nextContrast();
  before.toggleLowMode();
  session::Look after(4, nullptr);
  after.take(before.inShort());
  EXPECT_EQ(after.textSize(), session::Look::TextSize::Largest);
  EXPECT_EQ(after.inShort(), before.inShort());
  for (const char* wrong : {"", "9", "31019", "3101x", "310100"}) {
    after.take(QLatin1String(wrong));
    EXPECT_EQ(after.inShort(), before.inShort()) << wrong;
  }
}

}  // namespace
