// SPDX-License-Identifier: Apache-2.0
#include "agent/journal_key.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace agent::journal {
namespace {

using nlohmann::json;

constexpr std::size_t placeSize = 4096;

std::uint64_t offsetOf(std::uint64_t number) {
  return number % 2 * placeSize;
}

std::string blankPlace() {
  std::string text(placeSize, ' ');
  text.back() = '\n';
  return text;
}

std::string checkOf(const std::string& number, const std::string& key,
                    const std::string& previous) {
  std::string all = number + ' ' + key + ' ' + previous;
  std::string check = crypto::sha256Hex(crypto::viewOf(all));
  crypto::wipe(all);
  return check;
}

// Filled up with blanks, so that it covers all that stood there. The caller wipes it.
std::string placeOf(const Position& position) {
  std::string key = crypto::toBase64(position.key.view());
  const std::string number = std::to_string(position.number);
  const std::string previous = crypto::toBase64(position.previous);
  std::string text;
  text.reserve(placeSize);
  text.append(R"({"n":)").append(number).append(R"(,"key":")").append(key);
  text.append(R"(","previous":")").append(previous).append(R"(","check":")");
  text.append(checkOf(number, key, previous)).append("\"}");
  text.resize(placeSize - 1, ' ');
  text += '\n';
  crypto::wipe(key);
  return text;
}

std::optional<Position> positionIn(std::string_view place) {
  json document = json::parse(place, nullptr, false);
  const auto textIn = [&](const char* key) {
    const auto found = document.find(key);
    return found == document.end() ? nullptr : found->get_ptr<std::string*>();
  };
  if (!document.is_object() || !document.contains("n") || !document["n"].is_number_unsigned())
    return std::nullopt;
  std::string* key = textIn("key");
  const std::string* previous = textIn("previous");
  const std::string* check = textIn("check");
  if (key == nullptr || previous == nullptr || check == nullptr) return std::nullopt;
  Position position;
  position.number = document["n"].get<std::uint64_t>();
  const bool whole = checkOf(std::to_string(position.number), *key, *previous) == *check;
  auto secret = crypto::secretFromBase64(*key);
  crypto::wipe(*key);
  const auto hash = crypto::fromBase64(*previous);
  if (!whole || !secret || secret->size() != crypto::keySize || !hash ||
      hash->size() != position.previous.size())
    return std::nullopt;
  position.key = std::move(*secret);
  std::copy(hash->begin(), hash->end(), position.previous.begin());
  return position;
}

}  // namespace

std::filesystem::path keyFileOf(const std::filesystem::path& folder) {
  return folder / "key";
}

storage::Result<void> makeKeyFile(const std::filesystem::path& folder, const Position& position) {
  std::string text = placeOf(position);
  const std::string blank = blankPlace();
  std::string both = position.number % 2 == 0 ? text + blank : blank + text;
  auto written = storage::writeFile(keyFileOf(folder), both, storage::ownerOnly);
  crypto::wipe(text);
  crypto::wipe(both);
  return written;
}

storage::Result<Position> readPosition(const std::filesystem::path& folder) {
  auto text = storage::readFile(keyFileOf(folder), 2 * placeSize);
  if (!text) return tl::unexpected(text.error());
  const std::string_view all = *text;
  auto first = positionIn(all.substr(0, placeSize));
  auto second = positionIn(all.substr(std::min(placeSize, all.size())));
  crypto::wipe(*text);
  if (first && (!second || first->number > second->number)) return std::move(*first);
  if (second) return std::move(*second);
  return tl::unexpected(storage::Fault{
      storage::FaultKind::Damaged, keyFileOf(folder).string() + ": holds no key that is whole"});
}

storage::Result<void> step(const std::filesystem::path& folder, Position& position,
                           const crypto::Digest& line) {
  Position next;
  next.number = position.number + 1;
  next.previous = line;
  next.key = crypto::Secret(crypto::keySize);
  std::copy_n(position.key.data(), crypto::keySize, next.key.data());
  crypto::evolveKey(next.key);
  std::string text = placeOf(next);
  const auto written = storage::overwriteFile(keyFileOf(folder), offsetOf(next.number), text);
  crypto::wipe(text);
  if (!written) return written;
  position = std::move(next);
  return wipeOther(folder, position);
}

storage::Result<void> wipeOther(const std::filesystem::path& folder, const Position& position) {
  const std::string blank = blankPlace();
  return storage::overwriteFile(keyFileOf(folder), offsetOf(position.number + 1), blank);
}

}  // namespace agent::journal
