// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "national/fault.h"
#include "national/http_client.h"
#include "national/messages.h"

namespace national {

template <typename T>
using Handler = std::function<void(Result<T>)>;

// The calls of the contract. Asynchronous: see HttpClient for threads and for how often a handler
// runs. Values are handed over as they are: they must have the formats of the contract.
class Client {
 public:
  // `service.url` must be a good address (addressBreach in http_client.h).
  Client(Service service, Executor executor);

  void status(Handler<Status> handler);
  // For a person who waits: `patience` bounds the whole call. Unknown: code `vehicle-unknown`,
  // `transfer-code-unknown` or `certificate-unknown`.
  void lookup(const LookupQuery& query, std::chrono::milliseconds patience,
              Handler<RegisterEntry> handler);
  void quote(const QuoteQuery& query, std::chrono::milliseconds patience, Handler<Quote> handler);

  // Unknown: nothing was ever announced under this id.
  void find(const std::string& requestId, Handler<RequestState> handler);
  void announce(const Announcement& announcement, Handler<RequestState> handler);
  void putPart(const std::string& requestId, const std::string& sha256,
               std::span<const std::uint8_t> sealed, Handler<void> handler);
  void submit(const std::string& requestId, Handler<Receipt> handler);

 private:
  HttpClient m_http;
};

}  // namespace national
