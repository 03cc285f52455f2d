// SPDX-License-Identifier: Apache-2.0
#include "agent/guide.h"

#include <functional>
#include <optional>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include "agent/messages.h"

namespace {

using namespace agent;
using nlohmann::json;

static_assert(!std::is_copy_constructible_v<Guide>);

// An agent's page, as the desk makes one.
struct Page {
  crypto::BoxKeys keys = crypto::makeBoxKeys();
  std::string agent = "sylvie";

  [[nodiscard]] std::string key() const { return crypto::toBase64(keys.publicKey); }
  // Any bytes sealed to this visit.
  [[nodiscard]] json envelope(const Guide& guide, std::string_view opened) const {
    const auto visit = crypto::publicKeyFromBase64(guide.visitKey()).value();
    return {{"from", "desk"},
            {"agent", agent},
            {"visit", guide.visitKey()},
            {"page", key()},
            {"sealed", crypto::toBase64(crypto::box(crypto::viewOf(opened), visit, keys).value())}};
  }
  [[nodiscard]] std::string sealed(const Guide& guide, const json& message) const {
    return envelope(guide, message.dump()).dump();
  }
  [[nodiscard]] json opened(const Guide& guide, const std::string& text) const {
    const auto message = parseGuideEnvelope(text).value();
    const auto visit = crypto::publicKeyFromBase64(guide.visitKey()).value();
    const auto bytes =
        crypto::openBox(crypto::fromBase64(message.sealed).value(), visit, keys).value();
    return json::parse(bytes);
  }
};

const json ask{{"number", 1}, {"do", "ask"}};

class GuideOfAVisit : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(m_guide.announce("sylvie", m_page.key())); }
  std::optional<GuideFault> refusal(const std::string& text) {
    const auto message = m_guide.open(text);
    if (message) return std::nullopt;
    return message.error();
  }

  Guide m_guide;
  Page m_page;
};

TEST_F(GuideOfAVisit, CarriesBothWays) {
  const auto message = m_guide.open(m_page.sealed(m_guide, ask));
  ASSERT_TRUE(message);
  EXPECT_EQ(message->agent, "sylvie");
  EXPECT_EQ(message->document, ask);
  for (int number = 1; number <= 3; ++number) {
    const auto text = m_guide.seal("sylvie", {{"tell", "consent"}, {"given", true}});
    ASSERT_TRUE(text) << text.error();
    EXPECT_EQ(m_page.opened(m_guide, *text),
              (json{{"number", number}, {"tell", "consent"}, {"given", true}}));
    EXPECT_EQ(text->find("consent"), std::string::npos) << "the broker can read it";
  }
}

TEST_F(GuideOfAVisit, NumbersGrow) {
  const auto send = [&](int number) {
    return refusal(m_page.sealed(m_guide, {{"number", number}, {"do", "unpoint"}}));
  };
  EXPECT_EQ(send(1), std::nullopt);
  EXPECT_EQ(send(7), std::nullopt) << "a gap is a message that was lost";
  EXPECT_EQ(send(7), GuideFault::Repeated);
  EXPECT_EQ(send(2), GuideFault::Repeated);
  EXPECT_EQ(send(8), std::nullopt);
}

TEST_F(GuideOfAVisit, RefusesEachAttack) {
  const std::string recorded = m_page.sealed(m_guide, ask);
  ASSERT_EQ(refusal(recorded), std::nullopt);
  const auto next = [&] { return m_page.envelope(m_guide, R"({"number":9,"do":"ask"})"); };
  const auto with = [&](const char* member, const json& value) {
    json envelope = next();
    envelope[member] = value;
    return envelope.dump();
  };
  const auto inside = [&](const std::string& opened) {
    return m_page.envelope(m_guide, opened).dump();
  };
  const Guide otherVisit;
  Page other;
  const auto own = m_guide.seal("sylvie", {{"tell", "consent"}, {"given", true}}).value();
  json turned = json::parse(own);
  turned["from"] = "desk";
  const std::string deep = R"({"number":9,"do":)" + std::string(3000, '[') + "}";
  const struct {
    const char* what;
    std::string text;
    GuideFault wanted;
  } attacks[] = {
      {"a replay", recorded, GuideFault::Repeated},
      {"our own message sent back", own, GuideFault::NotForUs},
      {"our own, said to be the desk's", turned.dump(), GuideFault::DoesNotFit},
      {"another visit's", m_page.sealed(otherVisit, ask), GuideFault::NotForUs},
      {"another visit's, relabelled",
       [&] {
         json envelope = m_page.envelope(otherVisit, ask.dump());
         envelope["visit"] = m_guide.visitKey();
         return envelope.dump();
       }(),
       GuideFault::CannotOpen},
      {"a page that nobody announced", other.sealed(m_guide, ask), GuideFault::NotForUs},
      {"that page, under her page's key",
       [&] {
         json envelope = other.envelope(m_guide, R"({"number":9,"do":"ask"})");
         envelope["page"] = m_page.key();
         return envelope.dump();
       }(),
       GuideFault::CannotOpen},
      {"hers, under another agent's name", with("agent", "karim"), GuideFault::NotForUs},
      {"no box", with("sealed", "AAAA"), GuideFault::CannotOpen},
      {"no base64", with("sealed", "AAAAA"), GuideFault::NotAMessage},
      {"too large for a desk", inside(R"({"number":9,"do":"ask")" + std::string(5000, ' ') + "}"),
       GuideFault::NotAMessage},
      {"larger than a message", std::string(70'000, ' ') + next().dump(), GuideFault::NotAMessage},
      {"nested", deep, GuideFault::NotAMessage},
      {"nested inside", inside(deep), GuideFault::DoesNotFit},
      {"one member more", with("retain", true), GuideFault::NotAMessage},
      {"no JSON", "hello", GuideFault::NotAMessage},
      {"nothing", "", GuideFault::NotAMessage},
      {"nothing inside", inside(""), GuideFault::DoesNotFit},
      {"an act that a desk does not have", inside(R"({"number":9,"do":"send"})"),
       GuideFault::DoesNotFit},
      {"a member more inside", inside(R"({"number":9,"do":"ask","pay":true})"),
       GuideFault::DoesNotFit},
      {"number zero", inside(R"({"number":0,"do":"ask"})"), GuideFault::DoesNotFit},
      {"a negative number", inside(R"({"number":-9,"do":"ask"})"), GuideFault::DoesNotFit},
      {"a broken number", inside(R"({"number":9.5,"do":"ask"})"), GuideFault::DoesNotFit},
      {"a number past counting", inside(R"({"number":18446744073709551615,"do":"ask"})"),
       GuideFault::DoesNotFit},
      {"a suggestion of 201 characters",
       inside(json{
           {"number", 9}, {"do", "suggest"}, {"step", "name"}, {"value", std::string(201, 'x')}}
                  .dump()),
       GuideFault::DoesNotFit},
  };
  for (const auto& attack : attacks)
    EXPECT_EQ(refusal(attack.text), attack.wanted) << attack.what;
  EXPECT_EQ(refusal(next().dump()), std::nullopt) << "an attack used up a number";
}

TEST_F(GuideOfAVisit, EveryAlteredByteOfTheBoxIsNoticed) {
  json envelope = m_page.envelope(m_guide, ask.dump());
  const auto box = crypto::fromBase64(envelope["sealed"].get<std::string>()).value();
  for (std::size_t i = 0; i < box.size(); ++i) {
    auto changed = box;
    changed[i] ^= 1U;
    envelope["sealed"] = crypto::toBase64(changed);
    EXPECT_EQ(refusal(envelope.dump()), GuideFault::CannotOpen) << i;
  }
}

TEST_F(GuideOfAVisit, AWeakOrStrangeKeyIsNoPage) {
  crypto::PublicKey one{};
  one[0] = 1;
  for (const auto& key : {crypto::toBase64(crypto::PublicKey{}), crypto::toBase64(one),
                          std::string("AAAA"), std::string(), m_guide.visitKey()}) {
    EXPECT_FALSE(m_guide.announce("karim", key)) << key;
    EXPECT_FALSE(m_guide.seal("karim", {{"tell", "over"}}));
  }
}

// Else a second agent could have the first one's messages taken for theirs.
TEST_F(GuideOfAVisit, APageIsOneAgents) {
  EXPECT_FALSE(m_guide.announce("karim", m_page.key()));
  json envelope = m_page.envelope(m_guide, ask.dump());
  envelope["agent"] = "karim";
  EXPECT_EQ(refusal(envelope.dump()), GuideFault::NotForUs);
  EXPECT_EQ(refusal(m_page.sealed(m_guide, ask)), std::nullopt);
}

TEST_F(GuideOfAVisit, AStatusThatComesAgainDoesNotLetAReplayIn) {
  const std::string recorded = m_page.sealed(m_guide, ask);
  EXPECT_EQ(refusal(recorded), std::nullopt);
  EXPECT_TRUE(m_guide.announce("sylvie", m_page.key()));
  EXPECT_EQ(refusal(recorded), GuideFault::Repeated);
  EXPECT_FALSE(m_guide.announce("sylvie", std::nullopt));
  EXPECT_EQ(refusal(recorded), GuideFault::NotForUs);
  EXPECT_TRUE(m_guide.announce("sylvie", m_page.key()));
  EXPECT_EQ(refusal(recorded), GuideFault::Repeated);
}

TEST_F(GuideOfAVisit, AReloadedPageStartsAnewAndEndsTheOldOne) {
  EXPECT_EQ(refusal(m_page.sealed(m_guide, {{"number", 5}, {"do", "ask"}})), std::nullopt);
  const Page reloaded;
  ASSERT_TRUE(m_guide.announce("sylvie", reloaded.key()));
  EXPECT_EQ(refusal(reloaded.sealed(m_guide, ask)), std::nullopt);
  EXPECT_EQ(refusal(m_page.sealed(m_guide, {{"number", 6}, {"do", "ask"}})), GuideFault::NotForUs);
  const auto text = m_guide.seal("sylvie", {{"tell", "over"}}).value();
  EXPECT_EQ(reloaded.opened(m_guide, text)["tell"], "over");
}

TEST_F(GuideOfAVisit, TwoAgentsCountApart) {
  Page second;
  second.agent = "karim";
  ASSERT_TRUE(m_guide.announce("karim", second.key()));
  EXPECT_EQ(refusal(m_page.sealed(m_guide, {{"number", 9}, {"do", "ask"}})), std::nullopt);
  EXPECT_EQ(refusal(second.sealed(m_guide, ask)), std::nullopt);
}

TEST_F(GuideOfAVisit, WhatDoesNotFitIsNotSealed) {
  const std::string value(401, 'x');
  for (const json& odd : {json(), json::array(), json{{"tell", "pay"}}, json{{"do", "ask"}},
                          json{{"tell", "value"}, {"step", "name"}, {"value", value}},
                          json{{"tell", "value"}, {"step", "Name!"}, {"value", "x"}}})
    EXPECT_FALSE(m_guide.seal("sylvie", odd)) << odd;
  EXPECT_EQ(m_guide.seal("nobody", {{"tell", "over"}}).error(), "agent");
  const auto text = m_guide.seal("sylvie", {{"tell", "over"}}).value();
  EXPECT_EQ(m_page.opened(m_guide, text)["number"], 1) << "what was not sent used up a number";
}

TEST_F(GuideOfAVisit, PagesOfOneVisitAreBounded) {
  int taken = 0;
  for (int i = 0; i < 400; ++i)
    taken += m_guide.announce("karim", Page{}.key()) ? 1 : 0;
  EXPECT_EQ(taken, 255);
  EXPECT_EQ(refusal(m_page.sealed(m_guide, ask)), std::nullopt);
}

}  // namespace
