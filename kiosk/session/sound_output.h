// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace session {

// The full path of a helper that makes sound; "" when it is not installed, or would speak to
// nobody: no sound card, no sound server. Asks the file system and the environment each time.
[[nodiscard]] QString soundProgram(const QString& name);

}  // namespace session
