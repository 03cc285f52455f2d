// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace session {

// True when this machine has a sound card or a sound server: a voice or a tick would be heard. Asks
// the file system and the environment each time.
[[nodiscard]] bool hasSoundOutput();

// The full path of a helper that makes sound; "" when it is not installed, or would speak to
// nobody.
[[nodiscard]] QString soundProgram(const QString& name);

}  // namespace session
