// SPDX-License-Identifier: Apache-2.0
#include "desk_page.h"
#include "rig.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using session::Act;
using session::Looking;
using session::Session;
using session_test::alone;
using session_test::MemoryBook;
using session_test::Rig;

// A page, and what the kiosk told it.
class Page : public session_test::DeskPage {
 public:
  explicit Page(Rig& rig, std::string agent = "sylvie")
      : DeskPage(rig.visit().looking(), std::move(agent)), m_rig(rig) {}

  [[nodiscard]] std::vector<json> heard() const { return opened(m_rig.line.guides); }
  [[nodiscard]] json last(const std::string& kind) const {
    json found;
    for (const json& message : heard()) {
      if (message["tell"] == kind) found = message;
    }
    return found;
  }

 private:
  Rig& m_rig;
};

// Somebody at this step who lets Sylvie look.
struct LookedAt {
  explicit LookedAt(const char* step) {
    rig.walk(alone, step);
    page.emplace(rig);
    page->say({{"do", "ask"}});
    rig.visit().looking().allow(true);
  }
  Rig rig;
  std::optional<Page> page;
};

class Looked : public testing::Test {
 protected:
  void SetUp() override {
    rig.walk(alone, "birth-surname");
    page.emplace(rig);
  }
  Looking& looking() { return rig.visit().looking(); }
  void consent() {
    page->say({{"do", "ask"}});
    looking().allow(true);
    ASSERT_TRUE(looking().active());
  }
  Rig rig;
  std::optional<Page> page;
};

TEST_F(Looked, NothingIsSeenBeforeThePersonsYes) {
  page->say({{"do", "ask"}});
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::LookingAsked);
  EXPECT_EQ(looking().name(), QStringLiteral("Sylvie"));
  page->say({{"do", "point"}, {"at", "main"}});
  page->say({{"do", "suggest"}, {"step", "birth-surname"}, {"value", "DURAND"}});
  EXPECT_TRUE(page->heard().empty());
  EXPECT_TRUE(looking().pointed().isEmpty());
  looking().allow(false);
  EXPECT_EQ(page->heard(),
            (std::vector<json>{{{"number", 1}, {"tell", "consent"}, {"given", false}}}));
  EXPECT_TRUE(rig.book.entries.empty());
}

TEST_F(Looked, EveryValueIsMaskedUntilThePersonShowsIt) {
  rig.session().keep(QStringLiteral("DURAND"));
  consent();
  const json screen = page->last("screen")["screen"];
  EXPECT_EQ(screen["step"], "birth-surname");
  EXPECT_EQ(screen["answered"], true);
  for (const json& message : page->heard()) {
    for (const char* value : {"DURAND", "AB-123-CD", "AB12C", "2026-11-10"})
      EXPECT_EQ(message.dump().find(value), std::string::npos) << value;
  }
  ASSERT_TRUE(looking().mayShow());
  looking().show();
  EXPECT_EQ(page->last("value")["value"], "DURAND");
  EXPECT_TRUE(looking().shown());
  rig.session().answer(QStringLiteral("DURAND"));
  EXPECT_EQ(page->last("screen")["screen"]["step"], "used-surname");
  EXPECT_FALSE(looking().shown()) << "the next one is hidden again";
}

// At a step whose options compare with an earlier answer, that answer is dots.
TEST_F(Looked, AnswersInsideOfATextAreMasked) {
  LookedAt other("proof-postcode");
  const std::string screen = other.page->last("screen").dump();
  EXPECT_EQ(screen.find("25200"), std::string::npos) << screen;
}

TEST_F(Looked, PointsOnlyAtWhatIsThere) {
  consent();
  page->say({{"do", "point"}, {"at", "main"}});
  EXPECT_EQ(looking().pointed(), QStringLiteral("main"));
  page->say({{"do", "point"}, {"at", "option:other"}});
  EXPECT_EQ(looking().pointed(), QStringLiteral("main"));
  page->say({{"do", "unpoint"}});
  EXPECT_TRUE(looking().pointed().isEmpty());
  EXPECT_EQ(rig.book.entries.back(), (MemoryBook::Entry{"sylvie", Act::Pointed, "birth-surname"}));
}

TEST_F(Looked, AProposalIsThePersonsOnlyOnceTheyTakeIt) {
  consent();
  page->say({{"do", "suggest"}, {"step", "birth-surname"}, {"value", "DURAND"}});
  EXPECT_EQ(rig.session().overlay(), Session::Overlay::Proposed);
  EXPECT_EQ(rig.at(), "birth-surname");
  looking().take(false);
  EXPECT_EQ(page->last("suggestion")["accepted"], false);
  EXPECT_EQ(rig.at(), "birth-surname");
  page->say({{"do", "suggest"}, {"step", "birth-surname"}, {"value", "DURAND"}});
  looking().take(true);
  EXPECT_EQ(page->last("suggestion")["accepted"], true);
  EXPECT_EQ(rig.at(), "used-surname");
  EXPECT_EQ(rig.session().walk()->answers().at("birth-surname"), "DURAND");
  page->say({{"do", "suggest"}, {"step", "birth-surname"}, {"value", "DUPONT"}});
  EXPECT_TRUE(looking().proposed().isEmpty()) << "another step is on screen";
}

// Some options bear the names of the certificate, in capitals: such a screen is seen, pointed at
// and answered too.
TEST_F(Looked, EveryKindOfChoiceIsSeen) {
  LookedAt other("energy");
  EXPECT_EQ(other.page->last("screen")["screen"]["step"], "energy");
  other.page->say({{"do", "point"}, {"at", "option:go"}});
  EXPECT_EQ(other.rig.visit().looking().pointed(), QStringLiteral("option:go"));
  other.page->say({{"do", "suggest"}, {"step", "energy"}, {"value", "gazole (diesel)"}});
  EXPECT_EQ(other.rig.visit().looking().proposed(), QStringLiteral("Gazole (diesel)"));
  other.rig.visit().looking().take(true);
  EXPECT_EQ(other.rig.session().walk()->answers().at("energy"), "GO");
}

TEST_F(Looked, ADateIsProposedAsPeopleWriteIt) {
  LookedAt other("birth-date");
  other.page->say({{"do", "suggest"}, {"step", "birth-date"}, {"value", "31/02/1952"}});
  EXPECT_EQ(other.page->last("suggestion")["accepted"], false);
  other.page->say({{"do", "suggest"}, {"step", "birth-date"}, {"value", "03/04/1952"}});
  EXPECT_EQ(other.rig.visit().looking().proposed(), QStringLiteral("3 avril 1952"));
  other.rig.visit().looking().take(true);
  EXPECT_EQ(other.rig.session().walk()->answers().at("birth-date"), "1952-04-03");
}

TEST_F(Looked, ThePersonStopsAtAnyTime) {
  consent();
  looking().stop();
  EXPECT_FALSE(looking().active());
  EXPECT_EQ(page->last("consent")["given"], false);
  const auto before = page->heard().size();
  rig.session().answer(QStringLiteral("DURAND"));
  EXPECT_EQ(page->heard().size(), before);
  EXPECT_EQ(rig.book.entries.back().act, Act::Stopped);
}

TEST_F(Looked, APageThatIsGoneSeesNothingMore) {
  consent();
  page->leave();
  EXPECT_FALSE(looking().active());
}

TEST_F(Looked, AnotherAgentDoesNotPutOutWhoLooks) {
  consent();
  Page karim(rig, "karim");
  karim.say({{"do", "ask"}});
  EXPECT_TRUE(looking().active());
  EXPECT_EQ(looking().name(), QStringLiteral("Sylvie"));
  EXPECT_EQ(karim.last("consent")["given"], false);
  Page stranger(rig, "mallory");
  stranger.say({{"do", "ask"}});
  EXPECT_EQ(looking().name(), QStringLiteral("Sylvie"));
}

// By attack: no message makes the kiosk send, pay, declare or end, whatever it is called.
TEST_F(Looked, NoMessageSends) {
  LookedAt sender("send");
  for (const char* wish : {"send", "pay", "next", "finish", "declare", "answer", "suggest"}) {
    sender.page->say({{"do", wish}, {"step", "send"}, {"value", "yes"}});
    sender.page->say({{"do", wish}});
    sender.page->say({{"do", "point"}, {"at", wish}});
  }
  sender.rig.visit().looking().take(true);
  sender.rig.visit().panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
  sender.rig.visit().panel().askToFill();
  sender.rig.visit().panel().allowFilling(true);
  EXPECT_FALSE(sender.rig.visit().panel().filling());
  sender.rig.visit().panel().jump(QStringLiteral("send"));
  EXPECT_EQ(sender.rig.store.tries, 0);
  EXPECT_EQ(sender.rig.session().phase(), Session::Phase::Send);
  EXPECT_FALSE(sender.rig.ended());
}

TEST_F(Looked, TheEndOfTheVisitWipesThePage) {
  consent();
  rig.session().finish();
  EXPECT_EQ(page->heard().back()["tell"], "over");
}

}  // namespace
