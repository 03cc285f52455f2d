// SPDX-License-Identifier: Apache-2.0
// Golden pairs, and what no other side may send.
#include "agent/messages.h"

#include <gtest/gtest.h>

namespace {

using namespace agent;
using nlohmann::json;

const std::string id = "01938d3c-0000-7000-8000-000000000001";
const std::string key = std::string(43, 'A') + "=";

// The text is compared as a document: the order of fields is nobody's business.
template <typename T, typename Parse>
void expectPair(const T& value, const std::string& text, Parse parse) {
  const auto written = toJson(value);
  ASSERT_TRUE(written) << written.error();
  EXPECT_EQ(json::parse(*written), json::parse(text));
  const auto read = parse(text);
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(*read, value);
}

TEST(Messages, KioskStatus) {
  KioskStatus status{KioskState::Help, 12, "plate", 2, 6, {}, {}, key, "sylvie"};
  status.call = OpenCall{id, CallState::Answered, CallKind::Blocked, 40, 2, "karim", 3, true};
  status.callBacks = {{id, -60, "AQID"}};
  expectPair(
      status,
      R"({"state":"help","age":12,"step":"plate","chapter":2,"chapters":6,"call":{"call":")" + id +
          R"(","state":"answered","kind":"blocked","age":40,"round":2,"agent":"karim",)" +
          R"("minutes":3,"onTheWay":true},"callBacks":[{"call":")" + id +
          R"(","in":-60,"sealed":"AQID"}],"visit":")" + key + R"(","looking":"sylvie"})",
      parseKioskStatus);
  const auto will = parseKioskStatus(R"({"state":"offline","age":0})");
  ASSERT_TRUE(will);
  EXPECT_EQ(*will, KioskStatus{});
}

TEST(Messages, Call) {
  expectPair(CallEvent{id, CallState::CallBack, CallKind::PaymentUnknown, std::nullopt, 0, 7, 3,
                       std::nullopt},
             R"({"call":")" + id +
                 R"(","state":"call-back","kind":"payment-unknown","step":null,"chapter":0,)" +
                 R"("age":7,"round":3,"to":null})",
             parseCallEvent);
}

TEST(Messages, Answer) {
  expectPair(Answer{id, "sylvie", AnswerAction::Coming, 3, std::nullopt},
             R"({"call":")" + id + R"(","agent":"sylvie","action":"coming","minutes":3})",
             parseAnswer);
  expectPair(Answer{id, "sylvie", AnswerAction::Pass, std::nullopt, "karim"},
             R"({"call":")" + id + R"(","agent":"sylvie","action":"pass","to":"karim"})",
             parseAnswer);
  for (const auto& [action, word] : {std::pair{AnswerAction::OnTheWay, "on-the-way"},
                                     {AnswerAction::Arrived, "arrived"},
                                     {AnswerAction::Release, "release"},
                                     {AnswerAction::End, "end"}})
    expectPair(Answer{id, "sylvie", action, std::nullopt, std::nullopt},
               R"({"call":")" + id + R"(","agent":"sylvie","action":")" + word + "\"}",
               parseAnswer);
}

TEST(Messages, DeskStatusCountAndGuide) {
  expectPair(DeskStatus{DeskState::Available, 4, key},
             R"({"state":"available","age":4,"key":")" + key + "\"}", parseDeskStatus);
  ASSERT_TRUE(parseDeskStatus(R"({"state":"offline","age":0})"));
  expectPair(Count{VisitEnd::List, 3, 2}, R"({"end":"list","chapter":3,"calls":2})", parseCount);
  expectPair(GuideEnvelope{Side::Desk, "sylvie", key, key, "AQID"},
             R"({"from":"desk","agent":"sylvie","visit":")" + key + R"(","page":")" + key +
                 R"(","sealed":"AQID"})",
             parseGuideEnvelope);
}

TEST(Messages, RefuseWhatDoesNotFit) {
  const std::string answer = R"({"call":")" + id + R"(","agent":"sylvie","action":"end"})";
  ASSERT_TRUE(parseAnswer(answer));
  const std::string bad[] = {
      "",
      "nonsense",
      "null",
      "[]",
      "{}",
      answer + "x",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"coming"})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"coming","minutes":0})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"coming","minutes":61})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"coming","minutes":"3"})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"coming","minutes":1e99})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"pass"})",
      R"({"call":")" + id + R"(","agent":"Sylvie","action":"end"})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"send"})",
      R"({"call":"1","agent":"sylvie","action":"end"})",
      R"({"call":")" + id + R"(","agent":"sylvie","action":"end","text":"<b>hello</b>"})",
      R"({"call":")" + id + "\xff" + R"(","agent":"sylvie","action":"end"})",
      std::string(100'000, '['),
  };
  for (const auto& text : bad) {
    const auto read = parseAnswer(text);
    ASSERT_FALSE(read) << text;
    EXPECT_LT(read.error().size(), 200u);
  }
}

TEST(Messages, RefuseWhatIsTooLarge) {
  std::string text = R"({"end":"list","chapter":3,"calls":2})";
  ASSERT_TRUE(parseCount(text));
  text.append(largestMessage - text.size(), ' ');
  EXPECT_TRUE(parseCount(text));
  EXPECT_FALSE(parseCount(text + " "));
}

// A pattern over so long a string would recurse once per character.
TEST(Messages, TakeALongSealedPartAndNoNonsenseInIt) {
  GuideEnvelope envelope{Side::Desk, "sylvie", key, key, std::string(59'999 / 4 * 4, 'A')};
  const auto text = toJson(envelope);
  ASSERT_TRUE(text) << text.error();
  EXPECT_TRUE(parseGuideEnvelope(*text));
  std::string odd = *text;
  odd[odd.find("AAAA\"")] = '<';
  EXPECT_FALSE(parseGuideEnvelope(odd));
  envelope.sealed += std::string(8, 'A');
  EXPECT_FALSE(toJson(envelope)) << "longer than the schema allows";
  envelope.sealed = "not base64";
  EXPECT_FALSE(toJson(envelope));
}

TEST(Messages, OfOursThatDoNotFitDoNotLeave) {
  KioskStatus status{KioskState::Busy, 0, "plate", 2, 6, {}, {}, {}, {}};
  ASSERT_TRUE(toJson(status));
  status.step = "Plate <script>";
  EXPECT_FALSE(toJson(status));
  status.step = "plate";
  status.chapter = 9;
  EXPECT_FALSE(toJson(status));
  EXPECT_FALSE(toJson(CallEvent{"1", CallState::Waiting, CallKind::Help, {}, 0, 0, 1, {}}));
  EXPECT_FALSE(toJson(Answer{id, "\xff", AnswerAction::End, {}, {}}));
}

TEST(Messages, AgesGrowWithinBounds) {
  KioskStatus status{KioskState::Help, largestAge - 5, "plate", 2, 6, {}, {}, {}, {}};
  status.call = OpenCall{id, CallState::Waiting, CallKind::Help, 40, 1, {}, {}, false};
  status.callBacks = {{id, 10, "AQID"}};
  grow(status, 30);
  EXPECT_EQ(status.age, largestAge);
  EXPECT_EQ(status.call->age, 70);
  EXPECT_EQ(status.callBacks[0].in, -20);
  grow(status, -30);
  EXPECT_EQ(status.call->age, 70) << "nothing grows younger";
}

TEST(Messages, GuideInsides) {
  EXPECT_TRUE(parseGuide(Side::Desk, R"({"number":1,"do":"point","at":"continue"})"));
  EXPECT_FALSE(parseGuide(Side::Desk, R"({"number":1,"do":"send"})"));
  EXPECT_FALSE(parseGuide(Side::Kiosk, R"({"number":1,"do":"ask"})"));
  EXPECT_TRUE(parseGuide(Side::Kiosk, R"({"number":1,"tell":"over"})"));
  EXPECT_TRUE(guideText(Side::Kiosk, {{"number", 1}, {"tell", "over"}}));
  EXPECT_FALSE(guideText(Side::Kiosk, {{"number", 0}, {"tell", "over"}}));
}

}  // namespace
