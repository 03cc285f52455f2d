// SPDX-License-Identifier: Apache-2.0
#include "outcome.h"

namespace session {
Outcome::Outcome(QObject* parent) : QObject(parent) {}
PaperView Outcome::paper() const {
  return {};
}
int Outcome::waitedSeconds() const {
  return 0;
}
bool Outcome::printed() const {
  return false;
}
QString Outcome::qr() const {
  return {};
}
}  // namespace session
