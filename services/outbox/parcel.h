// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "crypto/crypto.h"
#include "national/messages.h"
#include "outbox/keys.h"

// A finished request, sealed to the national service and signed by the kiosk (formats:
// openapi.yaml). Pure.
namespace outbox {

inline constexpr std::size_t maxPartSize = 262144;                               // sealed
inline constexpr std::size_t maxChunkSize = maxPartSize - crypto::sealOverhead;  // opened

struct Part {
  std::string sha256;  // of `bytes`
  crypto::Bytes bytes;
};

struct Parcel {
  std::string requestId;
  std::string procedure;
  int procedureVersion = 0;
  std::string kioskId;
  std::string keyId;
  std::string signature;  // base64
  std::vector<Part> parts;
};

// One paper as it was scanned.
struct File {
  std::size_t document = 0;  // index in request.documents
  std::string mediaType;     // "image/jpeg", "image/png", "application/pdf"
  crypto::Bytes bytes;
};

struct ParcelInput {
  std::string requestId;   // UUIDv7, made once: crypto::uuidV7
  nlohmann::json request;  // RegistrationRequest
  std::vector<File> files;
  crypto::PublicKey answerKey{};  // the visit's own, see openAnswer
};

struct SealFault {
  enum class Kind {
    NotInContract,  // the request is none that may leave a kiosk; `detail` names the place
    TooLarge,       // more parts than a parcel may have
    KeyRefused,     // the service's sealing key or the kiosk's signing key is no good
  };
  Kind kind = Kind::NotInContract;
  std::string detail;  // a place in the document, never a value
};

// The opened text that is made on the way is wiped before this returns; `input` is the caller's to
// wipe.
[[nodiscard]] tl::expected<Parcel, SealFault> sealParcel(const ParcelInput& input,
                                                         const KioskKeys& kiosk,
                                                         const NationalKeys& national);

// The lines under the kiosk's signature.
[[nodiscard]] std::string signedLines(const national::Announcement& announcement);

// The answer of a receipt, opened with the key whose public half was ParcelInput::answerKey.
[[nodiscard]] tl::expected<national::SealedAnswer, SealFault> openAnswer(
    const std::string& answerBase64, const crypto::BoxKeys& answerKeys);

}  // namespace outbox
