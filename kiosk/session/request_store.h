// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/date.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace session {

// Why nothing can be recorded here. The screen says what to do; `detail` is for the log.
struct StoreTrouble {
  enum class Kind { Storage, Configuration, Enrolment, Quota, Clock, Tariff };
  Kind kind = Kind::Storage;
  std::string detail;
};

// "storage", "configuration"…: the end of a text key under screens.out-of-service.causes.
[[nodiscard]] const char* causeKey(StoreTrouble::Kind kind);

// What became of a recorded request, as far as this kiosk knows.
struct Fate {
  enum class Kind {
    Waiting,   // on its way; also when the courier or the service is down
    Received,  // the service holds it: `reference` and what follows are set
    Refused,   // the service will not take it: the desk takes over
    Stopped    // the courier waits for a mend by the people who run the kiosk; nothing is lost
  };
  // What the service asks for next, or why it refused: a code of the verdict and the paper it is
  // about.
  struct Asked {
    std::string code;
    std::string document;
  };
  Kind kind = Kind::Waiting;
  std::string reference;
  std::string nextStep;  // "wait", "pay", "complete"
  std::optional<std::int64_t> totalCents;
  std::vector<Asked> asked;
  // What the person takes home besides the reference, "" when the service gave none: the code de
  // cession and its last day, and the number of a vehicle that had an old one.
  std::string transferCode{};
  std::optional<journey::Date> transferCodeUntil{};
  std::string newRegistrationNumber{};
};

// Where the request of this visit is kept until it leaves. The one seam that tests replace.
class RequestStore {
 public:
  virtual ~RequestStore() = default;

  // Whether a person may start: a store that could not take their request is told before.
  [[nodiscard]] virtual std::optional<StoreTrouble> troubleNow() = 0;
  // Seals the request and records it in one synced transaction; gives the local number. Recording
  // again after a trouble is the same request for ever: it can never count twice.
  [[nodiscard]] virtual tl::expected<std::string, StoreTrouble> record(
      const nlohmann::json& request) = 0;
  // What is recorded next is another request: the second procedure of the same visit.
  virtual void startAnother() = 0;
  // Of the request that was recorded last. Cheap: asked several times a second while somebody
  // waits.
  [[nodiscard]] virtual Fate fate() = 0;
};

}  // namespace session
