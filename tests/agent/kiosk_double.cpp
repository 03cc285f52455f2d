// SPDX-License-Identifier: Apache-2.0
// A kiosk without a screen: Caller and Line as the kiosk has them, a command a line on stdin, a
// JSON line on stdout for what happens. Ends with stdin, as the kiosk does, or by kill -9, as it
// may.
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <mutex>

#include <nlohmann/json.hpp>

#include "agent/caller.h"
#include "agent/line.h"

namespace {

using nlohmann::json;

class Executor {
 public:
  Executor() : m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  void later(std::function<void()> task) {
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    const std::uint64_t one = 1;
    (void)!::write(m_wake, &one, sizeof one);
  }
  void run() {
    std::uint64_t count = 0;
    (void)!::read(m_wake, &count, sizeof count);
    std::vector<std::function<void()>> tasks;
    {
      const std::lock_guard lock(m_mutex);
      tasks.swap(m_tasks);
    }
    for (auto& task : tasks)
      task();
  }
  [[nodiscard]] int descriptor() const { return m_wake; }

 private:
  int m_wake;
  std::mutex m_mutex;
  std::vector<std::function<void()>> m_tasks;
};

template <typename Clock>
std::int64_t millisecondsOf() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch())
      .count();
}

agent::Moment now() {
  return {millisecondsOf<std::chrono::steady_clock>(), millisecondsOf<std::chrono::system_clock>()};
}

void say(const json& line) {
  std::cout << line.dump() << std::endl;
}

json described(const agent::CallView& view) {
  constexpr const char* stages[] = {"none",      "leaving",   "sent",       "second",
                                    "nobody",    "answered",  "on-the-way", "arrived",
                                    "call-back", "withdrawn", "ended"};
  return {{"stage", stages[static_cast<int>(view.stage)]},
          {"id", view.id},
          {"agent", view.agent.value_or("")},
          {"age", view.ages.pressed.value_or(-1)},
          {"up", view.lineUp},
          {"down", view.lineDown},
          {"available", view.present.available}};
}

agent::LineSettings settingsOf(const json& given) {
  agent::LineSettings settings;
  settings.host = given.value("host", "127.0.0.1");
  settings.port = given.at("port");
  settings.site = given.at("site");
  settings.kiosk = given.at("kiosk");
  const std::filesystem::path keys = given.at("keys").get<std::string>();
  settings.authority = keys / "line-ca.pem";
  settings.certificate = keys / "line-client.pem";
  settings.key = keys / "line-client.key";
  settings.keepalive = std::chrono::seconds(given.value("keepalive", 15));
  settings.willDelay = std::chrono::seconds(given.value("willDelay", 20));
  settings.patience = std::chrono::milliseconds(given.value("patience", 5'000));
  settings.firstWait = std::chrono::milliseconds(given.value("firstWait", 100));
  settings.longestWait = std::chrono::milliseconds(given.value("longestWait", 1'000));
  return settings;
}

void obey(const std::string& command, agent::Caller& caller, agent::Line& line) {
  if (command == "call") {
    if (const auto done = caller.call(agent::CallKind::Help, now()); !done)
      say({{"fault", static_cast<int>(done.error())}});
  }
  if (command == "withdraw") caller.withdraw(now());
  if (command == "end") caller.endVisit(agent::VisitEnd::Paused, now());
  if (command == "odd") caller.doing({true, "Odd <step>", 0, 0, {}, {}}, now());
  if (command == "busy") caller.doing({true, "plate", 1, 6, {}, {}}, now());
  if (command == "counts") {
    const auto counts = line.counts();
    say({{"connections", counts.connections},
         {"refused", counts.refused},
         {"wakeUps", counts.wakeUps}});
  }
  say({{"view", described(caller.view(now()))}});
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const json given = json::parse(arguments[1]);
  Executor executor;
  agent::FileCallStore store(given.at("state").get<std::string>(), [](const std::string& text) {
    say({{"log", text}});
  });
  agent::Caller* caller = nullptr;
  agent::LineEvents events;
  events.connected = [&](bool up) {
    say({{"connected", up}});
    caller->connected(up, now());
  };
  events.desk = [&](const auto& who, const auto& status) { caller->desk(who, status, now()); };
  events.kiosk = [&](const auto& who, const auto& status) {
    if (status.call) say({{"other", who}, {"age", status.call->age}});
    caller->kiosk(who, status, now());
  };
  events.answer = [&](const auto& answer, std::int64_t lay) {
    say({{"answer", answer.agent}, {"lay", lay}});
    caller->answer(answer, lay, now());
  };
  events.guide = [](const auto& envelope) { say({{"guide", envelope.agent}}); };
  events.log = [](const std::string& text) { say({{"log", text}}); };
  const auto line = std::make_unique<agent::Line>(
      settingsOf(given), events,
      [&](std::function<void()> task) { executor.later(std::move(task)); });
  agent::CallSettings calls;
  calls.kiosk = given.at("kiosk");
  calls.agents = given.at("agents").get<std::set<std::string>>();
  agent::Caller life(
      calls, store, *line,
      [&] {
        say({{"view", described(caller->view(now()))}});
      },
      now());
  caller = &life;
  std::string typed;
  while (true) {
    const std::int64_t wait = life.due().value_or(now().steady + 60'000) - now().steady;
    pollfd ready[] = {{STDIN_FILENO, POLLIN, 0}, {executor.descriptor(), POLLIN, 0}};
    ::poll(ready, 2, static_cast<int>(std::clamp<std::int64_t>(wait, 0, 60'000)));
    executor.run();
    if (ready[0].revents != 0) {
      char bytes[256];
      const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
      if (got <= 0) break;
      typed.append(bytes, static_cast<std::size_t>(got));
      for (auto end = typed.find('\n'); end != std::string::npos; end = typed.find('\n')) {
        obey(typed.substr(0, end), life, *line);
        typed.erase(0, end + 1);
      }
    }
    life.tick(now());
  }
  return 0;
}
