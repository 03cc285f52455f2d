// SPDX-License-Identifier: Apache-2.0
// The record of mandates: its days, its numbers, and what it says of each.
#include "agent/mandates.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "../fixtures/temporary_folder.h"

namespace {

using namespace agent;
using namespace std::chrono;

constexpr const char* procedure = "change-of-holder";

struct Case {
  MandateDay first;
  MandateLength length;
  MandateDay last;
};

TEST(MandateDays, CountTheFirstDayAndKeepToTheMonth) {
  using Length = MandateLength;
  for (const Case& one : {
           Case{2026y / 11 / 20, Length::Day, 2026y / 11 / 20},
           Case{2026y / 11 / 20, Length::Month, 2026y / 12 / 19},
           Case{2026y / 11 / 20, Length::ThreeMonths, 2027y / 2 / 19},
           Case{2026y / 11 / 20, Length::Year, 2027y / 11 / 19},
           Case{2026y / 3 / 1, Length::Month, 2026y / 3 / 31},
           Case{2027y / 1 / 1, Length::Year, 2027y / 12 / 31},
           Case{2027y / 1 / 31, Length::Month, 2027y / 2 / 28},
           Case{2028y / 1 / 30, Length::Month, 2028y / 2 / 29},
           Case{2028y / 1 / 29, Length::Month, 2028y / 2 / 28},
           Case{2026y / 11 / 30, Length::ThreeMonths, 2027y / 2 / 28},
           Case{2026y / 8 / 31, Length::Month, 2026y / 9 / 30},
           Case{2028y / 2 / 29, Length::Year, 2029y / 2 / 28},
       }) {
    EXPECT_EQ(lastDayOf(one.first, one.length), one.last)
        << static_cast<unsigned>(one.first.month()) << "/"
        << static_cast<unsigned>(one.first.day());
  }
}

// At most a year, whatever the day (Aidants Connect).
TEST(MandateDays, AreNeverMoreThanAYear) {
  for (sys_days day = 2026y / 1 / 1; day < sys_days(2031y / 1 / 1); day += days(1)) {
    const MandateDay last = lastDayOf(MandateDay(day), MandateLength::Year);
    ASSERT_TRUE(last.ok());
    const auto length = (sys_days(last) - day).count() + 1;
    ASSERT_TRUE(length == 365 || length == 366) << length;
  }
}

TEST(MandateNumbers, AreReadAsTheyAreTyped) {
  EXPECT_EQ(mandateNumberTyped(" k7f3-m2q9 "), "K7F3M2Q9");
  EXPECT_TRUE(isMandateNumber("K7F3M2Q9"));
  for (const char* other : {"", "K7F3M2Q", "K7F3M2Q99", "K7F3 M2Q9", "k7f3m2q9", "O7F3M2Q9",
                            "07F3M2Q9", "17F3M2Q9", "I7F3M2Q9"}) {
    EXPECT_FALSE(isMandateNumber(other)) << other;
  }
}

class MandateRecord : public testing::Test {
 protected:
  static constexpr MandateDay today = 2026y / 11 / 20;

  Mandates open() {
    return Mandates(m_folder.path(), [this](const std::string& line) { m_log.push_back(line); });
  }
  std::string add(const char* agent, MandateDay first, MandateLength length) {
    Mandates record = open();
    const auto number = record.freshNumber();
    EXPECT_TRUE(number);
    EXPECT_TRUE(isMandateNumber(*number)) << *number;
    EXPECT_TRUE(record.add({*number, agent, procedure, first, lastDayOf(first, length)}));
    return *number;
  }
  MandateCheck check(const std::string& typed, MandateDay day, const char* agent = "sylvie",
                     const char* what = procedure) {
    return open().check(typed, agent, what, day);
  }
  [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "mandates.json"; }
  [[nodiscard]] std::string content() const {
    std::ifstream stream(file());
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  fixtures::TemporaryFolder m_folder;
  std::vector<std::string> m_log;
};

TEST_F(MandateRecord, SaysForWhomForWhatAndWhen) {
  const std::string number = add("sylvie", today, MandateLength::Month);
  EXPECT_EQ(check(number, today), MandateCheck::Valid);
  EXPECT_EQ(check(number, 2026y / 12 / 19), MandateCheck::Valid);
  EXPECT_EQ(check(number, 2026y / 12 / 20), MandateCheck::Over);
  EXPECT_EQ(check(number, 2026y / 11 / 19), MandateCheck::NotYet);
  EXPECT_EQ(check(number, today, "karim"), MandateCheck::OtherAgent);
  EXPECT_EQ(check(number, today, "sylvie", "change-of-address"), MandateCheck::OtherProcedure);
  EXPECT_EQ(check("AAAAAAAA", today), MandateCheck::Unknown);
  EXPECT_EQ(check("", today), MandateCheck::Unknown);
  std::string spaced = number;
  for (char& c : spaced)
    c = static_cast<char>(std::tolower(c));
  spaced.insert(4, " ");
  EXPECT_EQ(check(spaced, today), MandateCheck::Valid);
  EXPECT_TRUE(m_log.empty());
}

TEST_F(MandateRecord, ForgetsNoCancelling) {
  const std::string number = add("sylvie", today, MandateLength::Year);
  const std::string other = add("sylvie", today, MandateLength::Day);
  EXPECT_EQ(open().cancel("AAAAAAAA"), false);
  EXPECT_EQ(open().cancel(number), true);
  EXPECT_EQ(open().cancel(number), true);
  EXPECT_EQ(check(number, today), MandateCheck::Cancelled);
  EXPECT_EQ(check(other, today), MandateCheck::Valid);
}

TEST_F(MandateRecord, HoldsNothingOfThePerson) {
  const std::string number = add("sylvie", today, MandateLength::Day);
  EXPECT_EQ(content(), R"({"mandates":[{"agent":"sylvie","cancelled":false,"first":"2026-11-20",)"
                       R"("last":"2026-11-20","number":")" +
                           number + R"(","procedure":"change-of-holder"}],"version":1})" + "\n");
  const auto rights = std::filesystem::status(file()).permissions();
  EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(MandateRecord, DropsWhatEndedMoreThanAYearAgo) {
  const std::string old = add("sylvie", 2025y / 11 / 1, MandateLength::Day);
  const std::string kept = add("sylvie", 2025y / 12 / 1, MandateLength::Day);
  (void)add("sylvie", today, MandateLength::Day);
  EXPECT_EQ(check(old, today), MandateCheck::Unknown);
  EXPECT_EQ(check(kept, today), MandateCheck::Over);
}

TEST_F(MandateRecord, TakesNoNumberTwice) {
  const std::string number = add("sylvie", today, MandateLength::Day);
  EXPECT_FALSE(open().add({number, "karim", procedure, today, today}));
  EXPECT_EQ(check(number, today), MandateCheck::Valid);
}

TEST_F(MandateRecord, KeepsABrokenFileAside) {
  const std::string good = R"({"agent":"sylvie","cancelled":false,"first":"2026-11-20",)"
                           R"("last":"2026-11-20","number":"K7F3M2Q9","procedure":"p"})";
  const auto record = [](const std::string& list) {
    return R"({"mandates":[)" + list + R"(],"version":1})";
  };
  const auto with = [&](const char* what, const char* instead) {
    std::string text = good;
    return record(text.replace(text.find(what), std::string(what).size(), instead));
  };
  for (const std::string& broken :
       {std::string(), std::string("{"), std::string("[]"), record(good + "," + good),
        with("2026-11-20", "2026-02-30"), with("2026-11-20", "2026-11-21"),
        with("K7F3M2Q9", "K7F3M2Q0"), with("false", "0"), with(R"("procedure")", R"("name")"),
        with("{", R"({"name":"DURAND",)"), with("sylvie", "Sylvie !"),
        std::string(R"({"mandates":[],"version":2})")}) {
    std::ofstream(file(), std::ios::trunc) << broken;
    Mandates mandates = open();
    m_log.clear();
    EXPECT_EQ(mandates.check("K7F3M2Q9", "sylvie", "p", today), MandateCheck::Unknown) << broken;
    EXPECT_TRUE(mandates.setAside()) << broken;
    ASSERT_EQ(m_log.size(), 1U) << broken;
    EXPECT_EQ(m_log.front().find("DURAND"), std::string::npos);
    EXPECT_TRUE(std::filesystem::remove(file().string() + ".unreadable")) << broken;
  }
  std::ofstream(file(), std::ios::trunc) << record(good);
  EXPECT_EQ(check("K7F3M2Q9", today, "sylvie", "p"), MandateCheck::Valid);
}

TEST_F(MandateRecord, DoesNotCountWhatCannotBeWritten) {
  const std::string number = add("sylvie", today, MandateLength::Day);
  Mandates record = open();
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit full = before;
  full.rlim_cur = 10;
  ::setrlimit(RLIMIT_FSIZE, &full);
  const bool added = record.add({"AAAAAAAA", "sylvie", procedure, today, today}).has_value();
  const bool cancelled = record.cancel(number).has_value();
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_FALSE(added);
  EXPECT_FALSE(cancelled);
  EXPECT_EQ(check("AAAAAAAA", today), MandateCheck::Unknown);
  EXPECT_EQ(check(number, today), MandateCheck::Valid);
}

TEST_F(MandateRecord, LetsNobodyInWhenItCannotBeRead) {
  std::ofstream(file()) << "{";
  std::filesystem::resize_file(file(), 5'000'000);
  EXPECT_EQ(check("K7F3M2Q9", today), MandateCheck::Unreadable);
  EXPECT_FALSE(m_log.empty());
  EXPECT_FALSE(open().freshNumber());
  EXPECT_FALSE(open().cancel("K7F3M2Q9"));
}

}  // namespace
