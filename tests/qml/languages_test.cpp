// SPDX-License-Identifier: Apache-2.0
// The person's language on the real screens: chosen, changed in the middle of everything, given up;
// and every question in English, and in a language that is long and runs to the left.
#include <gtest/gtest.h>

#include <QQuickItem>
#include <QTest>
#include <functional>
#include <set>

#include "pseudo.h"
#include "shown.h"
#include "walker.h"

namespace screens_test {
namespace {

using nlohmann::json;
using session::Session;

void forEachShown(QQuickItem& from, const std::function<void(QQuickItem&)>& look) {
  if (!from.isVisible()) return;
  look(from);
  for (QQuickItem* child : from.childItems())
    forEachShown(*child, look);
}

std::set<QString> textsShown(Rig& rig) {
  std::set<QString> texts;
  forEachShown(rig.content(), [&](QQuickItem& item) {
    if (item.inherits("QQuickText")) texts.insert(item.property("text").toString());
  });
  return texts;
}

// What a finger can press, by its name or its key's.
QQuickItem* pressable(Rig& rig, const QString& name) {
  QQuickItem* found = nullptr;
  forEachShown(rig.content(), [&](QQuickItem& item) {
    if (!item.inherits("session::Pressable")) return;
    if (item.property("label").toString() == name || item.property("keyName").toString() == name) {
      found = &item;
    }
  });
  return found;
}

void press(Rig& rig, const QString& name) {
  QQuickItem* found = pressable(rig, name);
  ASSERT_NE(found, nullptr) << name.toStdString();
  QMetaObject::invokeMethod(found, "press");
  rig.settle();
}

void collect(const json& texts, std::set<QString>& all) {
  for (const auto& value : texts) {
    if (value.is_object()) collect(value, all);
    if (value.is_string()) all.insert(QString::fromStdString(value.get<std::string>()));
  }
}

// What is said in French and in no word of English, but to agents.
std::set<QString> onlyFrench() {
  std::set<QString> french;
  std::set<QString> english;
  json texts = Rig::configured("fr").texts;
  texts.erase("panel");
  // Its own name is on the button that leads back to it.
  texts.erase("language");
  collect(texts, french);
  collect(Rig::configured("en").texts, english);
  for (const QString& text : english)
    french.erase(text);
  return french;
}

std::string onlyIn(const std::set<QString>& texts, const std::set<QString>& others) {
  QStringList left;
  for (const QString& text : texts)
    if (!others.contains(text)) left += text;
  return left.join(u'\n').toStdString();
}

// In English nothing French is left on the screen, and back again it is as it was before.
void expectFollows(Rig& rig, const std::string& screen) {
  static const std::set<QString> french = onlyFrench();
  const auto before = textsShown(rig);
  rig.visit().languages().choose("en");
  rig.settle();
  for (const QString& text : textsShown(rig))
    EXPECT_FALSE(french.contains(text)) << screen << " still says " << text.toStdString();
  rig.visit().languages().choose("fr");
  rig.settle();
  const auto after = textsShown(rig);
  EXPECT_EQ(onlyIn(before, after), "") << screen << " has lost it";
  EXPECT_EQ(onlyIn(after, before), "") << screen << " has got it";
}

TEST(Languages, TheWelcomeOffersEachByItsOwnName) {
  Rig rig;
  const auto french = textsShown(rig);
  press(rig, "language-en");
  const auto english = textsShown(rig);
  // What stays is no word of a language: the name of the place and picture signs.
  for (const QString& text : french) {
    const bool stays = text.size() < 2 || text == "Côte à côte";
    EXPECT_EQ(english.contains(text), stays) << text.toStdString();
  }
  EXPECT_TRUE(english.contains("Start"));
  press(rig, "Français");
  EXPECT_EQ(textsShown(rig), french);
}

TEST(Languages, EveryScreenOfAVisitFollows) {
  Rig rig;
  rig.session().begin();
  for (const Gesture& gesture : pathToSend()) {
    rig.settle();
    expectFollows(rig, gesture.stepId);
    if (gesture.stepId == "send") break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  rig.session().askWhy();
  rig.settle();
  expectFollows(rig, "why");
  rig.session().callAgent();
  rig.wait(130);
  expectFollows(rig, "call");
  rig.session().showCallBack();
  rig.settle();
  press(rig, "continue");
  expectFollows(rig, "call-back");
  rig.session().printList();
  rig.settle();
  expectFollows(rig, "list-printed");
  rig.session().closeOverlay();
  rig.session().send();
  rig.settle();
  expectFollows(rig, "sending");
  rig.store().whatBecame = {session::Fate::Kind::Received, "2026-K7F3M2Q9", "pay", 22376, {}};
  rig.wait(30);
  expectFollows(rig, "done");
  EXPECT_EQ(rig.complaints().join(u'\n').toStdString(), "");
}

TEST(Languages, OutOfServiceIsToldInTheLanguageToo) {
  Rig rig;
  rig.store().trouble = session::StoreTrouble{session::StoreTrouble::Kind::Quota, "full"};
  rig.session().putOutOfService(*rig.store().trouble);
  rig.settle();
  EXPECT_EQ(rig.complaints().size(), 1);
  expectFollows(rig, "out-of-service");
  rig.visit().languages().choose("en");
  EXPECT_EQ(rig.session().trouble(), "For the adviser: too many requests are waiting to leave");
}

// What was typed, chosen and refused so far is still there, and is the same answer.
TEST(Languages, NothingThatWasTypedIsLost) {
  Rig rig;
  rig.session().begin();
  rig.settle();
  press(rig, "J’ai acheté ou reçu un véhicule");
  press(rig, "language");
  EXPECT_EQ(rig.session().step().typed, "bought");
  EXPECT_TRUE(pressable(rig, "I bought or received a vehicle")->property("selected").toBool());
  press(rig, "language");
  for (const Gesture& gesture : pathToSend()) {
    if (gesture.stepId == "plate") break;
    ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
  }
  rig.settle();
  for (const char* key : {"A", "B", "1"})
    press(rig, key);
  press(rig, "continue");
  ASSERT_FALSE(rig.session().step().problem.isEmpty());
  press(rig, "language");
  EXPECT_EQ(rig.session().step().typed, "AB1");
  EXPECT_TRUE(textsShown(rig).contains("AB-1"));
  EXPECT_EQ(rig.session().step().problem,
            "A letter or a figure is missing. The plate looks like AB-123-CD.");
  press(rig, "2");
  EXPECT_EQ(rig.session().step().typed, "AB12");
}

// A screen above another, half filled in: the number that is being typed to be called back on.
TEST(Languages, NothingIsLostAboveAScreenEither) {
  Rig rig;
  rig.session().begin();
  rig.session().showCallBack();
  rig.settle();
  const QString time = rig.visit().callBack().times()[1].label;
  press(rig, time);
  press(rig, "language");
  EXPECT_TRUE(
      pressable(rig, rig.visit().callBack().times()[1].label)->property("selected").toBool());
  press(rig, "continue");
  for (const char* key : {"0", "3", "8", "1"})
    press(rig, key);
  const auto typed = textsShown(rig);
  ASSERT_TRUE(typed.contains("03 81"));
  press(rig, "language");
  EXPECT_TRUE(textsShown(rig).contains("03 81"));
  EXPECT_TRUE(textsShown(rig).contains(QStringLiteral("À quel numéro de téléphone\u00a0?")));
}

TEST(Languages, ThePaperIsInTheLanguageOfTheScreen) {
  Rig rig;
  rig.session().begin();
  rig.session().printList();
  EXPECT_EQ(rig.session().paper()->title, "Votre liste");
  rig.visit().languages().choose("en");
  rig.session().printList();
  EXPECT_EQ(rig.session().paper()->title, "Your list");
  EXPECT_TRUE(rig.session().paper()->printed.contains("Printed on 20 November 2026 at 10:00"))
      << rig.session().paper()->printed.toStdString();
}

// The agent reads the language of the house, whatever the person chose.
TEST(Languages, ThePanelStaysTheAgents) {
  Rig rig;
  rig.session().begin();
  rig.visit().panel().open("1042", "2580");
  rig.visit().languages().choose("en");
  rig.settle();
  const auto shown = textsShown(rig);
  EXPECT_TRUE(shown.contains("Je remplis"));
  EXPECT_TRUE(shown.contains("What has happened?"));
  EXPECT_EQ(rig.visit().panel().route().front().question, "Votre situation");
}

TEST(Languages, SomebodyNewBeginsInThatOfTheHouse) {
  Rig rig;
  press(rig, "language-en");
  rig.wait(301);
  EXPECT_EQ(rig.visit().words().language(), "fr");
  EXPECT_TRUE(textsShown(rig).contains("Commencer"));
}

// The list covers the screen, which comes back as it was; a warning covers the list.
TEST(Languages, AreChosenFromAListWhenTheyAreMany) {
  Rig rig(InLanguage{pseudo::name});
  rig.session().begin();
  rig.settle();
  const auto before = textsShown(rig);
  press(rig, "language");
  ASSERT_NE(pressable(rig, "Français"), nullptr);
  expectFits(rig, "language-list");
  press(rig, "continue");
  EXPECT_EQ(textsShown(rig), before);
  press(rig, "language");
  rig.wait(301);
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::IdleWarning);
  EXPECT_EQ(pressable(rig, "Français"), nullptr);
  rig.session().stay();
  rig.settle();
  press(rig, "language");
  press(rig, "Français");
  EXPECT_TRUE(textsShown(rig).contains(QStringLiteral("Que vous arrive-t-il\u00a0?")));
}

double middle(Rig& rig, const QString& name) {
  const QQuickItem* item = pressable(rig, name);
  if (!item) return -1;
  return item->mapToScene(QPointF(item->width() / 2, 0)).x();
}

// The frame is turned, the keys of a French plate are not, and the way back points to the right.
TEST(Languages, ThatRunToTheLeftTurnTheScreen) {
  for (const bool turned : {false, true}) {
    Rig rig(InLanguage{turned ? pseudo::name : "fr"});
    rig.session().begin();
    for (const Gesture& gesture : pathToSend()) {
      if (gesture.stepId == "plate") break;
      ASSERT_TRUE(perform(rig.session(), gesture)) << gesture.stepId;
    }
    for (const Layout& layout : usual) {
      rig.show(layout);
      EXPECT_EQ(middle(rig, "continue") < middle(rig, "back"), turned) << layout.name();
      EXPECT_EQ(middle(rig, "text-size") < middle(rig, "listen"), turned) << layout.name();
      EXPECT_LT(middle(rig, "1"), middle(rig, "2")) << layout.name();
      EXPECT_LT(middle(rig, "A"), middle(rig, "Z")) << layout.name();
    }
    rig.show({});
    double side = 0;
    forEachShown(*pressable(rig, "back"), [&](QQuickItem& item) {
      if (item.property("name").toString() != "arrow-left") return;
      side = item.mapToScene({1, 0}).x() - item.mapToScene({0, 0}).x();
    });
    EXPECT_EQ(side, turned ? -1 : 1);
  }
}

// The questions are shown in every language by steps_test.cpp.
TEST(Languages, TheWelcomeFitsInAnyOther) {
  for (const std::string& language : {std::string("en"), std::string(pseudo::name)}) {
    Rig rig(InLanguage{language});
    expectFits(rig, "welcome-" + language);
  }
}

}  // namespace
}  // namespace screens_test
