// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../fixtures/temporary_folder.h"
#include "crypto/crypto.h"
#include "outbox/outbox.h"
#include "outbox/parcel.h"
#include "outbox/receipt.h"

// What the tests of the outbox share: invented keys on both sides, parcels, and receipts as the
// service signs them.
namespace outbox_test {

using fixtures::TemporaryFolder;

struct TwoSides {
  crypto::BoxKeys service = crypto::makeBoxKeys();
  crypto::SigningKeys receipts = crypto::makeSigningKeys();
  crypto::BoxKeys visit = crypto::makeBoxKeys();
  outbox::KioskKeys kiosk{"kiosk-1", crypto::makeSigningKeys()};
  outbox::NationalKeys national{"key-1", service.publicKey, receipts.publicKey};

  // `fileSizes`: one scan of so many bytes for each.
  [[nodiscard]] outbox::Parcel parcel(const std::string& requestId,
                                      const std::vector<std::size_t>& fileSizes = {}) const {
    outbox::ParcelInput input;
    input.requestId = requestId;
    input.answerKey = visit.publicKey;
    input.request = {{"procedure", "change-of-holder"},
                     {"procedureVersion", 1},
                     {"holder", {{"birthSurname", "DURAND"}, {"givenNames", "ROLANDE"}}},
                     {"documents", {{{"kind", "invoice"}}}}};
    for (const auto size : fileSizes)
      input.files.push_back({0, "image/jpeg", crypto::randomBytes(size)});
    return outbox::sealParcel(input, kiosk, national).value();
  }

  [[nodiscard]] national::Receipt receiptFor(const national::Announcement& announcement) const {
    national::Receipt receipt;
    receipt.requestId = announcement.requestId;
    receipt.reference = "CAC-" + announcement.requestId.substr(30);
    for (auto& c : receipt.reference)
      c = static_cast<char>(std::toupper(c));
    receipt.status = "under-review";
    receipt.receivedAt = "2026-11-20T10:00:00Z";
    for (const auto& part : announcement.parts)
      receipt.digests.push_back(part.sha256);
    receipt.signature = crypto::toBase64(crypto::sign(outbox::signedLines(receipt), receipts));
    return receipt;
  }
};

inline national::Announcement announcementOf(const outbox::Parcel& parcel) {
  national::Announcement a{parcel.requestId, parcel.procedure, parcel.procedureVersion,
                           parcel.kioskId,   parcel.keyId,     {},
                           parcel.signature};
  for (const auto& part : parcel.parts)
    a.parts.push_back({part.sha256, static_cast<std::int64_t>(part.bytes.size())});
  return a;
}

inline outbox::Outbox provisioned(const std::filesystem::path& state) {
  EXPECT_TRUE(outbox::Outbox::provision(state));
  return outbox::Outbox::open(state, outbox::Check::Whole).value();
}

}  // namespace outbox_test
