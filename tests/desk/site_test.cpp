// SPDX-License-Identifier: Apache-2.0
#include "agent/desk/site.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agent/desk/easy_words.h"
#include "agent/desk/pages.h"
#include "fixture.h"

namespace desk {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

TEST(Site, TakesTheWordsOfTheKiosk) {
  const auto site = Site::load(CONFIG);
  ASSERT_TRUE(site) << site.error();
  EXPECT_EQ(site->id, "montbeliard");
  EXPECT_EQ(site->steps["have-proof"], "Justificatif de domicile");
  EXPECT_EQ(site->chapters.size(), 9u);
  EXPECT_EQ(site->chapters[0], "Votre situation") << "in the order of the visit";
  EXPECT_EQ(site->chapters[8], "Prix et envoi");
  EXPECT_EQ(site->find("Sylvie")->id, "sylvie");
  EXPECT_EQ(site->find("nobody"), nullptr);
}

TEST_F(DeskFolder, ANameThatTwoHaveIsNoSignIn) {
  m_site.agents.push_back({"sylvie-2", "Sylvie"});
  EXPECT_EQ(m_site.find("sylvie")->id, "sylvie") << "the id still counts";
  m_site.agents[0].id = "sylvie-1";
  EXPECT_EQ(m_site.find("Sylvie"), nullptr);
}

TEST_F(DeskFolder, AFaultNamesFileAndMend) {
  EXPECT_THAT(Site::load(m_state).error(), HasSubstr("agents.json"));
  EXPECT_THAT(readPages(m_state).error(), HasSubstr("no index.html"));
  std::ofstream(m_state / "passwords.json") << "[]";
  EXPECT_THAT(readAccounts(m_state).error(), HasSubstr("passwords.json: no JSON object"));
}

TEST_F(DeskFolder, APageIsItsFilesAndNoOthers) {
  std::ofstream(m_state / "index.html") << "<!doctype html>";
  std::ofstream(m_state / "desk.js") << "start()";
  std::ofstream(m_state / "desk.key") << "secret";
  const auto pages = readPages(m_state);
  ASSERT_TRUE(pages);
  EXPECT_EQ(pages->size(), 2u);
  EXPECT_THAT(pages->at("/").type, HasSubstr("text/html"));
  EXPECT_NE(pages->at("/").tag, pages->at("/desk.js").tag);
}

TEST_F(DeskFolder, OneTimePasswordsAreFourWordsForAnyKeyboard) {
  EXPECT_EQ(std::set(easyWords.begin(), easyWords.end()).size(), 256u);
  for (const auto word : easyWords)
    for (const char letter : word)
      EXPECT_TRUE(letter >= 'a' && letter <= 'z') << word;
  std::set<std::string> made;
  for (int time = 0; time < 50; ++time)
    made.insert(easyPassword());
  EXPECT_EQ(made.size(), 50u);
  const auto given = giveOneTimePassword(m_state, "karim", cheap);
  ASSERT_TRUE(given);
  const auto account = readAccounts(m_state)->at("karim");
  EXPECT_TRUE(account.oneTime);
  EXPECT_TRUE(crypto::verifyPassword(account.hash, crypto::viewOf(*given)));
}

}  // namespace
}  // namespace desk
