// SPDX-License-Identifier: Apache-2.0
#include "outbox/receipt.h"

#include <algorithm>

namespace outbox {

std::string nameOf(ReceiptFault fault) {
  switch (fault) {
    case ReceiptFault::OtherRequest:
      return "other-request";
    case ReceiptFault::OtherParts:
      return "other-parts";
    case ReceiptFault::NotSubmitted:
      return "not-submitted";
    case ReceiptFault::NotSigned:
      break;
  }
  return "not-signed";
}

std::string signedLines(const national::Receipt& receipt) {
  std::string lines = "cote-a-cote/receipt/1\n" + receipt.requestId + "\n" + receipt.reference +
                      "\n" + receipt.status + "\n" + receipt.receivedAt + "\n";
  for (const auto& digest : receipt.digests)
    lines += digest + "\n";
  return lines + receipt.answer.value_or("") + "\n";
}

tl::expected<void, ReceiptFault> verifyReceipt(const national::Receipt& receipt,
                                               const national::Announcement& announcement,
                                               const crypto::PublicKey& receiptKey) {
  if (receipt.requestId != announcement.requestId)
    return tl::unexpected(ReceiptFault::OtherRequest);
  const bool sameParts =
      std::equal(receipt.digests.begin(), receipt.digests.end(), announcement.parts.begin(),
                 announcement.parts.end(),
                 [](const std::string& digest, const auto& part) { return digest == part.sha256; });
  if (!sameParts) return tl::unexpected(ReceiptFault::OtherParts);
  if (receipt.status == "draft") return tl::unexpected(ReceiptFault::NotSubmitted);
  const auto signature = crypto::fromBase64(receipt.signature);
  if (!signature || !crypto::verify(signedLines(receipt), *signature, receiptKey))
    return tl::unexpected(ReceiptFault::NotSigned);
  return {};
}

}  // namespace outbox
