// SPDX-License-Identifier: Apache-2.0
#include "crypto/crypto.h"

#include <set>
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
