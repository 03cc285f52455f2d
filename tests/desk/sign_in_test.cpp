// SPDX-License-Identifier: Apache-2.0
#include "agent/desk/sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "fixture.h"

namespace desk {
namespace {

using nlohmann::json;

class SignInTest : public DeskFolder {
 protected:
  void SetUp() override {
    DeskFolder::SetUp();
    start();
  }
  // As after a restart of the server: from the files alone.
  void start() { m_signIn.emplace(SignInParts{m_site, m_state, "ws://127.0.0.1:8884", cheap}); }

  void give(const std::string& agent, const std::string& password, bool oneTime = false) {
    const auto hash = crypto::hashPassword(crypto::viewOf(password), cheap);
    ASSERT_TRUE(putAccount(m_state, agent, {*hash, oneTime}));
  }
  Answer tryAs(const std::string& name, const std::string& password,
               const std::string& peer = "192.0.2.1") {
    return m_signIn->signIn({{"name", name}, {"password", password}}, peer, m_now);
  }
  int wrongTries(const std::string& name, int times, const std::string& peer = "192.0.2.1") {
    int refused = 0;
    for (int time = 0; time < times; ++time)
      if (tryAs(name, "wrong", peer).status == 401) ++refused;
    return refused;
  }

  static constexpr const char* right = "four words of mine";
  Seconds m_now = 1'700'000'000;
  std::optional<SignIn> m_signIn;
};

TEST_F(SignInTest, GivesWhatThePageNeedsForTheLine) {
  give("sylvie", right);
  const auto answer = tryAs("sylvie", right);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body["agent"], "sylvie");
  EXPECT_EQ(answer.body["name"], "Sylvie");
  EXPECT_EQ(answer.body["line"], "ws://127.0.0.1:8884");
  EXPECT_EQ(answer.body["user"], "sylvie");
  EXPECT_EQ(answer.body["secret"], "secret-of-sylvie");
  EXPECT_EQ(answer.body["token"].get<std::string>().size(), 44u);
}

TEST_F(SignInTest, TakesTheGivenNameInAnyCase) {
  give("sylvie", right);
  EXPECT_EQ(tryAs("SYLVIE", right).status, 200);
}

TEST_F(SignInTest, AnswersAnUnknownNameAsAWrongPassword) {
  give("sylvie", right);
  const auto wrong = tryAs("sylvie", "wrong", "192.0.2.1");
  const auto unknown = tryAs("nobody", "wrong", "192.0.2.2");
  const auto without = tryAs("karim", "wrong", "192.0.2.3");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(unknown.status, wrong.status);
  EXPECT_EQ(unknown.body, wrong.body);
  EXPECT_EQ(without.body, wrong.body);
  EXPECT_EQ(wrongTries("nobody", 4), 4);
  EXPECT_EQ(tryAs("nobody", "wrong", "192.0.2.9").body["code"], "slow-down");
}

TEST_F(SignInTest, AnUnknownNameCostsAHashToo) {
  // Dear enough to stand out from the writing of files.
  constexpr crypto::PasswordCost dear{32U << 20U, 2};
  const auto hash = crypto::hashPassword(crypto::viewOf(right), dear);
  ASSERT_TRUE(putAccount(m_state, "sylvie", {*hash, false}));
  m_signIn.emplace(SignInParts{m_site, m_state, "ws://127.0.0.1:8884", dear});
  const auto spent = [this](const std::string& name, const std::string& peer) {
    auto least = std::chrono::steady_clock::duration::max();
    for (int time = 0; time < 3; ++time) {
      const auto began = std::chrono::steady_clock::now();
      EXPECT_EQ(tryAs(name, "wrong", peer).status, 401);
      least = std::min(least, std::chrono::steady_clock::now() - began);
    }
    return least;
  };
  EXPECT_GT(spent("nobody", "192.0.2.2") * 2, spent("sylvie", "192.0.2.1"));
}

TEST_F(SignInTest, SlowsDownAfterFiveWrongTriesOfOneName) {
  give("sylvie", right);
  EXPECT_EQ(wrongTries("sylvie", 5), 5);
  auto answer = tryAs("sylvie", right, "192.0.2.9");
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.body["seconds"], 15);
  m_now += 14;
  EXPECT_EQ(tryAs("sylvie", right, "192.0.2.9").body["seconds"], 1);
  m_now += 1;
  EXPECT_EQ(tryAs("sylvie", right, "192.0.2.9").status, 200);
  EXPECT_EQ(wrongTries("sylvie", 5, "192.0.2.9"), 5) << "the count begins anew";
}

TEST_F(SignInTest, SlowsDownOnePeerWhateverTheName) {
  give("sylvie", right);
  for (const auto* name : {"a", "b", "c", "d", "e"})
    EXPECT_EQ(tryAs(name, "wrong").status, 401);
  EXPECT_EQ(tryAs("sylvie", right).status, 429);
  EXPECT_EQ(tryAs("sylvie", right, "192.0.2.9").status, 200);
}

TEST_F(SignInTest, ARightPasswordGivesNoNewTriesAtAColleagues) {
  give("sylvie", right);
  give("karim", "another four words");
  EXPECT_EQ(wrongTries("sylvie", 4), 4);
  EXPECT_EQ(tryAs("karim", "another four words").status, 200);
  EXPECT_EQ(wrongTries("nobody", 1), 1);
  EXPECT_EQ(tryAs("karim", "another four words").status, 429);
}

TEST_F(SignInTest, ARestartForgivesNothing) {
  give("sylvie", right);
  wrongTries("sylvie", 6);
  start();
  EXPECT_EQ(tryAs("sylvie", right).status, 429);
}

TEST_F(SignInTest, ATryIsCountedBeforeItIsChecked) {
  wrongTries("sylvie", 5);
  const auto kept = Throttle::from(text("tries.json"));
  auto copy = kept;
  EXPECT_EQ(copy.wait("name sylvie", m_now), 15);
}

TEST_F(SignInTest, AGivenPasswordHasToBeChanged) {
  give("sylvie", "pomme-poire-prune-canal", true);
  const auto first = tryAs("sylvie", "pomme-poire-prune-canal");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, json({{"change", true}, {"shortest", shortestPassword}}));
  const auto change = [this](const std::string& chosen) {
    return m_signIn->changePassword(
        {{"name", "sylvie"}, {"password", "pomme-poire-prune-canal"}, {"newPassword", chosen}},
        "192.0.2.1", m_now);
  };
  EXPECT_EQ(change("court").body["code"], "password-too-short");
  EXPECT_EQ(change("éééééééééé").body["code"], "password-too-short") << "counted as people count";
  EXPECT_EQ(change("aaaabbbbaaaa").body["code"], "password-too-plain");
  EXPECT_EQ(change("pomme-poire-prune-canal").body["code"], "password-is-the-old-one");
  EXPECT_EQ(change(std::string(201, 'a') + "bcde").body["code"], "password-too-long");
  const auto changed = change(right);
  EXPECT_EQ(changed.status, 200);
  EXPECT_TRUE(changed.body.contains("secret"));
  EXPECT_EQ(tryAs("sylvie", "pomme-poire-prune-canal").status, 401) << "it counts once";
  EXPECT_TRUE(tryAs("sylvie", right).body.contains("secret"));
}

TEST_F(SignInTest, ChangingWithAWrongPasswordIsATry) {
  give("sylvie", right);
  for (int time = 0; time < 5; ++time)
    EXPECT_EQ(
        m_signIn
            ->changePassword(
                {{"name", "sylvie"}, {"password", "wrong"}, {"newPassword", "a whole new phrase"}},
                "192.0.2.1", m_now)
            .status,
        401);
  EXPECT_EQ(tryAs("sylvie", right).status, 429);
}

TEST_F(SignInTest, AReopenedPageGoesOnUntilTheDayIsOver) {
  give("sylvie", right);
  const auto token = tryAs("sylvie", right).body["token"];
  start();
  m_now += sessionLasts - 1;
  EXPECT_EQ(m_signIn->resume({{"token", token}}, m_now).body["secret"], "secret-of-sylvie");
  m_now += 1;
  EXPECT_EQ(m_signIn->resume({{"token", token}}, m_now).status, 401);
}

TEST_F(SignInTest, SignedOutOrChangedThePasswordTheTokenIsDead) {
  give("sylvie", right);
  const auto one = tryAs("sylvie", right).body["token"];
  EXPECT_EQ(m_signIn->signOut({{"token", one}}).status, 200);
  EXPECT_EQ(m_signIn->resume({{"token", one}}, m_now).status, 401);
  const auto other = tryAs("sylvie", right).body["token"];
  const auto changed = m_signIn->changePassword(
      {{"name", "sylvie"}, {"password", right}, {"newPassword", "a whole new phrase"}}, "192.0.2.1",
      m_now);
  EXPECT_EQ(m_signIn->resume({{"token", other}}, m_now).status, 401);
  EXPECT_EQ(m_signIn->resume({{"token", changed.body["token"]}}, m_now).status, 200);
}

TEST_F(SignInTest, NoFileHoldsAPasswordOrAToken) {
  give("sylvie", right);
  const auto token = tryAs("sylvie", right).body["token"].get<std::string>();
  for (const auto* file : {"passwords.json", "sessions.json", "tries.json"}) {
    EXPECT_THAT(text(file), testing::Not(testing::HasSubstr(right))) << file;
    EXPECT_THAT(text(file), testing::Not(testing::HasSubstr(token))) << file;
    struct stat facts {};
    ASSERT_EQ(stat((m_state / file).c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600u) << file;
  }
}

TEST_F(SignInTest, OddRequestsAreWrongTries) {
  for (const auto& asked : {json::object(), json({{"name", 5}, {"password", true}}),
                            json({{"name", std::string(10000, 'x')}, {"password", ""}})})
    EXPECT_EQ(m_signIn->signIn(asked, "192.0.2.1", m_now).status, 401);
  EXPECT_EQ(m_signIn->resume(json::object(), m_now).status, 401);
}

TEST_F(SignInTest, OpensACallBackForWhoIsSignedInOnly) {
  give("sylvie", right);
  const auto keys = provideDeskKey(m_state);
  ASSERT_TRUE(keys);
  const std::string inside = R"({"telephone": "03 81 00 00 00", "name": "Mme Petit"})";
  const auto sealed = crypto::toBase64(*crypto::seal(crypto::viewOf(inside), keys->publicKey));
  const auto token = tryAs("sylvie", right).body["token"];
  const auto open = [this, &sealed](const json& by) {
    return m_signIn->openCallBack({{"token", by}, {"sealed", sealed}}, m_now);
  };
  EXPECT_EQ(open(token).body, json({{"telephone", "03 81 00 00 00"}, {"name", "Mme Petit"}}));
  EXPECT_EQ(open("another").status, 401);
  EXPECT_EQ(m_signIn->openCallBack({{"token", token}, {"sealed", "AAAA"}}, m_now).status, 422);
  EXPECT_EQ(provideDeskKey(m_state)->publicKey, keys->publicKey) << "made once";
}

TEST_F(SignInTest, WithoutASecretItSaysThatTheLineIsNotReady) {
  give("sylvie", right);
  std::filesystem::remove(m_state / "secrets.json");
  EXPECT_EQ(tryAs("sylvie", right).body["code"], "not-enrolled");
}

}  // namespace
}  // namespace desk
