// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "national/fault.h"
#include "national/messages.h"

// From the bytes of an answer to values. Everything is checked against the contract's schema before
// a field is read; what does not fit is NotInContract. Pure; any thread; any bytes are safe.
namespace national {

struct HttpReply {
  int status = 0;
  std::string contentType;
  std::optional<std::chrono::seconds> retryAfter;
  std::string body;
};

[[nodiscard]] Result<Status> readStatus(const HttpReply& reply);
[[nodiscard]] Result<RegisterEntry> readRegisterEntry(const HttpReply& reply);
[[nodiscard]] Result<Quote> readQuote(const HttpReply& reply);
[[nodiscard]] Result<RequestState> readRequestState(const HttpReply& reply);
[[nodiscard]] Result<Receipt> readReceipt(const HttpReply& reply);
// 204 and nothing else.
[[nodiscard]] Result<void> readDone(const HttpReply& reply);

// What the visit opened with its own key: JSON text.
[[nodiscard]] Result<SealedAnswer> readSealedAnswer(std::string_view text);

// A receipt as it was stored (receiptText), checked as if it had just arrived.
[[nodiscard]] Result<Receipt> readStoredReceipt(std::string_view text);
[[nodiscard]] std::string receiptText(const Receipt& receipt);

// Empty when the text is a ParcelContent of the contract, else where it is not: a place in the
// document, never a value.
[[nodiscard]] std::optional<std::string> parcelContentBreach(std::string_view text);

}  // namespace national
