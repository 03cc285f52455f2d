// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "national/fault.h"
#include "national/messages.h"

namespace outbox {

// The four calls that carry a parcel, one at a time. Each returns when its outcome is known or
// known to be unknown.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  virtual national::Result<national::RequestState> find(const std::string& requestId) = 0;
  virtual national::Result<national::RequestState> announce(
      const national::Announcement& announcement) = 0;
  virtual national::Result<void> putPart(const std::string& requestId, const std::string& sha256,
                                         std::span<const std::uint8_t> sealed) = 0;
  virtual national::Result<national::Receipt> submit(const std::string& requestId) = 0;
};

}  // namespace outbox
