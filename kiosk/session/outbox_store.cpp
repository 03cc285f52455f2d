// SPDX-License-Identifier: Apache-2.0
#include "outbox_store.h"

#include "outbox/parcel.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace session {
namespace {

using TroubleKind = StoreTrouble::Kind;

StoreTrouble troubleOf(const outbox::StoreFault& fault, TroubleKind kind) {
  return {kind, fault.detail};
}

// Overwrites every text in the document, so that a copy made on the way does not stay in memory.
void wipeAll(nlohmann::json& document) {
  if (document.is_string()) crypto::wipe(document.get_ref<std::string&>());
  if (!document.is_structured()) return;
  for (auto& part : document)
    wipeAll(part);
}

Fate fateOf(const outbox::Delivery& delivery, const crypto::BoxKeys& answerKeys) {
  Fate fate;
  switch (delivery.state) {
    case outbox::DeliveryState::Waiting:
      return fate;
    case outbox::DeliveryState::Refused:
      fate.kind = Fate::Kind::Refused;
      if (!delivery.refusalCode.empty()) fate.asked.push_back({delivery.refusalCode, {}});
      return fate;
    case outbox::DeliveryState::Stopped:
      fate.kind = Fate::Kind::Stopped;
      return fate;
    case outbox::DeliveryState::Delivered:
      break;
  }
  fate.kind = Fate::Kind::Received;
  fate.nextStep = "wait";
  if (!delivery.receipt) return fate;
  fate.reference = delivery.receipt->reference;
  if (!delivery.receipt->answer) return fate;
  const auto answer = outbox::openAnswer(*delivery.receipt->answer, answerKeys);
  // The receipt stands even when its answer cannot be read: the request is with the service.
  if (!answer) return fate;
  fate.nextStep = answer->nextStep;
  fate.totalCents = answer->totalCents;
  for (const national::Asked& asked : answer->asked) {
    fate.asked.push_back({asked.code, asked.document});
  }
  fate.transferCode = answer->transferCode;
  fate.transferCodeUntil = journey::parseIsoDate(answer->transferCodeUntil);
  fate.newRegistrationNumber = answer->newRegistrationNumber;
  return fate;
}

}  // namespace

OutboxStore::OutboxStore(std::filesystem::path state, std::string kioskId, outbox::Quota quota,
                         Clock clock)
    : m_state(std::move(state)),
      m_kioskId(std::move(kioskId)),
      m_quota(quota),
      m_clock(std::move(clock)) {}

std::optional<StoreTrouble> OutboxStore::openAll() {
  auto keys = outbox::readKioskKeys(m_state);
  if (!keys) return troubleOf(keys.error(), TroubleKind::Enrolment);
  if (keys->kioskId != m_kioskId) {
    return StoreTrouble{TroubleKind::Enrolment,
                        "keys/kiosk-signing.json belongs to another kioskId"};
  }
  auto national = outbox::readNationalKeys(m_state);
  if (!national) return troubleOf(national.error(), TroubleKind::Enrolment);
  if (auto made = outbox::Outbox::provision(m_state); !made) {
    return troubleOf(made.error(), TroubleKind::Storage);
  }
  auto opened = outbox::Outbox::open(m_state, outbox::Check::Quick);
  if (!opened) return troubleOf(opened.error(), TroubleKind::Storage);
  m_kiosk = std::move(*keys);
  m_national = *national;
  m_outbox.emplace(std::move(*opened));
  return std::nullopt;
}

std::optional<StoreTrouble> OutboxStore::troubleNow() {
  if (!m_outbox) {
    if (auto trouble = openAll()) return trouble;
  }
  const auto room = m_outbox->hasRoom(m_quota);
  if (!room) return troubleOf(room.error(), TroubleKind::Storage);
  if (!*room) return StoreTrouble{TroubleKind::Quota, "the outbox is as full as kiosk.json allows"};
  return std::nullopt;
}

tl::expected<std::string, StoreTrouble> OutboxStore::record(const nlohmann::json& request) {
  if (!m_outbox) {
    if (auto trouble = openAll()) return tl::unexpected(std::move(*trouble));
  }
  if (m_requestId.empty()) {
    m_requestId = crypto::uuidV7(m_clock());
    m_answerKeys = crypto::makeBoxKeys();
  }
  outbox::ParcelInput input;
  input.requestId = m_requestId;
  input.request = request;
  input.answerKey = m_answerKeys.publicKey;
  const auto parcel = outbox::sealParcel(input, m_kiosk, m_national);
  wipeAll(input.request);
  if (!parcel) {
    const bool key = parcel.error().kind == outbox::SealFault::Kind::KeyRefused;
    return tl::unexpected(StoreTrouble{key ? TroubleKind::Enrolment : TroubleKind::Configuration,
                                       parcel.error().detail});
  }
  auto number = m_outbox->record(*parcel, m_clock());
  if (!number) return tl::unexpected(troubleOf(number.error(), TroubleKind::Storage));
  return std::move(*number);
}

Fate OutboxStore::fate() {
  if (!m_outbox || m_requestId.empty()) return {};
  const auto delivery = m_outbox->delivery(m_requestId);
  if (!delivery || !*delivery) return {};
  return fateOf(**delivery, m_answerKeys);
}

}  // namespace session
