// SPDX-License-Identifier: Apache-2.0
#include "agent/badges.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "../fixtures/temporary_folder.h"
#include "agent/pins.h"

namespace {

using namespace agent;
using namespace std::chrono_literals;
using Kind = PanelRefusal::Kind;

constexpr crypto::PasswordCost cheap{8192, 1};
constexpr auto pin = "604913";
constexpr auto otherPin = "275081";

AgentsConfig twoAgents(const crypto::PasswordCost& cost = cheap) {
  const auto hash = [&](std::string_view text) {
    return crypto::hashPassword(crypto::viewOf(text), cost).value();
  };
  AgentsConfig config;
  config.site = {"montbeliard", "Montbéliard"};
  config.agents = {{"sylvie", "Sylvie", Pronoun::She, "1042", hash(pin)},
                   {"karim", "Karim", Pronoun::He, "2718", hash(otherPin)}};
  return config;
}

class Panel : public testing::Test {
 protected:
  // Empty for an agent who was let in.
  std::optional<PanelRefusal> tryIt(std::string_view badge, std::string_view typed) {
    Badges badges(m_agents, m_folder.path());  // as after a restart, each time
    auto trial = badges.begin(badge, typed, m_now);
    if (!trial) return trial.error();
    trial->check();
    const auto agent = badges.finish(*trial, m_now);
    if (!agent) return agent.error();
    EXPECT_EQ((*agent)->badge, badge);
    return std::nullopt;
  }
  // Wrong tries, each as soon as it may be made; how long all the waiting was.
  std::chrono::milliseconds missTimes(std::string_view badge, int times) {
    std::chrono::milliseconds waited{};
    for (int i = 0; i < times; ++i) {
      auto refused = tryIt(badge, "000000");
      if (refused && refused->kind == Kind::Wait) {
        waited += refused->wait;
        m_now.sinceBoot += refused->wait;
        refused = tryIt(badge, "000000");
      }
      EXPECT_TRUE(refused && (refused->kind == Kind::Wrong || refused->kind == Kind::Locked)) << i;
    }
    return waited;
  }
  std::string file() const {
    std::ifstream stream(m_folder.path() / "badges.json");
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  fixtures::TemporaryFolder m_folder;
  AgentsConfig m_agents = twoAgents();
  Uptime m_now{"boot-1", 1h};
};

TEST_F(Panel, OpensForBadgeAndPinOfOneAgent) {
  EXPECT_FALSE(tryIt("1042", pin));
  EXPECT_FALSE(tryIt("2718", otherPin));
  EXPECT_EQ(tryIt("1042", otherPin)->kind, Kind::Wrong);
  EXPECT_EQ(tryIt("1042", "")->kind, Kind::Wrong);
  EXPECT_EQ(tryIt("", pin)->kind, Kind::Wrong);
  EXPECT_EQ(tryIt("1042", pin + std::string(100, ' '))->kind, Kind::Wrong);
}

TEST_F(Panel, FiveTriesThenFifteenSecondsDoublingThenLocked) {
  for (unsigned i = 1; i < freeTries; ++i)
    EXPECT_EQ(tryIt("1042", "1")->wait, 0s) << i;
  std::chrono::seconds wait = 15s;
  for (unsigned i = freeTries; i < lockedAt; ++i, wait *= 2) {
    const auto refused = tryIt("1042", "1");
    EXPECT_EQ(refused->kind, Kind::Wrong) << i;
    EXPECT_EQ(refused->wait, wait) << i;
    m_now.sinceBoot += wait - 1ms;
    EXPECT_EQ(tryIt("1042", pin)->kind, Kind::Wait) << "the right PIN, too early";
    EXPECT_EQ(tryIt("1042", pin)->wait, 1ms);
    m_now.sinceBoot += 1ms;
  }
  EXPECT_EQ(tryIt("1042", "1")->kind, Kind::Locked);
  m_now.sinceBoot += 24h * 365;
  EXPECT_EQ(tryIt("1042", pin)->kind, Kind::Locked);
  EXPECT_FALSE(tryIt("2718", otherPin)) << "another agent is not locked out with her";
  ASSERT_TRUE(Badges::unlock(m_folder.path(), "1042"));
  EXPECT_FALSE(tryIt("1042", pin));
}

TEST_F(Panel, ARightPinEndsTheRow) {
  missTimes("1042", 4);
  EXPECT_FALSE(tryIt("1042", pin));
  EXPECT_EQ(missTimes("1042", 5), 0s);
  m_now.sinceBoot += 15s;
  EXPECT_FALSE(tryIt("1042", pin));
}

TEST_F(Panel, AnotherAgentsRightPinDoesNotHelpToGuessHers) {
  for (int i = 0; i < 3; ++i) {
    missTimes("1042", 5);
    m_now.sinceBoot += 5min;
    EXPECT_FALSE(tryIt("2718", otherPin));
  }
  EXPECT_EQ(tryIt("1042", pin)->kind, Kind::Locked);
}

TEST_F(Panel, WhoGuessesBadgesWaitsToo) {
  std::chrono::milliseconds waited{};
  for (int badge = 3000; badge < 3100; ++badge)
    waited += missTimes(std::to_string(badge), 1);
  // Ten at once, six waits that double, then five minutes for each.
  EXPECT_GE(waited, 80 * longestKioskWait);
  EXPECT_LT(file().size(), 8192U);
  EXPECT_EQ(file().find("3000"), std::string::npos) << "what somebody typed is kept";
  const auto refused = tryIt("1042", pin);
  EXPECT_EQ(refused->kind, Kind::Wait);
  EXPECT_LE(refused->wait, longestKioskWait);
  m_now.sinceBoot += longestKioskWait;
  EXPECT_FALSE(tryIt("1042", pin)) << "a passer-by shut the panel for good";
  EXPECT_EQ(tryIt("2718", "1")->wait, 0s) << "the kiosk's row has ended";
}

TEST_F(Panel, ABadgeOfNobodyIsAnsweredAsAWrongPin) {
  const auto answersTo = [&](std::string_view badge) {
    std::filesystem::remove(m_folder.path() / "badges.json");
    std::vector<std::pair<Kind, std::chrono::milliseconds>> answers;
    for (unsigned i = 0; i <= lockedAt; ++i) {
      for (int again = 0; again < 2; ++again) {
        const auto refused = tryIt(badge, "1").value();
        answers.emplace_back(refused.kind, refused.wait);
      }
      m_now.sinceBoot += 3h;
    }
    return answers;
  };
  const auto known = answersTo("1042");
  EXPECT_EQ(answersTo("9999"), known);
  EXPECT_EQ(known.back().first, Kind::Locked);
}

// What this thread has had of the processor: on a busy machine the clock tells of the others.
std::chrono::nanoseconds worked() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

TEST_F(Panel, ABadgeOfNobodyTakesAsLong) {
  m_agents = twoAgents({4U << 20U, 1});
  const auto timeOf = [&](std::string_view badge) {
    std::vector<std::chrono::nanoseconds> times;
    for (int i = 0; i < 5; ++i) {
      Badges badges(m_agents, m_folder.path());
      auto trial = badges.begin(badge, "1", m_now).value();
      const auto before = worked();
      trial.check();
      times.push_back(worked() - before);
    }
    return *std::min_element(times.begin(), times.end());
  };
  const auto known = timeOf("1042");
  EXPECT_GT(2 * timeOf("9999"), known);
}

// Whoever pulls the plug between typing and the answer has used up the try.
TEST_F(Panel, ATryCountsBeforeItIsChecked) {
  for (unsigned i = 0; i < lockedAt; ++i) {
    Badges badges(m_agents, m_folder.path());
    const auto trial = badges.begin("1042", pin, m_now);
    ASSERT_TRUE(trial) << i;
    m_now.sinceBoot += 3h;  // the power is gone before check()
  }
  EXPECT_EQ(tryIt("1042", pin)->kind, Kind::Locked);
}

TEST_F(Panel, ADroppedOrUncheckedTrialOpensNothing) {
  Badges badges(m_agents, m_folder.path());
  auto first = badges.begin("1042", pin, m_now).value();
  first.check();
  auto second = badges.begin("2718", otherPin, m_now).value();
  EXPECT_EQ(badges.finish(first, m_now).error().kind, Kind::Wrong);
  second.check();
  EXPECT_EQ(badges.finish(second, m_now).error().kind, Kind::Wrong) << "finish() ended that one";
  const auto unchecked = badges.begin("1042", pin, m_now).value();
  EXPECT_EQ(badges.finish(unchecked, m_now).error().kind, Kind::Wrong);
  auto third = badges.begin("1042", pin, m_now).value();
  third.check();
  EXPECT_TRUE(badges.finish(third, m_now));
  EXPECT_EQ(badges.finish(third, m_now).error().kind, Kind::Wrong) << "twice";
}

TEST_F(Panel, AnotherStartOfTheMachineNeitherSavesAWaitNorLocksForEver) {
  missTimes("1042", 8);  // 120 s
  for (const auto& moment : {Uptime{"boot-2", 3s}, Uptime{"boot-2", 3s}, Uptime{"boot-3", 1000h},
                             Uptime{"boot-3", 2s}, Uptime{"", 5s}}) {
    m_now = moment;
    const auto refused = tryIt("1042", pin);
    EXPECT_EQ(refused->kind, Kind::Wait);
    EXPECT_EQ(refused->wait, 120s);
  }
  m_now = {"boot-4", 1s};
  EXPECT_EQ(tryIt("1042", pin)->wait, 120s);
  m_now.sinceBoot += 119s;
  EXPECT_EQ(tryIt("1042", pin)->wait, 1s) << "the wait began anew with another look";
  m_now.sinceBoot += 1s;
  EXPECT_FALSE(tryIt("1042", pin));
}

TEST_F(Panel, WhatCannotBeWrittenIsNotTried) {
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit none = before;
  none.rlim_cur = 0;
  ::setrlimit(RLIMIT_FSIZE, &none);
  const auto refused = tryIt("1042", pin);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->kind, Kind::CannotRecord);
  EXPECT_NE(refused->detail.find("badges.json"), std::string::npos) << refused->detail;
  EXPECT_FALSE(tryIt("1042", pin));
}

TEST_F(Panel, ADamagedFileOrNoFolderIsToldAsThat) {
  for (const char* text :
       {"", "{", "[]", "{}", R"({"version": 1})", R"({"version": 2})",
        R"({"version":1,"boot":"","key":"","kiosk":1,"badges":{},"strangers":[]})"}) {
    std::ofstream(m_folder.path() / "badges.json") << text;
    EXPECT_EQ(tryIt("1042", pin)->kind, Kind::CannotRecord) << text;
  }
  Badges nowhere(m_agents, m_folder.path() / "none");
  EXPECT_EQ(nowhere.begin("1042", pin, m_now).error().kind, Kind::CannotRecord);
}

TEST(Uptime, IsTheSameStartAndGoesOn) {
  const Uptime first = uptimeNow();
  const Uptime second = uptimeNow();
  EXPECT_EQ(first.boot, second.boot);
  EXPECT_GT(first.sinceBoot, 0s);
  EXPECT_GE(second.sinceBoot, first.sinceBoot);
}

static_assert(!std::is_copy_constructible_v<PinTrial>);

TEST(Pins, ThoseTriedFirstAreRefused) {
  for (const char* odd : {"",       "0000",   "1234",   "12345",  "1234567", "12345a", "000000",
                          "777777", "121212", "123123", "123456", "234567",  "789012", "654321",
                          "210987", "010150", "311299", "240631", "407382",  "915064"})
    EXPECT_FALSE(pinBreach(odd).empty()) << odd;
  for (const char* good : {"604913", "275081", "980417", "321507", "001837", "135797"})
    EXPECT_TRUE(pinBreach(good).empty()) << good << ": " << pinBreach(good);
}

TEST(Pins, MostRemain) {
  int good = 0;
  for (int number = 0; number < 1'000'000; number += 7) {
    std::string text = std::to_string(number);
    text.insert(0, 6 - text.size(), '0');
    good += pinBreach(text).empty() ? 1 : 0;
  }
  EXPECT_GT(good * 7, 940'000);
}

}  // namespace
