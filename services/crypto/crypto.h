// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

// The few primitives that parcels, receipts, the agents' journal and what travels to their desk are
// made of, on std types. All functions may be called from any thread. Nothing here reads a clock or
// a file. Formats: services/national/openapi.yaml, services/agent/schemas/.
namespace crypto {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

inline constexpr std::size_t sealOverhead = 48;
inline constexpr std::size_t signatureSize = 64;
inline constexpr std::size_t signingSecretSize = 64;
inline constexpr std::size_t boxSecretSize = 32;
inline constexpr std::size_t boxOverhead = 40;
inline constexpr std::size_t keySize = 32;  // of keyedHash and evolveKey

using PublicKey = std::array<std::uint8_t, 32>;
using Digest = std::array<std::uint8_t, 32>;

enum class Fault {
  NotBase64,    // not the standard alphabet with padding, or not canonical
  WrongLength,  // decoded well, but no key or secret has this length
  WeakKey,      // a public key of low order: sealing to it would protect nothing
  CannotOpen,   // not sealed to this key, or altered
};

// Bytes that are wiped when they are given back, never swapped out and guarded against overruns
// (sodium_malloc). Move only: a secret has one place.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size);
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  // One more place that holds it, wiped like this one; asked for by name, so that none is made
  // unseen.
  [[nodiscard]] Secret copy() const;
  [[nodiscard]] std::uint8_t* data() { return m_data; }
  [[nodiscard]] const std::uint8_t* data() const { return m_data; }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] View view() const { return {m_data, m_size}; }

 private:
  std::uint8_t* m_data = nullptr;
  std::size_t m_size = 0;
};

struct BoxKeys {  // X25519
  PublicKey publicKey{};
  Secret secretKey;
};

struct SigningKeys {  // Ed25519; the secret is libsodium's 64 bytes (seed, then public key)
  PublicKey publicKey{};
  Secret secretKey;
};

[[nodiscard]] View viewOf(std::string_view text);

[[nodiscard]] Digest sha256(View bytes);
// Lower-case hexadecimal, 64 characters.
[[nodiscard]] std::string sha256Hex(View bytes);

// crypto_box_seal: `sealOverhead` bytes more than what is given. Whoever seals cannot open again.
[[nodiscard]] tl::expected<Bytes, Fault> seal(View opened, const PublicKey& recipient);
[[nodiscard]] tl::expected<Bytes, Fault> open(View sealed, const BoxKeys& recipient);

// crypto_box_easy between two who know each other's public key: the nonce (24 bytes, random), then
// the box. Both ends open it, the sender too: what is inside has to say who speaks, or one's own
// message comes back as the other's.
[[nodiscard]] tl::expected<Bytes, Fault> box(View opened, const PublicKey& recipient,
                                             const BoxKeys& sender);
[[nodiscard]] tl::expected<Bytes, Fault> openBox(View boxed, const PublicKey& sender,
                                                 const BoxKeys& recipient);

[[nodiscard]] BoxKeys makeBoxKeys();
[[nodiscard]] SigningKeys makeSigningKeys();
// The pair whose secret half was kept; WrongLength when it is none.
[[nodiscard]] tl::expected<BoxKeys, Fault> boxKeysOf(View secretKey);
[[nodiscard]] tl::expected<SigningKeys, Fault> signingKeysOf(View secretKey);

// Ed25519, detached: `signatureSize` bytes.
[[nodiscard]] Bytes sign(std::string_view text, const SigningKeys& keys);
[[nodiscard]] bool verify(std::string_view text, View signature, const PublicKey& signer);

// What one guess at a password costs.
struct PasswordCost {
  std::size_t bytes = 48U << 20U;
  unsigned passes = 3;
  bool operator==(const PasswordCost&) const = default;
};
// A kiosk has little memory to spare, and somebody waits: 48 MiB and 3 passes, over twice what the
// OWASP password storage cheat sheet asks of Argon2id at the least (19 MiB, 2 passes).
inline constexpr PasswordCost kioskCost{};
// Argon2id (RFC 9106) in the text form "$argon2id$v=19$m=…,t=…,p=1$salt$hash"; another salt, so
// another text, each time. Takes a few tenths of a second: not for a thread that draws.
// Nothing when there is no memory, or when the cost is less than libsodium takes.
[[nodiscard]] std::optional<std::string> hashPassword(View password, const PasswordCost& cost);
// As costly as `hash` says. False also for a text that is no such hash.
[[nodiscard]] bool verifyPassword(std::string_view hash, View password);
// What a guess at this hash costs; nothing when it is no such hash.
[[nodiscard]] std::optional<PasswordCost> costOf(std::string_view hash);

// BLAKE2b with a key of `keySize` bytes (another length ends the process): nobody without the key
// makes or foresees it.
[[nodiscard]] Digest keyedHash(View message, const Secret& key);
// Steps on to the next key and wipes the one before: from the new key no older one can be found
// (Bellare and Yee, Forward Integrity for Secure Audit Logs, 1997). Another function than
// keyedHash, so that no message's hash is ever the next key.
void evolveKey(Secret& key);
// In constant time.
[[nodiscard]] bool sameBytes(View one, View other);
[[nodiscard]] Secret randomSecret(std::size_t size);

// Standard alphabet, padded (RFC 4648 section 4). Decoding refuses blanks, line feeds and loose end
// bits.
[[nodiscard]] std::string toBase64(View bytes);
[[nodiscard]] tl::expected<Bytes, Fault> fromBase64(std::string_view text);
[[nodiscard]] tl::expected<PublicKey, Fault> publicKeyFromBase64(std::string_view text);
// Goes straight into guarded memory; `text` is the caller's to wipe.
[[nodiscard]] tl::expected<Secret, Fault> secretFromBase64(std::string_view text);

[[nodiscard]] Bytes randomBytes(std::size_t count);
// Uniform in [0, bound); 0 for a bound of 0 or 1.
[[nodiscard]] std::uint64_t randomBelow(std::uint64_t bound);

// UUIDv7 (RFC 9562) in lower case, of this moment in milliseconds since 1970.
[[nodiscard]] std::string uuidV7(std::int64_t unixMilliseconds);

// Overwrites all that the string holds, spare capacity too, and leaves it empty.
void wipe(std::string& text);
void wipe(Bytes& bytes);

}  // namespace crypto
