// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "kiosk/session/walk.h"

namespace screens_test {
namespace {

using journey::AnswerKind;
using journey::Step;

const std::string dontKnow = "(does not know)";
constexpr const char* journeysFolder = KIOSK_SOURCE_DIR "/tests/journeys";
const std::string leaveEmpty = "(there is none)";

// What people may give at a step. More than one where the way depends on it.
std::vector<std::string> answersFor(const Step& step) {
  static const std::map<std::string, std::vector<std::string>> byStep = {
      {"co-holder-birth-date", {"1950-06-30"}},
      {"identity-birth-date", {"1952-04-03", "1951-01-01"}}};
  if (const auto found = byStep.find(step.textId); found != byStep.end()) return found->second;
  static const std::map<std::string, std::vector<std::string>> byRule = {
      {"birth-date", {"1952-04-03"}},
      {"expiry-date", {"2029-01-01", "2026-11-10"}},
      {"siren", {"732829320"}},
      {"street-number", {"12"}},
      {"time", {"1430"}},
      {"town", {"MONTBELIARD"}}};
  if (const auto found = byRule.find(step.rule); found != byRule.end()) return found->second;
  static const std::map<std::string, std::vector<std::string>> byKeys = {
      {"plate", {"AB123CD", "123ABC45"}},
      {"code", {"AB12C"}},
      {"form-number", {"2013BZ80335"}},
      {"vin", {"VF1AAAAA123456789"}},
      {"reference", {"K7PM-22QX-9RTB"}},
      {"name", {"DE LA TOUR D'AUVERGNE", "MARTIN"}},
      {"text", {"AVENUE DU 8 MAI 1945"}},
      {"phone", {"0381000000"}},
      {"postcode", {"25200"}},
      {"power", {"5", "12"}}};
  switch (step.answer) {
    case AnswerKind::Choice:
      return step.options;
    case AnswerKind::CalendarDate:
      return {"2026-11-10", "2026-09-15", "2026-08-01", "2024-02-29", "2012-03-01", "2029-01-01"};
    case AnswerKind::Country:
      return {"FR", "DZ"};
    case AnswerKind::Keyed:
      if (const auto found = byKeys.find(step.keys); found != byKeys.end()) return found->second;
      return {"1"};
    default:
      return {""};
  }
}

std::vector<std::string> candidates(const Step& step) {
  std::vector<std::string> all = answersFor(step);
  if (step.mayBeUnknown) all.push_back(dontKnow);
  if (step.mayBeEmpty) all.push_back(leaveEmpty);
  return all;
}

Path pathOf(const nlohmann::json& journey) {
  Path path;
  for (const auto& entry : journey["answers"]) {
    const std::string text = entry.contains("dontKnow")     ? dontKnow
                             : entry.contains("leaveEmpty") ? leaveEmpty
                                                            : "";
    path.push_back({entry["step"], entry.value("type", entry.value("choose", text))});
  }
  path.push_back({journey["ends"], ""});
  return path;
}

nlohmann::json readJourney(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return nlohmann::json::parse(stream);
}

// In the order of their names.
std::vector<Path> journeys() {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(journeysFolder))
    files.insert(entry.path());
  std::vector<Path> all;
  for (const auto& file : files) {
    if (file.extension() != ".json") continue;
    if (const auto read = readJourney(file); read.contains("answers")) all.push_back(pathOf(read));
  }
  return all;
}

// Goes the ways of the journeys, then tries everything that may be given at each step, once, until
// nothing is left that was not seen: from each new place on the first that is taken, to the end.
// The first candidates of a step therefore lead far.
class Explorer {
 public:
  explicit Explorer(const session::Configuration& configuration)
      : m_catalogue(configuration.catalogue), m_unseen(textsOfSteps(configuration)) {}

  std::vector<Path> explore() {
    std::vector<Path> chosen;
    const auto choose = [&](const Path& beginning, bool farther) {
      std::size_t useful = 0;
      Path path = walk(beginning, farther, useful);
      path.resize(useful);
      if (useful > 0) chosen.push_back(std::move(path));
    };
    for (const Path& journey : journeys())
      choose(journey, false);
    m_beginnings.push_back({});
    for (; !m_beginnings.empty() && !m_unseen.empty(); m_beginnings.pop_front())
      choose(m_beginnings.front(), true);
    return chosen;
  }

 private:
  // `useful`: how many gestures lead to the last step that was not seen before.
  Path walk(const Path& beginning, bool farther, std::size_t& useful) {
    session::Walk walk(m_catalogue, *journey::parseIsoDate("2026-11-20"),
                       [](const journey::Answers&) { return true; });
    Path path;
    std::set<std::size_t> fresh;
    const auto see = [&] {
      if (m_unseen.erase(walk.shown().textId) > 0) fresh.insert(path.size());
    };
    for (const Gesture& gesture : beginning) {
      see();
      path.push_back(gesture);
      if (!take(walk, gesture.text)) break;
    }
    if (farther) {
      do {
        see();
      } while (path.size() < 200 && goOn(walk, path));
    }
    for (const std::size_t at : fresh) {
      path[at].isNew = true;
      useful = at + 1;
    }
    return path;
  }

  bool goOn(session::Walk& walk, Path& path) {
    const Step& shown = walk.shown();
    const bool ends = shown.next.empty();
    const std::vector<std::string> ways = ends ? std::vector<std::string>{} : candidates(shown);
    for (const std::string& way : ways) {
      const std::string tried = walk.procedure().id + ":" + shown.textId + ":" + way;
      if (!m_tried.insert(tried).second) continue;
      m_beginnings.push_back(path);
      m_beginnings.back().push_back({shown.id, way});
    }
    for (const std::string& way : ways) {
      if (!take(walk, way)) continue;
      path.push_back({shown.id, way});
      return true;
    }
    path.push_back({shown.id, ""});
    return false;
  }

  static bool take(session::Walk& walk, const std::string& text) {
    if (text == dontKnow) return walk.dontKnow();
    if (text == leaveEmpty) return walk.leaveEmpty();
    return text.empty() ? walk.confirm() : walk.answer(text);
  }

  const config::Catalogue& m_catalogue;
  std::set<std::string> m_unseen;
  std::set<std::string> m_tried;
  std::deque<Path> m_beginnings;
};

}  // namespace

std::set<std::string> textsOfSteps(const session::Configuration& configuration) {
  std::set<std::string> texts;
  for (const std::string& id : configuration.catalogue.ids()) {
    for (const Step& step : configuration.catalogue.opened(id)->steps)
      texts.insert(step.textId);
  }
  return texts;
}

std::vector<Path> pathsPastEveryStep(const session::Configuration& configuration) {
  return Explorer(configuration).explore();
}

bool perform(session::Session& session, const Gesture& gesture) {
  const QString before = session.step().id;
  if (gesture.text.empty()) {
    session.next();
  } else if (gesture.text == dontKnow) {
    session.dontKnow();
  } else if (gesture.text == leaveEmpty) {
    session.leaveEmpty();
  } else {
    session.keep(QString::fromStdString(gesture.text));
    session.answer(QString::fromStdString(gesture.text));
  }
  return session.step().id != before;
}

Path pathOfJourney(const std::string& name) {
  return pathOf(readJourney(std::filesystem::path(journeysFolder) / (name + ".json")));
}

Path pathToSend() {
  return pathOfJourney("alone-with-a-code");
}

void walkTo(const std::string& stepId, session::Session& session) {
  session.begin();
  for (const Gesture& gesture : pathToSend()) {
    if (gesture.stepId == stepId) return;
    ASSERT_TRUE(perform(session, gesture)) << gesture.stepId;
  }
  FAIL() << stepId << " is not on the way";
}

}  // namespace screens_test
