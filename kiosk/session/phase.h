// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a visit stands. Free of Qt: the state machine (visit.h) and the adapters share it.
namespace session {

enum class Phase {
  Welcome,
  Question,
  OfficersLook,
  Review,
  Cost,
  Send,
  Sending,
  Done,
  OutOfService
};
enum class Overlay { NoOverlay, Agent, Why, IdleWarning, ListPrinted };
// NotSent: the person pressed Send and it could not be recorded. Leaving: recorded, on its way.
enum class SentState { NothingStarted, NotSent, Leaving, Sent, Kept };

}  // namespace session
