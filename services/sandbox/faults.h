// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

namespace sandbox {

// What goes wrong on the wire, on demand. Each kind is a thing that real networks and services do.
enum class FaultKind {
  RefuseConnection,  // reset before any byte of an answer; nothing was done
  Slow,              // done and answered, but only after `wait`
  DropAfterAccept,   // done and kept, then the connection closes without an answer
  CutBody,           // done and kept; half of the answer arrives, its head announces all of it
  Status500,         // nothing was done, answered 500
  Status503,         // nothing was done, answered 503 with Retry-After
  Status429,         // nothing was done, answered 429 with Retry-After
  Nonsense,          // nothing was done, answered 200 with a page that is no JSON
  NotInContract,     // done and kept; the answer is JSON that breaks the contract's schema
};

// The name of a kind in `PUT /sandbox/v1/faults`, and back. Nothing for an unknown name.
std::optional<FaultKind> faultKind(std::string_view name);
std::string_view faultName(FaultKind kind);

struct Fault {
  // "*" for all; an operationId; a path of the contract ("/v1/requests/{requestId}/submission"),
  // with or without its method in front ("POST /v1/requests").
  std::string route;
  FaultKind kind = FaultKind::Status500;
  std::optional<int> times;           // how often still; nothing: until the list is replaced
  std::chrono::milliseconds wait{0};  // Slow: the delay; Status503 and Status429: Retry-After
};

// One call, as a fault's route may name it.
struct RouteNames {
  std::string operation;
  std::string method;
  std::string path;  // the contract's template, not the address that was asked for
};

// Reads the body of `PUT /sandbox/v1/faults`. The error is one line for the person who wrote it.
tl::expected<std::vector<Fault>, std::string> parseFaults(const nlohmann::json& list);
nlohmann::json toJson(const std::vector<Fault>& faults);

// The faults that are still to happen. Safe to use from every thread.
class FaultPlan {
 public:
  void replace(std::vector<Fault> faults);
  [[nodiscard]] std::vector<Fault> left() const;
  // The first fault that fits, used up once; nothing when the call may go on undisturbed.
  std::optional<Fault> take(const RouteNames& call);
  // True when this new connection must be reset before its first byte: only for a refusal of all
  // routes that is counted, since no route is known before the request has been read.
  bool takeConnection();
  // True when nothing may even be listening: a refusal of all routes without an end.
  [[nodiscard]] bool refusesAll() const;

 private:
  mutable std::mutex m_mutex;
  std::vector<Fault> m_faults;
};

}  // namespace sandbox
