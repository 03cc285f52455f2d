// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include "tests/journey/shipped.h"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

namespace session_test {

using nlohmann::json;
using namespace std::chrono_literals;

const session::Configuration& shippedConfiguration() {
  static const session::Configuration configuration = [] {
    auto loaded = session::loadConfiguration(shipped::root() / "config", "",
                                             *journey::parseIsoDate("2026-11-20"));
    if (!loaded) throw std::runtime_error(loaded.error().line());
    return std::move(*loaded);
  }();
  return configuration;
}

std::vector<Spoken> journeyOf(const std::string& name, bool second) {
  const json document =
      json::parse(std::ifstream(KIOSK_SOURCE_DIR "/tests/journeys/" + name + ".json"));
  std::vector<Spoken> all;
  for (const json& entry : (second ? document["then"] : document)["answers"]) {
    Spoken spoken{entry["step"], {}, entry.contains("dontKnow"), entry.contains("leaveEmpty")};
    for (const char* word : {"choose", "type"}) {
      if (entry.contains(word)) spoken.text = entry[word].get<std::string>();
    }
    all.push_back(spoken);
  }
  return all;
}

namespace {

session::Moment start() {
  session::Moment moment;
  moment.steady = 1'000'000ms;
  moment.wall = 1'795'181'400'000;
  return moment;
}

}  // namespace

Rig::Rig() : Rig(store) {}

Rig::Rig(session::RequestStore& used)
    : m_visit(shippedConfiguration(), 4,
              {used, vehicles, tray, door, book, mandates, calls, line, deskKey, start()}) {
  QObject::connect(&session(), &session::Session::ended, &session(), [this] { m_ended = true; });
  wait(0s);
}

void Rig::wait(std::chrono::milliseconds time) {
  // As the program does: never a longer step than the session asked for.
  const auto until = m_now + time;
  do {
    m_now = std::min(until, m_now + m_visit.tickInterval());
    session::Moment moment;
    moment.steady = m_now;
    moment.wall = start().wall + (m_now - start().steady).count();
    moment.here = {*journey::parseIsoDate("2026-11-20"), 14 * 60 + 30};
    moment.stamp = QStringLiteral("20261120T133000Z");
    m_visit.tick(moment);
  } while (m_now < until);
}

void Rig::openDesk(const std::string& agent) {
  auto& calling = m_visit.calling();
  calling.caller().connected(true, calling.now());
  calling.caller().desk(agent, {agent::DeskState::Available, 0, {}}, calling.now());
}

void Rig::walk(const std::string& journey, const std::string& until) {
  session().begin();
  follow(journeyOf(journey), until);
}

void Rig::follow(const std::vector<Spoken>& answers, const std::string& until) {
  for (const Spoken& spoken : answers) {
    if (spoken.step == until) break;
    ASSERT_EQ(at(), spoken.step) << "problem: " << session().step().problem.toStdString();
    if (spoken.unknown) {
      session().dontKnow();
    } else if (spoken.none) {
      session().leaveEmpty();
    } else if (spoken.text) {
      session().answer(QString::fromStdString(*spoken.text));
    } else {
      session().next();
    }
  }
  if (!until.empty()) {
    ASSERT_EQ(at(), until);
  }
}

}  // namespace session_test
