// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/session/configuration.h"
#include "kiosk/session/visit.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// A visit without a display, on the shipped configuration, on 20 November 2026. What lies outside
// of the program is scripted, and time goes by hand.
namespace session_test {

class ScriptedStore final : public session::RequestStore {
 public:
  std::optional<session::StoreTrouble> troubleNow() override { return trouble; }
  tl::expected<std::string, session::StoreTrouble> record(const nlohmann::json& request) override {
    ++tries;
    if (recordTrouble) return tl::unexpected(*recordTrouble);
    recorded = request;
    return "L-000042-6";
  }
  void startAnother() override { ++others; }
  session::Fate fate() override { return whatBecame; }
  int others = 0;

  std::optional<session::StoreTrouble> trouble;
  std::optional<session::StoreTrouble> recordTrouble;
  std::optional<nlohmann::json> recorded;
  session::Fate whatBecame;
  int tries = 0;
};

class ScriptedRegister final : public session::VehicleRegister {
 public:
  void ask(const session::VehicleQuery& query, Handler handler) override {
    asked.push_back(query);
    handlers.push_back(std::move(handler));
  }
  std::vector<session::VehicleQuery> asked;
  std::vector<Handler> handlers;
};

class MemoryTray final : public session::PaperTray {
 public:
  bool put(const session::Paper& paper, const QString& name) override {
    if (!works) return false;
    papers.push_back(paper);
    names.push_back(name);
    return true;
  }
  void owe(const QString& number) override { marks.append(number); }
  void settle(const QString& number) override { marks.removeAll(number); }
  QStringList owed() const override { return marks; }

  QStringList marks;
  std::vector<session::Paper> papers;
  std::vector<QString> names;
  bool works = true;
};

// Opens for badge 1042 with PIN 2580: Sylvie. Answers at once.
class ScriptedDoor final : public session::BadgeDoor {
 public:
  void knock(const std::string& badge, std::string pin, Handler handler) override {
    handler(badge == "1042" && pin == "2580"
                ? session::BadgeAnswer{session::BadgeAnswer::Kind::Admitted, "sylvie", {}}
                : otherwise);
  }
  session::BadgeAnswer otherwise;
};

class MemoryBook final : public session::ActBook {
 public:
  struct Entry {
    std::string agent;
    session::Act act;
    std::string step;
    bool operator==(const Entry&) const = default;
  };
  bool record(const std::string& agent, session::Act act, const std::string& step) override {
    if (works) entries.push_back({agent, act, step});
    return works;
  }
  std::vector<agent::Fact> facts() override { return kept; }
  std::vector<Entry> entries;
  std::vector<agent::Fact> kept;
  bool works = true;
};

// A line to the desk that is moved by hand: what was said is kept, nothing is acknowledged before
// acknowledge().
class ScriptedLine final : public agent::LinePort {
 public:
  void publishStatus(const agent::KioskStatus& status, Acknowledged) override {
    statuses.push_back(status);
  }
  void publishCall(const agent::CallEvent& event, Acknowledged acknowledged) override {
    calls.push_back(event);
    m_waiting = std::move(acknowledged);
  }
  void publishGuide(const agent::GuideEnvelope& envelope, Acknowledged) override {
    guides.push_back(envelope);
  }
  void publishCount(const agent::Count& count, Acknowledged) override { counts.push_back(count); }
  void acknowledge() {
    if (const auto waiting = std::exchange(m_waiting, {})) waiting();
  }

  std::vector<agent::KioskStatus> statuses;
  std::vector<agent::CallEvent> calls;
  std::vector<agent::GuideEnvelope> guides;
  std::vector<agent::Count> counts;

 private:
  Acknowledged m_waiting;
};

class MemoryCalls final : public agent::CallStore {
 public:
  tl::expected<void, std::string> write(const agent::CallRecord& record) override {
    if (!works) return tl::unexpected(std::string("no space left"));
    kept = record;
    return {};
  }
  agent::CallRecord read() override { return kept; }
  agent::CallRecord kept;
  bool works = true;
};

// config/, read once.
[[nodiscard]] const session::Configuration& shippedConfiguration();

// The answers of a journey of tests/journeys, in their order.
struct Spoken {
  std::string step;
  // What is typed or chosen; nothing to go on from a screen that asks nothing.
  std::optional<std::string> text;
  bool unknown = false;
  bool none = false;
};
/// Whose visit most tests take.
inline constexpr char alone[] = "alone-with-a-code";
/// What they say in this journey, or to the second procedure that it opens.
[[nodiscard]] std::vector<Spoken> journeyOf(const std::string& name, bool second = false);

class Rig {
 public:
  Rig();
  explicit Rig(session::RequestStore& store);

  [[nodiscard]] session::Session& session() { return m_visit.session(); }
  [[nodiscard]] session::Visit& visit() { return m_visit; }
  // The line is up and an agent is at their page: for a call from here on.
  void openDesk(const std::string& agent);
  [[nodiscard]] bool ended() const { return m_ended; }
  void wait(std::chrono::milliseconds time);
  // Begins and answers as the journey does, up to the step `until` (not answered), "" for the end.
  void walk(const std::string& journey, const std::string& until);
  // The same from where the visit is.
  void follow(const std::vector<Spoken>& answers, const std::string& until);
  [[nodiscard]] std::string at() { return session().step().id.toStdString(); }

  ScriptedStore store;
  ScriptedRegister vehicles;
  MemoryTray tray;
  ScriptedDoor door;
  MemoryBook book;
  QTemporaryDir state;
  agent::Mandates mandates{state.path().toStdString(), [](const std::string&) {}};
  ScriptedLine line;
  MemoryCalls calls;
  crypto::BoxKeys desk = crypto::makeBoxKeys();
  std::optional<crypto::PublicKey> deskKey = desk.publicKey;

 private:
  session::Visit m_visit;
  std::chrono::milliseconds m_now{1'000'000};
  bool m_ended = false;
};

}  // namespace session_test
