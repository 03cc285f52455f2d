// SPDX-License-Identifier: Apache-2.0
#include "outbox/parcel.h"

#include <fstream>

#include "fixture.h"
#include "outbox/keys.h"

namespace {

using namespace outbox;
using namespace outbox_test;
using nlohmann::json;

// Opens as the contract tells the service to.
crypto::Bytes opened(const TwoSides& sides, const Parcel& parcel, const std::string& sha256) {
  for (const auto& part : parcel.parts)
    if (part.sha256 == sha256) return crypto::open(part.bytes, sides.service).value();
  return {};
}

TEST(Parcel, OpensToExactlyWhatWasGiven) {
  const TwoSides sides;
  const auto parcel = sides.parcel(crypto::uuidV7(1), {1, maxChunkSize, maxChunkSize + 1});
  ASSERT_EQ(parcel.parts.size(), 1U + 1 + 1 + 2);
  for (const auto& part : parcel.parts) {
    EXPECT_LE(part.bytes.size(), maxPartSize);
    EXPECT_EQ(part.sha256, crypto::sha256Hex(part.bytes));
  }
  const auto bytes = opened(sides, parcel, parcel.parts[0].sha256);
  const json content = json::parse(bytes.begin(), bytes.end());
  EXPECT_EQ(content.at("request").at("holder").at("birthSurname"), "DURAND");
  EXPECT_EQ(content.at("answerKey"), crypto::toBase64(sides.visit.publicKey));
  for (const auto& file : content.at("files")) {
    crypto::Bytes whole;
    for (const auto& name : file.at("parts")) {
      const auto chunk = opened(sides, parcel, name.get<std::string>());
      whole.insert(whole.end(), chunk.begin(), chunk.end());
    }
    EXPECT_EQ(whole.size(), file.at("size").get<std::size_t>());
    EXPECT_EQ(crypto::sha256Hex(whole), file.at("sha256"));
  }
}

TEST(Parcel, IsSignedOverEverythingThatTheServiceSees) {
  const TwoSides sides;
  const auto parcel = sides.parcel(crypto::uuidV7(1));
  auto announcement = announcementOf(parcel);
  const auto signature = crypto::fromBase64(parcel.signature).value();
  const auto& key = sides.kiosk.signing.publicKey;
  EXPECT_TRUE(crypto::verify(signedLines(announcement), signature, key));
  announcement.procedureVersion = 2;
  EXPECT_FALSE(crypto::verify(signedLines(announcement), signature, key));
}

TEST(Parcel, NothingBeyondTheContractLeaves) {
  const TwoSides sides;
  ParcelInput input;
  input.requestId = crypto::uuidV7(1);
  input.answerKey = sides.visit.publicKey;
  const json odd[] = {
      json::object(),
      {{"procedure", "change-of-holder"}},
      {{"procedure", "Selling a boat"}, {"procedureVersion", 1}},
      {{"procedure", "duplicate"}, {"procedureVersion", 1}, {"note", "X"}},
      {{"procedure", "duplicate"}, {"procedureVersion", 1}, {"holder", {{"religion", "X"}}}},
      "text"};
  for (const auto& request : odd) {
    input.request = request;
    const auto sealed = sealParcel(input, sides.kiosk, sides.national);
    ASSERT_FALSE(sealed) << request;
    EXPECT_EQ(sealed.error().kind, SealFault::Kind::NotInContract);
    EXPECT_EQ(sealed.error().detail.find('X'), std::string::npos);
  }
}

TEST(Parcel, RefusesKeysThatProtectNothing) {
  TwoSides sides;
  sides.national.sealingKey = {};
  ParcelInput input;
  input.requestId = crypto::uuidV7(1);
  input.request = {{"procedure", "duplicate"}, {"procedureVersion", 1}};
  EXPECT_EQ(sealParcel(input, sides.kiosk, sides.national).error().kind,
            SealFault::Kind::KeyRefused);
  sides.national.sealingKey = sides.service.publicKey;
  sides.kiosk.signing.secretKey = {};
  EXPECT_EQ(sealParcel(input, sides.kiosk, sides.national).error().kind,
            SealFault::Kind::KeyRefused);
}

TEST(Answer, OpensWithTheVisitsKeyAlone) {
  const TwoSides sides;
  const json text{
      {"reference", "CAC-1234"},
      {"status", "to-complete"},
      {"totalCents", 31376},
      {"nextStep", "complete"},
      {"asked",
       {{{"code", "document-unreadable"}, {"field", nullptr}, {"document", "proof-of-address"}}}}};
  const auto sealed = crypto::seal(crypto::viewOf(text.dump()), sides.visit.publicKey).value();
  const auto answer = openAnswer(crypto::toBase64(sealed), sides.visit);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->totalCents, 31376);
  EXPECT_EQ(answer->asked.at(0).document, "proof-of-address");
  EXPECT_EQ(openAnswer(crypto::toBase64(sealed), sides.service).error().kind,
            SealFault::Kind::KeyRefused);
  EXPECT_FALSE(openAnswer("no base64", sides.visit));
  const auto odd = crypto::seal(crypto::viewOf("{}"), sides.visit.publicKey).value();
  EXPECT_FALSE(openAnswer(crypto::toBase64(odd), sides.visit));
}

TEST(Keys, AreMadeOnceAndReadAgain) {
  const TemporaryFolder folder;
  EXPECT_EQ(readKioskKeys(folder.path()).error().kind, FaultKind::Missing);
  ASSERT_TRUE(provisionKeys(folder.path(), "kiosk-1"));
  const auto first = readKioskKeys(folder.path());
  ASSERT_TRUE(first);
  ASSERT_TRUE(provisionKeys(folder.path(), "kiosk-1"));
  EXPECT_EQ(readKioskKeys(folder.path())->signing.publicKey, first->signing.publicKey);
  EXPECT_EQ(std::filesystem::status(folder.path() / "keys/kiosk-signing.json").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_FALSE(provisionKeys(folder.path(), "kiosk-2"));
}

TEST(Keys, RefuseHalfAFile) {
  const TemporaryFolder folder;
  ASSERT_TRUE(provisionKeys(folder.path(), "kiosk-1"));
  for (const char* name : {"kiosk-signing.json", "national.json"}) {
    for (const char* text : {"", "{", "[]", "{\"keyId\":\"k\",\"sealingKey\":\"AAAA\"}",
                             "{\"kioskId\":\"kiosk-1\",\"publicKey\":1,\"secretKey\":\"AA==\"}"}) {
      std::ofstream(folder.path() / "keys" / name) << text;
      const auto kind = name[0] == 'k' ? readKioskKeys(folder.path()).error().kind
                                       : readNationalKeys(folder.path()).error().kind;
      EXPECT_EQ(kind, FaultKind::Damaged) << name << text;
    }
  }
}

}  // namespace
