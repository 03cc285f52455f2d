// SPDX-License-Identifier: Apache-2.0
#include "speaker.h"

#include <utility>

namespace session {
Speaker::Speaker(std::function<QString()> screenText, QObject* parent)
    : QObject(parent), m_screenText(std::move(screenText)) {}
bool Speaker::speaking() const {
  return false;
}
bool Speaker::available() const {
  return false;
}
void Speaker::listen() {}
void Speaker::stop() {}
}  // namespace session
