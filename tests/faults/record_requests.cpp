// SPDX-License-Identifier: Apache-2.0
// Does what the screen does from Envoyer to "recorded", over and over, until it is killed:
// seal, sign, record. Prints the request id once the outbox has acknowledged it, never before.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <nlohmann/json.hpp>

#include "crypto/crypto.h"
#include "outbox/keys.h"
#include "outbox/outbox.h"
#include "outbox/parcel.h"

namespace {

std::int64_t nowMilliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

// No two requests are for the same transfer of the same vehicle.
std::string someRegistrationNumber() {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTVXYZ";
  const auto letter = [&] { return letters[crypto::randomBelow(letters.size())]; };
  const std::string digits = std::to_string(1000 + crypto::randomBelow(999) + 1).substr(1);
  return {letter(), letter(), '-', digits[0], digits[1], digits[2], '-', letter(), letter()};
}

nlohmann::json someRequest() {
  return {{"procedure", "change-of-holder"},
          {"procedureVersion", 1},
          {"requestDate", "2026-11-20"},
          {"onBehalf", false},
          {"vehicle",
           {{"registrationNumber", someRegistrationNumber()},
            {"vin", "VF1AAAAA" + std::to_string(100000000 + crypto::randomBelow(900000000))},
            {"firstRegistrationDate", "2012-03-01"},
            {"nationalKind", "VP"},
            {"fuelType", "GO"},
            {"fiscalPower", 5}}},
          {"transfer", {{"date", "2026-11-10"}, {"time", "14:30"}, {"kind", "sale"}}},
          {"holder", {{"kind", "person"}, {"birthSurname", "DURAND"}, {"givenNames", "ROLANDE"}}},
          {"documents", {{{"kind", "invoice"}, {"legible", true}}}}};
}

int fail(const std::string& what) {
  std::fprintf(stderr, "record-requests: %s\n", what.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return fail("usage: record-requests STATE COUNT FILE_BYTES");
  const std::filesystem::path state = argv[1];
  const long count = std::atol(argv[2]);
  const auto fileBytes = static_cast<std::size_t>(std::atol(argv[3]));

  const auto kiosk = outbox::readKioskKeys(state);
  if (!kiosk) return fail(kiosk.error().detail);
  const auto national = outbox::readNationalKeys(state);
  if (!national) return fail(national.error().detail);
  auto outbox = outbox::Outbox::open(state, outbox::Check::Quick);
  if (!outbox) return fail(outbox.error().detail);

  for (long i = 0; i < count; ++i) {
    outbox::ParcelInput input;
    input.requestId = crypto::uuidV7(nowMilliseconds());
    input.request = someRequest();
    input.answerKey = crypto::makeBoxKeys().publicKey;
    if (fileBytes > 0) input.files.push_back({0, "image/jpeg", crypto::randomBytes(fileBytes)});
    const auto parcel = outbox::sealParcel(input, *kiosk, *national);
    if (!parcel) return fail(parcel.error().detail);
    const auto number = outbox->record(*parcel, nowMilliseconds());
    if (!number) return fail(number.error().detail);
    const std::string line = input.requestId + " " + *number + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
  }
  return 0;
}
