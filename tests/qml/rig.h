// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>
#include <optional>

#include "kiosk/session/visit.h"

// The real screens over the real visit, drawn by the software renderer without a display. Only what
// lies outside of the program is replaced: store, register, paper tray and clock.
namespace screens_test {

class MemoryStore final : public session::RequestStore {
 public:
  std::optional<session::StoreTrouble> troubleNow() override { return trouble; }
  tl::expected<std::string, session::StoreTrouble> record(const nlohmann::json&) override;
  void startAnother() override {}
  session::Fate fate() override { return whatBecame; }

  std::optional<session::StoreTrouble> trouble;
  session::Fate whatBecame;
};

class SilentRegister final : public session::VehicleRegister {
 public:
  void ask(const session::VehicleQuery&, Handler) override {}
};

class OpenTray final : public session::PaperTray {
 public:
  bool put(const session::Paper&, const QString&) override { return works; }
  bool works = true;
};

// Lets everybody in as Sylvie.
class OpenDoor final : public session::BadgeDoor {
 public:
  void knock(const std::string&, std::string, Handler handler) override {
    handler({session::BadgeAnswer::Kind::Admitted, "sylvie", {}});
  }
};

class PatientBook final : public session::ActBook {
 public:
  bool record(const std::string&, session::Act, const std::string&) override { return true; }
  std::vector<agent::Fact> facts() override { return {}; }
};

// Acknowledges at once.
class OpenLine final : public agent::LinePort {
 public:
  void publishStatus(const agent::KioskStatus&, Acknowledged) override {}
  void publishCall(const agent::CallEvent& event, Acknowledged acknowledged) override {
    call = event.call;
    if (acknowledged) acknowledged();
  }
  void publishGuide(const agent::GuideEnvelope&, Acknowledged) override {}
  void publishCount(const agent::Count&, Acknowledged) override {}
  std::string call;
};

class ForgetfulCalls final : public agent::CallStore {
 public:
  tl::expected<void, std::string> write(const agent::CallRecord&) override { return {}; }
  agent::CallRecord read() override { return {}; }
};

// One way in which the screen may be shown.
struct Layout {
  int width = 1080;
  int height = 1920;
  session::Look::TextSize size = session::Look::TextSize::Normal;
  session::Look::Contrast contrast = session::Look::Contrast::Paper;
  bool low = false;
  // An agent has a part of the glass: a panel beside the screen, or a bar above it.
  bool beside = false;
  [[nodiscard]] std::string name() const;
};

struct InLanguage {
  std::string language;
};

class Rig {
 public:
  // 4 pixels to the millimetre: 1080 by 1920 is then a glass of 270 by 480 mm.
  static constexpr double pixelsPerMillimetre = 4;

  // What config/ holds, read on 20 November 2026; in this language, or in French of another kind
  // (pseudo.h). Read once a program: the same for everybody.
  [[nodiscard]] static const session::Configuration& configured(const std::string& language = "fr");

  Rig();
  // In a language of config/text, or in French of another kind (pseudo.h). Behind a closed curtain
  // a visit goes on without a window, and much faster, until raiseCurtain().
  enum class Curtain { Raised, Closed };
  explicit Rig(const InLanguage& in, Curtain curtain = Curtain::Raised);
  // A dress rehearsal or, with an id of config/exercises.json, an exercise.
  explicit Rig(const std::string& exercise);
  ~Rig();
  Rig(const Rig&) = delete;
  Rig& operator=(const Rig&) = delete;

  [[nodiscard]] session::Visit& visit() { return *m_visit; }
  [[nodiscard]] session::Session& session() { return m_visit->session(); }
  [[nodiscard]] const session::Configuration& configuration() const { return m_configuration; }
  [[nodiscard]] QQuickWindow& window() { return *m_window; }
  [[nodiscard]] QQuickItem& content() { return *m_window->contentItem(); }
  [[nodiscard]] QQmlEngine& engine() { return *m_engine; }
  [[nodiscard]] MemoryStore& store() { return m_store; }
  [[nodiscard]] OpenTray& tray() { return m_tray; }
  // The line is up and Sylvie is at her page.
  void openDesk();
  [[nodiscard]] agent::Mandates& mandates() { return m_mandates; }
  [[nodiscard]] OpenLine& line() { return m_line; }

  // The window is made, with the visit as it stands. Once; what is below wants it raised.
  void raiseCurtain();
  [[nodiscard]] bool isRaised() const { return m_window != nullptr; }
  void show(const Layout& layout);
  // Handles what is pending, so that the screen is laid out.
  void settle();
  void wait(int seconds);
  [[nodiscard]] QImage picture();
  // Everything that Qt complained of since the last call.
  [[nodiscard]] QStringList complaints();

 private:
  void begin();

  const session::Configuration& m_configuration;
  MemoryStore m_store;
  SilentRegister m_register;
  OpenTray m_tray;
  OpenDoor m_door;
  PatientBook m_book;
  QTemporaryDir m_state;
  agent::Mandates m_mandates{m_state.path().toStdString(), [](const std::string&) {}};
  OpenLine m_line;
  ForgetfulCalls m_calls;
  std::optional<session::Rehearsal> m_rehearsal;
  std::unique_ptr<QQmlEngine> m_engine;
  std::unique_ptr<session::Visit> m_visit;
  std::unique_ptr<QQuickWindow> m_window;
  session::Moment m_now;
};

}  // namespace screens_test
