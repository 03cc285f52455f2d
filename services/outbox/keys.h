// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "crypto/crypto.h"
#include "outbox/fault.h"

// The keys in a kiosk's state folder. The private half that opens parcels is not among them, by
// design.
namespace outbox {

struct KioskKeys {
  std::string kioskId;
  crypto::SigningKeys signing;
};

// The service's public keys, pinned at enrolment.
struct NationalKeys {
  std::string keyId;  // of the sealing key
  crypto::PublicKey sealingKey{};
  crypto::PublicKey receiptKey{};
};

// keys/kiosk-signing.json (0600) and keys/kiosk-public.json. Makes them when the first is absent,
// completes the second, changes nothing else. Failed when the keys there belong to another kiosk
// id.
[[nodiscard]] Result<void> provisionKeys(const std::filesystem::path& state,
                                         const std::string& kioskId);

// Missing: the file is not there. Damaged: it is no such file.
[[nodiscard]] Result<KioskKeys> readKioskKeys(const std::filesystem::path& state);
// keys/national.json
[[nodiscard]] Result<NationalKeys> readNationalKeys(const std::filesystem::path& state);

}  // namespace outbox
