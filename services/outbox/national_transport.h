// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "national/client.h"
#include "outbox/transport.h"

namespace outbox {

// The contract's calls over HTTP, waiting for each answer. Once `stopDescriptor` becomes readable,
// the call under way is dropped at once and it and all later ones are UnknownOutcome: the truth of
// a call that nobody waits for.
class NationalTransport final : public Transport {
 public:
  // The service's address must be a good one (national::addressBreach). The descriptor must outlive
  // it.
  NationalTransport(national::Service service, int stopDescriptor);
  ~NationalTransport() override;

  national::Result<national::RequestState> find(const std::string& requestId) override;
  national::Result<national::RequestState> announce(
      const national::Announcement& announcement) override;
  national::Result<void> putPart(const std::string& requestId, const std::string& sha256,
                                 std::span<const std::uint8_t> sealed) override;
  national::Result<national::Receipt> submit(const std::string& requestId) override;

 private:
  template <typename T>
  national::Result<T> waitFor(
      const std::function<void(national::Client&, national::Handler<T>)>& start);

  int m_stopDescriptor;
  int m_doneDescriptor;
  std::optional<national::Client> m_client;
};

}  // namespace outbox
