// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "kiosk/journey/fields.h"
#include "kiosk/journey/words_check.h"
#include "tests/journey/fixtures.h"

// The words of every language: all that can be shown is there, and all that is there can be shown.
namespace {

using nlohmann::json;
using namespace journey;

std::vector<Procedure> procedures() {
  std::vector<Procedure> all;
  all.push_back(shipped::reception());
  for (const auto& [id, procedure] : shipped::procedures())
    all.push_back(procedure);
  return all;
}

class Words : public testing::TestWithParam<std::filesystem::path> {
 protected:
  Words() : m_words(fixtures::read(GetParam())) {}
  json m_words;
};

TEST_P(Words, AreThoseOfTheProcedures) {
  for (const ConfigFault& fault : wordFaults(procedures(), m_words)) {
    ADD_FAILURE() << fault.where << ": " << fault.what;
  }
}

TEST_P(Words, TellEachFinding) {
  const std::vector<std::string> codes = {
      "field-missing",
      "field-invalid",
      "registration-number-invalid",
      "form-number-invalid",
      "vin-invalid",
      "transfer-code-or-form-number-missing",
      "transfer-code-expired",
      "document-missing",
      "document-unreadable",
      "document-too-large",
      "proof-of-address-too-old",
      "proof-of-address-name-missing",
      "proof-of-address-name-mismatch",
      "proof-of-address-address-mismatch",
      "hosted-set-incomplete",
      "roadworthiness-too-old",
      "roadworthiness-retest-overdue",
      "certificate-not-struck",
      "certificate-not-dated",
      "certificate-not-signed",
      "certificate-date-mismatch",
      "transfer-certificate-unsigned-seller",
      "transfer-certificate-unsigned-buyer",
      "transfer-certificate-date-mismatch",
      "co-holder-confirmation-missing",
      "identity-document-expired",
      "identity-mismatch",
      "licence-missing",
      "insurance-missing",
      "honour-missing",
      "vehicle-opposition",
      "vehicle-stolen",
      "vehicle-pledged",
      "mandate-missing",
      "request-late",
      "duplicate-request",
  };
  for (const std::string& code : codes) {
    for (const char* part : {"title", "needed", "mend", "agent"}) {
      EXPECT_TRUE(m_words["findings"][code].contains(part)) << code << "." << part;
    }
  }
}

TEST_P(Words, NameEachPaperThatAProcedureSpeaksOf) {
  std::set<std::string> kinds;
  for (const Procedure& procedure : procedures()) {
    for (const Step& step : procedure.steps) {
      if (const auto path = documentPath(step.field)) kinds.emplace(path->kind);
      for (const auto& [answer, settings] : step.sets) {
        for (const FieldSetting& setting : settings) {
          if (const auto path = documentPath(setting.field)) kinds.emplace(path->kind);
        }
      }
    }
  }
  for (const std::string& kind : kinds) {
    EXPECT_TRUE(m_words["documents"].contains(kind)) << kind;
  }
}

// "{postcode}" in a detail stands for the answer of that step.
TEST_P(Words, NameOnlyStepsWhoseAnswersMayBeShown) {
  std::set<std::string> steps;
  for (const Procedure& procedure : procedures()) {
    for (const Step& step : procedure.steps)
      steps.insert(step.id);
  }
  const std::regex place(R"(\{([^}]*)\})");
  for (const auto& [id, texts] : m_words["steps"].items()) {
    if (!texts.contains("details")) continue;
    for (const auto& [option, detail] : texts["details"].items()) {
      const std::string text = detail;
      for (std::sregex_iterator one(text.begin(), text.end(), place), end; one != end; ++one)
        EXPECT_TRUE(steps.contains((*one)[1])) << id << "." << option << ": " << (*one)[0];
    }
  }
}

void collect(const json& node, const std::string& key, std::set<std::string>& keys) {
  if (!node.is_object()) {
    keys.insert(key);
    return;
  }
  for (const auto& item : node.items()) {
    collect(item.value(), key.empty() ? item.key() : key + "." + item.key(), keys);
  }
}

/// The text keys, or beginnings of keys, that stand between quotes in the sources of the screen.
std::set<std::string> keysInSources() {
  std::set<std::string> found;
  const std::regex key(R"re(["'`]((?:labels|screens|paper|desk|costs)\.[A-Za-z0-9.%-]*))re");
  for (const char* folder : {"qml", "kiosk"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(fixtures::source(folder))) {
      const auto ending = entry.path().extension();
      if (ending != ".qml" && ending != ".cpp" && ending != ".h") continue;
      std::ifstream stream(entry.path());
      const std::string text((std::istreambuf_iterator<char>(stream)), {});
      for (std::sregex_iterator match(text.begin(), text.end(), key), end; match != end; ++match) {
        const std::string whole = (*match)[1];
        found.insert(whole.substr(0, whole.find('%')));
      }
    }
  }
  return found;
}

bool beginsWith(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

TEST_P(Words, AreThereForEachKeyInTheSources) {
  std::set<std::string> keys;
  collect(m_words, "", keys);
  for (const std::string& wanted : keysInSources()) {
    const auto next = keys.lower_bound(wanted);
    EXPECT_TRUE(next != keys.end() && beginsWith(*next, wanted)) << wanted << " is missing";
  }
}

TEST_P(Words, AreAllUsed) {
  const std::set<std::string> wanted = keysInSources();
  for (const char* group : {"labels", "screens", "paper", "desk", "costs"}) {
    std::set<std::string> keys;
    collect(m_words[group], group, keys);
    for (const std::string& key : keys) {
      const bool isUsed = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& item) {
        return key == item || (beginsWith(key, item) && (item.back() == '.' || item.back() == '-' ||
                                                         key[item.size()] == '.'));
      });
      EXPECT_TRUE(isUsed) << "nothing shows " << key;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Words,
                         testing::ValuesIn(fixtures::files("config/text", ".json")),
                         [](const auto& file) { return fixtures::testName(file.param); });

}  // namespace
