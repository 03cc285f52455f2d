// SPDX-License-Identifier: Apache-2.0
// Passwords, and hashes that need a key.
#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "crypto/crypto.h"
#include "crypto/ready.h"

namespace crypto {

static_assert(keySize == crypto_generichash_KEYBYTES && keySize == crypto_kdf_KEYBYTES);
static_assert(sizeof(Digest) == crypto_generichash_BYTES);

namespace {

const char* charactersOf(View bytes) {
  return reinterpret_cast<const char*>(bytes.data());
}

// Takes "name=number" and what stands after it off the text.
std::optional<std::size_t> numberOf(std::string_view& text, std::string_view name, char after) {
  if (!text.starts_with(name)) return std::nullopt;
  text.remove_prefix(name.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto length = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || length >= text.size() || *end != after) return std::nullopt;
  text.remove_prefix(length + 1);
  return number;
}

}  // namespace

std::optional<std::string> hashPassword(View password, const PasswordCost& cost) {
  ready();
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  // libsodium takes no null pointer, which an empty password may hold.
  const char* text = password.empty() ? "" : charactersOf(password);
  if (crypto_pwhash_str_alg(hash.data(), text, password.size(), cost.passes, cost.bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return std::nullopt;
  hash.resize(hash.find('\0'));
  return hash;
}

bool verifyPassword(std::string_view hash, View password) {
  ready();
  // It reads up to a terminating zero, which a view need not have.
  if (!costOf(hash)) return false;
  const std::string whole(hash);
  const char* text = password.empty() ? "" : charactersOf(password);
  return crypto_pwhash_str_verify(whole.c_str(), text, password.size()) == 0;
}

std::optional<PasswordCost> costOf(std::string_view hash) {
  constexpr std::string_view start = "$argon2id$v=19$";
  if (hash.size() >= crypto_pwhash_STRBYTES || !hash.starts_with(start)) return std::nullopt;
  hash.remove_prefix(start.size());
  const auto kibibytes = numberOf(hash, "m=", ',');
  const auto passes = kibibytes ? numberOf(hash, "t=", ',') : std::nullopt;
  const auto lanes = passes ? numberOf(hash, "p=", '$') : std::nullopt;
  if (lanes != 1U || *kibibytes > (1U << 22U) || *passes > 1000) return std::nullopt;
  // 16 bytes of salt and 32 of hash in unpadded base64, as libsodium writes them.
  constexpr std::size_t saltLength = 22;
  constexpr std::size_t hashLength = 43;
  if (hash.size() != saltLength + 1 + hashLength || hash[saltLength] != '$') return std::nullopt;
  return PasswordCost{*kibibytes * 1024, static_cast<unsigned>(*passes)};
}

Digest keyedHash(View message, const Secret& key) {
  ready();
  if (key.size() != keySize) std::abort();
  Digest digest{};
  crypto_generichash(digest.data(), digest.size(), message.data(), message.size(), key.data(),
                     key.size());
  return digest;
}

void evolveKey(Secret& key) {
  ready();
  if (key.size() != keySize) std::abort();
  Digest next{};
  crypto_kdf_derive_from_key(next.data(), next.size(), 1, "CoteNext", key.data());
  std::copy(next.begin(), next.end(), key.data());
  sodium_memzero(next.data(), next.size());
}

bool sameBytes(View one, View other) {
  return one.size() == other.size() &&
         (one.empty() || sodium_memcmp(one.data(), other.data(), one.size()) == 0);
}

}  // namespace crypto
