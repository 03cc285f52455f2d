// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../fixtures/temporary_folder.h"
#include "agent/caller.h"
#include "agent/line_port.h"

// What the tests of the agent's line share: a line and a store that are moved by hand.
namespace agent_test {

class FakeLine : public agent::LinePort {
 public:
  void publishStatus(const agent::KioskStatus& status, Acknowledged) override {
    statuses.push_back(status);
  }
  void publishCall(const agent::CallEvent& event, Acknowledged acknowledged) override {
    calls.push_back(event);
    m_acknowledged.push_back(std::move(acknowledged));
  }
  void publishGuide(const agent::GuideEnvelope&, Acknowledged) override {}
  void publishCount(const agent::Count& count, Acknowledged) override { counts.push_back(count); }

  // The broker acknowledges all calls so far.
  void acknowledge() {
    for (auto& one : std::exchange(m_acknowledged, {}))
      if (one) one();
  }

  std::vector<agent::KioskStatus> statuses;
  std::vector<agent::CallEvent> calls;
  std::vector<agent::Count> counts;

 private:
  std::vector<Acknowledged> m_acknowledged;
};

class FakeStore : public agent::CallStore {
 public:
  tl::expected<void, std::string> write(const agent::CallRecord& given) override {
    if (failing) return tl::unexpected<std::string>("no sync");
    record = given;
    ++writes;
    return {};
  }
  agent::CallRecord read() override { return record; }

  agent::CallRecord record;
  int writes = 0;
  bool failing = false;
};

// A kiosk with two agents on its list, Sylvie and Karim, and a clock that is moved by hand.
class CallerRig {
 public:
  static constexpr std::int64_t morning = 1'795'685'000'000;  // 26 November 2026

  CallerRig() { start(); }

  // As after a crash: a new process with the same files.
  void start() {
    caller.reset();
    caller.emplace(
        agent::CallSettings{.kiosk = "montbeliard-1", .agents = {"karim", "sylvie"}}, store, line,
        [this] { ++changes; }, now);
  }
  void connect() {
    caller->connected(true, now);
    desk("sylvie", agent::DeskState::Available);
    desk("karim", agent::DeskState::Available);
    pass(2);
  }
  void pass(std::int64_t seconds) { passMilliseconds(seconds * 1000); }
  void passMilliseconds(std::int64_t milliseconds) {
    now.steady += milliseconds;
    now.wall += milliseconds;
    caller->tick(now);
  }
  void desk(const std::string& agent, agent::DeskState state, std::int64_t age = 0) {
    caller->desk(agent, {state, age, std::nullopt}, now);
  }
  void answer(const std::string& agent, agent::AnswerAction action,
              std::optional<int> minutes = std::nullopt,
              std::optional<std::string> to = std::nullopt, std::int64_t lay = 0) {
    caller->answer({view().id, agent, action, minutes, std::move(to)}, lay, now);
  }
  [[nodiscard]] agent::CallView view() const { return caller->view(now); }
  [[nodiscard]] agent::Stage stage() const { return view().stage; }

  FakeLine line;
  FakeStore store;
  agent::Moment now{5'000'000, morning};
  int changes = 0;
  std::optional<agent::Caller> caller;
};

}  // namespace agent_test
