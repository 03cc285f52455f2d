// SPDX-License-Identifier: Apache-2.0
// Any bytes may come from the site's broker, and half a page from the disk. First byte: what they
// are taken for; the rest: the message. What is taken must leave again, and mean the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "agent/call_store.h"
#include "agent/messages.h"
#include "agent/topics.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <typename Parse>
void through(std::string_view text, Parse parse) {
  auto read = parse(text);
  if (!read) return require(!read.error().empty() && read.error().size() < 200);
  const auto written = toJson(*read);
  require(written.has_value());
  const auto again = parse(*written);
  require(again.has_value() && *again == *read);
}

template <typename Parse>
void grown(std::string_view text, Parse parse) {
  auto read = parse(text);
  if (!read) return;
  grow(*read, agent::largestAge);
  require(read->age == agent::largestAge && toJson(*read).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1 || size > 2 * agent::largestMessage) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 9) {
    case 0:
      through(text, agent::parseKioskStatus);
      grown(text, agent::parseKioskStatus);
      break;
    case 1:
      through(text, agent::parseCallEvent);
      grown(text, agent::parseCallEvent);
      break;
    case 2:
      through(text, agent::parseAnswer);
      break;
    case 3:
      through(text, agent::parseDeskStatus);
      grown(text, agent::parseDeskStatus);
      break;
    case 4:
      through(text, agent::parseCount);
      break;
    case 5:
      through(text, agent::parseGuideEnvelope);
      break;
    case 6: {
      const auto side = size % 2 == 0 ? agent::Side::Desk : agent::Side::Kiosk;
      if (const auto read = agent::parseGuide(side, text))
        require(agent::guideText(side, *read).has_value());
      break;
    }
    case 7:
      if (const auto record = agent::recordOf(std::string(text)))
        require(agent::recordOf(agent::toText(*record)) == *record);
      break;
    default:
      if (const auto topic = agent::topicOf(text))
        require(!topic->site.empty() && !topic->who.empty() && !topic->what.empty());
  }
  return 0;
}
