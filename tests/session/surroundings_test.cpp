// SPDX-License-Identifier: Apache-2.0
// What stands around a visit: the desk, the long lists, the words, the voice, the look.
#include "rig.h"

#include "kiosk/session/speech.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using session::DeskSetting;
using session_test::Rig;
using session_test::shippedConfiguration;

journey::Date day(const char* text) {
  return *journey::parseIsoDate(text);
}

const DeskSetting& desk() {
  return shippedConfiguration().kiosk.desk;
}

TEST(DeskHours, findTheNextOpening) {
  // 20 November 2026 is a Friday: 9:00 to 12:30, nothing in the afternoon; Saturday 9:00.
  EXPECT_TRUE(session::nextOpening(desk(), day("2026-11-20"), 9 * 60)->openNow);
  EXPECT_EQ(session::nextOpening(desk(), day("2026-11-20"), 9 * 60)->minute, 12 * 60 + 30);
  const auto early = session::nextOpening(desk(), day("2026-11-20"), 8 * 60);
  EXPECT_FALSE(early->openNow);
  EXPECT_EQ(early->daysAhead, 0);
  const auto afternoon = session::nextOpening(desk(), day("2026-11-20"), 15 * 60);
  EXPECT_EQ(afternoon->daysAhead, 1);
  const auto sunday = session::nextOpening(desk(), day("2026-11-22"), 10 * 60);
  EXPECT_EQ(sunday->daysAhead, 1);
  EXPECT_EQ(sunday->weekday, 0U);
}

TEST(DeskHours, skipHolidays) {
  // Friday 25 December 2026 is closed, Saturday is open.
  const auto christmas = session::nextOpening(desk(), day("2026-12-25"), 10 * 60);
  EXPECT_FALSE(christmas->openNow);
  EXPECT_EQ(christmas->daysAhead, 1);
}

TEST(DeskHours, sayNothingWhenNothingIsTold) {
  EXPECT_FALSE(session::nextOpening(DeskSetting(), day("2026-11-20"), 600));
}

TEST(Desk, tellsWhereToGo) {
  Rig rig;
  EXPECT_FALSE(rig.visit().desk().openNow());
  EXPECT_FALSE(rig.visit().desk().sentence().contains(u'{'));
  EXPECT_EQ(rig.visit().desk().hours().count(u'\n'), 3);
  QSignalSpy changed(&rig.visit().desk(), &session::Desk::changed);
  rig.visit().desk().tick(day("2026-11-20"), 10 * 60);
  EXPECT_TRUE(rig.visit().desk().openNow());
  EXPECT_EQ(changed.count(), 1);
}

TEST(Places, knowTheTownsOfAPostcode) {
  Rig rig;
  EXPECT_TRUE(
      rig.visit().places().towns(QStringLiteral("25200")).contains(QStringLiteral("MONTBELIARD")));
  EXPECT_TRUE(rig.visit().places().towns(QStringLiteral("99999")).isEmpty());
}

TEST(Places, sortCountriesAsFrenchDoes) {
  Rig rig;
  const auto all = rig.visit().places().countries(QString());
  ASSERT_GT(all.size(), 190);
  EXPECT_EQ(all.first().id, QStringLiteral("FR"));
  const auto e = rig.visit().places().countries(QStringLiteral("e"));
  EXPECT_TRUE(std::any_of(e.begin(), e.end(), [](const auto& country) {
    return country.id == QStringLiteral("ET");
  })) << "Éthiopie starts with E";
}

TEST(Words, showAMissingKey) {
  Rig rig;
  EXPECT_TRUE(rig.visit().words().text(QStringLiteral("no.such.key")).contains(QChar(0x27E6)));
  EXPECT_EQ(rig.visit().words().optionalText(QStringLiteral("no.such.key")), QString());
}

TEST(Words, sayHerNameWhenSomebodyActsForHer) {
  Rig rig;
  rig.walk("for-her-mother", "birth-surname");
  EXPECT_EQ(
      rig.session().step().title,
      rig.visit().words().text(QStringLiteral("otherwise.for-whom.other.birth-surname.title")));
}

TEST(Look, goesRoundAndBackToNormal) {
  Rig rig;
  session::Look& look = rig.visit().look();
  look.nextTextSize();
  EXPECT_EQ(look.textSize(), session::Look::TextSize::Large);
  for (int time = 0; time < 3; ++time)
    look.nextTextSize();
  EXPECT_EQ(look.textSize(), session::Look::TextSize::Normal);
  look.nextContrast();
  rig.wait(std::chrono::seconds(600));
  EXPECT_EQ(look.contrast(), session::Look::Contrast::Paper) << "nobody is there any more";
}

// An overlay that somebody left open on the welcome screen must not be what the next person meets.
TEST(Welcome, closesWhatSomebodyLeftOpen) {
  Rig rig;
  rig.session().callAgent();
  ASSERT_EQ(rig.session().overlay(), session::Session::Overlay::Agent);
  rig.wait(std::chrono::seconds(700));
  EXPECT_EQ(rig.session().overlay(), session::Session::Overlay::NoOverlay);
}

TEST(Look, believesNoAbsurdScreen) {
  EXPECT_DOUBLE_EQ(session::boundedPixelsPerMillimetre(0, 4), 4);
  EXPECT_DOUBLE_EQ(session::boundedPixelsPerMillimetre(3.2, 4), 3.2);
  EXPECT_DOUBLE_EQ(session::boundedPixelsPerMillimetre(0, 0), 96 / 25.4);
  EXPECT_DOUBLE_EQ(session::boundedPixelsPerMillimetre(0, 400), 96 / 25.4);
}

TEST(Speech, neverHoldsWhatWasTyped) {
  Rig rig;
  rig.walk("alone-with-a-code", "used-surname");
  rig.session().keep(QStringLiteral("XQZANARI"));
  rig.session().answer(QStringLiteral("XQZANARI 2"));
  ASSERT_EQ(rig.session().step().typed, QStringLiteral("XQZANARI 2"));
  EXPECT_FALSE(session::speechOf(rig.session()).contains(QStringLiteral("XQZANARI")));
  EXPECT_TRUE(session::speechOf(rig.session()).contains(rig.session().step().problem));
}

// Who compares a paper with an answer sees that answer; the room does not hear it.
TEST(Speech, isSilentAboutAnAnswerThatIsShown) {
  Rig rig;
  rig.walk("alone-with-a-code", "proof-postcode");
  EXPECT_EQ(rig.session().step().options.first().detail, QStringLiteral("25200"));
  EXPECT_FALSE(session::speechOf(rig.session()).contains(QStringLiteral("25200")));
  EXPECT_EQ(rig.session().step().options.last().detail, QString());
}

const session::Words& french() {
  static const session::Words words(QStringLiteral("fr"), {}, nullptr);
  return words;
}

// A voice and a player that write down what they were given.
class SpeakerTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"espeak-ng", "aplay"}) {
      QFile helper(m_folder.filePath(QLatin1String(name)));
      ASSERT_TRUE(helper.open(QIODevice::WriteOnly));
      helper.write("#!/bin/sh\necho \"$@\" >\"" + m_folder.path().toUtf8() + "/arguments\"\n" +
                   "cat >>\"" + m_folder.path().toUtf8() + "/said\"\nexit " + m_status + "\n");
      helper.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    qputenv("PATH", m_folder.path().toUtf8() + ':' + m_path);
    qputenv("PULSE_SERVER", "none");
  }
  void TearDown() override {
    qputenv("PATH", m_path);
    qunsetenv("PULSE_SERVER");
  }
  QByteArray written(const char* name) {
    QFile file(m_folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir m_folder;
  QByteArray m_path = qgetenv("PATH");
  QByteArray m_status = "0";
};

TEST_F(SpeakerTest, givesTheTextOnItsStandardInput) {
  session::Speaker speaker(
      french(), [] { return QStringLiteral("Bonjour."); }, nullptr);
  ASSERT_TRUE(speaker.available());
  QSignalSpy changed(&speaker, &session::Speaker::speakingChanged);
  speaker.listen();
  for (int wait = 0; speaker.speaking() && wait < 100; ++wait)
    changed.wait(100);
  EXPECT_EQ(written("said"), "Bonjour.");
  EXPECT_EQ(written("arguments"), "-v fr -s 120 --stdin\n");
  EXPECT_TRUE(speaker.available());
}

TEST_F(SpeakerTest, changesItsSpeedAndIsHeardAtOnce) {
  session::Speaker speaker(
      french(), [] { return QStringLiteral("Bonjour."); }, nullptr);
  const auto heard = [&] {
    QSignalSpy changed(&speaker, &session::Speaker::speakingChanged);
    for (int wait = 0; speaker.speaking() && wait < 100; ++wait)
      changed.wait(100);
    return written("arguments");
  };
  speaker.slowDown();
  EXPECT_EQ(heard(), "-v fr -s 100 --stdin\n");
  while (speaker.canSlowDown())
    speaker.slowDown();
  EXPECT_EQ(heard(), "-v fr -s 60 --stdin\n");
  while (speaker.canSpeedUp())
    speaker.speedUp();
  EXPECT_EQ(heard(), "-v fr -s 240 --stdin\n");
  speaker.reset();
  EXPECT_EQ(speaker.wordsPerMinute(), 120);
}

TEST_F(SpeakerTest, playsWhatCallsSomebodyBack) {
  Rig rig;
  ASSERT_TRUE(rig.visit().tones().available());
  rig.session().begin();
  rig.wait(std::chrono::seconds(301));
  ASSERT_EQ(rig.session().overlay(), session::Session::Overlay::IdleWarning);
  QSignalSpy anything(&rig.session(), &session::Session::screenChanged);
  for (int wait = 0; written("said").isEmpty() && wait < 250; ++wait)
    anything.wait(20);
  EXPECT_TRUE(written("said").startsWith("RIFF"));
  EXPECT_EQ(written("arguments"), "-q -\n");
}

TEST_F(SpeakerTest, ticksUntilItIsTurnedOff) {
  session::Tones tones(nullptr);
  tones.toggleTicking();
  tones.tick();
  EXPECT_TRUE(written("said").isEmpty());
  tones.reset();
  EXPECT_TRUE(tones.ticking());
}

// The header of a WAV file says what follows it: 30 ms at 48 kHz of two bytes.
TEST(Tones, areWavFiles) {
  const QByteArray file = session::toneFile(1'000, std::chrono::milliseconds(30), 0.5);
  EXPECT_EQ(file.size(), 44 + 48'000 * 30 / 1'000 * 2);
  EXPECT_EQ(file.left(4), "RIFF");
  EXPECT_EQ(file.mid(8, 8), "WAVEfmt ");
  EXPECT_EQ(file.mid(40, 4), QByteArray::fromHex("400b0000"));
}

TEST(Tones, areNotOfferedWithoutSound) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  session::Tones tones(nullptr);
  qputenv("PATH", path);
  EXPECT_FALSE(tones.available());
  tones.tick();
}

class BrokenSpeakerTest : public SpeakerTest {
 protected:
  BrokenSpeakerTest() { m_status = "1"; }
};

TEST_F(BrokenSpeakerTest, saysThatThereIsNoVoice) {
  session::Speaker speaker(
      french(), [] { return QStringLiteral("Bonjour."); }, nullptr);
  QSignalSpy changed(&speaker, &session::Speaker::availableChanged);
  speaker.listen();
  for (int wait = 0; speaker.speaking() && wait < 100; ++wait)
    changed.wait(100);
  EXPECT_FALSE(speaker.available());
}

TEST_F(SpeakerTest, speaksTheLanguageOfTheScreen) {
  session::Words words(QStringLiteral("fr"), {}, nullptr);
  session::Speaker speaker(
      words, [] { return QStringLiteral("Hello."); }, nullptr);
  words.become(QStringLiteral("en"), {});
  QSignalSpy changed(&speaker, &session::Speaker::speakingChanged);
  speaker.listen();
  for (int wait = 0; speaker.speaking() && wait < 100; ++wait)
    changed.wait(100);
  EXPECT_EQ(written("arguments"), "-v en -s 120 --stdin\n");
}

TEST(Speaker, isHonestWithoutAProgram) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  session::Speaker speaker(
      french(), [] { return QString(); }, nullptr);
  qputenv("PATH", path);
  EXPECT_FALSE(speaker.available());
  speaker.listen();
  EXPECT_FALSE(speaker.speaking());
}

}  // namespace
