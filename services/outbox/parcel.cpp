// SPDX-License-Identifier: Apache-2.0
#include "outbox/parcel.h"

#include <algorithm>
#include <utility>

#include "national/replies.h"

namespace outbox {
namespace {

using nlohmann::json;

constexpr std::size_t mostParts = 1024;

tl::expected<std::vector<Part>, SealFault> sealedParts(crypto::View bytes,
                                                       const crypto::PublicKey& recipient) {
  std::vector<Part> parts;
  for (std::size_t start = 0; start < bytes.size(); start += maxChunkSize) {
    const auto chunk = bytes.subspan(start, std::min(maxChunkSize, bytes.size() - start));
    auto sealed = crypto::seal(chunk, recipient);
    if (!sealed)
      return tl::unexpected(SealFault{SealFault::Kind::KeyRefused, "the service's sealing key"});
    std::string digest = crypto::sha256Hex(*sealed);
    parts.push_back({std::move(digest), std::move(*sealed)});
  }
  return parts;
}

json entryOf(const File& file, const std::vector<Part>& parts) {
  json digests = json::array();
  for (const auto& part : parts)
    digests.push_back(part.sha256);
  return {{"document", file.document},
          {"mediaType", file.mediaType},
          {"sha256", crypto::sha256Hex(file.bytes)},
          {"size", file.bytes.size()},
          {"parts", std::move(digests)}};
}

tl::expected<std::vector<Part>, SealFault> sealedContent(const ParcelInput& input, json files,
                                                         const crypto::PublicKey& recipient) {
  const json content{{"request", input.request},
                     {"answerKey", crypto::toBase64(input.answerKey)},
                     {"files", std::move(files)}};
  std::string text = content.dump(-1, ' ', false, json::error_handler_t::replace);
  const auto breach = national::parcelContentBreach(text);
  auto parts = breach ? tl::unexpected(SealFault{SealFault::Kind::NotInContract, *breach})
                      : sealedParts(crypto::viewOf(text), recipient);
  crypto::wipe(text);
  return parts;
}

}  // namespace

std::string signedLines(const national::Announcement& announcement) {
  std::string lines = "cote-a-cote/parcel/1\n" + announcement.requestId + "\n" +
                      announcement.procedure + "\n" +
                      std::to_string(announcement.procedureVersion) + "\n" + announcement.kioskId +
                      "\n" + announcement.keyId + "\n";
  for (const auto& part : announcement.parts)
    lines += part.sha256 + " " + std::to_string(part.size) + "\n";
  return lines;
}

tl::expected<Parcel, SealFault> sealParcel(const ParcelInput& input, const KioskKeys& kiosk,
                                           const NationalKeys& national) {
  if (kiosk.signing.secretKey.size() != crypto::signingSecretSize)
    return tl::unexpected(SealFault{SealFault::Kind::KeyRefused, "the kiosk's signing key"});
  std::vector<Part> fileParts;
  json entries = json::array();
  for (const auto& file : input.files) {
    auto parts = sealedParts(file.bytes, national.sealingKey);
    if (!parts) return tl::unexpected(parts.error());
    entries.push_back(entryOf(file, *parts));
    std::move(parts->begin(), parts->end(), std::back_inserter(fileParts));
  }
  auto parts = sealedContent(input, std::move(entries), national.sealingKey);
  if (!parts) return tl::unexpected(parts.error());
  std::move(fileParts.begin(), fileParts.end(), std::back_inserter(*parts));
  if (parts->size() > mostParts)
    return tl::unexpected(SealFault{SealFault::Kind::TooLarge, "over 1024 parts"});

  // The content was found to be in the contract: both members are there.
  Parcel parcel{input.requestId,
                input.request.at("procedure").get<std::string>(),
                input.request.at("procedureVersion").get<int>(),
                kiosk.kioskId,
                national.keyId,
                {},
                std::move(*parts)};
  national::Announcement announcement{parcel.requestId,
                                      parcel.procedure,
                                      parcel.procedureVersion,
                                      parcel.kioskId,
                                      parcel.keyId,
                                      {},
                                      {}};
  for (const auto& part : parcel.parts)
    announcement.parts.push_back({part.sha256, static_cast<std::int64_t>(part.bytes.size())});
  parcel.signature = crypto::toBase64(crypto::sign(signedLines(announcement), kiosk.signing));
  return parcel;
}

tl::expected<national::SealedAnswer, SealFault> openAnswer(const std::string& answerBase64,
                                                           const crypto::BoxKeys& answerKeys) {
  const auto sealed = crypto::fromBase64(answerBase64);
  if (!sealed) return tl::unexpected(SealFault{SealFault::Kind::NotInContract, "not base64"});
  auto opened = crypto::open(*sealed, answerKeys);
  if (!opened) return tl::unexpected(SealFault{SealFault::Kind::KeyRefused, "the visit's key"});
  const std::string_view text(reinterpret_cast<const char*>(opened->data()), opened->size());
  auto answer = national::readSealedAnswer(text);
  crypto::wipe(*opened);
  if (!answer)
    return tl::unexpected(SealFault{SealFault::Kind::NotInContract, answer.error().detail});
  return std::move(*answer);
}

}  // namespace outbox
