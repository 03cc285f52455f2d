// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <crypto/crypto.h>
#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "contract.h"
#include "store.h"

namespace sandbox {

// What a parcel held, opened and checked. Documents are told by their digests only.
struct OpenedParcel {
  nlohmann::json request;
  nlohmann::json documents;  // [{document, kind, mediaType, sha256, size}]
  crypto::PublicKey answerKey{};
  std::string paperKeyDigest;  // empty when the paper has no key
};

inline constexpr std::int64_t maxDocumentBytes = 1048576;
inline constexpr std::int64_t maxPartBytes = 262144;

// Gives the sealed bytes of a part; empty when they cannot be had.
using PartBytes = std::function<crypto::Bytes(const std::string& sha256)>;

// Opens the parts of one parcel, in their order, as the contract says ("A parcel and its parts").
// Errors name the field and the rule, never a value.
tl::expected<OpenedParcel, std::vector<Breach>> openParcel(const std::vector<StoredPart>& parts,
                                                           const PartBytes& bytes,
                                                           const crypto::BoxKeys& keys,
                                                           const Contract& contract);

// True when the announcement (or the completion of `requestId`, when it has a `completionId`) was
// signed by this key.
bool isSignedBy(const crypto::PublicKey& key, const nlohmann::json& announcement,
                const std::string& requestId);

}  // namespace sandbox
