// SPDX-License-Identifier: Apache-2.0
#include "agent/call_store.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "fixture.h"

namespace {

agent::CallRecord full() {
  agent::StoredCall call;
  call.id = "01938d3c-0000-7000-8000-000000000001";
  call.kind = agent::CallKind::PaymentUnknown;
  call.step = "plate";
  call.chapter = 3;
  call.round = 2;
  call.answered = true;
  call.agent = "sylvie";
  call.minutes = 5;
  call.times = {1'000, 2'000, 3'000, std::nullopt, 4'000, 5'000, std::nullopt};
  return {call, {{"01938d3c-0000-7000-8000-000000000002", 9'000, "AQID"}}, 4};
}

class Store : public ::testing::Test {
 protected:
  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream in(folder.path() / name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
  fixtures::TemporaryFolder folder;
  std::vector<std::string> log;
  agent::FileCallStore store{folder.path(),
                             [this](const std::string& line) { log.push_back(line); }};
};

TEST_F(Store, GivesBackWhatItTook) {
  EXPECT_EQ(store.read(), agent::CallRecord{});
  ASSERT_TRUE(store.write(full()));
  EXPECT_EQ(store.read(), full());
  struct stat info {};
  ASSERT_EQ(::stat((folder.path() / "call.json").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0600u);
  ASSERT_TRUE(store.write({}));
  EXPECT_EQ(store.read(), agent::CallRecord{});
  EXPECT_TRUE(log.empty());
}

TEST_F(Store, ThatCannotBeWrittenSaysSo) {
  agent::FileCallStore nowhere(folder.path() / "missing", [](const std::string&) {});
  EXPECT_FALSE(nowhere.write(full()));
}

// Cut at every byte: never a throw, never half a call; what was there is kept aside.
TEST_F(Store, ReadsNoHalf) {
  const std::string whole = agent::toText(full());
  for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
    std::ofstream(folder.path() / "call.json") << whole.substr(0, length);
    log.clear();
    ASSERT_EQ(store.read(), agent::CallRecord{}) << length;
    ASSERT_EQ(log.size(), 1u) << length;
    ASSERT_EQ(content("call.json.unreadable"), whole.substr(0, length));
    ASSERT_FALSE(std::filesystem::exists(folder.path() / "call.json"));
  }
}

TEST_F(Store, RefusesWhatNoKioskWrote) {
  const std::string whole = agent::toText(full());
  const std::pair<const char*, const char*> changes[] = {
      {"\"version\": 1", "\"version\": 2"},
      {"\"round\": 2,", "\"round\": 4,"},
      {"payment-unknown", "party"},
      {"01938d3c-0000-7000-8000-000000000001", "somebody"},
      {"\"minutes\": 5", "\"minutes\": 99"},
      {"\"minutes\": 5", "\"minutes\": \"5\""},
      {"\"pressed\": 1000", "\"pressed\": 1e300"},
      {"\"agent\": \"sylvie\"", "\"agent\": null"},
      {"\"chapter\": 3", "\"chapter\": -1"},
      {"\"callBacks\": [", "\"callBacks\": [1, "}};
  for (const auto& [from, to] : changes) {
    std::string text = whole;
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, std::string(from).size(), to);
    const auto record = agent::recordOf(text);
    ASSERT_FALSE(record) << to;
    EXPECT_FALSE(record.error().empty());
  }
}

}  // namespace
