// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "crypto/crypto.h"
#include "national/messages.h"

namespace outbox {

enum class ReceiptFault {
  OtherRequest,  // a receipt for something else
  OtherParts,    // the digests are not those of the parcel, all of them, in order
  NotSubmitted,  // its status says that nothing was handed over
  NotSigned,     // the signature is not that of the service's receipt key
};

[[nodiscard]] std::string nameOf(ReceiptFault fault);

// The lines under the service's signature.
[[nodiscard]] std::string signedLines(const national::Receipt& receipt);

// Nothing may be erased before this says that the receipt stands for exactly this parcel.
[[nodiscard]] tl::expected<void, ReceiptFault> verifyReceipt(
    const national::Receipt& receipt, const national::Announcement& announcement,
    const crypto::PublicKey& receiptKey);

}  // namespace outbox
