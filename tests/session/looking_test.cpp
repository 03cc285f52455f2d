// SPDX-License-Identifier: Apache-2.0
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

// Sylvie's page, as the desk makes one.
class Page {
 public:
  explicit Page(Rig& rig, std::string agent = "sylvie") : m_rig(rig), m_agent(std::move(agent)) {
    m_rig.visit().looking().desk(
        m_agent, {agent::DeskState::Available, 0, crypto::toBase64(m_keys.publicKey)});
  }

  void say(json message) {
    message["number"] = ++m_sent;
    repeat(message);
  }
  void repeat(const json& message) {
    const std::string visit = m_rig.visit().looking().visitKey();
    const auto sealed = crypto::box(crypto::viewOf(message.dump()),
                                    crypto::publicKeyFromBase64(visit).value(), m_keys);
    m_rig.visit().looking().heard({agent::Side::Desk, m_agent, visit,
                                   crypto::toBase64(m_keys.publicKey),
                                   crypto::toBase64(sealed.value())});
  }
  void leave() { m_rig.visit().looking().desk(m_agent, {agent::DeskState::Offline, 0, {}}); }

  // Everything that the kiosk told this page, opened.
  [[nodiscard]] std::vector<json> heard() const {
    std::vector<json> all;
    for (const agent::GuideEnvelope& envelope : m_rig.line.guides) {
      if (envelope.agent != m_agent) continue;
      const auto opened =
          crypto::openBox(crypto::fromBase64(envelope.sealed).value(),
                          crypto::publicKeyFromBase64(envelope.visit).value(), m_keys);
      if (opened) all.push_back(json::parse(*opened));
    }
    return all;
  }
  [[nodiscard]] json last(const std::string& kind) const {
    json found;
    for (const json& message : heard()) {
      if (message["tell"] == kind) found = message;
    }
    return found;
  }

 private:
  Rig& m_rig;
  std::string m_agent;
  crypto::BoxKeys m_keys = crypto::makeBoxKeys();
  int m_sent = 0;
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
  Rig other;
  other.walk(alone, "proof-postcode");
  Page theirs(other);
  theirs.say({{"do", "ask"}});
  other.visit().looking().allow(true);
  const std::string screen = theirs.last("screen").dump();
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
  Rig other;
  other.walk(alone, "energy");
  Page theirs(other);
  theirs.say({{"do", "ask"}});
  other.visit().looking().allow(true);
  EXPECT_EQ(theirs.last("screen")["screen"]["step"], "energy");
  theirs.say({{"do", "point"}, {"at", "option:go"}});
  EXPECT_EQ(other.visit().looking().pointed(), QStringLiteral("option:go"));
  theirs.say({{"do", "suggest"}, {"step", "energy"}, {"value", "gazole (diesel)"}});
  EXPECT_EQ(other.visit().looking().proposed(), QStringLiteral("Gazole (diesel)"));
  other.visit().looking().take(true);
  EXPECT_EQ(other.session().walk()->answers().at("energy"), "GO");
}

TEST_F(Looked, ADateIsProposedAsPeopleWriteIt) {
  Rig other;
  other.walk(alone, "birth-date");
  Page theirs(other);
  theirs.say({{"do", "ask"}});
  other.visit().looking().allow(true);
  theirs.say({{"do", "suggest"}, {"step", "birth-date"}, {"value", "31/02/1952"}});
  EXPECT_EQ(theirs.last("suggestion")["accepted"], false);
  theirs.say({{"do", "suggest"}, {"step", "birth-date"}, {"value", "03/04/1952"}});
  EXPECT_EQ(other.visit().looking().proposed(), QStringLiteral("3 avril 1952"));
  other.visit().looking().take(true);
  EXPECT_EQ(other.session().walk()->answers().at("birth-date"), "1952-04-03");
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
  Rig sender;
  sender.walk(alone, "send");
  Page theirs(sender);
  theirs.say({{"do", "ask"}});
  sender.visit().looking().allow(true);
  for (const char* wish : {"send", "pay", "next", "finish", "declare", "answer", "suggest"}) {
    theirs.say({{"do", wish}, {"step", "send"}, {"value", "yes"}});
    theirs.say({{"do", wish}});
    theirs.say({{"do", "point"}, {"at", wish}});
  }
  sender.visit().looking().take(true);
  sender.visit().panel().open(QStringLiteral("1042"), QStringLiteral("2580"));
  sender.visit().panel().askToFill();
  sender.visit().panel().allowFilling(true);
  EXPECT_FALSE(sender.visit().panel().filling());
  sender.visit().panel().jump(QStringLiteral("send"));
  EXPECT_EQ(sender.store.tries, 0);
  EXPECT_EQ(sender.session().phase(), Session::Phase::Send);
  EXPECT_FALSE(sender.ended());
}

TEST_F(Looked, TheEndOfTheVisitWipesThePage) {
  consent();
  rig.session().finish();
  EXPECT_EQ(page->heard().back()["tell"], "over");
}

}  // namespace
