// SPDX-License-Identifier: Apache-2.0
#include "agent/guide.h"

#include <algorithm>
#include <utility>

#include "agent/messages.h"

namespace agent {
namespace {

using nlohmann::json;

// Far above the longest suggestion; keeps what a page can make us parse small.
constexpr std::size_t largestFromDesk = 4096;
// Pages of one visit, so that nobody fills our memory by signing in over and over.
constexpr std::size_t mostPages = 256;
// What a page in JavaScript counts without loss.
constexpr std::uint64_t largestNumber = std::uint64_t{1} << 53U;

}  // namespace

std::string Guide::visitKey() const {
  return crypto::toBase64(m_keys.publicKey);
}

bool Guide::announce(const std::string& agent, const std::optional<std::string>& pageKey) {
  m_current.erase(agent);
  const auto key = pageKey ? crypto::publicKeyFromBase64(*pageKey)
                           : tl::expected<crypto::PublicKey, crypto::Fault>(
                                 tl::unexpect, crypto::Fault::NotBase64);
  // Boxing nothing tells whether the key is of low order.
  if (!key || *key == m_keys.publicKey || !crypto::box({}, *key, m_keys)) return false;
  const auto known = m_pages.find(*pageKey);
  if (known != m_pages.end() && known->second.agent != agent) return false;
  if (known == m_pages.end()) {
    if (m_pages.size() >= mostPages) return false;
    m_pages.emplace(*pageKey, Page{agent, *key, 0});
  }
  m_current[agent] = *pageKey;
  return true;
}

tl::expected<std::string, std::string> Guide::seal(const std::string& agent, json message) {
  const auto current = m_current.find(agent);
  if (current == m_current.end()) return tl::unexpected<std::string>("agent");
  if (message.is_object()) message["number"] = m_sent + 1;
  auto text = guideText(Side::Kiosk, message);
  if (!text) return text;
  const auto sealed = crypto::box(crypto::viewOf(*text), m_pages.at(current->second).key, m_keys);
  crypto::wipe(*text);  // an answer that the person opened may be in it
  if (!sealed) return tl::unexpected<std::string>("page");
  ++m_sent;
  return toJson(
      GuideEnvelope{Side::Kiosk, agent, visitKey(), current->second, crypto::toBase64(*sealed)});
}

tl::expected<GuideMessage, GuideFault> Guide::open(std::string_view text) {
  if (text.size() > largestMessage) return tl::unexpected(GuideFault::NotAMessage);
  const auto envelope = parseGuideEnvelope(text);
  if (!envelope) return tl::unexpected(GuideFault::NotAMessage);
  const auto current = m_current.find(envelope->agent);
  if (envelope->from != Side::Desk || envelope->visit != visitKey() || current == m_current.end() ||
      current->second != envelope->page)
    return tl::unexpected(GuideFault::NotForUs);
  Page& page = m_pages.at(current->second);

  const auto sealed = crypto::fromBase64(envelope->sealed);
  if (!sealed || sealed->size() > largestFromDesk + crypto::boxOverhead)
    return tl::unexpected(GuideFault::NotAMessage);
  auto opened = crypto::openBox(*sealed, page.key, m_keys);
  if (!opened) return tl::unexpected(GuideFault::CannotOpen);
  // Both ends open a box: our own, sent back as if it came from the desk, opens here. It does not
  // fit the schema of the desk.
  auto document =
      parseGuide(Side::Desk, {reinterpret_cast<const char*>(opened->data()), opened->size()});
  crypto::wipe(*opened);
  if (!document) return tl::unexpected(GuideFault::DoesNotFit);
  const auto& number = document->at("number");
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() > largestNumber)
    return tl::unexpected(GuideFault::DoesNotFit);
  if (number.get<std::uint64_t>() <= page.last) return tl::unexpected(GuideFault::Repeated);
  page.last = number.get<std::uint64_t>();
  return GuideMessage{envelope->agent, std::move(*document)};
}

}  // namespace agent
