// SPDX-License-Identifier: Apache-2.0
#include "session.h"

namespace session {
Session::Session(QObject* parent) : QObject(parent) {}
Session::Phase Session::phase() const {
  return Phase::Welcome;
}
StepView Session::step() const {
  return {};
}
ProgressView Session::progress() const {
  return {};
}
bool Session::canGoBack() const {
  return false;
}
bool Session::changing() const {
  return false;
}
Session::Overlay Session::overlay() const {
  return Overlay::NoOverlay;
}
int Session::secondsLeft() const {
  return 0;
}
Session::SentState Session::sentState() const {
  return SentState::NothingStarted;
}
QString Session::sentLabel() const {
  return {};
}
QString Session::trouble() const {
  return {};
}
void Session::begin() {}
void Session::keep(const QString&) {}
void Session::answer(const QString&) {}
void Session::dontKnow() {}
void Session::leaveEmpty() {}
void Session::back() {}
void Session::change(const QString&) {}
void Session::next() {}
void Session::send() {}
void Session::finish() {}
void Session::callAgent() {}
void Session::askWhy() {}
void Session::closeOverlay() {}
void Session::printList() {}
void Session::stay() {}
void Session::touched() {}
}  // namespace session
