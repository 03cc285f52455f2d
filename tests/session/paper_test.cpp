// SPDX-License-Identifier: Apache-2.0
#include "printed.h"
#include "rig.h"

#include "kiosk/session/folder_tray.h"
#include "kiosk/session/paper.h"
#include "kiosk/session/paper_painter.h"
#include "kiosk/session/wording.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using session::Fate;
using session::Paper;
using session_test::Rig;
using session_test::show;
using session_test::textOf;
using namespace std::chrono_literals;

// How far from the left of the sheet a word begins, in points; -1 when it is not there.
double leftOf(const QByteArray& pdf, const QString& word) {
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"),
               {QStringLiteral("-bbox"), QStringLiteral("-"), QStringLiteral("-")});
  reader.write(pdf);
  reader.closeWriteChannel();
  EXPECT_TRUE(reader.waitForFinished(20'000));
  const QRegularExpression place(QStringLiteral("xMin=\"([0-9.]+)\"[^>]*>%1<").arg(word));
  const auto found = place.match(QString::fromUtf8(reader.readAllStandardOutput()));
  return found.hasMatch() ? found.captured(1).toDouble() : -1;
}

QString plain(QString text) {
  return text.simplified();
}

Fate received(const char* reference, const char* nextStep, int cents) {
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = reference;
  fate.nextStep = nextStep;
  fate.totalCents = cents;
  return fate;
}

Paper printedAfter(Rig& rig, const char* journey, const Fate& fate) {
  rig.walk(journey, "");
  rig.session().send();
  rig.store.whatBecame = fate;
  rig.wait(21s);
  EXPECT_EQ(rig.tray.papers.size(), 1U);
  return rig.tray.papers.empty() ? Paper() : rig.tray.papers.back();
}

TEST(Paper, ofASentRequestSaysWhatWasSent) {
  Rig rig;
  const Fate fate = received("CG-2026-7F3K9", "wait", 31976);
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "alone-with-a-code", fate));
  show(pdf, "sent");
  const QString text = textOf(pdf);
  for (const char* part : {"CG-2026-7F3K9", "AB-123-CD", "ROLANDE DURAND", "MARTIN",
                           "12 RUE DES LILAS 25200 MONTBELIARD", "319,76", "20 novembre 2026",
                           "14 h 30", "03 53 01 12 34"}) {
    EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << " in " << text.toStdString();
  }
  EXPECT_FALSE(text.contains(QChar(0x27E6))) << "a text is missing";
}

TEST(Paper, ofASaleNamesTheBuyerTheDayAndTheHour) {
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = "K7PM-22QX-9RTB";
  fate.nextStep = "wait";
  struct Sale {
    const char* journey;
    QStringList said;
  };
  for (const auto& [journey, said] :
       {Sale{"sold-to-a-person",
             {QString::fromUtf8("Vendu à"), QStringLiteral("PAUL VAN NGUYEN"),
              QStringLiteral("Vendu le"), QString::fromUtf8("15 novembre 2026 à 14 h 30")}},
        Sale{"given-to-a-garage",
             {QString::fromUtf8("Donné à"), QStringLiteral("Garage du Lion"),
              QString::fromUtf8("Donné le"), QString::fromUtf8("15 novembre 2026 à 9 h 05")}}}) {
    Rig rig;
    const QByteArray pdf = session::drawPaper(printedAfter(rig, journey, fate));
    show(pdf, journey);
    const QString text = textOf(pdf);
    for (const QString& part : said)
      EXPECT_TRUE(text.contains(part)) << part.toStdString() << " in " << text.toStdString();
  }
}

// Where nothing comes by post nobody is sent to their letterbox.
TEST(Paper, namesTheLetterboxWhereACertificateIsPosted) {
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = "K7PM-22QX-9RTB";
  fate.nextStep = "wait";
  for (const auto& [journey, isPosted] :
       {std::pair{"alone-with-a-code", true}, std::pair{"moved-with-a-sticker", true},
        std::pair{"lost-certificate", true}, std::pair{"sold-to-a-person", false},
        std::pair{"car-withdrawn", false}}) {
    Rig rig;
    const QString text = textOf(session::drawPaper(printedAfter(rig, journey, fate)));
    EXPECT_EQ(text.contains(plain(rig.visit().words().text(QStringLiteral("paper.letterbox")))),
              isPosted)
        << journey;
  }
}

TEST(Paper, saysWhatIsLeftToDo) {
  const Fate fate = received("K7PM-22QX-9RTB", "wait", 0);
  {
    Rig rig;
    const QString text = textOf(session::drawPaper(printedAfter(rig, "moved-and-sold", fate)));
    const QString sentence = rig.visit().words().filled(
        QStringLiteral("paper.next-procedure"),
        {{QStringLiteral("name"),
          session::Wording(rig.visit().words()).procedure("sale-declaration")}});
    EXPECT_TRUE(text.contains(plain(sentence))) << text.toStdString();
  }
  Rig rig;
  const QString text = textOf(session::drawPaper(printedAfter(rig, "moved-with-a-sticker", fate)));
  const QString any = rig.visit().words().text(QStringLiteral("paper.next-procedure"));
  EXPECT_FALSE(text.contains(plain(any.section(u'{', 0, 0)))) << text.toStdString();
}

TEST(Paper, ofAKeptRequestHasTheLocalNumber) {
  Rig rig;
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "couple-without-a-code", Fate()));
  show(pdf, "kept");
  const QString text = textOf(pdf);
  EXPECT_TRUE(text.contains(QStringLiteral("L-000042-6")));
  EXPECT_TRUE(text.contains(QString::fromUtf8("O'CONNOR-LEFÈVRE"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QString::fromUtf8("HÉLÈNE ZOÉ LEFÈVRE"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QString::fromUtf8("JEAN-NOËL O'CONNOR"))) << text.toStdString();
}

TEST(Paper, ofARefusedRequestSendsToTheDesk) {
  Rig rig;
  Fate fate;
  fate.kind = Fate::Kind::Refused;
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "alone-with-a-code", fate));
  show(pdf, "refused");
  EXPECT_TRUE(
      textOf(pdf).contains(plain(rig.visit().words().text(QStringLiteral("paper.refused.title")))));
}

TEST(Paper, saysWhatTheCentreStillAsks) {
  Rig rig;
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = "CG-2026-7F3K9";
  fate.nextStep = "complete";
  fate.asked = {{"document-missing", "roadworthiness-test"}, {"a-code-of-tomorrow", ""}};
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "alone-with-a-code", fate));
  show(pdf, "asked");
  const QString text = textOf(pdf);
  EXPECT_TRUE(text.contains(QString::fromUtf8("Le contrôle technique"))) << text.toStdString();
  EXPECT_FALSE(text.contains(QStringLiteral("tomorrow")));
}

TEST(Paper, listNamesThePapersOfThisCase) {
  Rig rig;
  rig.walk("alone-with-a-code", "birth-surname");
  rig.session().printList();
  ASSERT_EQ(rig.tray.papers.size(), 1U);
  const QByteArray pdf = session::drawPaper(rig.tray.papers[0]);
  show(pdf, "list");
  const QString text = textOf(pdf);
  for (const char* part : {"carte grise", "certificat de cession", "justificatif de domicile",
                           "pièce d’identité", "contrôle technique"}) {
    EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << " in " << text.toStdString();
  }
  EXPECT_FALSE(text.contains(QStringLiteral("mandat")));
}

TEST(Paper, listAsksToStrikeOnlyACertificateThatChangesHands) {
  const auto listAt = [](const char* journey) {
    Rig rig;
    rig.walk(journey, "birth-surname");
    rig.session().printList();
    return textOf(session::drawPaper(rig.tray.papers.at(0)));
  };
  const QString struck = QString::fromUtf8("barrée");
  EXPECT_TRUE(listAt("daughter-added-as-co-holder").contains(struck));
  EXPECT_FALSE(listAt("spouse-added-later").contains(struck));
  const QString late = listAt("daughter-keeps-it-her-brother-renounces");
  EXPECT_FALSE(late.contains(struck));
  EXPECT_TRUE(late.contains(QString::fromUtf8("La lettre de chaque autre héritier")))
      << late.toStdString();
}

TEST(Paper, listShowsADrawingOfEachPaper) {
  Rig rig;
  rig.walk("for-her-mother", "birth-surname");
  rig.session().printList();
  show(session::drawPaper(rig.tray.papers.at(0)), "list-mother");
  for (const Paper::Line& line : rig.tray.papers.at(0).sections.first().lines) {
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/qt/qml/Kiosk/Screens/pictures/") + line.picture +
                              QStringLiteral(".svg")))
        << line.picture.toStdString();
  }
}

TEST(Paper, listHasWhatIsToBeMended) {
  Rig rig;
  rig.walk("alone-with-a-code", "review");
  rig.session().change(QStringLiteral("cession-buyers"));
  rig.session().answer(QStringLiteral("no"));
  ASSERT_EQ(rig.session().phase(), session::Session::Phase::OfficersLook);
  rig.session().printList();
  const QByteArray pdf = session::drawPaper(rig.tray.papers.back());
  show(pdf, "mend");
  EXPECT_TRUE(
      textOf(pdf).contains(plain(rig.visit().words().text(QStringLiteral("paper.list.mend")))));
}

TEST(Paper, isInLargeTypeAndEmbedsItsFace) {
  Rig rig;
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "alone-with-a-code", Fate()));
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("a.pdf")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(pdf);
  file.close();
  QProcess fonts;
  fonts.start(QStringLiteral("pdffonts"), {file.fileName()});
  ASSERT_TRUE(fonts.waitForFinished());
  const QString told = QString::fromUtf8(fonts.readAllStandardOutput());
  EXPECT_TRUE(told.contains(QStringLiteral("Andika"))) << told.toStdString();
  QProcess layout;
  layout.start(QStringLiteral("pdftohtml"),
               {QStringLiteral("-xml"), QStringLiteral("-stdout"), QStringLiteral("-i"),
                QStringLiteral("-zoom"), QStringLiteral("1"), file.fileName()});
  ASSERT_TRUE(layout.waitForFinished());
  const QString xml = QString::fromUtf8(layout.readAllStandardOutput());
  static const QRegularExpression sizes(QStringLiteral("<fontspec [^>]*size=\"(\\d+)\""));
  int largest = 0;
  for (auto found = sizes.globalMatch(xml); found.hasNext();) {
    const int size = found.next().captured(1).toInt();
    EXPECT_GE(size, 14);
    largest = qMax(largest, size);
  }
  EXPECT_GE(largest, 28);
}

// A last sheet with a line or two is carried and printed for nothing.
TEST(PaperDrawing, standsCloserWhereThatSavesASheet) {
  struct Row {
    int usual, close;
    int count;
    bool closer;
  };
  for (const Row& row : {Row{1, 1, 1, false}, Row{3, 2, 2, true}, Row{2, 2, 2, false},
                         Row{3, 0, 3, false}, Row{0, 0, 0, false}}) {
    session::Sheets last;
    const int count = session::drawSheets([&](const session::Sheets& sheets) {
      last = sheets;
      return sheets.close ? row.close : row.usual;
    });
    EXPECT_EQ(count, row.count);
    EXPECT_EQ(last.close, row.closer);
    EXPECT_TRUE(row.count < 2 || last.count == row.count) << "each sheet tells how many there are";
  }
}

TEST(PaperDrawing, putsARequestForAUsedCarOnTwoSheets) {
  Rig rig;
  const Fate fate = received("2026-K7F3M2Q9", "pay", 16376);
  const QByteArray pdf = session::drawPaper(printedAfter(rig, "alone-with-a-code", fate));
  show(pdf, "two-sheets");
  EXPECT_TRUE(textOf(pdf).contains(plain(QStringLiteral("Page 2 sur 2"))));
}

TEST(FolderTray, putsWholeFilesOnly) {
  QTemporaryDir folder;
  session::FolderTray tray(folder.path().toStdString() + "/print");
  Paper paper;
  paper.title = QStringLiteral("Votre liste");
  EXPECT_TRUE(tray.put(paper, QStringLiteral("list-1")));
  const QDir print(folder.filePath(QStringLiteral("print")));
  EXPECT_EQ(print.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{QStringLiteral("list-1.pdf")});
}

TEST(FolderTray, remembersWhatItOwesOverAPowerCut) {
  QTemporaryDir folder;
  const std::string print = folder.path().toStdString() + "/print";
  session::FolderTray(print).owe(QStringLiteral("L-000042-6"));
  session::FolderTray after(print);
  EXPECT_EQ(after.owed(), QStringList{QStringLiteral("L-000042-6")});
  after.settle(QStringLiteral("L-000042-6"));
  EXPECT_TRUE(after.owed().isEmpty());
}

TEST(FolderTray, tellsThatNothingCameOut) {
  QTemporaryDir folder;
  QFile inTheWay(folder.filePath(QStringLiteral("print")));
  ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
  session::FolderTray tray(folder.path().toStdString() + "/print");
  EXPECT_FALSE(tray.put(Paper(), QStringLiteral("list-1")));
}

// Amounts stand at the left, and what they are at the right; the words of a line keep their order.
TEST(PaperDrawing, turnsASheetWhoseLinesRunToTheLeft) {
  Paper paper;
  paper.title = QStringLiteral("Title");
  paper.printed = QStringLiteral("Printed");
  paper.sections = {{Paper::Section::Form::Amounts, {}, {}, {{"Tax", "223", {}, {}}}}};
  for (const bool turned : {false, true}) {
    paper.rightToLeft = turned;
    const QByteArray pdf = session::drawPaper(paper);
    const double tax = leftOf(pdf, "Tax");
    const double amount = leftOf(pdf, "223");
    ASSERT_GT(std::min(tax, amount), 0);
    EXPECT_EQ(amount < tax, turned);
    EXPECT_EQ(leftOf(pdf, "Title") > 300, turned);
    EXPECT_EQ(leftOf(pdf, "Printed") < 300, turned);
    show(pdf, turned ? "turned" : "not-turned");
  }
}

}  // namespace
