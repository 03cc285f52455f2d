// SPDX-License-Identifier: Apache-2.0
#include "kiosk/session/words.h"

#include <gtest/gtest.h>

#include "kiosk/session/languages.h"
#include "kiosk/session/wording.h"

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using session::Languages;
using session::SiteWords;
using session::Words;

json texts(const char* direction, const char* hello) {
  return {{"language", {{"direction", direction}}},
          {"hello", hello},
          {"plate", "Plate {plate}."},
          {"labels",
           {{"amount", "{euros},{cents} €"},
            {"date-format", "{day} {month} {year}"},
            {"first-of-month", "1er"},
            {"months", {{"11", "novembre"}}}}},
          {"desk", {{"time", "{hours}:{minutes}"}, {"time-full", "{hours}:00"}}}};
}

// The marks around what runs in its own direction.
QString apart(const QString& value) {
  return QChar(0x2068) + value + QChar(0x2069);
}

TEST(WordsOfALanguage, RunToTheRightUnlessTheySayOtherwise) {
  EXPECT_FALSE(Words("fr", texts("ltr", "a"), nullptr).rightToLeft());
  EXPECT_FALSE(Words("fr", json::object(), nullptr).rightToLeft());
  EXPECT_TRUE(Words("ar", texts("rtl", "a"), nullptr).rightToLeft());
}

// "123 ABC 25" in a line that runs to the left would be read as "25 123 ABC".
TEST(WordsOfALanguage, KeepWhatIsPutInTogether) {
  const Words left("ar", texts("rtl", "a"), nullptr);
  EXPECT_EQ(left.filled("plate", {{"plate", "123 ABC 25"}}), "Plate " + apart("123 ABC 25") + '.');
  EXPECT_EQ(left.apart(""), "");
  const Words right("fr", texts("ltr", "a"), nullptr);
  EXPECT_EQ(right.filled("plate", {{"plate", "123 ABC 25"}}), "Plate 123 ABC 25.");
}

// The parts of one number are not apart from each other.
TEST(WordsOfALanguage, WriteANumberAsOne) {
  const Words words("ar", texts("rtl", "a"), nullptr);
  const session::Wording wording(words);
  EXPECT_EQ(wording.amount(22376), "223,76 €");
  EXPECT_EQ(wording.time(14 * 60 + 5), "14:05");
  EXPECT_EQ(wording.time(14 * 60), "14:00");
}

class LanguagesTest : public testing::Test {
 protected:
  LanguagesTest() {
    QObject::connect(&m_words, &Words::changed, &m_words, [this] { ++m_changes; });
  }
  Languages make(std::vector<session::LanguageName> names) {
    return {std::move(names), m_words, m_site,
            [this](const std::string& code) {
              m_read.push_back(code);
              return code == "de" ? std::nullopt : std::optional(texts("ltr", "hello"));
            },
            nullptr};
  }
  SiteWords m_site{"fr", texts("ltr", "bonjour"), nullptr};
  Words m_words{m_site, nullptr};
  std::vector<std::string> m_read;
  int m_changes = 0;
};

TEST_F(LanguagesTest, AreReadWhenTheyAreChosen) {
  Languages languages = make({{"fr", "Français"}, {"en", "English"}});
  EXPECT_TRUE(m_read.empty());
  ASSERT_EQ(languages.others().size(), 1);
  EXPECT_EQ(languages.others().front().label, "English");
  languages.change();
  EXPECT_EQ(m_read, std::vector<std::string>{"en"});
  EXPECT_EQ(m_words.text("hello"), "hello");
  EXPECT_EQ(m_words.language(), "en");
  EXPECT_EQ(m_site.text("hello"), "bonjour");
  EXPECT_FALSE(languages.choosing());
  languages.change();
  // The words of the house are there already.
  EXPECT_EQ(m_read.size(), 1U);
  EXPECT_EQ(m_words.text("hello"), "bonjour");
  EXPECT_EQ(m_changes, 2);
}

TEST_F(LanguagesTest, AreListedWhenTheyAreMany) {
  Languages languages = make({{"fr", "Français"}, {"en", "English"}, {"pt", "Português"}});
  languages.change();
  EXPECT_TRUE(languages.choosing());
  EXPECT_EQ(m_changes, 0);
  languages.choose("pt");
  EXPECT_FALSE(languages.choosing());
  EXPECT_EQ(m_words.language(), "pt");
  EXPECT_TRUE(languages.all().at(2).chosen);
  languages.change();
  languages.stopChoosing();
  EXPECT_FALSE(languages.choosing());
  languages.reset();
  EXPECT_EQ(m_words.language(), "fr");
}

// Nobody is left before a screen of keys: what was on screen stays, and the button goes.
TEST_F(LanguagesTest, ThatCannotBeReadAreOfferedNoMore) {
  Languages languages = make({{"fr", "Français"}, {"de", "Deutsch"}});
  languages.choose("de");
  EXPECT_EQ(m_words.text("hello"), "bonjour");
  EXPECT_EQ(m_changes, 0);
  EXPECT_TRUE(languages.others().isEmpty());
  languages.choose("tlh");
  languages.change();
  EXPECT_FALSE(languages.choosing());
  EXPECT_EQ(m_words.language(), "fr");
}

}  // namespace
