// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outbox/outbox.h"

namespace outbox {

// A parcel that waits, without its bytes.
struct Departure {
  national::Announcement announcement;
  std::string localNumber;
  std::int64_t sequence = 0;  // its place in the outbox
  int attempts = 0;           // in a row without progress
  bool announced = false;     // an announcement may have arrived: ask before creating
  std::int64_t due = 0;       // milliseconds since 1970
};

// How the line to the service does, whatever the parcel.
struct Line {
  int attempts = 0;  // in a row without an answer
  std::int64_t due = 0;
  bool ordered = false;  // the service itself said when (Retry-After)
};

// The courier's side of the outbox. Each change is one synced transaction.
class Departures {
 public:
  // `outbox` must outlive it.
  explicit Departures(Outbox& outbox) : m_outbox(&outbox) {}

  // A parcel that waits, as its row says; nothing of it was checked.
  struct Queued {
    std::string requestId;
    std::int64_t due = 0;
    int attempts = 0;
  };
  // Oldest first.
  [[nodiscard]] Result<std::vector<Queued>> queue();
  // Damaged when the row's seal does not fit: never to be sent.
  [[nodiscard]] Result<Departure> load(const std::string& requestId);

  // Every parcel that waits, checked.
  struct Waiting {
    std::vector<Departure> sound;      // oldest first
    std::vector<std::string> damaged;  // request ids, as far as they can be read
  };
  [[nodiscard]] Result<Waiting> waiting();
  // Of all rows, delivered or not: a flipped bit may have made one look delivered.
  [[nodiscard]] Result<std::vector<std::string>> damaged();
  [[nodiscard]] Result<Line> line();

  // Reads every part and recomputes its digest, one at a time. Damaged: never to be sent.
  [[nodiscard]] Result<void> checkParts(const Departure& departure);
  [[nodiscard]] Result<crypto::Bytes> part(const Departure& departure, std::size_t position);

  // To be called before the first announcement goes out: from here on the outcome is unknown.
  [[nodiscard]] Result<void> markAnnounced(const std::string& requestId);
  struct Postponement {
    int attempts = 0;
    std::int64_t due = 0;
    bool announced = false;
  };
  [[nodiscard]] Result<void> postpone(const std::string& requestId, const Postponement& later,
                                      const Line& line);
  // Stores the receipt and erases the parts, in one transaction. The receipt must have been
  // verified.
  [[nodiscard]] Result<void> deliver(const national::Receipt& receipt);
  [[nodiscard]] Result<void> refuse(const std::string& requestId, const std::string& code);
  [[nodiscard]] Result<void> stop(const std::string& requestId, const std::string& code);
  // Stopped parcels wait again: what stopped them may have been mended. Answers how many.
  [[nodiscard]] Result<std::int64_t> releaseStopped();
  // Moves what was committed into the database file and forgets the oldest delivered ones over
  // `keep`. To be called when nothing hurries.
  [[nodiscard]] Result<void> tidy(std::int64_t keep);

 private:
  Outbox* m_outbox;
};

}  // namespace outbox
