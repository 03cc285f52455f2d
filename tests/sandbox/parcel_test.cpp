// SPDX-License-Identifier: Apache-2.0
#include <sandbox/parcel.h>

#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "worked_example.h"

namespace {

using nlohmann::json;

// Parts sealed by hand, and the content that names them.
class ParcelTest : public testing::Test {
 protected:
  sandbox::Contract m_contract = *sandbox::Contract::load(SERVICES "/national/openapi.yaml");
  crypto::BoxKeys m_keys = crypto::makeBoxKeys();
  crypto::BoxKeys m_visit = crypto::makeBoxKeys();
  std::map<std::string, crypto::Bytes> m_bytes;
  std::vector<sandbox::StoredPart> m_parts;

  sandbox::StoredPart sealed(const std::string& opened) {
    auto bytes = *crypto::seal(crypto::viewOf(opened), m_keys.publicKey);
    auto name = crypto::sha256Hex(bytes);
    m_bytes[name] = bytes;
    return {name, static_cast<std::int64_t>(bytes.size()), true};
  }

  json content() {
    return {{"request", workedExample()},
            {"answerKey", crypto::toBase64(m_visit.publicKey)},
            {"files", json::array()}};
  }

  // The whole content in chunks of `chunk` bytes, then these file parts.
  void announce(const json& document, std::size_t chunk,
                const std::vector<sandbox::StoredPart>& files = {}) {
    const auto text = document.dump();
    m_parts.clear();
    for (std::size_t i = 0; i < text.size(); i += chunk)
      m_parts.push_back(sealed(text.substr(i, chunk)));
    m_parts.insert(m_parts.end(), files.begin(), files.end());
  }

  std::string outcome() {
    const auto opened = sandbox::openParcel(
        m_parts, [this](const std::string& name) { return m_bytes[name]; }, m_keys, m_contract);
    if (opened) return "opened";
    return opened.error().front().field + " " + opened.error().front().code;
  }
};

TEST_F(ParcelTest, opensAContentOfOneOrManyParts) {
  announce(content(), 100000);
  EXPECT_EQ(outcome(), "opened");
  announce(content(), 500);
  EXPECT_GT(m_parts.size(), 3U);
  EXPECT_EQ(outcome(), "opened");
}

TEST_F(ParcelTest, joinsTheFiles) {
  const std::string scan = "a scan of some bytes";
  const auto first = sealed(scan.substr(0, 7));
  const auto second = sealed(scan.substr(7));
  auto document = content();
  document["files"].push_back({{"document", 2},
                               {"mediaType", "image/png"},
                               {"sha256", crypto::sha256Hex(crypto::viewOf(scan))},
                               {"size", scan.size()},
                               {"parts", {first.sha256, second.sha256}}});
  announce(document, 100000, {first, second});
  EXPECT_EQ(outcome(), "opened");
  announce(document, 100000, {second, first});
  EXPECT_EQ(outcome(), "files parts-mismatch");
  announce(document, 100000, {first});
  EXPECT_EQ(outcome(), "files parts-mismatch");
  announce(document, 100000, {first, second, sealed("one too many")});
  EXPECT_EQ(outcome(), "files parts-mismatch");
  document["files"][0]["size"] = 19;
  announce(document, 100000, {first, second});
  EXPECT_EQ(outcome(), "files[0].size digest-mismatch");
  document["files"][0]["size"] = 20;
  document["files"][0]["document"] = 5;
  announce(document, 100000, {first, second});
  EXPECT_EQ(outcome(), "files[0].document no-such-document");
}

TEST_F(ParcelTest, refusesWhatDoesNotOpenOrFit) {
  announce(content(), 100000);
  m_bytes[m_parts[0].sha256][60] ^= 1;
  EXPECT_EQ(outcome(), "parts[0] cannot-open");
  auto document = content();
  document["request"]["vehicle"]["colour"] = "blue";
  announce(document, 100000);
  EXPECT_EQ(outcome(), "request.vehicle.colour unexpected");
  document = content();
  document["answerKey"] = crypto::toBase64(crypto::PublicKey{});
  announce(document, 100000);
  EXPECT_EQ(outcome(), "answerKey invalid");
  m_parts = {sealed("not JSON at all")};
  EXPECT_EQ(outcome(), "parts[0] not-json");
}

TEST_F(ParcelTest, knowsASignatureByEveryLine) {
  const auto kiosk = crypto::makeSigningKeys();
  const json announced{{"procedure", "change-of-holder"},
                       {"procedureVersion", 1},
                       {"kioskId", "k"},
                       {"keyId", "seal"},
                       {"parts", {{{"sha256", "ab"}, {"size", 49}}}}};
  const auto signedBy = [&](const json& announcement, const char* text, const char* id) {
    auto whole = announcement;
    whole["signature"] = crypto::toBase64(crypto::sign(text, kiosk));
    return sandbox::isSignedBy(kiosk.publicKey, whole, id);
  };
  const char* lines = "cote-a-cote/parcel/1\nid\nchange-of-holder\n1\nk\nseal\nab 49\n";
  EXPECT_TRUE(signedBy(announced, lines, "id"));
  EXPECT_FALSE(signedBy(announced, lines, "other"));
  for (const auto& [name, value] : announced.items()) {
    auto changed = announced;
    changed[name] = name == "procedureVersion" ? json(2)
                    : name == "parts"          ? json{{{"sha256", "ab"}, {"size", 50}}}
                                               : json("x");
    EXPECT_FALSE(signedBy(changed, lines, "id")) << name;
  }
  auto completion = announced;
  completion["completionId"] = "c";
  EXPECT_TRUE(signedBy(
      completion, "cote-a-cote/completion/1\nid\nc\nchange-of-holder\n1\nk\nseal\nab 49\n", "id"));
}

}  // namespace
