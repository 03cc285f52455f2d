// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickItem>
#include <string>
#include <vector>

#include "rig.h"

namespace screens_test {

// What is wrong with the screen as it is laid out now: outside of the glass, cut off, overlapping,
// too small, too near, without a name or a role. Empty when all is well. Sizes in millimetres are
// asked for on a glass that is large enough (`planned`); on any other only that all of it fits.
[[nodiscard]] std::vector<std::string> faults(Rig& rig, const Layout& layout, bool planned);

}  // namespace screens_test
