// SPDX-License-Identifier: Apache-2.0
// Whatever the service sends as a receipt: nothing may be erased on one that it did not sign for
// this very parcel. What judges a receipt is compiled in here: its library is the whole store.
#include "outbox/receipt.cpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "crypto/crypto.h"
#include "national/replies.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// The parcel that seeds/fuzz_receipt/good.json is about.
constexpr auto requestId = "01935b2a-7c00-7000-8000-000000000001";
const std::string digest(64, 'a');

const crypto::SigningKeys& receiptKeys() {
  static const crypto::SigningKeys keys = crypto::makeSigningKeys();
  return keys;
}

national::Announcement announcement() {
  national::Announcement parcel;
  parcel.requestId = requestId;
  parcel.parts = {{digest, 1000}};
  return parcel;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto receipt = national::readStoredReceipt(text);
  if (!receipt) return 0;

  // What was read says the same when it is written and read again.
  const auto again = national::readStoredReceipt(national::receiptText(*receipt));
  require(again && *again == *receipt);

  // Nobody but the service can have signed it.
  require(!outbox::verifyReceipt(*receipt, announcement(), receiptKeys().publicKey));

  // Signed by the service, it counts exactly when it is about this parcel and says that it was
  // handed over.
  receipt->signature = crypto::toBase64(crypto::sign(outbox::signedLines(*receipt), receiptKeys()));
  const bool ours = receipt->requestId == requestId && receipt->digests.size() == 1 &&
                    receipt->digests[0] == digest && receipt->status != "draft";
  require(outbox::verifyReceipt(*receipt, announcement(), receiptKeys().publicKey).has_value() ==
          ours);

  // One changed character of what is signed, and it counts no more.
  receipt->reference += "0";
  require(!outbox::verifyReceipt(*receipt, announcement(), receiptKeys().publicKey));
  return 0;
}
