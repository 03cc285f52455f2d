// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "fit.h"

namespace screens_test {
namespace {

using session::Look;
using Size = Look::TextSize;

bool isPlanned(const Layout& layout) {
  return std::max(layout.width, layout.height) == 1920 &&
         std::min(layout.width, layout.height) == 1080;
}

}  // namespace

const std::vector<Layout> usual = {{1080, 1920, Size::Normal},
                                   {1920, 1080, Size::Normal},
                                   {1080, 1920, Size::Largest},
                                   {1920, 1080, Size::Largest}};

std::vector<Layout> others() {
  std::vector<Layout> layouts;
  for (const Size size : {Size::Small, Size::Normal, Size::Large, Size::Largest}) {
    layouts.push_back({1080, 1920, size, Look::Contrast::Paper, true});
    layouts.push_back({1080, 1920, size, Look::Contrast::WhiteOnBlack});
    layouts.push_back({1920, 1080, size, Look::Contrast::BlackOnWhite});
  }
  for (const Layout& odd : {Layout{768, 1366, Size::Largest}, Layout{1024, 768, Size::Largest},
                            Layout{1280, 800, Size::Normal}, Layout{720, 1280, Size::Small},
                            Layout{1440, 2560, Size::Large}}) {
    layouts.push_back(odd);
  }
  return layouts;
}

void keepPicture(Rig& rig, const Layout& layout, const std::string& screen) {
  const char* wanted = std::getenv("KIOSK_PICTURES");
  if (wanted == nullptr || *wanted == 0) return;
  const std::filesystem::path folder = wanted;
  std::filesystem::create_directories(folder);
  const auto file = folder / (screen + "-" + layout.name() + ".jpg");
  EXPECT_TRUE(rig.picture().save(QString::fromStdString(file.string()), "JPG", 90)) << file;
}

void expectSilence(Rig& rig, const std::string& screen) {
  rig.show({});
  for (const QString& line : rig.complaints())
    ADD_FAILURE() << screen << ": " << line.toStdString();
}

void expectFits(Rig& rig, const Layout& layout, const std::string& screen) {
  rig.show(layout);
  for (const std::string& fault : faults(rig, layout, isPlanned(layout)))
    ADD_FAILURE() << screen << " " << fault;
}

void expectFits(Rig& rig, const std::string& screen) {
  std::vector<Layout> layouts = usual;
  for (const Layout& other : others())
    layouts.push_back(other);
  for (const Layout& layout : layouts) {
    expectFits(rig, layout, screen);
    if (isPlanned(layout) && (layout.size == Size::Normal || layout.size == Size::Largest))
      keepPicture(rig, layout, screen);
  }
  expectSilence(rig, screen);
}

}  // namespace screens_test
