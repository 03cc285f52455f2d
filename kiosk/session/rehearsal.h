// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "surroundings.h"

#include <string>

namespace session {

// The world of a dress rehearsal: everything that a visit meets, and nothing behind it. No disk, no
// printer, no register, no line, no outbox. It takes nothing to be made of, so nobody can give it a
// port of a real visit, and a visit made with it takes nothing else (visit.h):
// tests/session/rehearsal_is_closed.py shows that neither compiles. The program that uses it
// (kiosk/rehearsal.cpp) is linked without outbox and without network; tests/session reads that from
// the program itself. GUI thread; outlives the visit.
class Rehearsal final {
 public:
  // `exercise`: an id of config/exercises.json, "" for somebody who tries with the invented papers.
  explicit Rehearsal(std::string exercise);
  Rehearsal(const Rehearsal&) = delete;
  Rehearsal& operator=(const Rehearsal&) = delete;

  [[nodiscard]] const std::string& exercise() const { return m_exercise; }

 private:
  friend class Visit;
  [[nodiscard]] Surroundings surroundings(const Moment& start);

  // Forgets what it is given, and says that it was received.
  class Store final : public RequestStore {
   public:
    std::optional<StoreTrouble> troubleNow() override { return std::nullopt; }
    tl::expected<std::string, StoreTrouble> record(const nlohmann::json&) override;
    void startAnother() override {}
    Fate fate() override;
  };
  class Register final : public VehicleRegister {
   public:
    void ask(const VehicleQuery&, Handler) override {}
  };
  // The paper comes onto the screen alone, marked: a sheet with an invented car that lies about is
  // taken for somebody's.
  class Tray final : public PaperTray {
   public:
    bool put(const Paper&, const QString&) override { return true; }
  };
  class Door final : public BadgeDoor {
   public:
    void knock(const std::string&, std::string, Handler handler) override { handler({}); }
  };
  class Book final : public ActBook {
   public:
    bool record(const std::string&, Act, const std::string&) override { return false; }
    std::vector<agent::Fact> facts() override { return {}; }
  };
  class Calls final : public agent::CallStore {
   public:
    tl::expected<void, std::string> write(const agent::CallRecord&) override;
    agent::CallRecord read() override { return {}; }
  };
  class Line final : public agent::LinePort {
   public:
    void publishStatus(const agent::KioskStatus&, Acknowledged) override {}
    void publishCall(const agent::CallEvent&, Acknowledged) override {}
    void publishGuide(const agent::GuideEnvelope&, Acknowledged) override {}
    void publishCount(const agent::Count&, Acknowledged) override {}
  };

  std::string m_exercise;
  Store m_store;
  Register m_register;
  Tray m_tray;
  Door m_door;
  Book m_book;
  Calls m_calls;
  Line m_line;
  agent::Mandates m_mandates;
};

}  // namespace session
