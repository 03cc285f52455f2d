// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace outbox {

enum class FaultKind {
  Full,      // no space left: not recorded
  ReadOnly,  // the state folder cannot be written: not recorded
  Damaged,   // what is stored contradicts itself or its digests; never sent, never erased
  Unsafe,    // another journal or sync mode than the one that survives a power cut
  Missing,   // not provisioned
  Busy,      // another process held the outbox for too long
  Failed,    // any other; a failed write or sync is "not recorded"
};

struct StoreFault {
  FaultKind kind = FaultKind::Failed;
  std::string detail;  // for the log: ids and kinds only
};

template <typename T>
using Result = tl::expected<T, StoreFault>;

}  // namespace outbox
