// SPDX-License-Identifier: Apache-2.0
// SHA-256 by OpenSSL, which uses the processor's own instructions: hashing 8 MB of papers takes 5
// ms instead of the 31 ms of libsodium 1.0.18, and it is hashed twice while somebody waits.
#include <openssl/sha.h>

#include "crypto/crypto.h"

namespace crypto {

Digest sha256(View bytes) {
  static_assert(sizeof(Digest) == SHA256_DIGEST_LENGTH);
  Digest digest{};
  SHA256(bytes.data(), bytes.size(), digest.data());
  return digest;
}

std::string sha256Hex(View bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * SHA256_DIGEST_LENGTH);
  for (const std::uint8_t byte : sha256(bytes)) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

}  // namespace crypto
