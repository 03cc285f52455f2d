// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QGuiApplication>
#include <filesystem>

#include "fit.h"
#include "walker.h"

namespace screens_test {
namespace {

using session::Look;
using session::Session;
using Size = Look::TextSize;

std::vector<Layout> planned() {
  std::vector<Layout> layouts;
  for (const Size size : {Size::Small, Size::Normal, Size::Large, Size::Largest}) {
    layouts.push_back({1080, 1920, size});
    layouts.push_back({1080, 1920, size, Look::Contrast::Paper, true});
    layouts.push_back({1920, 1080, size});
  }
  return layouts;
}

// Glasses that nobody planned.
std::vector<Layout> odd() {
  return {{768, 1366, Size::Largest},
          {1024, 768, Size::Largest},
          {1280, 800, Size::Normal},
          {720, 1280, Size::Small},
          {1440, 2560, Size::Large}};
}

// Pictures of every screen, to be looked at; in the folder of the build.
void keepPicture(Rig& rig, const Layout& layout, const std::string& screen) {
  const std::filesystem::path folder = KIOSK_PICTURES_DIR;
  std::filesystem::create_directories(folder);
  const auto file = folder / (screen + "-" + layout.name() + ".png");
  EXPECT_TRUE(rig.picture().save(QString::fromStdString(file.string()))) << file;
}

void expectFits(Rig& rig, const std::string& screen) {
  for (const Layout& layout : planned()) {
    rig.show(layout);
    for (const std::string& fault : faults(rig, layout, true))
      ADD_FAILURE() << screen << " " << fault;
    if (!qEnvironmentVariableIsSet("KIOSK_NO_PICTURES") && !layout.low &&
        (layout.size == Size::Normal || layout.size == Size::Largest))
      keepPicture(rig, layout, screen);
    else if (!qEnvironmentVariableIsSet("KIOSK_NO_PICTURES") && layout.low &&
             layout.size == Size::Normal)
      keepPicture(rig, layout, screen);
  }
  for (const Layout& layout : odd()) {
    rig.show(layout);
    for (const std::string& fault : faults(rig, layout, false))
      ADD_FAILURE() << screen << " " << fault;
  }
  rig.show({});
  for (const QString& line : rig.complaints())
    ADD_FAILURE() << screen << ": " << line.toStdString();
}

TEST(Screens, EveryStepFitsAtEverySize) {
  Walker walker([](Rig& rig, const std::string& step) { expectFits(rig, step); });
  std::size_t before = 0;
  for (int visit = 0, idle = 0; visit < 60 && idle < 12; ++visit) {
    Rig rig;
    walker.walk(rig);
    idle = walker.steps().size() == before ? idle + 1 : 0;
    before = walker.steps().size();
  }
  Rig rig;
  for (const journey::Step& step : rig.configuration().procedure.steps) {
    EXPECT_TRUE(walker.steps().count(step.textId)) << step.id << " was never on screen";
  }
}

TEST(Screens, TheEndsFit) {
  {
    Rig rig;
    expectFits(rig, "welcome");
    rig.session().callAgent();
    rig.settle();
    expectFits(rig, "agent");
  }
  {
    Rig rig;
    rig.store().trouble = session::StoreTrouble{session::StoreTrouble::Kind::Quota, "full"};
    rig.session().putOutOfService(*rig.store().trouble);
    rig.settle();
    expectFits(rig, "out-of-service");
  }
}

TEST(Screens, OverlaysFit) {
  Rig rig;
  rig.session().begin();
  rig.session().askWhy();
  rig.settle();
  expectFits(rig, "why");
  rig.session().closeOverlay();
  rig.session().printList();
  rig.settle();
  expectFits(rig, "list-printed");
  rig.session().closeOverlay();
  rig.wait(301);
  ASSERT_EQ(rig.session().overlay(), Session::Overlay::IdleWarning);
  expectFits(rig, "idle");
}

void walkToSend(Rig& rig) {
  Walker walker([](Rig&, const std::string&) {});
  walker.walk(rig);
  ASSERT_EQ(rig.session().phase(), Session::Phase::Send) << rig.session().step().id.toStdString();
}

TEST(Screens, SendingAndItsEndsFit) {
  using Kind = session::Fate::Kind;
  for (const auto& [kind, name] :
       {std::pair{Kind::Received, "done-sent"}, std::pair{Kind::Waiting, "done-kept"},
        std::pair{Kind::Refused, "done-refused"}}) {
    Rig rig;
    walkToSend(rig);
    if (HasFatalFailure()) return;
    rig.session().send();
    rig.wait(3);
    if (kind == Kind::Received) expectFits(rig, "sending");
    rig.store().whatBecame = {kind, "2026-K7F3M2Q9", "pay", 22376, {}};
    rig.wait(30);
    ASSERT_EQ(rig.session().phase(), Session::Phase::Done);
    expectFits(rig, name);
  }
}

}  // namespace
}  // namespace screens_test

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
  qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
  testing::InitGoogleTest(&argc, argv);
  QGuiApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
