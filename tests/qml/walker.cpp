// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "kiosk/session/walk.h"

namespace screens_test {
namespace {

using journey::AnswerKind;
using journey::Step;

// What people may give at a step. More than one where the way depends on it.
std::vector<std::string> candidates(const Step& step) {
  static const std::map<std::string, std::vector<std::string>> byStep = {
      {"birth-date", {"1952-04-03"}},
      {"co-holder-birth-date", {"1950-06-30"}},
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

class RandomWalks {
 public:
  explicit RandomWalks(const session::Configuration& configuration)
      : m_configuration(configuration) {}

  Path walk() {
    session::Walk walk(m_configuration.procedure, *journey::parseIsoDate("2026-11-20"),
                       [](const journey::Answers&) { return true; });
    Path path;
    while (path.size() < 200 && step(walk, path)) {
    }
    return path;
  }

 private:
  bool step(session::Walk& walk, Path& path) {
    const Step& shown = walk.shown();
    if (!shown.leadsTo.empty() || shown.answer == AnswerKind::Send) {
      path.push_back({shown.id, ""});
      return false;
    }
    std::vector<std::string> ways = candidates(shown);
    // The first answer mostly leads on; most others soon to an end.
    if (m_chance() % 5 == 0) std::shuffle(ways.begin(), ways.end(), m_chance);
    for (const std::string& text : ways) {
      const bool asks = text != "";
      if (!(asks ? walk.answer(text) : walk.confirm())) continue;
      path.push_back({shown.id, text});
      return true;
    }
    path.push_back({shown.id, ""});
    return false;
  }

  const session::Configuration& m_configuration;
  std::mt19937 m_chance{20261120};
};

}  // namespace

std::vector<Path> pathsPastEveryStep(const session::Configuration& configuration) {
  const journey::Procedure& procedure = configuration.procedure;
  std::set<std::string> unseen;
  for (const Step& step : procedure.steps)
    unseen.insert(step.textId);
  RandomWalks walks(configuration);
  std::vector<Path> chosen;
  for (int tried = 0; tried < 4000 && !unseen.empty(); ++tried) {
    Path path = walks.walk();
    std::size_t useful = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (unseen.erase(procedure.find(path[i].stepId)->textId) > 0) useful = i + 1;
    }
    path.resize(useful);
    if (useful > 0) chosen.push_back(std::move(path));
  }
  return chosen;
}

bool perform(session::Session& session, const Gesture& gesture) {
  using Phase = session::Session::Phase;
  const QString before = session.step().id;
  if (gesture.text.empty()) {
    session.next();
  } else {
    session.keep(QString::fromStdString(gesture.text));
    session.answer(QString::fromStdString(gesture.text));
  }
  return session.phase() != Phase::Question || session.step().id != before;
}

Path pathToSend() {
  std::ifstream stream(KIOSK_SOURCE_DIR "/tests/journeys/alone-with-a-code.json");
  const auto script = nlohmann::json::parse(stream);
  Path path;
  for (const auto& entry : script["answers"]) {
    const std::string text = entry.value("type", entry.value("choose", std::string()));
    path.push_back({entry["step"], text});
  }
  return path;
}

}  // namespace screens_test
