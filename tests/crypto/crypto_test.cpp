// SPDX-License-Identifier: Apache-2.0
#include "crypto/crypto.h"

#include <chrono>
#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace {

using namespace crypto;

TEST(Digest, IsThatOfTheStandard) {
  EXPECT_EQ(sha256Hex(viewOf("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256Hex({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Seal, OpensWithTheRightKeyOnlyAndNotWhenAltered) {
  const auto keys = makeBoxKeys();
  for (const std::size_t size : {0U, 1U, 1000U, 262096U}) {
    const Bytes text = randomBytes(size);
    auto sealed = seal(text, keys.publicKey).value();
    EXPECT_EQ(sealed.size(), size + sealOverhead);
    EXPECT_EQ(open(sealed, keys).value(), text);
    EXPECT_EQ(open(sealed, makeBoxKeys()).error(), Fault::CannotOpen);
    sealed[sealed.size() / 2] ^= 1U;
    EXPECT_EQ(open(sealed, keys).error(), Fault::CannotOpen);
  }
  EXPECT_EQ(open(Bytes(47), keys).error(), Fault::CannotOpen);
  EXPECT_EQ(open({}, keys).error(), Fault::CannotOpen);
}

TEST(Seal, RefusesAKeyOfLowOrder) {
  EXPECT_EQ(seal({}, PublicKey{}).error(), Fault::WeakKey);
}

TEST(Box, OpensBetweenTheTwoOnlyAndNotWhenAltered) {
  const auto kiosk = makeBoxKeys();
  const auto page = makeBoxKeys();
  for (const std::size_t size : {0U, 1U, 1000U, 60000U}) {
    const Bytes text = randomBytes(size);
    auto boxed = box(text, page.publicKey, kiosk).value();
    EXPECT_EQ(boxed.size(), size + boxOverhead);
    EXPECT_EQ(openBox(boxed, kiosk.publicKey, page).value(), text);
    EXPECT_NE(box(text, page.publicKey, kiosk).value(), boxed) << "a nonce was used twice";
    EXPECT_EQ(openBox(boxed, kiosk.publicKey, makeBoxKeys()).error(), Fault::CannotOpen);
    EXPECT_EQ(openBox(boxed, makeBoxKeys().publicKey, page).error(), Fault::CannotOpen);
    for (const std::size_t place : {std::size_t{0}, std::size_t{30}, boxed.size() - 1}) {
      boxed[place] ^= 1U;
      EXPECT_EQ(openBox(boxed, kiosk.publicKey, page).error(), Fault::CannotOpen) << place;
      boxed[place] ^= 1U;
    }
  }
  EXPECT_EQ(openBox(Bytes(boxOverhead - 1), kiosk.publicKey, page).error(), Fault::CannotOpen);
  EXPECT_EQ(openBox({}, kiosk.publicKey, page).error(), Fault::CannotOpen);
}

TEST(Box, RefusesAKeyOfLowOrder) {
  const auto kiosk = makeBoxKeys();
  PublicKey one{};
  one[0] = 1;
  for (const PublicKey& weak : {PublicKey{}, one}) {
    EXPECT_EQ(box(viewOf("text"), weak, kiosk).error(), Fault::WeakKey);
    EXPECT_EQ(openBox(Bytes(100), weak, kiosk).error(), Fault::CannotOpen);
  }
}

constexpr PasswordCost cheap{8192, 1};

TEST(Password, IsKnownAgainAndNoOtherIs) {
  const auto hash = hashPassword(viewOf("407382"), cheap).value();
  EXPECT_TRUE(verifyPassword(hash, viewOf("407382")));
  EXPECT_FALSE(verifyPassword(hash, viewOf("407383")));
  EXPECT_FALSE(verifyPassword(hash, {}));
  EXPECT_NE(hashPassword(viewOf("407382"), cheap).value(), hash) << "the same salt twice";
  EXPECT_EQ(costOf(hash), cheap);
  EXPECT_TRUE(verifyPassword(hashPassword({}, cheap).value(), {}));
}

TEST(Password, CostsWhatAKioskCanBear) {
  const auto before = std::chrono::steady_clock::now();
  const auto hash = hashPassword(viewOf("407382"), kioskCost).value();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  RecordProperty("seconds", std::to_string(took.count()));
  EXPECT_EQ(costOf(hash), kioskCost);
  EXPECT_LE(kioskCost.bytes, 64'000'000U);
  EXPECT_TRUE(verifyPassword(hash, viewOf("407382")));
}

TEST(Password, OtherTextsAreNoHashes) {
  const auto hash = hashPassword(viewOf("1"), cheap).value();
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string text = hash;
    return text.replace(text.find(from), from.size(), to);
  };
  for (const std::string& odd :
       {std::string(), std::string("407382"), hash + "A", hash.substr(0, hash.size() - 1),
        changed("argon2id", "argon2i"), changed("v=19", "v=16"), changed("m=8,", "m=99999999999,"),
        changed("p=1", "p=2"), changed("t=1,", "t=,"), std::string(500, '$')}) {
    EXPECT_EQ(costOf(odd), std::nullopt) << odd;
    EXPECT_FALSE(verifyPassword(odd, viewOf("1"))) << odd;
  }
}

// Computed once by Python's hashlib.blake2b: the formats stay, whatever the library.
TEST(KeyedHash, IsThatOfTheStandard) {
  Secret key(keySize);
  for (std::uint8_t i = 0; i < keySize; ++i)
    key.data()[i] = i;
  EXPECT_EQ(toBase64(keyedHash(viewOf("abc"), key)),
            "1joy0+RHONeQf5ZDFsJBraugq/6rwyNJZ3V4oVogP38=");
  EXPECT_NE(keyedHash(viewOf("abd"), key), keyedHash(viewOf("abc"), key));
  evolveKey(key);
  EXPECT_EQ(toBase64(key.view()), "0YNAYsnqU9q8+r7zO+11T1bNSXL1akxs2tqvi3ZTYnM=");
}

TEST(SameBytes, LooksAtAll) {
  EXPECT_TRUE(sameBytes({}, {}));
  EXPECT_TRUE(sameBytes(viewOf("abc"), viewOf("abc")));
  EXPECT_FALSE(sameBytes(viewOf("abc"), viewOf("abd")));
  EXPECT_FALSE(sameBytes(viewOf("abc"), viewOf("ab")));
}

TEST(Signature, StandsForOneTextAndOneKey) {
  const auto keys = makeSigningKeys();
  auto signature = sign("text", keys);
  EXPECT_EQ(signature.size(), signatureSize);
  EXPECT_TRUE(verify("text", signature, keys.publicKey));
  EXPECT_FALSE(verify("texT", signature, keys.publicKey));
  EXPECT_FALSE(verify("text", signature, makeSigningKeys().publicKey));
  EXPECT_FALSE(verify("text", Bytes(63), keys.publicKey));
  EXPECT_FALSE(verify("text", {}, keys.publicKey));
  signature[0] ^= 1U;
  EXPECT_FALSE(verify("text", signature, keys.publicKey));
}

TEST(Keys, ComeBackFromTheirSecretHalf) {
  const auto box = makeBoxKeys();
  EXPECT_EQ(boxKeysOf(box.secretKey.view())->publicKey, box.publicKey);
  const auto signing = makeSigningKeys();
  EXPECT_EQ(signingKeysOf(signing.secretKey.view())->publicKey, signing.publicKey);
  EXPECT_EQ(boxKeysOf(signing.secretKey.view()).error(), Fault::WrongLength);
  EXPECT_EQ(signingKeysOf(box.secretKey.view()).error(), Fault::WrongLength);
}

TEST(Base64, IsStandardPaddedAndStrict) {
  const std::pair<const char*, const char*> good[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}};
  for (const auto& [text, encoded] : good) {
    EXPECT_EQ(toBase64(viewOf(text)), encoded);
    const auto view = viewOf(text);
    EXPECT_EQ(fromBase64(encoded).value(), Bytes(view.begin(), view.end()));
  }
  for (const char* odd : {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9v\n", " Zm9v", "Zm9v====", "Zm-_",
                          "Z g=", "=", "===="})
    EXPECT_EQ(fromBase64(odd).error(), Fault::NotBase64) << odd;
}

TEST(Base64, KeysHaveTheirLength) {
  const auto keys = makeBoxKeys();
  EXPECT_EQ(publicKeyFromBase64(toBase64(keys.publicKey)).value(), keys.publicKey);
  EXPECT_EQ(publicKeyFromBase64("Zm9v").error(), Fault::WrongLength);
  EXPECT_EQ(publicKeyFromBase64("!").error(), Fault::NotBase64);
  const auto secret = secretFromBase64(toBase64(keys.secretKey.view()));
  EXPECT_EQ(boxKeysOf(secret->view())->publicKey, keys.publicKey);
  EXPECT_EQ(secretFromBase64("").error(), Fault::NotBase64);
  EXPECT_EQ(secretFromBase64("????").error(), Fault::NotBase64);
}

TEST(Uuid, HoldsItsMomentAndItsVersion) {
  EXPECT_EQ(uuidV7(0x0123456789AB).substr(0, 15), "01234567-89ab-7");
  std::set<std::string> all;
  for (int i = 0; i < 1000; ++i) {
    const auto id = uuidV7(1'795'000'000'000);
    ASSERT_EQ(id.size(), 36U);
    EXPECT_EQ(id[14], '7');
    EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
    all.insert(id);
  }
  EXPECT_EQ(all.size(), 1000U);
  EXPECT_EQ(uuidV7(-1).substr(0, 13), "00000000-0000");
}

TEST(Random, StaysBelowItsBound) {
  EXPECT_EQ(randomBelow(0), 0U);
  EXPECT_EQ(randomBelow(1), 0U);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 1000; ++i)
    seen.insert(randomBelow(7));
  EXPECT_EQ(seen.size(), 7U);
  EXPECT_LT(*seen.rbegin(), 7U);
}

TEST(Wipe, LeavesNothingBehind) {
  std::string text = "somebody's name, long enough to be on the heap";
  const char* where = text.data();
  const auto length = text.size();
  wipe(text);
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text.data(), where);
  for (std::size_t i = 0; i < length; ++i)
    EXPECT_EQ(where[i], '\0');
}

TEST(SecretBuffer, MovesAndIsNeverTwo) {
  Secret first(4);
  first.data()[0] = 7;
  Secret second = std::move(first);
  EXPECT_EQ(second.data()[0], 7);
  Secret third;
  third = std::move(second);
  EXPECT_EQ(third.size(), 4U);
  EXPECT_EQ(third.view()[0], 7);
}

}  // namespace
