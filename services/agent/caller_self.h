// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "agent/caller.h"

namespace agent {

// Inside of Caller. All moments in it are steady; the record is made of them when it is written.
struct Caller::Self {
  CallSettings settings;
  CallStore& store;
  LinePort& line;
  std::function<void()> changed;
  Attendance attendance;
  Moment now;

  std::optional<StoredCall> open;
  std::vector<StoredCallBack> callBacks;  // `at` by the wall clock: it was promised by it
  int calls = 0;
  Stage closed = Stage::None;  // what became of the call before
  std::string closedId;
  std::set<std::string> asked;  // by name, and who gave it back: not asked a second time

  Doing doing;
  KioskState state = KioskState::Online;
  std::int64_t stateSince = 0;
  bool up = false;
  std::int64_t lineSince = 0;                  // up or down
  std::optional<std::int64_t> unacknowledged;  // since when an event of the open call lies so
  std::optional<KioskStatus> told;
  std::int64_t toldAt = 0;
  std::optional<std::int64_t> rewriteAt;
  CallView shown;
  // Gone with it: an acknowledgement that comes later finds nobody.
  std::shared_ptr<Self*> self = std::make_shared<Self*>(this);

  Self(CallSettings given, CallStore& callStore, LinePort& port, std::function<void()> tell);

  // The record, taken up and written.
  void takeUp();
  [[nodiscard]] CallRecord record() const;
  bool save();
  void saveOrRetry();

  // The open call's life.
  void ring(CallState state);
  void close(Stage stage, CallState state);
  void putBack(int round, std::optional<std::string> agent);
  void advance();
  void coming(const Answer& answer, std::int64_t at);
  void hear(const Answer& answer, std::int64_t at);
  void endCallBack(const std::string& call);

  // What follows from it.
  void tellStatus();
  [[nodiscard]] KioskStatus status() const;
  [[nodiscard]] bool known() const;
  [[nodiscard]] bool lineDown() const;
  [[nodiscard]] Stage stage() const;
  [[nodiscard]] CallView view() const;
  // Last step of whatever happened: time, status, screen.
  void settle();
  [[nodiscard]] std::optional<std::int64_t> due() const;
};

// Seconds from `then` to `now`, in the schemas' bounds.
[[nodiscard]] std::int64_t ageOf(std::int64_t then, std::int64_t now);
[[nodiscard]] std::optional<int> minutesLeft(const StoredCall& call, std::int64_t now);

}  // namespace agent
