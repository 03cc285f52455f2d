// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include <gtest/gtest.h>

// The machine compares letter by letter and may be wrong: a person says why it is right all the
// same, and the officer at the centre reads it.
namespace session_test {
namespace {

using session::Session;
using Phase = Session::Phase;
using Overlay = Session::Overlay;

// Before the officer's look, with another date on the certificate than that of the sale.
class Explaining : public testing::Test {
 protected:
  void SetUp() override {
    rig.walk(alone, "review");
    rig.session().change(QStringLiteral("certificate-dated"));
    rig.session().answer(QStringLiteral("other"));
    rig.session().answer(QStringLiteral("09/11/2026"));
  }
  session::FindingRow row() {
    const auto rows = rig.visit().summary().findings();
    return rows.isEmpty() ? session::FindingRow{} : rows.first();
  }
  QString verdict() { return rig.visit().summary().verdictKind(); }

  const QString m_code = QStringLiteral("certificate-date-mismatch");
  Rig rig;
};

TEST_F(Explaining, LetsARefusalOfTheMachinePassAndTravelsWithTheRequest) {
  ASSERT_EQ(rig.session().phase(), Phase::OfficersLook);
  ASSERT_EQ(row().code, m_code);
  EXPECT_TRUE(row().mayExplain);
  EXPECT_EQ(verdict(), QStringLiteral("not-yet"));
  rig.session().explain(m_code);
  ASSERT_EQ(rig.session().overlay(), Overlay::Explaining);
  const auto reasons = rig.visit().summary().explanations();
  ASSERT_EQ(reasons.size(), 2);
  rig.session().explainWith(reasons.first().id);
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  EXPECT_EQ(row().explanation, reasons.first().label);
  EXPECT_EQ(verdict(), QStringLiteral("ready-but"));
  for (int steps = 0; rig.session().phase() != Phase::Send && steps < 10; ++steps)
    rig.session().next();
  rig.session().send();
  rig.wait(std::chrono::seconds(1));
  ASSERT_TRUE(rig.store.recorded);
  const auto& said = rig.store.recorded->at("explanations");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0]["code"], m_code.toStdString());
  EXPECT_EQ(said[0]["field"], "documents[0].transferDateWritten");
  EXPECT_EQ(said[0]["text"], reasons.first().label.toStdString());
}

TEST_F(Explaining, IsTakenBackWhenThePersonSaysSo) {
  rig.session().explain(m_code);
  rig.session().explainWith(rig.visit().summary().explanations().first().id);
  rig.session().explain(m_code);
  EXPECT_TRUE(rig.visit().summary().explanations().first().chosen);
  rig.session().explainWith(QString());
  EXPECT_EQ(verdict(), QStringLiteral("not-yet"));
  EXPECT_TRUE(row().explanation.isEmpty());
}

// The centre reads French, whatever the person read.
TEST_F(Explaining, TravelsInTheLanguageOfTheHouse) {
  const QString house = [&] {
    rig.session().explain(m_code);
    return rig.visit().summary().explanations().first().label;
  }();
  rig.visit().languages().choose(QStringLiteral("en"));
  const auto reason = rig.visit().summary().explanations().first();
  ASSERT_NE(reason.label, house);
  rig.session().explainWith(reason.id);
  EXPECT_EQ(row().explanation, reason.label);
  const auto request = rig.session().dossier()->request(rig.session().walk()->answers());
  EXPECT_EQ(request["explanations"][0]["text"], house.toStdString());
  rig.visit().languages().choose(QStringLiteral("fr"));
  EXPECT_EQ(row().explanation, house) << "the screen says it in the language that it shows";
}

TEST_F(Explaining, TakesNoReasonThatItDoesNotOffer) {
  rig.session().explain(m_code);
  rig.session().explainWith(QStringLiteral("my own words"));
  EXPECT_EQ(verdict(), QStringLiteral("not-yet"));
  EXPECT_TRUE(row().explanation.isEmpty());
}

// What was mended needs no excuse: it is not sent with one.
TEST_F(Explaining, SaysNothingOfWhatWasMended) {
  rig.session().explain(m_code);
  rig.session().explainWith(rig.visit().summary().explanations().first().id);
  rig.session().change(QStringLiteral("certificate-dated"));
  rig.session().answer(QStringLiteral("same"));
  EXPECT_EQ(verdict(), QStringLiteral("ready"));
  EXPECT_FALSE(
      rig.session().dossier()->request(rig.session().walk()->answers()).contains("explanations"));
}

TEST_F(Explaining, IsNotOfferedWhereThePaperIsWhatItIs) {
  rig.session().change(QStringLiteral("certificate-struck"));
  rig.session().answer(QStringLiteral("no"));
  rig.session().explain(QStringLiteral("certificate-not-struck"));
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
}

}  // namespace
}  // namespace session_test
