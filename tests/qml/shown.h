// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "rig.h"

namespace screens_test {

// What every screen is shown in, and kept as a picture of.
extern const std::vector<Layout> usual;

// Every other way: one screen is shown in a few of them, the next in the next few.
[[nodiscard]] std::vector<Layout> others();

// Pictures of every screen, to be looked at: in the folder that KIOSK_PICTURES names, none without
// it. There are thousands, and drawing and packing them is a quarter of the work of these tests.
void keepPicture(Rig& rig, const Layout& layout, const std::string& screen);

// Qt has nothing to complain of.
void expectSilence(Rig& rig, const std::string& screen);

void expectFits(Rig& rig, const Layout& layout, const std::string& screen);

// Every layout of a screen that shows what others do not.
void expectFits(Rig& rig, const std::string& screen);

}  // namespace screens_test
