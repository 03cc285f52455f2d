// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/journey/fixtures.h"
#include "tests/journey/shipped.h"

// A word is explained where a person first meets it, on every way that leads there; and one thing
// has one word. What is a hard word, how it is explained and what is not to be said instead is
// data: glossary/<language>.json. The welcome comes before every way.
namespace {

using nlohmann::json;
using namespace journey;

struct Term {
  std::string name;
  std::regex used, explained;
  bool onPapers = false;
};

std::regex anyCase(const std::string& pattern) {
  return std::regex(pattern, std::regex::ECMAScript | std::regex::icase);
}

std::vector<Term> termsOf(const json& glossary) {
  std::vector<Term> terms;
  for (const json& entry : glossary.at("terms")) {
    const std::string name = entry.at("term");
    terms.push_back({name, anyCase(entry.value("needs", name + "s?")),
                     anyCase(entry.at("explained")), entry.value("papers", false)});
  }
  return terms;
}

void collect(const json& node, const std::string& key, std::map<std::string, std::string>& texts) {
  if (node.is_string()) texts[key] = node;
  if (!node.is_object()) return;
  for (const auto& [name, child] : node.items())
    collect(child, key.empty() ? name : key + '.' + name, texts);
}

std::string joined(const json& node) {
  std::map<std::string, std::string> texts;
  collect(node, "", texts);
  std::string all;
  for (const auto& [key, text] : texts)
    all += text + '\n';
  return all;
}

class Glossary : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void SetUp() override {
    const auto file = fixtures::source("tests/config/glossary/" + GetParam().filename().string());
    ASSERT_TRUE(std::filesystem::exists(file)) << "write the glossary of this language";
    m_glossary = fixtures::read(file);
    ASSERT_FALSE(m_glossary.is_discarded());
  }

  // The texts of a step as one person sees them: usual, and in each form for some people. "why" and
  // "spoken" are not always met: a word in them needs its explanation, and explains nothing.
  [[nodiscard]] std::vector<json> formsOf(const Step& step) const {
    std::vector<json> forms{m_words["steps"][step.textId]};
    if (!m_words.contains("otherwise")) return forms;
    for (const json& answers : m_words["otherwise"]) {
      for (const json& steps : answers) {
        if (!steps.contains(step.textId)) continue;
        forms.push_back(forms.front());
        forms.back().merge_patch(steps[step.textId]);
      }
    }
    return forms;
  }
  [[nodiscard]] bool explains(const Step& step, const Term& term) const {
    const auto forms = formsOf(step);
    return std::all_of(forms.begin(), forms.end(), [&](json form) {
      form.erase("why");
      form.erase("spoken");
      return std::regex_search(joined(form), term.explained);
    });
  }
  // In a text that does not say at once what it is.
  [[nodiscard]] bool uses(const Step& step, const Term& term) const {
    std::map<std::string, std::string> texts;
    for (const json& form : formsOf(step)) {
      collect(form, "", texts);
      for (const auto& [key, text] : texts) {
        if (std::regex_search(text, term.used) && !std::regex_search(text, term.explained))
          return true;
      }
    }
    return false;
  }
  // The steps at which somebody may meet the word without ever having been told what it is.
  [[nodiscard]] std::vector<std::string> unexplained(const Procedure& procedure,
                                                     const Term& term) const {
    std::vector<std::string> found;
    std::set<std::string> untold;
    if (!std::regex_search(joined(m_words["screens"]["welcome"]), term.explained)) {
      untold.insert(procedure.start);
    }
    // A step stands before every step that it leads to.
    for (const Step& step : procedure.steps) {
      if (!untold.contains(step.id) || explains(step, term)) continue;
      if (uses(step, term)) found.push_back(step.id);
      for (const Branch& branch : step.next)
        untold.insert(branch.go);
    }
    return found;
  }

  json m_words = fixtures::read(GetParam());
  json m_glossary;
};

TEST_P(Glossary, ExplainsAWordWhereItIsFirstMet) {
  std::size_t measured = 0;
  for (const auto& [id, alone] : shipped::procedures()) {
    const Procedure procedure = shipped::way(id);
    for (const Term& term : termsOf(m_glossary)) {
      for (const std::string& step : unexplained(procedure, term))
        ADD_FAILURE() << id << ", " << step << ": \"" << term.name
                      << "\" is met before it is explained";
      measured += procedure.steps.size();
    }
  }
  std::cout << GetParam().filename() << ": " << m_glossary["terms"].size() << " words, " << measured
            << " times looked at\n";
}

// A paper is read at home, without the screens that came before it.
TEST_P(Glossary, ExplainsItOnEachPaper) {
  for (const Term& term : termsOf(m_glossary)) {
    if (!term.onPapers) continue;
    for (const auto& [kind, texts] : m_words["paper"].items()) {
      const std::string all = joined(texts);
      EXPECT_TRUE(!std::regex_search(all, term.used) || std::regex_search(all, term.explained))
          << "paper." << kind << ": " << term.name;
    }
  }
}

// What the person reads; the agents have the law's words beside them.
TEST_P(Glossary, CallsOneThingByOneWord) {
  json said = m_words;
  for (const char* agents : {"panel", "rules", "countries", "language"})
    said.erase(agents);
  std::map<std::string, std::string> texts;
  collect(said, "", texts);
  for (const json& entry : m_glossary["instead"]) {
    const std::regex word =
        anyCase("(^|[^a-zA-Z])(" + entry["word"].get<std::string>() + ")(?![a-zA-Z])");
    const std::string unless = entry.value("unless", "");
    for (const auto& [key, text] : texts) {
      if (!unless.empty() && text.find(unless) != std::string::npos) continue;
      // The names of what is put in are nobody's words.
      const std::string bare = std::regex_replace(text, std::regex(R"(\{[^}]*\})"), "");
      EXPECT_FALSE(std::regex_search(bare, word))
          << key << ": say \"" << entry["say"].get<std::string>() << "\": " << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Glossary,
                         testing::ValuesIn(fixtures::files("config/text", ".json")),
                         [](const auto& file) { return fixtures::testName(file.param); });

}  // namespace
