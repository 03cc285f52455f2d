// SPDX-License-Identifier: Apache-2.0
// Any bytes may come from the network. First byte: which call; second: which status; then the body.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "national/replies.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

national::HttpReply replyOf(const std::uint8_t* data, std::size_t size) {
  constexpr int statuses[] = {200, 200, 200, 201, 204, 400, 401, 403,
                              404, 409, 413, 422, 429, 500, 503, 302};
  const int status = statuses[data[1] % std::size(statuses)];
  return {status, status < 300 ? "application/json" : "application/problem+json", std::nullopt,
          std::string(reinterpret_cast<const char*>(data + 2), size - 2)};
}

template <typename T>
void requireTelling(const national::Result<T>& result, const national::HttpReply& reply) {
  if (!result) require(!result.error().detail.empty() && result.error().detail.size() < 300);
  if (result) require(reply.status >= 200 && reply.status < 300);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 65536) return 0;
  const national::HttpReply reply = replyOf(data, size);
  switch (data[0] % 6) {
    case 0: {
      const auto status = national::readStatus(reply);
      requireTelling(status, reply);
      if (status) require(!status->sealingKeys.empty() && status->maxPartBytes >= 1024);
      break;
    }
    case 1: {
      const auto entry = national::readRegisterEntry(reply);
      requireTelling(entry, reply);
      if (entry) require(entry->fiscalPower >= 0 && entry->oppositions.size() <= 3);
      break;
    }
    case 2: {
      const auto quote = national::readQuote(reply);
      requireTelling(quote, reply);
      if (quote) require(quote->totalCents >= 0 && quote->lines.size() <= 10);
      break;
    }
    case 3: {
      const auto state = national::readRequestState(reply);
      requireTelling(state, reply);
      if (state)
        for (const auto& part : state->missingParts)
          require(part.size() == 64);
      break;
    }
    case 4: {
      const auto answer = national::readSealedAnswer(reply.body);
      if (answer) require(!answer->reference.empty() && answer->asked.size() <= 50);
      break;
    }
    default:
      requireTelling(national::readDone(reply), reply);
      (void)national::parcelContentBreach(reply.body);
  }
  return 0;
}
