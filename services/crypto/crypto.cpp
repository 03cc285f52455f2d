// SPDX-License-Identifier: Apache-2.0
#include "crypto/crypto.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "crypto/ready.h"

namespace crypto {

static_assert(sealOverhead == crypto_box_SEALBYTES);
static_assert(signatureSize == crypto_sign_BYTES);
static_assert(signingSecretSize == crypto_sign_SECRETKEYBYTES);
static_assert(boxSecretSize == crypto_box_SECRETKEYBYTES);
static_assert(boxOverhead == crypto_box_NONCEBYTES + crypto_box_MACBYTES);
static_assert(sizeof(PublicKey) == crypto_box_PUBLICKEYBYTES);
static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES);

void ready() {
  static const bool done = sodium_init() >= 0;
  if (!done) std::abort();
}

namespace {

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Decodes into a buffer of at least text.size() / 4 * 3 bytes.
tl::expected<std::size_t, Fault> decode(std::string_view text, std::uint8_t* out,
                                        std::size_t room) {
  ready();
  // libsodium takes no null pointer, which an empty text or buffer may hold.
  if (text.empty()) return std::size_t{0};
  if (room == 0) return tl::unexpected(Fault::NotBase64);
  std::size_t length = 0;
  const char* end = nullptr;
  const int refused = sodium_base642bin(out, room, text.data(), text.size(), nullptr, &length, &end,
                                        sodium_base64_VARIANT_ORIGINAL);
  if (refused != 0 || end != text.data() + text.size()) return tl::unexpected(Fault::NotBase64);
  return length;
}

}  // namespace

Secret::Secret(std::size_t size) : m_size(size) {
  ready();
  m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
  if (m_data == nullptr) std::abort();
  sodium_memzero(m_data, m_size);
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  std::swap(m_data, other.m_data);
  std::swap(m_size, other.m_size);
  return *this;
}

Secret Secret::copy() const {
  Secret other(m_size);
  std::copy_n(m_data, m_size, other.m_data);
  return other;
}

Secret::~Secret() {
  sodium_free(m_data);
}

View viewOf(std::string_view text) {
  return {bytesOf(text), text.size()};
}

tl::expected<Bytes, Fault> seal(View opened, const PublicKey& recipient) {
  ready();
  Bytes sealed(opened.size() + sealOverhead);
  if (crypto_box_seal(sealed.data(), opened.data(), opened.size(), recipient.data()) != 0)
    return tl::unexpected(Fault::WeakKey);
  return sealed;
}

tl::expected<Bytes, Fault> open(View sealed, const BoxKeys& recipient) {
  ready();
  if (sealed.size() < sealOverhead || recipient.secretKey.size() != boxSecretSize)
    return tl::unexpected(Fault::CannotOpen);
  Bytes opened(sealed.size() - sealOverhead);
  if (crypto_box_seal_open(opened.data(), sealed.data(), sealed.size(), recipient.publicKey.data(),
                           recipient.secretKey.data()) != 0)
    return tl::unexpected(Fault::CannotOpen);
  return opened;
}

tl::expected<Bytes, Fault> box(View opened, const PublicKey& recipient, const BoxKeys& sender) {
  ready();
  if (sender.secretKey.size() != boxSecretSize) return tl::unexpected(Fault::WrongLength);
  Bytes boxed(opened.size() + boxOverhead);
  randombytes_buf(boxed.data(), crypto_box_NONCEBYTES);
  if (crypto_box_easy(boxed.data() + crypto_box_NONCEBYTES, opened.data(), opened.size(),
                      boxed.data(), recipient.data(), sender.secretKey.data()) != 0)
    return tl::unexpected(Fault::WeakKey);
  return boxed;
}

tl::expected<Bytes, Fault> openBox(View boxed, const PublicKey& sender, const BoxKeys& recipient) {
  ready();
  if (boxed.size() < boxOverhead || recipient.secretKey.size() != boxSecretSize)
    return tl::unexpected(Fault::CannotOpen);
  Bytes opened(boxed.size() - boxOverhead);
  const View rest = boxed.subspan(crypto_box_NONCEBYTES);
  // Refuses a sender's key of low order too: anybody could have made that box.
  if (crypto_box_open_easy(opened.data(), rest.data(), rest.size(), boxed.data(), sender.data(),
                           recipient.secretKey.data()) != 0)
    return tl::unexpected(Fault::CannotOpen);
  return opened;
}

BoxKeys makeBoxKeys() {
  BoxKeys keys{{}, Secret(boxSecretSize)};
  crypto_box_keypair(keys.publicKey.data(), keys.secretKey.data());
  return keys;
}

SigningKeys makeSigningKeys() {
  SigningKeys keys{{}, Secret(signingSecretSize)};
  crypto_sign_keypair(keys.publicKey.data(), keys.secretKey.data());
  return keys;
}

tl::expected<BoxKeys, Fault> boxKeysOf(View secretKey) {
  if (secretKey.size() != boxSecretSize) return tl::unexpected(Fault::WrongLength);
  BoxKeys keys{{}, Secret(boxSecretSize)};
  std::copy(secretKey.begin(), secretKey.end(), keys.secretKey.data());
  crypto_scalarmult_base(keys.publicKey.data(), keys.secretKey.data());
  return keys;
}

tl::expected<SigningKeys, Fault> signingKeysOf(View secretKey) {
  if (secretKey.size() != signingSecretSize) return tl::unexpected(Fault::WrongLength);
  SigningKeys keys{{}, Secret(signingSecretSize)};
  std::copy(secretKey.begin(), secretKey.end(), keys.secretKey.data());
  crypto_sign_ed25519_sk_to_pk(keys.publicKey.data(), keys.secretKey.data());
  return keys;
}

Bytes sign(std::string_view text, const SigningKeys& keys) {
  ready();
  if (keys.secretKey.size() != signingSecretSize) std::abort();
  Bytes signature(signatureSize);
  crypto_sign_detached(signature.data(), nullptr, bytesOf(text), text.size(),
                       keys.secretKey.data());
  return signature;
}

bool verify(std::string_view text, View signature, const PublicKey& signer) {
  ready();
  return signature.size() == signatureSize &&
         crypto_sign_verify_detached(signature.data(), bytesOf(text), text.size(), signer.data()) ==
             0;
}

std::string toBase64(View bytes) {
  ready();
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the terminating zero
  return text;
}

tl::expected<Bytes, Fault> fromBase64(std::string_view text) {
  Bytes bytes(text.size() / 4 * 3);
  return decode(text, bytes.data(), bytes.size()).map([&](std::size_t length) {
    bytes.resize(length);
    return std::move(bytes);
  });
}

tl::expected<PublicKey, Fault> publicKeyFromBase64(std::string_view text) {
  const auto bytes = fromBase64(text);
  if (!bytes) return tl::unexpected(bytes.error());
  PublicKey key{};
  if (bytes->size() != key.size()) return tl::unexpected(Fault::WrongLength);
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

tl::expected<Secret, Fault> secretFromBase64(std::string_view text) {
  if (text.size() < 4) return tl::unexpected(Fault::NotBase64);
  Secret roomy(text.size() / 4 * 3);
  const auto length = decode(text, roomy.data(), roomy.size());
  if (!length) return tl::unexpected(length.error());
  Secret exact(*length);
  std::copy_n(roomy.data(), *length, exact.data());
  return exact;
}

Bytes randomBytes(std::size_t count) {
  ready();
  Bytes bytes(count);
  if (count > 0) randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

Secret randomSecret(std::size_t size) {
  Secret secret(size);
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

std::uint64_t randomBelow(std::uint64_t bound) {
  ready();
  if (bound < 2) return 0;
  // Values under 2^64 mod bound would favour the small results.
  const std::uint64_t unfair = (0 - bound) % bound;
  std::uint64_t value = 0;
  do {
    randombytes_buf(&value, sizeof value);
  } while (value < unfair);
  return value % bound;
}

std::string uuidV7(std::int64_t unixMilliseconds) {
  std::array<std::uint8_t, 16> id{};
  const auto random = randomBytes(10);
  const auto time = static_cast<std::uint64_t>(std::max<std::int64_t>(unixMilliseconds, 0));
  for (unsigned i = 0; i < 6; ++i)
    id[i] = static_cast<std::uint8_t>((time >> (8U * (5U - i))) & 0xFFU);
  std::copy(random.begin(), random.end(), id.begin() + 6);
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x70U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);

  std::string text(2 * id.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), id.data(), id.size());
  text.pop_back();
  for (const std::size_t dash : {8U, 13U, 18U, 23U})
    text.insert(dash, 1, '-');
  return text;
}

void wipe(std::string& text) {
  text.resize(text.capacity());
  sodium_memzero(text.data(), text.size());
  text.clear();
}

void wipe(Bytes& bytes) {
  bytes.resize(bytes.capacity());
  sodium_memzero(bytes.data(), bytes.size());
  bytes.clear();
}

}  // namespace crypto
