// SPDX-License-Identifier: Apache-2.0
// record_latency FOLDER TIMES: seals, signs and records a request with six papers of 8 MB in all,
// as the kiosk does when somebody sends; prints the milliseconds of each time.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "outbox/outbox.h"
#include "outbox/parcel.h"

namespace {

constexpr std::size_t paperSize = 8'000'000 / 6;

nlohmann::json request() {
  nlohmann::json documents = nlohmann::json::array();
  for (int i = 0; i < 6; ++i)
    documents.push_back({{"kind", "invoice"}, {"legible", true}});
  return {{"procedure", "change-of-holder"},
          {"procedureVersion", 1},
          {"holder", {{"birthSurname", "DURAND"}, {"givenNames", "ROLANDE"}}},
          {"documents", documents}};
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "record_latency: wants a folder and how many times\n";
    return 2;
  }
  const std::filesystem::path state = words[1];
  const auto service = crypto::makeBoxKeys();
  const outbox::KioskKeys kiosk{"kiosk-1", crypto::makeSigningKeys()};
  const outbox::NationalKeys national{"key-1", service.publicKey,
                                      crypto::makeSigningKeys().publicKey};
  if (!outbox::Outbox::provision(state)) return 1;
  auto store = outbox::Outbox::open(state, outbox::Check::Quick);
  if (!store) return 1;
  for (int time = 0; time < std::atoi(words[2]); ++time) {
    outbox::ParcelInput input;
    input.requestId = crypto::uuidV7(1'795'000'000'000 + time);
    input.request = request();
    input.answerKey = crypto::makeBoxKeys().publicKey;
    for (std::size_t i = 0; i < 6; ++i) {
      input.files.push_back({i, "image/jpeg", crypto::randomBytes(paperSize)});
    }
    const auto began = std::chrono::steady_clock::now();
    const auto parcel = outbox::sealParcel(input, kiosk, national);
    if (!parcel || !store->record(*parcel, time)) {
      std::cerr << "record_latency: not recorded\n";
      return 1;
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    std::cout << took.count() << "\n";
  }
  return 0;
}
