// SPDX-License-Identifier: Apache-2.0
// Acting for somebody: made with the person, used without them, cancelled; and what never follows.
#include "rig.h"

#include "kiosk/session/paper.h"
#include "kiosk/session/speech.h"

#include <QFile>
#include <QProcess>

#include <gtest/gtest.h>

namespace {

using session::Act;
using session::Paper;
using session::Session;
using session::Signature;
using session_test::Rig;
using Overlay = Session::Overlay;
using namespace std::chrono_literals;

QString textOf(const QByteArray& pdf) {
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
  reader.write(pdf);
  reader.closeWriteChannel();
  EXPECT_TRUE(reader.waitForFinished(20'000));
  return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

// Kept for the eye when KIOSK_PAPERS names a folder.
void show(const QByteArray& pdf, const char* name) {
  const QString folder = qEnvironmentVariable("KIOSK_PAPERS");
  if (folder.isEmpty()) return;
  QFile file(folder + u'/' + QLatin1String(name) + QStringLiteral(".pdf"));
  if (file.open(QIODevice::WriteOnly)) file.write(pdf);
}

Signature drawing() {
  Signature signature;
  signature.height = 0.4;
  signature.strokes = {QPolygonF({{0.1, 0.2}, {0.3, 0.1}, {0.5, 0.3}}),
                       QPolygonF({{0.4, 0.1}, {0.6, 0.2}})};
  return signature;
}

class Acting : public testing::Test {
 protected:
  void open(const std::string& step) {
    rig.walk("alone-with-a-code", step);
    rig.visit().panel().open("1042", "2580");
    ASSERT_EQ(rig.visit().panel().state(), session::AgentPanel::State::Open);
  }
  session::Mandate& mandate() { return rig.visit().mandate(); }
  session::AgentPanel& panel() { return rig.visit().panel(); }

  // As the person and Sylvie do it at the plate: the name is asked for.
  void sign(const char* length) {
    mandate().make();
    ASSERT_EQ(rig.session().overlay(), Overlay::MandateSigning);
    mandate().takeName(QStringLiteral("Rolande Durand"));
    mandate().choose(QLatin1String(length));
    mandate().agree();
    mandate().sign(drawing());
    mandate().signWithName();
  }
  std::string made(const char* length) {
    sign(length);
    EXPECT_EQ(mandate().stage(), QStringLiteral("printed")) << mandate().problem().toStdString();
    const std::string number = mandate().number().toStdString();
    mandate().stop();
    return number;
  }
  // Of Sylvie, as if it had been signed another day.
  std::string recorded(const char* first, const char* last, const char* agent = "sylvie",
                       const char* procedure = "change-of-holder") {
    const std::string number = *rig.mandates.freshNumber();
    EXPECT_TRUE(rig.mandates.add(
        {number, agent, procedure, *journey::parseIsoDate(first), *journey::parseIsoDate(last)}));
    return number;
  }
  void use(const std::string& number) {
    mandate().useForAbsent();
    ASSERT_EQ(rig.session().overlay(), Overlay::MandateNumber);
    mandate().giveNumber(QString::fromStdString(number));
  }
  int count(Act act) const {
    return static_cast<int>(std::count_if(rig.book.entries.begin(), rig.book.entries.end(),
                                          [&](const auto& entry) { return entry.act == act; }));
  }
  QString problem(const char* key) {
    return rig.visit().words().text(QStringLiteral("screens.mandate.problems.") +
                                    QLatin1String(key));
  }

  Rig rig;
};

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
