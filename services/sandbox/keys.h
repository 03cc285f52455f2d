// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <crypto/crypto.h>
#include <tl/expected.hpp>

namespace sandbox {

// The service's own keys: one to open parcels, one to sign receipts.
struct ServiceKeys {
  std::string keyId;
  crypto::BoxKeys sealing;
  std::string receiptKeyId;
  crypto::SigningKeys receipt;
};

// Reads `keys/service-secret.json`, or makes it together with `keys/national.json`, the public
// halves that a kiosk is enrolled with. The error is one line that names the file and the mend.
tl::expected<ServiceKeys, std::string> provideKeys(const std::filesystem::path& keys);

// The key an enrolled kiosk signs with (`keys/kiosks/<kioskId>.json`); nothing for a kiosk that was
// never enrolled. Read each time: an enrolment counts at once. `kioskId` must fit the contract.
std::optional<crypto::PublicKey> kioskKey(const std::filesystem::path& keys,
                                          std::string_view kioskId);

}  // namespace sandbox
