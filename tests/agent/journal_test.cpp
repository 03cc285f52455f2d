// SPDX-License-Identifier: Apache-2.0
#include "agent/journal.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/agent/journal_fixture.h"

namespace {

using namespace agent;
using namespace agent_test;
using namespace std::chrono_literals;
using storage::FaultKind;

// No text of the person's can become part of an act.
template <typename T>
constexpr bool takesNoText =
    !std::is_constructible_v<T, std::string> && !std::is_constructible_v<T, const char*> &&
    !std::is_constructible_v<T, std::string_view> && !std::is_convertible_v<std::string, T>;
static_assert(takesNoText<StepId> && takesNoText<RuleId> && takesNoText<Act>);
static_assert(takesNoText<VisitNumber> && takesNoText<AgentId>);
static_assert(!std::is_default_constructible_v<StepId> && !std::is_default_constructible_v<Act>);

TEST(Vocabulary, KnowsOnlyWhatTheConfigurationNames) {
  EXPECT_EQ(vocabulary().step("plate")->text(), "plate");
  EXPECT_EQ(vocabulary().rule("licence-missing")->text(), "licence-missing");
  EXPECT_FALSE(vocabulary().step("durand"));
  EXPECT_FALSE(vocabulary().step("licence-missing"));
  EXPECT_FALSE(vocabulary().rule("plate"));
  const Vocabulary odd({"Rolande Durand", "a\"b", "", std::string(65, 'a'), ".a"}, {"é"});
  for (const char* text : {"Rolande Durand", "a\"b", "", ".a"})
    EXPECT_FALSE(odd.step(text)) << text;
  EXPECT_FALSE(odd.step(std::string(65, 'a')));
  EXPECT_FALSE(odd.rule("é"));
}

TEST(Journal, HoldsWhatWasDoneAndReadsItAgain) {
  const Audited audited;
  auto journal = Journal::open(audited.path()).value();
  const auto visit = VisitNumber::random();
  const auto other = VisitNumber::random();
  std::vector<RecordedAct> wanted;
  for (std::uint64_t i = 0; i < 32; ++i) {
    const Act act = actNumber(i);
    ASSERT_TRUE(journal.record(idOf("sylvie"), visit, std::chrono::seconds(i * 3), act));
    ASSERT_TRUE(journal.record(idOf("karim"), other, 1s, act));
    wanted.push_back({visit.text(), "sylvie", std::chrono::seconds(i * 3), act.kind(),
                      act.subject(), act.id(), act.accepted()});
  }
  EXPECT_EQ(journal.actsOf(visit).value(), wanted);
  EXPECT_EQ(journal.actsOf(other)->size(), 32U);
  EXPECT_TRUE(journal.actsOf(VisitNumber::random())->empty());
  EXPECT_EQ(journal.entries(), 64U);
  const auto report = audited.report();
  EXPECT_TRUE(report.findings.empty());
  EXPECT_EQ(report.entries, 64U);
}

TEST(Journal, LinesAreJsonWithTheseMembersAndNoMore) {
  const Audited audited;
  audited.record(16);
  std::ifstream file(audited.firstFile());
  std::string line;
  std::size_t lines = 0;
  while (std::getline(file, line)) {
    const auto object = nlohmann::json::parse(line);
    EXPECT_EQ(object["n"], lines++);
    for (const auto& item : object.items())
      EXPECT_NE(std::string(" n visit agent age act step rule accepted previous mac ")
                    .find(" " + item.key() + " "),
                std::string::npos)
          << line;
    EXPECT_LE(line.size(), 400U);
  }
  EXPECT_EQ(lines, 16U);
}

TEST(Journal, AgesStayWithinAVisit) {
  const Audited audited;
  auto journal = Journal::open(audited.path()).value();
  const auto visit = VisitNumber::random();
  ASSERT_TRUE(journal.record(idOf("sylvie"), visit, -5s, Act::opened()));
  ASSERT_TRUE(journal.record(idOf("sylvie"), visit, std::chrono::hours(1 << 20), Act::left()));
  const auto acts = journal.actsOf(visit).value();
  EXPECT_EQ(acts.at(0).age, 0s);
  EXPECT_EQ(acts.at(1).age, std::chrono::hours(7 * 24));
}

TEST(Journal, RefusesAnIdThatNoConfigurationHas) {
  const Audited audited;
  auto journal = Journal::open(audited.path()).value();
  EXPECT_FALSE(journal.record(idOf("Rolande Durand"), VisitNumber::random(), 1s, Act::opened()));
  EXPECT_EQ(journal.entries(), 0U);
}

TEST(Journal, IsOneWritersAndSaysWhatIsMissing) {
  const Audited audited;
  EXPECT_EQ(Journal::open(audited.folder.path()).error().kind, FaultKind::Missing);
  {
    const auto first = Journal::open(audited.path()).value();
    EXPECT_EQ(Journal::open(audited.path()).error().kind, FaultKind::Busy);
  }
  EXPECT_TRUE(Journal::open(audited.path()));
  const auto again = provisionJournal(audited.path(), crypto::makeBoxKeys().publicKey);
  EXPECT_EQ(again.value(), audited.head) << "a journal that was there was replaced";
  EXPECT_FALSE(provisionJournal(audited.folder.path() / "weak", crypto::PublicKey{}));
}

TEST(Journal, OnlyItsOwnerReadsTheKey) {
  const Audited audited;
  struct stat info {};
  ASSERT_EQ(::stat((audited.path() / "key").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(audited.path().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0700U);
}

// Whoever takes the machine finds the key of what comes, not of what was.
TEST(Journal, NoOlderKeyStaysInItsFiles) {
  const Audited audited;
  std::vector<std::string> older;
  for (int i = 0; i < 6; ++i) {
    older.push_back(crypto::toBase64(journal::readPosition(audited.path())->key.view()));
    audited.record(1);
    for (const auto& entry : std::filesystem::directory_iterator(audited.path()))
      for (const auto& key : older)
        EXPECT_EQ(contentOf(entry.path()).find(key), std::string::npos) << entry.path();
  }
}

// The power goes while an entry is written: after any byte of it, or with zeros in its place.
TEST(Journal, GoesOnAfterEachHalfWrittenLine) {
  const Audited whole;
  whole.record(3);
  const auto position = journal::readPosition(whole.path()).value();
  const std::string line =
      journal::sealed(3, journal::bodyOf(idOf("sylvie"), VisitNumber::random(), 9s, actNumber(1)),
                      position.previous, position.key);
  const std::string before = contentOf(whole.firstFile());
  const std::string key = contentOf(whole.path() / "key");
  for (std::size_t length = 1; length <= line.size() + 40; ++length) {
    const std::string left = length <= line.size()
                                 ? line.substr(0, length)
                                 : line.substr(0, length - line.size()) + std::string(20, '\0');
    write(whole.firstFile(), before + left);
    write(whole.path() / "key", key);
    const auto unmarked = whole.report();
    if (length <= line.size()) {
      EXPECT_TRUE(unmarked.findings.empty()) << length;
      EXPECT_EQ(unmarked.notes.size(), 1U) << length;
    }
    whole.record(2);
    EXPECT_NE(contentOf(whole.firstFile()).find(before + left), std::string::npos)
        << "something was hidden";
    const auto report = whole.report();
    EXPECT_TRUE(report.findings.empty()) << length << ": " << report.findings[0].text();
    // Three, the mark (or the entry that lacked no more than its end), two.
    EXPECT_EQ(report.entries, 6U);
    EXPECT_EQ(report.notes.size(), length == line.size() ? 0U : 1U) << length;
  }
}

// The power goes between the line and the key, or while the key is written.
TEST(Journal, GoesOnAfterALineWhoseKeyStayed) {
  const Audited audited;
  audited.record(3);
  const std::string key = contentOf(audited.path() / "key");
  audited.record(1);
  const std::string after = contentOf(audited.path() / "key");
  write(audited.path() / "key", key);
  EXPECT_TRUE(audited.sound());
  EXPECT_EQ(audited.report().notes.size(), 1U);
  audited.record(1);
  EXPECT_EQ(audited.report().entries, 5U);
  EXPECT_TRUE(audited.sound());
  EXPECT_TRUE(audited.report().notes.empty());
}

TEST(Journal, GoesOnAfterAHalfWrittenKey) {
  for (const std::size_t cut : {1U, 50U, 200U}) {
    const Audited audited;
    audited.record(2);
    const std::string key = contentOf(audited.path() / "key");  // number 2: the first place
    audited.record(1);                                          // number 3: the second place
    const std::string after = contentOf(audited.path() / "key");
    write(audited.path() / "key",
          key.substr(0, 4096) + after.substr(4096, cut) + key.substr(4096 + cut));
    audited.record(1);
    EXPECT_TRUE(audited.sound()) << cut;
    EXPECT_EQ(audited.report().entries, 4U);
    // Both places whole: the power went before the old one was wiped.
    const std::string last = contentOf(audited.path() / "key");
    write(audited.path() / "key", last.substr(0, 4096) + after.substr(4096));
    audited.record(1);
    EXPECT_TRUE(audited.sound()) << cut;
  }
}

TEST(Journal, WhatCannotBeWrittenDoesNotCountAndHidesNothing) {
  const Audited audited;
  audited.record(3);
  auto journal = Journal::open(audited.path()).value();
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit full = before;
  full.rlim_cur = std::filesystem::file_size(audited.firstFile()) + 100;
  ::setrlimit(RLIMIT_FSIZE, &full);
  const auto visit = VisitNumber::random();
  const auto recorded = journal.record(idOf("sylvie"), visit, 1s, Act::opened());
  const auto again = journal.record(idOf("sylvie"), visit, 2s, Act::opened());
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(recorded);
  EXPECT_EQ(recorded.error().kind, FaultKind::Full);
  EXPECT_FALSE(again);
  EXPECT_TRUE(journal.record(idOf("sylvie"), visit, 3s, Act::left()));
  EXPECT_EQ(journal.actsOf(visit)->size(), 1U);
  const auto report = audited.report();
  EXPECT_TRUE(report.findings.empty()) << report.findings[0].text();
  EXPECT_EQ(report.notes.size(), 1U);
}

TEST(Journal, GoesOnInTheNextFileWhateverTheMoment) {
  const Audited audited;
  auto position = journal::readPosition(audited.path()).value();
  std::string text;
  for (const auto& line : linesFrom(position, journal::linesPerFile - 1))
    text += line + "\n";
  write(audited.firstFile(), text);
  ASSERT_TRUE(journal::makeKeyFile(audited.path(), position));
  const auto second = audited.path() / journal::fileNameOf(journal::linesPerFile);
  audited.record(1);
  EXPECT_FALSE(std::filesystem::exists(second));
  write(second, "{\"n\":100");  // the power goes in the first line of a file
  audited.record(1);
  const auto report = audited.report();
  EXPECT_TRUE(report.findings.empty()) << report.findings[0].text();
  EXPECT_EQ(report.entries, journal::linesPerFile + 2);
  EXPECT_EQ(report.notes.size(), 1U);
  auto journal = Journal::open(audited.path()).value();
  const auto visit = VisitNumber::random();
  ASSERT_TRUE(journal.record(idOf("karim"), visit, 1s, Act::opened()));
  EXPECT_EQ(journal.actsOf(visit)->size(), 1U);
  write(audited.firstFile(), text);  // one line less, two files
  EXPECT_FALSE(audited.sound());
}

TEST(Journal, DoesNotGoOnAfterATailThatWasCut) {
  const Audited audited;
  audited.record(5);
  const std::string content = contentOf(audited.firstFile());
  const auto lastLine = content.rfind('\n', content.size() - 2) + 1;
  for (const auto& left :
       {content.substr(0, lastLine), content.substr(0, lastLine + 60), std::string()}) {
    write(audited.firstFile(), left);
    EXPECT_EQ(Journal::open(audited.path()).error().kind, FaultKind::Damaged);
    EXPECT_FALSE(audited.sound());
  }
  std::filesystem::remove(audited.firstFile());
  EXPECT_EQ(Journal::open(audited.path()).error().kind, FaultKind::Damaged);
}

TEST(Facts, CountWhatWasDoneAgainInTheOrderOfTheFirstTime) {
  const auto act = [](ActKind kind, const char* id = "", bool accepted = false) {
    return RecordedAct{"v", "sylvie", 1s, kind, *id == '\0' ? Subject::None : Subject::Step,
                       id,  accepted};
  };
  const std::vector<RecordedAct> acts = {act(ActKind::Opened),
                                         act(ActKind::Jumped, "plate"),
                                         act(ActKind::Jumped, "name"),
                                         act(ActKind::Jumped, "plate"),
                                         act(ActKind::Filled, "plate"),
                                         act(ActKind::Suggested, "name", false),
                                         act(ActKind::Looked),
                                         act(ActKind::Stopped),
                                         act(ActKind::Suggested, "name", true),
                                         act(ActKind::Left),
                                         act(ActKind::Opened),
                                         act(ActKind::Left)};
  const auto fact = [](ActKind kind, const char* id, bool accepted, int count) {
    return Fact{"sylvie", kind, *id == '\0' ? Subject::None : Subject::Step, id, accepted, count};
  };
  EXPECT_EQ(factsOf(acts),
            (std::vector<Fact>{
                fact(ActKind::Opened, "", false, 2), fact(ActKind::Jumped, "plate", false, 2),
                fact(ActKind::Jumped, "name", false, 1), fact(ActKind::Filled, "plate", false, 1),
                fact(ActKind::Suggested, "name", false, 1), fact(ActKind::Looked, "", false, 1),
                fact(ActKind::Suggested, "name", true, 1)}));
  EXPECT_TRUE(factsOf({}).empty());
}

}  // namespace
