// SPDX-License-Identifier: Apache-2.0
#include "parcel.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "answer.h"

namespace sandbox {

namespace {

using nlohmann::json;

constexpr std::size_t largestContent = 4 * 1024 * 1024;

// Opens one part and puts it behind what is there. False when it is not ours to open.
bool append(crypto::Bytes& whole, const std::string& sha256, const PartBytes& bytes,
            const crypto::BoxKeys& keys) {
  const auto sealed = bytes(sha256);
  const auto opened = crypto::open(sealed, keys);
  if (!opened) return false;
  whole.insert(whole.end(), opened->begin(), opened->end());
  return true;
}

struct Content {
  json document;
  std::size_t parts = 0;
};

// The document is complete where its JSON is: how many parts it takes is known only by opening.
tl::expected<Content, std::vector<Breach>> readContent(const std::vector<StoredPart>& parts,
                                                       const PartBytes& bytes,
                                                       const crypto::BoxKeys& keys) {
  crypto::Bytes whole;
  for (std::size_t i = 0; i < parts.size() && whole.size() < largestContent; ++i) {
    const auto place = "parts[" + std::to_string(i) + "]";
    if (!append(whole, parts[i].sha256, bytes, keys))
      return tl::unexpected(std::vector<Breach>{{place, "cannot-open"}});
    const auto* text = reinterpret_cast<const char*>(whole.data());
    auto document = parseJson({text, whole.size()});
    if (document) return Content{std::move(*document), i + 1};
  }
  return tl::unexpected(std::vector<Breach>{{"parts[0]", "not-json"}});
}

std::optional<Breach> checkFile(const json& file, const std::string& place, const PartBytes& bytes,
                                const crypto::BoxKeys& keys) {
  crypto::Bytes whole;
  for (const auto& sha256 : file["parts"])
    if (!append(whole, sha256.get<std::string>(), bytes, keys))
      return Breach{place + ".parts", "cannot-open"};
  if (static_cast<std::int64_t>(whole.size()) != file["size"].get<std::int64_t>())
    return Breach{place + ".size", "digest-mismatch"};
  if (crypto::sha256Hex(whole) != file["sha256"].get<std::string>())
    return Breach{place + ".sha256", "digest-mismatch"};
  if (file["size"].get<std::int64_t>() > maxDocumentBytes)
    return Breach{place + ".size", "document-too-large"};
  return std::nullopt;
}

// Every part after the content's belongs to one file, once, in the order of the announcement.
bool partsAreThoseOfFiles(const std::vector<StoredPart>& parts, const Content& content) {
  std::size_t next = content.parts;
  for (const auto& file : content.document["files"])
    for (const auto& sha256 : file["parts"])
      if (next >= parts.size() || parts[next++].sha256 != sha256.get<std::string>()) return false;
  return next == parts.size();
}

}  // namespace

tl::expected<OpenedParcel, std::vector<Breach>> openParcel(const std::vector<StoredPart>& parts,
                                                           const PartBytes& bytes,
                                                           const crypto::BoxKeys& keys,
                                                           const Contract& contract) {
  auto content = readContent(parts, bytes, keys);
  if (!content) return tl::unexpected(content.error());
  auto breaches = contract.check("ParcelContent", content->document);
  if (!breaches.empty()) return tl::unexpected(std::move(breaches));
  if (!partsAreThoseOfFiles(parts, *content))
    return tl::unexpected(std::vector<Breach>{{"files", "parts-mismatch"}});

  OpenedParcel parcel;
  parcel.documents = json::array();
  parcel.request = content->document["request"];
  parcel.paperKeyDigest = content->document.value("paperKeyDigest", "");
  const auto key = crypto::publicKeyFromBase64(content->document["answerKey"].get<std::string>());
  if (!key || !crypto::seal({}, *key)) breaches.push_back({"answerKey", "invalid"});
  if (key) parcel.answerKey = *key;
  const auto declared = parcel.request.value("documents", json());
  std::size_t index = 0;
  for (const auto& file : content->document["files"]) {
    const auto place = "files[" + std::to_string(index++) + "]";
    const auto document = file["document"].get<std::size_t>();
    if (document >= declared.size()) {
      breaches.push_back({place + ".document", "no-such-document"});
      continue;
    }
    if (const auto breach = checkFile(file, place, bytes, keys)) breaches.push_back(*breach);
    parcel.documents.push_back({{"document", document},
                                {"kind", declared[document]["kind"]},
                                {"mediaType", file["mediaType"]},
                                {"sha256", file["sha256"]},
                                {"size", file["size"]}});
  }
  if (!breaches.empty()) return tl::unexpected(std::move(breaches));
  return parcel;
}

bool isSignedBy(const crypto::PublicKey& key, const json& announcement,
                const std::string& requestId) {
  const bool completion = announcement.contains("completionId");
  std::string lines = completion ? "cote-a-cote/completion/1\n" : "cote-a-cote/parcel/1\n";
  lines += requestId + "\n";
  if (completion) {
    lines += announcement["completionId"].get<std::string>() + "\n";
  }
  lines += announcement["procedure"].get<std::string>() + "\n" +
           std::to_string(announcement["procedureVersion"].get<std::int64_t>()) + "\n" +
           announcement["kioskId"].get<std::string>() + "\n" +
           announcement["keyId"].get<std::string>() + "\n";
  for (const auto& part : announcement["parts"])
    lines += part["sha256"].get<std::string>() + " " +
             std::to_string(part["size"].get<std::int64_t>()) + "\n";
  const auto signature = crypto::fromBase64(announcement["signature"].get<std::string>());
  return signature && crypto::verify(lines, *signature, key);
}

}  // namespace sandbox
