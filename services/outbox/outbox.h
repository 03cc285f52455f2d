// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "national/messages.h"
#include "outbox/fault.h"
#include "outbox/parcel.h"

namespace outbox {

enum class DeliveryState {
  Waiting,    // recorded; leaves by itself
  Delivered,  // a receipt that verifies is there; the parcel is erased
  Refused,    // the service refused it for good; the parcel is kept for the desk
  Stopped,    // nothing more is tried until somebody mended what the alarm says; the parcel is kept
};

struct Delivery {
  DeliveryState state = DeliveryState::Waiting;
  std::string localNumber;
  std::optional<national::Receipt> receipt;  // Delivered only
  std::string refusalCode;                   // Refused and Stopped: a code, never a sentence
};

struct Counts {
  std::int64_t waiting = 0;
  std::int64_t delivered = 0;
  std::int64_t refused = 0;
  std::int64_t stopped = 0;
  std::int64_t keptBytes = 0;  // of the parcels that are not delivered
};

// What an outbox may hold. The defaults are 30 days without the service at 40 requests a day, and a
// quarter more.
struct Quota {
  std::int64_t parcels = 1500;
  std::int64_t bytes = 13'000'000'000;
  std::int64_t freeBytes = 512'000'000;  // that must stay on the disk
};

enum class Check {
  Quick,  // modes and identity of the database; each row is checked when it is read
  Whole,  // and every page, every row, every count
};

// The durable outbox of a kiosk: state/outbox.db, SQLite in WAL with synchronous=FULL. The screen's
// process records, the courier delivers; both may have it open at once. One thread at a time. Every
// function that returns without a fault has told the truth of the disk; a fault from record() means
// "not recorded".
class Outbox {
 public:
  // Makes the outbox when there is none, closed and with its folder synced, so that no first
  // request ever meets a half-made one. To be called when a program starts, never later. Does
  // nothing when it is there.
  [[nodiscard]] static Result<void> provision(const std::filesystem::path& state);
  // Missing when it was not provisioned; Unsafe, Damaged or Busy when it must not be used.
  [[nodiscard]] static Result<Outbox> open(const std::filesystem::path& state, Check check);

  Outbox(Outbox&&) noexcept;
  Outbox& operator=(Outbox&&) noexcept;
  ~Outbox();

  // One synced transaction. Answers the local number that the person's paper shows ("L-000042-6").
  // Recording the same request id again changes nothing and answers the same number. `now`:
  // milliseconds since 1970.
  [[nodiscard]] Result<std::string> record(const Parcel& parcel, std::int64_t now);

  // Nothing when the request is unknown here.
  [[nodiscard]] Result<std::optional<Delivery>> delivery(const std::string& requestId);
  [[nodiscard]] Result<Counts> counts();
  // False: refuse the person before they start.
  [[nodiscard]] Result<bool> hasRoom(const Quota& quota);

  class Store;  // the tables; outbox/store.h, for this folder only

 private:
  friend class Departures;
  explicit Outbox(std::unique_ptr<Store> store);

  std::unique_ptr<Store> m_store;
};

}  // namespace outbox
