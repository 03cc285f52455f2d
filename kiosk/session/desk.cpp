// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

namespace session {
Desk::Desk(QObject* parent) : QObject(parent) {}
QString Desk::place() const {
  return {};
}
QString Desk::hours() const {
  return {};
}
bool Desk::openNow() const {
  return false;
}
QString Desk::state() const {
  return {};
}
QString Desk::sentence() const {
  return {};
}
QString Desk::telephone() const {
  return {};
}
}  // namespace session
