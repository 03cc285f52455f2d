// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "agent/attendance.h"
#include "agent/call_store.h"
#include "agent/line_port.h"

namespace agent {

// Milliseconds: of any steady start, and since 1970 by the wall clock, which may jump.
struct Moment {
  std::int64_t steady = 0;
  std::int64_t wall = 0;
};

// How a call waits. Delays in milliseconds.
struct CallSettings {
  std::string kiosk;
  std::set<std::string> agents;          // config/agents.json; an answer of anybody else is ignored
  std::int64_t firstRound = 60'000;      // nobody: a second agent is asked by name
  std::int64_t secondRound = 60'000;     // nobody again: the person is given another way
  std::int64_t unacknowledged = 10'000;  // no PUBACK for a call: the line is told as down
  std::int64_t settling =
      2'000;  // a line that is down, or a desk not heard, for so long is told so
  std::int64_t refresh = 21'600'000;  // a status is told again before it expires at the broker
  std::int64_t rewrite = 5'000;       // a record that could not be written is tried again
};

// What the person is at, for the kiosk's status. No value of theirs.
struct Doing {
  bool somebody = false;
  std::optional<std::string> step;
  int chapter = 0;
  int chapters = 0;
  std::optional<std::string> visit;    // the visit's X25519 key, base64
  std::optional<std::string> looking;  // the agent who sees the screen, with consent
  bool operator==(const Doing&) const = default;
};

enum class Stage {
  None,
  Leaving,      // recorded; the broker has not acknowledged it
  Sent,         // at the broker, every agent is asked
  SecondAsked,  // nobody in the first round: one is asked by name (view.agent; none: all again)
  Nobody,       // nobody in time, or nobody there: the person is offered another way; stays open
  Answered,     // view.agent said when they come
  OnTheWay,
  Arrived,
  CallBackBooked,  // the last four stay until the next call or the visit's end
  Withdrawn,
  Ended,
};

struct CallView {
  Stage stage = Stage::None;
  std::string id;  // empty: no call
  CallKind kind = CallKind::Help;
  std::optional<std::string> agent;
  std::optional<int> minutes;      // as promised
  std::optional<int> minutesLeft;  // begun minutes; 0 once they are over
  // Seconds since each happened; nothing when it did not.
  struct Ages {
    std::optional<std::int64_t> pressed, sent, secondAsked, answered, onTheWay, arrived;
    bool operator==(const Ages&) const = default;
  } ages;
  bool lineUp = false;  // connected at this moment
  bool lineDown =
      false;           // to be told: down for longer than `settling`, or a call lies unacknowledged
  bool known = false;  // who is there has been heard; else `present` means nothing
  Attendance::Present present;
  int before = 0;  // calls older than ours
  bool fallback =
      false;          // offer the other ways now: Nobody, or line down, or no call and nobody there
  int callBacks = 0;  // booked and not ended
  std::optional<std::int64_t> callBackIn;  // seconds until the one just booked
  bool operator==(const CallView&) const = default;
};

enum class CallFault {
  NotRecorded,  // the disk said no: nothing was sent, nothing may be shown as sent
  AlreadyOpen,
  Full,  // as many call-backs as a status can hold
  TooLarge,
};

// The life of calls at one kiosk. Pure apart from its ports; one thread, the owner's. A call is
// written down before it is sent or shown, and taken up under the same id by the next process with
// the same store. `changed`: the view may be another one; never called from within the constructor
// or view(); may be called from within any other function here.
class Caller {
 public:
  // Takes up what the store holds and tells it again. The references must outlive it.
  Caller(CallSettings settings, CallStore& store, LinePort& line, std::function<void()> changed,
         Moment now);
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller();

  // Lets time pass. due(): the steady moment when it is wanted next, if nothing else happens.
  void tick(Moment now);
  [[nodiscard]] std::optional<std::int64_t> due() const;

  void doing(const Doing& doing, Moment now);
  [[nodiscard]] tl::expected<void, CallFault> call(CallKind kind, Moment now);
  // The person needs no help any more. Without an open call: nothing happens.
  void withdraw(Moment now);
  // An agent opened the panel at this kiosk (badge and PIN): what "arrived" from the desk says.
  void agentHere(const std::string& agent, Moment now);
  // An agent closed the panel: the call is done.
  void agentDone(const std::string& agent, Moment now);
  // Ends the open call, if any, as a promise to ring back (`sealed`: crypto_box_seal to the desk's
  // key). Stays in the record and in the status until an agent ends it. At most 2,000 characters of
  // base64.
  [[nodiscard]] tl::expected<void, CallFault> bookCallBack(std::int64_t inSeconds,
                                                           std::span<const std::uint8_t> sealed,
                                                           Moment now);
  // Withdraws an open call and counts the visit, without a name.
  void endVisit(VisitEnd end, Moment now);

  // What the line heard.
  void connected(bool up, Moment now);
  void desk(const std::string& agent, const DeskStatus& status, Moment now);
  void kiosk(const std::string& kiosk, const KioskStatus& status, Moment now);
  void answer(const Answer& answer, std::int64_t laySeconds, Moment now);

  [[nodiscard]] CallView view(Moment now) const;

 private:
  struct Self;
  std::unique_ptr<Self> m_self;
};

}  // namespace agent
