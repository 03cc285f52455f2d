// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include <gtest/gtest.h>

#include <deque>
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
const std::string leaveEmpty = "(there is none)";

// What people may give at a step. More than one where the way depends on it.
std::vector<std::string> answersFor(const Step& step) {
  static const std::map<std::string, std::vector<std::string>> byStep = {
      {"birth-date", {"1952-04-03"}},
      {"co-holder-birth-date", {"1950-06-30"}},
      {"identity-expiry", {"2029-01-01", "2026-11-10"}},
      {"identity-birth-date", {"1952-04-03", "1951-01-01"}},
      {"street-number", {"12"}},
      {"town", {"MONTBELIARD"}}};
  if (const auto found = byStep.find(step.textId); found != byStep.end()) return found->second;
  static const std::map<std::string, std::vector<std::string>> byKeys = {
      {"plate", {"AB123CD", "123ABC45"}},
      {"code", {"AB12C"}},
      {"form-number", {"2013BZ80335"}},
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

// Tries everything that may be given at each step, once: from each new place on the first that is
// taken, to the end. The first candidates of a step therefore lead far.
class Explorer {
 public:
  explicit Explorer(const session::Configuration& configuration)
      : m_procedure(configuration.procedure) {
    for (const Step& step : m_procedure.steps)
      m_unseen.insert(step.textId);
  }

  std::vector<Path> explore() {
    std::vector<Path> chosen;
    for (m_beginnings.push_back({}); !m_beginnings.empty(); m_beginnings.pop_front()) {
      Path path = walk(m_beginnings.front());
      std::size_t useful = 0;
      for (std::size_t i = 0; i < path.size(); ++i) {
        if (m_unseen.erase(m_procedure.find(path[i].stepId)->textId) > 0) useful = i + 1;
      }
      path.resize(useful);
      if (useful > 0) chosen.push_back(std::move(path));
    }
    return chosen;
  }

 private:
  Path walk(const Path& beginning) {
    session::Walk walk(m_procedure, *journey::parseIsoDate("2026-11-20"),
                       [](const journey::Answers&) { return true; });
    for (const Gesture& gesture : beginning) {
      if (!take(walk, gesture.text)) return {};
    }
    Path path = beginning;
    while (path.size() < 200 && goOn(walk, path)) {
    }
    return path;
  }

  bool goOn(session::Walk& walk, Path& path) {
    const Step& shown = walk.shown();
    const bool ends = !shown.leadsTo.empty() || shown.answer == AnswerKind::Send;
    const std::vector<std::string> ways = ends ? std::vector<std::string>{} : candidates(shown);
    for (const std::string& way : ways) {
      if (!m_tried.insert(shown.textId + ":" + way).second) continue;
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

  const journey::Procedure& m_procedure;
  std::set<std::string> m_unseen;
  std::set<std::string> m_tried;
  std::deque<Path> m_beginnings;
};

}  // namespace

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

Path pathToSend() {
  std::ifstream stream(KIOSK_SOURCE_DIR "/tests/journeys/alone-with-a-code.json");
  const auto script = nlohmann::json::parse(stream);
  Path path;
  for (const auto& entry : script["answers"]) {
    const std::string text = entry.value("type", entry.value("choose", std::string()));
    path.push_back({entry["step"], text});
  }
  path.push_back({"send", ""});
  return path;
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
