// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <tl/expected.hpp>

namespace national {

enum class FaultKind {
  Unreachable,         // no connection: nothing was created
  UnknownOutcome,      // sent, and no usable answer came back: ask before creating anything
  Busy,                // 429 or 503: not now; nothing was created
  Rejected,            // understood and refused; `code` says why
  Unknown,             // 404: the service does not know it; `code` says what
  CredentialsRefused,  // 401, 403, or TLS refused by either side: ours to mend, never to repeat in
                       // silence
  NotInContract,       // an answer that the contract does not know
};

struct NationalFault {
  FaultKind kind = FaultKind::UnknownOutcome;
  std::string detail;  // for the log: never a value that a person gave, never for the screen
  std::optional<std::chrono::seconds> retryAfter =
      std::nullopt;       // as the service said it, unbounded
  std::string code = {};  // of the problem document, "" when there was none
};

template <typename T>
using Result = tl::expected<T, NationalFault>;

}  // namespace national
