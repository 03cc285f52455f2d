// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "agent/messages.h"

namespace agent {

// What a call went through. Moments are milliseconds since 1970 by this machine's clock, which may
// have been wrong then or be wrong now: whoever reads them makes ages of them and bounds those.
struct CallTimes {
  std::int64_t pressed = 0;
  std::int64_t round = 0;            // when the present round began
  std::optional<std::int64_t> sent;  // the broker had it
  std::optional<std::int64_t> secondAsked;
  std::optional<std::int64_t> answered;
  std::optional<std::int64_t> onTheWay;
  std::optional<std::int64_t> arrived;
  bool operator==(const CallTimes&) const = default;
};

struct StoredCall {
  std::string id;
  CallKind kind = CallKind::Help;
  std::optional<std::string> step;
  int chapter = 0;
  int round = 1;
  bool answered = false;
  std::optional<std::string> agent;  // who answered, or who is asked by name
  std::optional<int> minutes;
  CallTimes times;
  bool operator==(const StoredCall&) const = default;
};

struct StoredCallBack {
  std::string call;
  std::int64_t at = 0;  // the promised moment, milliseconds since 1970
  std::string sealed;
  bool operator==(const StoredCallBack&) const = default;
};

struct CallRecord {
  std::optional<StoredCall> open;
  std::vector<StoredCallBack> callBacks;
  int calls = 0;  // of this visit
  bool operator==(const CallRecord&) const = default;
};

// Where a call is kept so that nothing forgets it. One thread.
class CallStore {
 public:
  virtual ~CallStore() = default;
  // Success: it survives a power cut. A fault: what was there before still stands; detail for the
  // log.
  [[nodiscard]] virtual tl::expected<void, std::string> write(const CallRecord& record) = 0;
  // Empty when there is none.
  [[nodiscard]] virtual CallRecord read() = 0;
};

// call.json in the state folder. A file that cannot be read is kept aside as call.json.unreadable,
// with one line in the log: the kiosk goes on.
class FileCallStore : public CallStore {
 public:
  FileCallStore(std::filesystem::path state, std::function<void(const std::string& line)> log);

  [[nodiscard]] tl::expected<void, std::string> write(const CallRecord& record) override;
  [[nodiscard]] CallRecord read() override;

 private:
  std::filesystem::path m_file;
  std::function<void(const std::string&)> m_log;
};

// The form of the file; a fault names the place.
[[nodiscard]] std::string toText(const CallRecord& record);
[[nodiscard]] tl::expected<CallRecord, std::string> recordOf(const std::string& text);

}  // namespace agent
