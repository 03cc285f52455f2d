// SPDX-License-Identifier: Apache-2.0
// A mandate is made: both sign, two papers come out, and only then it counts.
#include "acting.h"
#include "printed.h"

#include "kiosk/session/paper.h"

#include <QFile>

namespace {

using session::Act;
using session::Session;
using session::Signature;
using session_test::Acting;
using session_test::drawing;
using session_test::show;
using session_test::textOf;
using Overlay = Session::Overlay;
using namespace std::chrono_literals;

TEST_F(Acting, isSignedByBothAndPrintedTwice) {
  open("plate");
  sign("month");
  ASSERT_EQ(mandate().stage(), QStringLiteral("printed")) << mandate().problem().toStdString();
  ASSERT_EQ(rig.tray.papers.size(), 2U);
  const QString number = mandate().number().remove(QChar::Nbsp);
  ASSERT_TRUE(agent::isMandateNumber(number.toStdString())) << number.toStdString();
  EXPECT_EQ(rig.mandates.check(number.toStdString(), "sylvie", "change-of-holder",
                               *journey::parseIsoDate("2026-12-19")),
            agent::MandateCheck::Valid);
  EXPECT_EQ(rig.mandates.check(number.toStdString(), "sylvie", "change-of-holder",
                               *journey::parseIsoDate("2026-12-20")),
            agent::MandateCheck::Over);
  EXPECT_EQ(count(Act::MandateMade), 1);
  const char* whose[] = {"pour vous", "pour l’accueil"};
  for (std::size_t copy = 0; copy < 2; ++copy) {
    EXPECT_EQ(rig.tray.papers[copy].signatures.front().signature, drawing());
    EXPECT_EQ(rig.tray.papers[copy].signatures.back().signature.name, QStringLiteral("Sylvie"));
    EXPECT_FALSE(rig.tray.names[copy].contains(QStringLiteral("DURAND")));
    const QByteArray pdf = session::drawPaper(rig.tray.papers[copy]);
    show(pdf, copy == 0 ? "mandate-person" : "mandate-desk");
    const QString text = textOf(pdf);
    for (const QString& part : {QString::fromUtf8(whose[copy]), QStringLiteral("ROLANDE DURAND"),
                                QStringLiteral("Sylvie"), number.left(4) + u' ' + number.mid(4),
                                QStringLiteral("Du 20 novembre 2026 au 19 décembre 2026"),
                                QStringLiteral("03 53 01 12 34"),
                                QStringLiteral("1 place de la Mairie, 25200 Montbéliard"),
                                QStringLiteral("n’envoie rien et ne paie rien"),
                                QString(QStringLiteral("Mandat %1 %2, page 2 sur 2"))
                                    .arg(number.left(4), number.mid(4))}) {
      EXPECT_TRUE(text.contains(part)) << part.toStdString() << " in " << text.toStdString();
    }
    const QString other = QStringLiteral("Mandat\u00a0: ") + QString::fromUtf8(whose[1 - copy]);
    EXPECT_FALSE(text.contains(other.simplified()));
    EXPECT_FALSE(text.contains(QChar(0x27E6))) << "a text is missing";
  }
  // Nothing of the person is left: neither here nor on the disk.
  mandate().stop();
  EXPECT_EQ(mandate().person(), QString());
  QFile file(rig.state.filePath(QStringLiteral("mandates.json")));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray content = file.readAll();
  EXPECT_TRUE(content.contains(number.toLatin1()));
  EXPECT_FALSE(content.contains("DURAND") || content.contains("stroke"));
}

TEST_F(Acting, offersTheNameThatWasAnswered) {
  open("postcode");
  mandate().make();
  EXPECT_EQ(mandate().stage(), QStringLiteral("length"));
  EXPECT_TRUE(mandate().person().startsWith(QStringLiteral("ROLANDE")))
      << mandate().person().toStdString();
  mandate().choose(QStringLiteral("year"));
  EXPECT_EQ(mandate().articles().size(), 6);
  mandate().changeName();
  EXPECT_EQ(mandate().stage(), QStringLiteral("name"));
}

// The holder is somebody else than the person who stands here.
TEST_F(Acting, asksTheNameOfWhoActsForAnother) {
  rig.walk("for-her-mother", "postcode");
  panel().open("1042", "2580");
  mandate().make();
  EXPECT_EQ(mandate().stage(), QStringLiteral("name"));
}

TEST_F(Acting, takesNoEmptyAnswer) {
  open("plate");
  mandate().make();
  mandate().takeName(QStringLiteral("12"));
  EXPECT_EQ(mandate().problem(), problem("name"));
  mandate().takeName(QStringLiteral("Durand"));
  mandate().choose({});
  EXPECT_EQ(mandate().problem(), problem("length"));
  mandate().choose(QStringLiteral("two-years"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("length"));
  mandate().choose(QStringLiteral("day"));
  mandate().agree();
  mandate().sign(Signature());
  EXPECT_EQ(mandate().problem(), problem("empty"));
  Signature dot;
  dot.strokes = {QPolygonF({{0.5, 0.2}, {0.51, 0.2}})};
  mandate().sign(dot);
  EXPECT_EQ(mandate().stage(), QStringLiteral("person-signs"))
      << "a finger put down is no signature";
  mandate().sign(drawing());
  mandate().sign(Signature());
  EXPECT_EQ(mandate().stage(), QStringLiteral("agent-signs"));
  EXPECT_TRUE(rig.tray.papers.empty());
  mandate().back();
  mandate().back();
  mandate().back();
  mandate().back();
  EXPECT_EQ(rig.session().overlay(), Overlay::NoOverlay);
  EXPECT_EQ(mandate().person(), QString());
}

TEST_F(Acting, isNoMandateWithoutPaperJournalOrRecord) {
  open("plate");
  rig.tray.works = false;
  sign("day");
  EXPECT_EQ(mandate().problem(), problem("not-printed"));
  EXPECT_EQ(count(Act::MandateMade), 0);
  rig.tray.works = true;
  rig.book.works = false;
  mandate().signWithName();
  EXPECT_EQ(mandate().problem(), problem("torn"));
  EXPECT_FALSE(QFile::exists(rig.state.filePath(QStringLiteral("mandates.json"))));
  rig.book.works = true;
  // A file that nobody would read to its end.
  QFile record(rig.state.filePath(QStringLiteral("mandates.json")));
  ASSERT_TRUE(record.open(QIODevice::WriteOnly) && record.resize(5'000'000));
  mandate().signWithName();
  EXPECT_EQ(mandate().problem(), problem("not-recorded"));
  EXPECT_EQ(mandate().stage(), QStringLiteral("agent-signs"));
  ASSERT_TRUE(record.remove());
  mandate().signWithName();
  EXPECT_EQ(mandate().stage(), QStringLiteral("printed"));
}

// Who reads touches the other screen for minutes; who went away leaves nothing behind.
TEST_F(Acting, waitsForThePersonAndForgetsWhoLeft) {
  open("plate");
  mandate().make();
  mandate().takeName(QStringLiteral("Durand"));
  rig.wait(200s);
  EXPECT_EQ(panel().state(), session::AgentPanel::State::Open);
  EXPECT_EQ(mandate().stage(), QStringLiteral("length"));
  rig.wait(120s);
  ASSERT_EQ(rig.session().overlay(), Overlay::IdleWarning);
  EXPECT_EQ(mandate().stage(), QString());
  EXPECT_EQ(mandate().person(), QString());
}

}  // namespace
