// SPDX-License-Identifier: Apache-2.0
#include "agent/journal_check.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "agent/journal_line.h"

namespace agent::journal {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largestHead = 4096;
// Somebody may have put anything there.
constexpr std::size_t largestJournalFile = 64U << 20U;

using Texts = std::map<std::uint64_t, std::string>;  // by first line

tl::expected<Texts, std::string> textsIn(const fs::path& folder) {
  Texts texts;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto first = firstLineOf(entry.path().filename().string());
    if (!first) continue;
    std::error_code unknown;
    const auto size = entry.file_size(unknown);
    auto text = storage::readFile(entry.path(), std::min<std::uintmax_t>(size, largestJournalFile));
    if (!text) return tl::unexpected(text.error().detail);
    texts.emplace(*first, std::move(*text));
  }
  if (error) return tl::unexpected(folder.string() + ": " + error.message());
  return texts;
}

std::uint64_t linesIn(const Texts& texts) {
  std::uint64_t lines = 0;
  for (const auto& [first, text] : texts)
    lines += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  return lines;
}

// The first key, out of the seal in head.json.
tl::expected<crypto::Secret, std::string> firstKeyIn(const std::string& head,
                                                     const crypto::BoxKeys& auditor) {
  const json document = json::parse(head, nullptr, false);
  const auto sealedText =
      document.is_object() && document.contains("sealed") && document["sealed"].is_string()
          ? document["sealed"].get<std::string>()
          : std::string();
  const auto sealed = crypto::fromBase64(sealedText);
  auto key = sealed ? crypto::open(*sealed, auditor) : tl::unexpected(sealed.error());
  if (!key || key->size() != crypto::keySize)
    return tl::unexpected<std::string>("not sealed to this auditor's key");
  crypto::Secret secret(key->size());
  std::copy(key->begin(), key->end(), secret.data());
  crypto::wipe(*key);
  return secret;
}

// Feeds all files; keeps in `seen` where the last one began, and in `at` the hash of the line
// before number `wanted`, if that was reached.
void readAll(const Texts& texts, ChainCheck& check, Keys& keys, std::uint64_t wanted,
             Remembered& seen, std::optional<crypto::Digest>& at) {
  if (check.next() == wanted) at = check.previous();
  for (const auto& [first, text] : texts) {
    check.beginFile(fileNameOf(first), first);
    if (check.next() == first && check.findings().empty()) {
      seen.from = first;
      seen.previous = check.previous();
      seen.key = keys.of(first).copy();
    }
    std::string_view rest = text;
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      const bool whole = end != std::string_view::npos;
      check.line(rest.substr(0, end), whole);
      rest.remove_prefix(whole ? end + 1 : rest.size());
      if (check.next() == wanted) at = check.previous();
    }
  }
}

}  // namespace

tl::expected<Report, std::string> checkJournal(const fs::path& folder,
                                               const crypto::BoxKeys& auditor,
                                               const std::string& head,
                                               const Remembered* remembered) {
  Report report;
  const auto texts = textsIn(folder);
  if (!texts) return tl::unexpected(texts.error());
  const auto headText = storage::readFile(folder / "head.json", largestHead);
  if (!headText) return tl::unexpected(headText.error().detail);
  report.head = crypto::sha256Hex(crypto::viewOf(*headText));
  const auto finding = [&](Finding::Kind kind, const char* file, std::string what) {
    report.findings.push_back({kind, file, 0, 0, 0, std::move(what)});
  };
  if (report.head != head) {
    finding(Finding::Kind::Head, "head.json", "is not the one that the auditor knows");
    return report;  // its key proves nothing
  }
  const bool older = remembered != nullptr && remembered->from > 0 && !texts->empty() &&
                     texts->begin()->first == remembered->from;
  auto firstKey = older ? remembered->key.copy() : firstKeyIn(*headText, auditor);
  if (!firstKey) return tl::unexpected((folder / "head.json").string() + ": " + firstKey.error());

  const std::uint64_t start = older ? remembered->from : 0;
  Keys keys(start, std::move(*firstKey));
  ChainCheck check(keys, older ? remembered->previous : hashOf(*headText), start + linesIn(*texts));
  Remembered seen;
  seen.previous = hashOf(*headText);
  seen.key = keys.of(start).copy();
  std::optional<crypto::Digest> at;
  const std::uint64_t wanted = remembered != nullptr ? remembered->entries : 0;
  readAll(*texts, check, keys, wanted, seen, at);
  const auto position = readPosition(folder);
  if (position) check.end(*position);
  report.entries = check.next();
  report.findings.insert(report.findings.end(), check.findings().begin(), check.findings().end());
  report.notes = check.notes();
  if (!position) finding(Finding::Kind::Tail, "key", position.error().detail);
  if (remembered != nullptr && wanted > 0 && at != remembered->last)
    finding(Finding::Kind::Rollback, "acts",
            "the first " + std::to_string(wanted) + " entries are not those of the earlier look");
  if (report.findings.empty()) {
    seen.entries = report.entries;
    seen.last = check.previous();
    report.seen = std::move(seen);
  }
  return report;
}

}  // namespace agent::journal
