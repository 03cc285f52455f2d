// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include "kiosk/session/wording.h"

#include <gtest/gtest.h>

namespace {

using session::Session;
using session_test::alone;
using session_test::Rig;
using namespace std::chrono_literals;
using Phase = Session::Phase;
using Overlay = Session::Overlay;
using SentState = Session::SentState;

TEST(Session, beginsWithTheFirstQuestion) {
  Rig rig;
  EXPECT_EQ(rig.session().phase(), Phase::Welcome);
  EXPECT_EQ(rig.session().sentState(), SentState::NothingStarted);
  rig.session().begin();
  EXPECT_EQ(rig.session().phase(), Phase::Question);
  EXPECT_EQ(rig.at(), "what-happened");
  EXPECT_FALSE(rig.session().canGoBack());
  EXPECT_EQ(rig.session().progress().chapter, 1);
  EXPECT_EQ(rig.session().sentState(), SentState::NotSent);
}

TEST(Session, takesNobodyWhenNothingCanBeKept) {
  Rig rig;
  rig.store.trouble = session::StoreTrouble{session::StoreTrouble::Kind::Quota, "full"};
  rig.session().begin();
  EXPECT_EQ(rig.session().phase(), Phase::OutOfService);
  EXPECT_FALSE(rig.session().trouble().isEmpty());
  rig.wait(60s);
  EXPECT_FALSE(rig.ended());
  rig.store.trouble.reset();
  rig.wait(31s);
  EXPECT_TRUE(rig.ended()) << "mended: the program starts anew";
}

TEST(Session, waitsForAnotherDayWhenTheClockIsWrong) {
  Rig rig;
  rig.session().putOutOfService({session::StoreTrouble::Kind::Clock, "1970"});
  rig.wait(120s);
  EXPECT_FALSE(rig.ended());
  EXPECT_EQ(rig.session().phase(), Phase::OutOfService);
}

TEST(Session, takesNobodyWithATariffThatHasEndedAndTellsTheDesk) {
  Rig rig;
  rig.openDesk("sylvie");
  session::Moment late;
  late.steady = 1'001'000ms;
  late.here = {journey::plusDays(session_test::shippedConfiguration().law.tariff.until, 1),
               14 * 60};
  rig.visit().tick(late);
  EXPECT_EQ(rig.session().phase(), Phase::Welcome);
  rig.session().begin();
  EXPECT_EQ(rig.session().phase(), Phase::OutOfService);
  EXPECT_TRUE(rig.session().trouble().contains(QStringLiteral("tarifs")));
  ASSERT_FALSE(rig.line.statuses.empty());
  EXPECT_EQ(rig.line.statuses.back().step, "out-of-service.tariff");
  EXPECT_EQ(rig.line.statuses.back().state, agent::KioskState::Online);
  rig.wait(1200s);
  EXPECT_FALSE(rig.ended()) << "a newer file mends it, not the store";
}

TEST(Session, keepsWhatWasTypedWhenTheAnswerIsNotTaken) {
  Rig rig;
  rig.walk(alone, "plate");
  rig.session().keep(QStringLiteral("AB12"));
  rig.session().answer(QStringLiteral("AB12"));
  EXPECT_EQ(rig.at(), "plate");
  EXPECT_EQ(rig.session().step().typed, QStringLiteral("AB12"));
  EXPECT_FALSE(rig.session().step().problem.isEmpty());
}

TEST(Session, keepsWhatWasTypedWhenGoingBackAndForth) {
  Rig rig;
  rig.walk(alone, "transfer-date");
  rig.session().keep(QStringLiteral("--20"));
  rig.session().back();
  EXPECT_EQ(rig.at(), "plate");
  EXPECT_EQ(rig.session().step().typed, QStringLiteral("ab123cd"));
  EXPECT_EQ(rig.session().step().chosen, QStringLiteral("AB-123-CD"));
  rig.session().answer(QStringLiteral("ab123cd"));
  EXPECT_EQ(rig.at(), "transfer-date");
  EXPECT_EQ(rig.session().step().typed, QStringLiteral("--20"));
}

TEST(Session, goesForwardThroughWhatWasAnsweredOneByOne) {
  Rig rig;
  rig.walk(alone, "sex");
  for (int step = 0; step < 3; ++step)
    rig.session().back();
  EXPECT_EQ(rig.at(), "birth-surname");
  rig.session().answer(rig.session().step().typed);
  EXPECT_EQ(rig.at(), "used-surname");
}

TEST(Session, changesAnAnswerAndComesStraightBack) {
  Rig rig;
  rig.walk(alone, "review");
  EXPECT_EQ(rig.session().phase(), Phase::Review);
  rig.session().change(QStringLiteral("street"));
  EXPECT_TRUE(rig.session().changing());
  EXPECT_EQ(rig.at(), "street");
  EXPECT_EQ(rig.session().step().typed, QStringLiteral("rue des lilas"));
  rig.session().answer(QStringLiteral("rue des roses"));
  EXPECT_EQ(rig.session().phase(), Phase::Review);
  EXPECT_FALSE(rig.session().changing());
}

TEST(Session, comesBackFromAChangeThatWasNotMade) {
  Rig rig;
  rig.walk(alone, "review");
  rig.session().change(QStringLiteral("street"));
  rig.session().back();
  EXPECT_EQ(rig.session().phase(), Phase::Review);
}

TEST(Session, asksOnlyWhatAChangeOpened) {
  Rig rig;
  rig.walk(alone, "review");
  rig.session().change(QStringLiteral("address-more"));
  rig.session().answer(QStringLiteral("yes"));
  EXPECT_EQ(rig.at(), "floor");
  EXPECT_TRUE(rig.session().changing());
  while (rig.session().phase() == Phase::Question) {
    rig.session().leaveEmpty();
  }
  EXPECT_EQ(rig.session().phase(), Phase::Review);
}

TEST(Session, showsTheOfficersLookAgainWhenAChangeSpoiltIt) {
  Rig rig;
  rig.walk(alone, "review");
  rig.session().change(QStringLiteral("cession-buyers"));
  rig.session().answer(QStringLiteral("no"));
  ASSERT_EQ(rig.session().phase(), Phase::OfficersLook);
  EXPECT_EQ(rig.visit().summary().verdictKind(), QStringLiteral("not-yet"));
  rig.session().next();
  EXPECT_EQ(rig.session().phase(), Phase::OfficersLook) << "a refusal is left";
  const auto row = rig.visit().summary().findings().first();
  ASSERT_EQ(row.code, QStringLiteral("transfer-certificate-unsigned-buyer"));
  ASSERT_EQ(row.stepId, QStringLiteral("cession-buyers"));
  rig.session().change(row.stepId);
  rig.session().answer(QStringLiteral("yes"));
  EXPECT_EQ(rig.session().phase(), Phase::OfficersLook);
  EXPECT_EQ(rig.visit().summary().verdictKind(), QStringLiteral("ready"));
}

TEST(Session, leadsFromAChangeToAWayThatEndsAndBack) {
  Rig rig;
  rig.walk(alone, "review");
  rig.session().change(QStringLiteral("proof-date"));
  rig.session().answer(QStringLiteral("01/02/2026"));
  EXPECT_EQ(rig.at(), "proof-too-old");
  rig.session().back();
  EXPECT_EQ(rig.at(), "proof-date");
  rig.session().answer(QStringLiteral("15/09/2026"));
  EXPECT_EQ(rig.session().phase(), Phase::Review) << "what was confirmed may be confirmed again";
}

TEST(Session, warnsAndWipesWhoeverLeft) {
  Rig rig;
  rig.walk(alone, "plate");
  rig.wait(299s);
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  rig.wait(2s);
  EXPECT_EQ(rig.session().overlay(), Overlay::IdleWarning);
  EXPECT_GE(rig.session().secondsLeft(), 58);
  rig.wait(57s);
  EXPECT_FALSE(rig.ended());
  rig.wait(4s);
  EXPECT_TRUE(rig.ended());
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].kind, session::Paper::Kind::List);
}

TEST(Session, extendsWithoutLimit) {
  Rig rig;
  rig.walk(alone, "plate");
  for (int time = 0; time < 20; ++time) {
    rig.wait(330s);
    ASSERT_EQ(rig.session().overlay(), Overlay::IdleWarning);
    rig.session().stay();
    ASSERT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  }
  EXPECT_EQ(rig.at(), "plate");
}

TEST(Session, waitsTwiceAsLongOnceAnAgentWasCalled) {
  Rig rig;
  rig.walk(alone, "plate");
  rig.session().callAgent();
  EXPECT_EQ(rig.session().overlay(), Overlay::Agent);
  rig.wait(599s);
  EXPECT_EQ(rig.session().overlay(), Overlay::Agent);
  rig.wait(3s);
  EXPECT_EQ(rig.session().overlay(), Overlay::IdleWarning);
}

TEST(Session, sleepsWhileNobodyIsThere) {
  Rig rig;
  EXPECT_GE(rig.session().tickInterval(), 30s);
  rig.session().begin();
  EXPECT_EQ(rig.session().tickInterval(), 1s);
}

TEST(Session, asksTheRegisterOnceAndInTheBackground) {
  Rig rig;
  rig.walk(alone, "code-date");
  ASSERT_EQ(rig.vehicles.asked.size(), 1U);
  EXPECT_EQ(rig.vehicles.asked[0].registrationNumber, "AB-123-CD");
  EXPECT_EQ(rig.vehicles.asked[0].transferCode, "AB12C");
  rig.session().answer(QStringLiteral("same"));
  EXPECT_EQ(rig.vehicles.asked.size(), 1U);
}

// Only what this request holds is said to be good.
TEST(Session, saysGoodOfWhatTheRequestHolds) {
  const auto titles = [](const char* journey) {
    Rig rig;
    rig.walk(journey, "officers-look");
    QStringList all;
    for (const auto& row : rig.visit().summary().findings())
      all.append(row.title);
    return all;
  };
  const QString address = QStringLiteral("Votre adresse");
  const QString buyer = QStringLiteral("Le nouveau propriétaire");
  EXPECT_TRUE(titles(alone).contains(address));
  EXPECT_FALSE(titles(alone).contains(buyer));
  EXPECT_TRUE(titles("sold-to-a-person").contains(buyer));
  EXPECT_FALSE(titles("centre-asks-for-identity").contains(address));
  EXPECT_TRUE(titles("car-from-germany").contains(QStringLiteral("Le véhicule")));
}

TEST(Session, stopsAStolenVehicleAtTheOfficersLookAndOffersTheList) {
  Rig rig;
  rig.walk(alone, "officers-look");
  journey::RegisterFacts facts;
  facts.oppositions = {"stolen"};
  rig.vehicles.handlers.at(0)(facts);
  EXPECT_EQ(rig.visit().summary().verdictKind(), QStringLiteral("not-yet"));
  const auto row = rig.visit().summary().findings().first();
  EXPECT_EQ(row.code, QStringLiteral("vehicle-stolen"));
  EXPECT_TRUE(row.stepId.isEmpty()) << "nobody can mend that here";
  rig.session().next();
  EXPECT_EQ(rig.session().phase(), Phase::OfficersLook);
  rig.session().printList();
  EXPECT_EQ(rig.session().overlay(), Overlay::ListPrinted);
  EXPECT_EQ(rig.tray.papers.size(), 1U);
}

TEST(Session, looksAgainWhenTheRegisterAnswersAtTheLastMoment) {
  Rig rig;
  rig.walk(alone, "");
  ASSERT_EQ(rig.session().phase(), Phase::Send);
  journey::RegisterFacts facts;
  facts.transferCodeKnown = false;
  rig.vehicles.handlers.at(0)(facts);
  rig.session().send();
  EXPECT_EQ(rig.session().phase(), Phase::OfficersLook);
  EXPECT_EQ(rig.store.tries, 0);
}

TEST(Session, forgetsWhatTheRegisterSaidOfAnotherVehicle) {
  Rig rig;
  rig.walk(alone, "review");
  rig.session().change(QStringLiteral("plate"));
  rig.session().answer(QStringLiteral("BX-482-KQ"));
  journey::RegisterFacts facts;
  facts.oppositions = {"stolen"};
  rig.vehicles.handlers.at(0)(facts);
  EXPECT_NE(rig.visit().summary().verdictKind(), QStringLiteral("not-yet"));
}

TEST(Session, leadsACompanyToTheAgentAndStaysThere) {
  Rig rig;
  rig.session().begin();
  for (const char* answer : {"bought", "french", "yes", "company"}) {
    rig.session().answer(QLatin1String(answer));
  }
  EXPECT_EQ(rig.at(), "company-agent");
  EXPECT_EQ(rig.session().step().leadsTo, QStringLiteral("agent"));
  rig.session().next();
  EXPECT_EQ(rig.at(), "company-agent");
  rig.session().printList();
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  EXPECT_EQ(rig.tray.papers[0].sections.first().lines.size(), 4);
  rig.session().closeOverlay();
  rig.session().back();
  EXPECT_EQ(rig.at(), "for-whom");
}

TEST(Session, ignoresIntentsThatComeTooLate) {
  Rig rig;
  Session& session = rig.session();
  session.answer(QStringLiteral("x"));
  session.back();
  session.next();
  session.send();
  session.finish();
  session.printList();
  session.change(QStringLiteral("plate"));
  EXPECT_EQ(session.phase(), Phase::Welcome);
  EXPECT_FALSE(rig.ended());
  EXPECT_TRUE(rig.tray.papers.empty());
}

TEST(Session, asksNothingTwiceInTheSecondProcedure) {
  Rig rig;
  rig.walk("moved-and-sold", "");
  if (HasFatalFailure()) return;
  rig.session().send();
  rig.store.whatBecame.kind = session::Fate::Kind::Received;
  rig.wait(250ms);
  ASSERT_FALSE(rig.session().nextProcedure().isEmpty());
  rig.session().beginNextProcedure();
  rig.follow(session_test::journeyOf("moved-and-sold", true), "vehicle-kind");
  if (HasFatalFailure()) return;
  rig.session().back();
  EXPECT_EQ(rig.at(), "plate") << "on the way back it is seen, and may be changed";
  rig.session().answer(QStringLiteral("ab123cd"));
  EXPECT_EQ(rig.at(), "vehicle-kind");
}

TEST(Session, tellsThePriceOfTheCasesThatAreStillPossible) {
  const auto ahead = [](const char* journey) {
    Rig rig;
    rig.walk(journey, "before-start");
    return rig.visit().summary().costsAhead().join(u' ');
  };
  Rig rig;
  const QString free = rig.visit().words().text(QStringLiteral("screens.papers.cost.free"));
  EXPECT_EQ(ahead("car-withdrawn"), free);
  EXPECT_EQ(ahead("name-misspelt-by-the-administration"), free);
  EXPECT_NE(ahead("moved-for-the-fourth-time"), free);
  // She has said that she was his wife: no tax of the region is to be expected.
  const QString widow = ahead("widow-keeps-the-car");
  EXPECT_TRUE(widow.contains(QStringLiteral("13,76"))) << widow.toStdString();
  EXPECT_NE(widow, ahead("alone-with-a-code")) << "who buys does not know the tax yet";
}

// Who comes for two things and is told of the first only goes home for the papers of the second.
TEST(Session, tellsPapersPriceAndTimeOfAllThatThePersonCameFor) {
  Rig one;
  one.walk("moved-with-a-sticker", "before-start");
  Rig both;
  both.walk("moved-and-sold", "before-start");
  const auto names = [](Rig& rig) {
    QStringList all;
    for (const session::PaperRow& row : rig.visit().summary().papersNeeded())
      all.append(row.name);
    return all;
  };
  const QString status =
      both.visit().words().text(QStringLiteral("documents.administrative-status.name"));
  EXPECT_FALSE(names(one).contains(status));
  EXPECT_TRUE(names(both).contains(status)) << "the sale that follows asks for it";
  QStringList once = names(both);
  EXPECT_EQ(once.removeDuplicates(), 0);
  EXPECT_EQ(one.visit().summary().costsAhead().size(), 1);
  const QStringList costs = both.visit().summary().costsAhead();
  ASSERT_EQ(costs.size(), 2);
  EXPECT_TRUE(costs[0].contains(QStringLiteral("2,76"))) << costs[0].toStdString();
  EXPECT_TRUE(
      costs[1].startsWith(session::Wording(both.visit().words()).procedure("sale-declaration")))
      << costs[1].toStdString();
  EXPECT_NE(one.visit().summary().timeAhead(), both.visit().summary().timeAhead());
}

// The age is asked later; who left the paper at home would have come for nothing.
TEST(Session, listsTheTestWhileTheAgeOfTheVehicleIsNotKnown) {
  const auto lists = [](const char* journey, const char* step) {
    Rig rig;
    rig.walk(journey, step);
    const auto papers = rig.visit().summary().papersNeeded();
    const QString words =
        rig.visit().words().text(QStringLiteral("documents.roadworthiness-test-by-age.name"));
    return std::any_of(papers.begin(), papers.end(),
                       [&](const session::PaperRow& row) { return row.name == words; });
  };
  EXPECT_TRUE(lists("alone-with-a-code", "before-start"));
  EXPECT_TRUE(lists("widow-keeps-the-car", "before-start"));
  EXPECT_FALSE(lists("alone-with-a-code", "birth-surname")) << "it is known now";
  EXPECT_FALSE(lists("car-withdrawn", "before-start")) << "nobody asks for one";
}

}  // namespace
