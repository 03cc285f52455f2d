// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "request_store.h"

#include "outbox/keys.h"
#include "outbox/outbox.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace session {

// The store of a real kiosk: the request is sealed to the national service, signed by the kiosk and
// recorded in state/outbox.db. One instance a visit: it makes the permanent id of the request and
// the key that opens the answer, which dies with it. GUI thread.
class OutboxStore final : public RequestStore {
 public:
  // Milliseconds since 1970.
  using Clock = std::function<std::int64_t()>;

  // Provisions the outbox when the state folder has none. What fails is told by troubleNow().
  OutboxStore(std::filesystem::path state, std::string kioskId, outbox::Quota quota, Clock clock);

  [[nodiscard]] std::optional<StoreTrouble> troubleNow() override;
  [[nodiscard]] tl::expected<std::string, StoreTrouble> record(
      const nlohmann::json& request) override;
  void startAnother() override { m_requestId.clear(); }
  [[nodiscard]] Fate fate() override;

 private:
  [[nodiscard]] std::optional<StoreTrouble> openAll();

  std::filesystem::path m_state;
  std::string m_kioskId;
  outbox::Quota m_quota;
  Clock m_clock;
  std::optional<outbox::Outbox> m_outbox;
  outbox::KioskKeys m_kiosk;
  outbox::NationalKeys m_national;
  crypto::BoxKeys m_answerKeys;
  std::string m_requestId;
};

}  // namespace session
