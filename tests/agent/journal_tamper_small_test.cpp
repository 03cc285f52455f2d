// SPDX-License-Identifier: Apache-2.0
// At every place of a small journal, and what is done to a journal as a whole.
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/agent/journal_fixture.h"

namespace {

using namespace agent;
using namespace agent::journal;
using namespace agent_test;

// Somebody can seal a first key of their own to the auditor, whose public key is no secret.
TEST(TamperingSmall, AJournalMadeAnewIsNotTheOneThatTheAuditorKnows) {
  const Audited audited;
  audited.record(20);
  std::filesystem::remove_all(audited.path());
  const auto head = provisionJournal(audited.path(), audited.auditor.publicKey).value();
  audited.record(20);
  const auto report = audited.report();
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].kind, Finding::Kind::Head);
  EXPECT_TRUE(checkJournal(audited.path(), audited.auditor, head, nullptr)->findings.empty());
  EXPECT_FALSE(checkJournal(audited.path(), crypto::makeBoxKeys(), head, nullptr));
}

TEST(TamperingSmall, EveryByteAndEveryCut) {
  const Audited audited;
  audited.record(8);
  const std::string text = contentOf(audited.firstFile());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    write(audited.firstFile(), changed);
    ASSERT_FALSE(audited.sound()) << "byte " << i;
    write(audited.firstFile(), text.substr(0, i));
    ASSERT_FALSE(audited.sound()) << "cut at " << i;
  }
  write(audited.firstFile(), text);
  ASSERT_TRUE(audited.sound());
}

TEST(TamperingSmall, EveryByteOfTheHeadAndNoKeys) {
  const Audited audited;
  audited.record(2);
  const auto headFile = audited.path() / "head.json";
  const std::string head = contentOf(headFile);
  for (std::size_t i = 0; i < head.size(); ++i) {
    std::string changed = head;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    write(headFile, changed);
    ASSERT_FALSE(audited.sound()) << "byte " << i;
  }
  write(headFile, head);
  ASSERT_TRUE(audited.sound());
  const std::string key = contentOf(audited.path() / "key");
  std::filesystem::remove(audited.path() / "key");
  EXPECT_FALSE(audited.sound());
  write(audited.path() / "key", "{}");
  EXPECT_FALSE(audited.sound());
  write(audited.path() / "key", key);
  ASSERT_TRUE(audited.sound());
}

// What the kiosk marked as left by a power cut cannot be changed, removed or made up either.
TEST(TamperingSmall, WhatAPowerCutLeftStaysAsItWas) {
  const Audited audited;
  audited.record(2);
  std::string torn = contentOf(audited.firstFile());
  const std::size_t from = torn.size();
  torn += R"({"n":2,"visit":"0123)";
  write(audited.firstFile(), torn);
  audited.record(1);
  const std::string text = contentOf(audited.firstFile());
  ASSERT_TRUE(audited.sound());
  std::string changed = text;
  changed[torn.size() - 1] = '4';
  write(audited.firstFile(), changed);
  EXPECT_FALSE(audited.sound());
  write(audited.firstFile(), text.substr(0, from) + text.substr(torn.size() + 1));
  EXPECT_FALSE(audited.sound());
  write(audited.firstFile(), text);
  ASSERT_TRUE(audited.sound());
  // A line that somebody put at the end is no half of one, whatever the kiosk marks.
  for (const std::string made : {"{}\n", "hello\n", "{\"n\":4,\"visit\":\"x\"}\n"}) {
    write(audited.firstFile(), text + made);
    EXPECT_FALSE(audited.sound()) << made;
    const std::string key = contentOf(audited.path() / "key");
    audited.record(1);
    EXPECT_FALSE(audited.sound()) << made;
    write(audited.path() / "key", key);
  }
}

// A copy of the whole folder from before fits together: only what was remembered elsewhere tells.
TEST(TamperingSmall, ACopyPutBackIsFoundByWhoRemembers) {
  const Audited audited;
  audited.record(5);
  const std::string key = contentOf(audited.path() / "key");
  const std::string lines = contentOf(audited.firstFile());
  audited.record(5);
  const auto seen = audited.report().seen;
  ASSERT_TRUE(seen);
  write(audited.path() / "key", key);
  write(audited.firstFile(), lines);
  EXPECT_TRUE(audited.sound()) << "nothing in the folder tells";
  const auto check = [&] {
    return checkJournal(audited.path(), audited.auditor, audited.head, &*seen)->findings;
  };
  ASSERT_EQ(check().size(), 1U);
  EXPECT_EQ(check()[0].kind, Finding::Kind::Rollback);
  audited.record(10);
  EXPECT_EQ(check().size(), 1U) << "as many entries, but others";
}

// Files before the last one may go once they were verified and remembered; nothing else may.
TEST(TamperingSmall, OldFilesMayGoOnceTheyAreRemembered) {
  const Audited audited;
  auto position = readPosition(audited.path()).value();
  const auto lines = linesFrom(position, linesPerFile + 5);
  std::string first;
  std::string second;
  for (std::uint64_t i = 0; i < lines.size(); ++i)
    (i < linesPerFile ? first : second) += lines[i] + "\n";
  const auto secondFile = audited.path() / fileNameOf(linesPerFile);
  write(audited.firstFile(), first);
  write(secondFile, second);
  ASSERT_TRUE(makeKeyFile(audited.path(), position));
  const auto seen = audited.report().seen;
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->from, linesPerFile);
  audited.record(3);
  std::filesystem::remove(audited.firstFile());
  EXPECT_FALSE(audited.sound()) << "gone without a look";
  const auto findings = [&] {
    return checkJournal(audited.path(), audited.auditor, audited.head, &*seen)->findings;
  };
  EXPECT_TRUE(findings().empty());
  const std::string all = contentOf(secondFile);
  for (const std::size_t at : {std::size_t{50}, second.size() - 60, all.size() - 60}) {
    std::string changed = all;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write(secondFile, changed);
    EXPECT_FALSE(findings().empty()) << at;
  }
  write(secondFile, all.substr(all.find('\n') + 1));
  EXPECT_FALSE(findings().empty()) << "the new head was cut";
}

}  // namespace
