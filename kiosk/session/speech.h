// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace session {

class Session;

// What is read aloud of the present screen: fixed texts only, nothing that was typed.
[[nodiscard]] QString speechOf(const Session& session);

}  // namespace session
