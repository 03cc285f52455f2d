// SPDX-License-Identifier: Apache-2.0
#include "rig.h"

#include <gtest/gtest.h>

#include <QtQuickTest/quicktest.h>
#include <QGuiApplication>
#include <QQmlComponent>
#include <filesystem>
#include <fstream>
#include <map>

#include "pseudo.h"

namespace screens_test {
namespace {

QStringList& heard() {
  static QStringList lines;
  return lines;
}

void hear(QtMsgType type, const QMessageLogContext&, const QString& text) {
  // The offscreen platform says so at each window, and it is right.
  if (text.contains(QLatin1String("propagateSizeHints"))) return;
  if (type != QtDebugMsg && type != QtInfoMsg) heard().append(text);
}

}  // namespace

tl::expected<std::string, session::StoreTrouble> MemoryStore::record(const nlohmann::json&) {
  if (trouble) return tl::unexpected(*trouble);
  return "K7F3M2";
}

std::string Layout::name() const {
  return std::to_string(width) + "x" + std::to_string(height) + "-" +
         std::array{"small", "normal", "large", "largest"}.at(static_cast<std::size_t>(size)) +
         std::array{"", "-black-on-white", "-white-on-black"}.at(
             static_cast<std::size_t>(contrast)) +
         (low ? "-low" : "") + (beside ? "-beside" : "");
}

namespace {

// The texts of the house and one language more, as a folder of config/ would hold them.
std::filesystem::path folderWithPseudo(const nlohmann::json& french) {
  static const QTemporaryDir folder;
  const std::filesystem::path root = folder.path().toStdString();
  const std::filesystem::path config = KIOSK_SOURCE_DIR "/config";
  std::filesystem::copy(config / "text", root / "text");
  std::filesystem::create_directory_symlink(config / "places", root / "places");
  std::ofstream(root / "text" / (std::string(pseudo::name) + ".json")) << pseudo::madeFrom(french);
  return root;
}

session::Configuration read(const std::string& language) {
  const auto today = *journey::parseIsoDate("2026-11-20");
  const bool made = language == pseudo::name;
  const bool offered = language == pseudo::offered;
  auto loaded = session::loadConfiguration(KIOSK_SOURCE_DIR "/config",
                                           made || offered ? "fr" : language, today);
  if (!loaded) {
    ADD_FAILURE() << "config/ does not load";
    std::abort();
  }
  if (made) {
    loaded->texts = pseudo::madeFrom(loaded->texts);
    loaded->kiosk.language = pseudo::name;
    loaded->languages.insert(loaded->languages.begin(), {pseudo::name, pseudo::name});
  }
  if (offered) {
    loaded->folder = folderWithPseudo(loaded->texts);
    loaded->languages.push_back({pseudo::name, pseudo::name});
  }
  return *std::move(loaded);
}

}  // namespace

const session::Configuration& Rig::configured(const std::string& language) {
  static std::map<std::string, session::Configuration> all;
  const auto found = all.find(language);
  return found != all.end() ? found->second : all.emplace(language, read(language)).first->second;
}

Rig::Rig() : Rig(InLanguage{"fr"}) {}

Rig::Rig(const InLanguage& in, Curtain curtain) : m_configuration(configured(in.language)) {
  qInstallMessageHandler(hear);
  m_engine = std::make_unique<QQmlEngine>();
  m_visit = std::make_unique<session::Visit>(
      m_configuration, pixelsPerMillimetre,
      session::Surroundings{m_store, m_register, m_tray, m_door, m_book, m_mandates, m_calls,
                            m_line, crypto::makeBoxKeys().publicKey, m_now});
  begin();
  if (curtain == Curtain::Raised) raiseCurtain();
}

Rig::Rig(const std::string& exercise) : m_configuration(configured()) {
  qInstallMessageHandler(hear);
  m_engine = std::make_unique<QQmlEngine>();
  m_rehearsal.emplace(exercise);
  m_visit =
      std::make_unique<session::Visit>(m_configuration, pixelsPerMillimetre, *m_rehearsal, m_now);
  begin();
  raiseCurtain();
  m_visit->practice().begin();
  settle();
}

void Rig::begin() {
  m_now.here = {*journey::parseIsoDate("2026-11-20"), 10 * 60};
  m_now.stamp = QStringLiteral("20261120T090000Z");
  m_visit->tick(m_now);
}

void Rig::raiseCurtain() {
  m_visit->publish(*m_engine);
  QQmlComponent main(m_engine.get(), QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Screens/Main.qml")));
  m_window.reset(qobject_cast<QQuickWindow*>(main.create()));
  if (!m_window) {
    ADD_FAILURE() << main.errorString().toStdString();
    std::abort();
  }
  m_window->resize(1080, 1920);
  m_window->show();
  settle();
}

Rig::~Rig() {
  m_window.reset();
  m_engine.reset();
  qInstallMessageHandler(nullptr);
}

void Rig::openDesk() {
  auto& calling = m_visit->calling();
  calling.caller().connected(true, calling.now());
  calling.caller().desk("sylvie", {agent::DeskState::Available, 0, {}}, calling.now());
}

void Rig::show(const Layout& layout) {
  auto& look = m_visit->look();
  // All of it at once, as a new process takes it up: each change lays the whole screen out anew.
  QString wanted = look.inShort();
  wanted.replace(0, 2,
                 QString::number(static_cast<int>(layout.size)) +
                     QString::number(static_cast<int>(layout.contrast)));
  wanted.replace(3, 1, layout.low ? QStringLiteral("1") : QStringLiteral("0"));
  if (wanted != look.inShort()) look.take(wanted);
  m_window->resize(layout.width, layout.height);
  settle();
}

void Rig::settle() {
  for (int round = 0; round < 3; ++round) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  }
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  // Columns and rows put their items in place with the next frame, which a timer brings.
  if (m_window && !QQuickTest::qWaitForPolish(m_window.get()))
    ADD_FAILURE() << "the screen is laid out for ever";
}

void Rig::wait(int seconds) {
  for (int i = 0; i < seconds; ++i) {
    m_now.steady += std::chrono::seconds(1);
    m_visit->tick(m_now);
  }
  settle();
}

QImage Rig::picture() {
  settle();
  return m_window->grabWindow();
}

QStringList Rig::complaints() {
  return std::exchange(heard(), {});
}

}  // namespace screens_test
