// SPDX-License-Identifier: Apache-2.0
// The real store: sealed, signed, recorded; and what it says when the state folder is no good.
#include "kiosk/session/outbox_store.h"

#include "rig.h"

#include "crypto/crypto.h"
#include "outbox/keys.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

using session::Fate;
using session::OutboxStore;
using session::StoreTrouble;
namespace fs = std::filesystem;

class OutboxStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "session-store-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    m_state = name;
  }
  void TearDown() override {
    std::error_code error;
    fs::permissions(m_state, fs::perms::owner_all, error);
    fs::remove_all(m_state, error);
  }

  void enrol() {
    ASSERT_TRUE(outbox::provisionKeys(m_state, "montbeliard-1"));
    const auto sealing = crypto::makeBoxKeys();
    const auto receipts = crypto::makeSigningKeys();
    std::ofstream(m_state / "keys/national.json")
        << nlohmann::json{{"keyId", "test-1"},
                          {"sealingKey", crypto::toBase64(sealing.publicKey)},
                          {"receiptKey", crypto::toBase64(receipts.publicKey)}};
  }

  OutboxStore store() {
    return {m_state, "montbeliard-1", outbox::Quota{}, [] { return 1'795'000'000'000; }};
  }

  fs::path m_state;
};

TEST_F(OutboxStoreTest, saysThatTheKioskIsNotEnrolled) {
  auto empty = store();
  const auto trouble = empty.troubleNow();
  ASSERT_TRUE(trouble);
  EXPECT_EQ(trouble->kind, StoreTrouble::Kind::Enrolment);
}

TEST_F(OutboxStoreTest, saysThatTheKeysAreOfAnotherKiosk) {
  ASSERT_TRUE(outbox::provisionKeys(m_state, "belfort-2"));
  auto foreign = store();
  ASSERT_TRUE(foreign.troubleNow());
  EXPECT_EQ(foreign.troubleNow()->kind, StoreTrouble::Kind::Enrolment);
}

TEST_F(OutboxStoreTest, provisionsAtTheStart) {
  enrol();
  auto fresh = store();
  EXPECT_FALSE(fresh.troubleNow()) << fresh.troubleNow()->detail;
  EXPECT_TRUE(fs::exists(m_state / "outbox.db"));
}

TEST_F(OutboxStoreTest, recordsTheSameRequestOnce) {
  enrol();
  auto kept = store();
  ASSERT_FALSE(kept.troubleNow());
  session_test::Rig rig(kept);
  rig.walk("alone-with-a-code", "");
  rig.session().send();
  ASSERT_EQ(rig.session().phase(), session::Session::Phase::Sending)
      << rig.session().trouble().toStdString();
  const std::string number = rig.session().sending().localNumber();
  EXPECT_EQ(kept.fate().kind, Fate::Kind::Waiting);
  const auto again = kept.record(rig.session().dossier()->request(rig.session().walk()->answers()));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, number);
  rig.wait(std::chrono::seconds(21));
  EXPECT_EQ(rig.visit().outcome().paper().reference.toStdString(), number);
}

TEST_F(OutboxStoreTest, refusesBeforeThePersonStartsWhenItIsFull) {
  enrol();
  outbox::Quota none;
  none.parcels = 0;
  OutboxStore full(m_state, "montbeliard-1", none, [] { return 1'795'000'000'000; });
  const auto trouble = full.troubleNow();
  ASSERT_TRUE(trouble);
  EXPECT_EQ(trouble->kind, StoreTrouble::Kind::Quota);
}

TEST_F(OutboxStoreTest, saysThatTheOutboxIsNoDatabase) {
  enrol();
  std::ofstream(m_state / "outbox.db") << std::string(8192, 'x');
  auto damaged = store();
  ASSERT_TRUE(damaged.troubleNow());
  EXPECT_EQ(damaged.troubleNow()->kind, StoreTrouble::Kind::Storage);
  fs::remove(m_state / "outbox.db");
  EXPECT_FALSE(damaged.troubleNow()) << "mended while the kiosk ran";
}

TEST_F(OutboxStoreTest, refusesARequestThatMayNotLeave) {
  enrol();
  auto strict = store();
  ASSERT_FALSE(strict.troubleNow());
  const auto recorded = strict.record({{"procedure", 7}});
  ASSERT_FALSE(recorded);
  EXPECT_EQ(recorded.error().kind, StoreTrouble::Kind::Configuration);
}

}  // namespace
