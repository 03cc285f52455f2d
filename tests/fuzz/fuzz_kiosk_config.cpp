// SPDX-License-Identifier: Apache-2.0
// Any bytes as config/kiosk.json: refused with a place and a mend, or a kiosk that can be run.
// The loader is compiled in here: its library links Qt, which the fuzzers do without.
#include "kiosk/config/config_file.cpp"
#include "kiosk/session/kiosk_config.cpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void look(const session::KioskConfig& config) {
  require(!config.kioskId.empty() && !config.place.telephone.empty());
  require(config.patience.warning.count() >= 20 && config.patience.idle.count() >= 30);
  require(config.sendWait.count() >= 1 && config.sendWait.count() <= 20);
  require(config.pixelsPerMillimetre == 0 ||
          (config.pixelsPerMillimetre >= 1.5 && config.pixelsPerMillimetre <= 12));
  for (const auto& day : config.desk.week) {
    int last = 0;
    for (const session::OpenHours& hours : day) {
      require(hours.from >= last && hours.to > hours.from && hours.to <= 24 * 60);
      last = hours.to;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document =
      config::parseJson(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!document) {
    require(!document.error().what.empty());
    return 0;
  }
  const auto config = session::parseKioskConfig(*document);
  if (config) {
    look(*config);
  } else {
    require(!config.error().what.empty());
  }
  return 0;
}
