// SPDX-License-Identifier: Apache-2.0
// Anything on the guide topic. First byte even: the bytes as they come from the broker; odd: sealed
// by a page that was announced, so that what is inside is looked at too. What is let in fits, and
// is let in once.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "agent/guide.h"
#include "agent/messages.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string sealedBy(const crypto::BoxKeys& page, const agent::Guide& guide,
                     std::string_view opened) {
  const auto visit = crypto::publicKeyFromBase64(guide.visitKey()).value();
  const auto box = crypto::box(crypto::viewOf(opened), visit, page).value();
  return R"({"from":"desk","agent":"sylvie","visit":")" + guide.visitKey() + R"(","page":")" +
         crypto::toBase64(page.publicKey) + R"(","sealed":")" + crypto::toBase64(box) + "\"}";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const crypto::BoxKeys page = crypto::makeBoxKeys();
  static agent::Guide untouched;
  static const bool announced = untouched.announce("sylvie", crypto::toBase64(page.publicKey));
  require(announced);
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(data + 1), size - 1};
  if (data[0] % 2 == 0) {
    require(!untouched.open(text));  // nobody makes a box by chance
    return 0;
  }
  // Keys and boxes are slow: what does not fit goes all the way now and then only.
  const bool fits = agent::parseGuide(agent::Side::Desk, text).has_value();
  if (!fits && data[0] % 64 != 63) return 0;
  agent::Guide guide;
  require(guide.announce("sylvie", crypto::toBase64(page.publicKey)));
  const std::string envelope = sealedBy(page, guide, text);
  const auto message = guide.open(envelope);
  require(fits || !message);
  if (message) {
    require(message->agent == "sylvie" && message->document.at("number") >= 1);
    require(guide.open(envelope).error() == agent::GuideFault::Repeated);
  }
  return 0;
}
