// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "crypto/crypto.h"

// What the kiosk and one agent's page say to each other during one visit, on the guide topic:
// schemas/guide, guide-from-kiosk, guide-from-desk. Sealed with keys that visit and page made in
// memory: whoever carries it sees who talks with whom, and can read, change, repeat or return
// nothing.
//
// Whose page a key is, is what the broker says (desk-status, which its ACL lets only that agent
// write): a broker that somebody took over can put a page of its own in an agent's place. It still
// sees nothing without the person's consent at the kiosk.
namespace agent {

enum class GuideFault {
  NotAMessage,  // no envelope, or larger than one may be
  NotForUs,     // another visit's, our own come back, or of a page that no agent announced
  CannotOpen,   // altered, or sealed with other keys than it says
  Repeated,     // its number is not larger than the last one of that page
  DoesNotFit,   // what was sealed is no message of a desk
};

struct GuideMessage {
  std::string agent;
  nlohmann::json document;  // fits guide-from-desk
};

// One visit. One thread. Its keys are in guarded memory and go with it.
class Guide {
 public:
  Guide() : m_keys(crypto::makeBoxKeys()) {}

  // For kiosk-status, base64.
  [[nodiscard]] std::string visitKey() const;

  // Each desk-status of an agent: the page's key, or nothing when no page is there. Only the last
  // key of an agent counts; one that comes again goes on where it was. False: not to be used, and
  // not used: no key, a weak one, or another agent's.
  bool announce(const std::string& agent, const std::optional<std::string>& pageKey);

  // A message of guide-from-kiosk without its number, which is put in and grows with each. The text
  // for the topic; or the place where the message does not fit, "agent" when that one has no page.
  [[nodiscard]] tl::expected<std::string, std::string> seal(const std::string& agent,
                                                            nlohmann::json message);

  // Anything from the topic.
  [[nodiscard]] tl::expected<GuideMessage, GuideFault> open(std::string_view text);

 private:
  struct Page {
    std::string agent;
    crypto::PublicKey key{};
    std::uint64_t last = 0;  // number of the last message that was opened
  };

  crypto::BoxKeys m_keys;
  std::map<std::string, Page> m_pages;           // all of this visit, by key in base64
  std::map<std::string, std::string> m_current;  // agent: the key that counts
  std::uint64_t m_sent = 0;
};

}  // namespace agent
