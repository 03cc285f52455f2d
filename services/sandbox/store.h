// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <storage/storage.h>
#include <tl/expected.hpp>

#include "register.h"

namespace sandbox {

struct StoredPart {
  std::string sha256;
  std::int64_t size = 0;
  bool held = false;
};

// A request from its announcement on. Texts are empty, numbers nothing, while they are not known.
struct StoredRequest {
  std::string id;
  std::string announcement;  // as JSON with sorted names: what a repetition is compared with
  std::string status;
  std::string reference;
  std::string request;    // RegistrationRequest, opened
  std::string documents;  // what GET /sandbox/v1/requests says of the opened files
  std::string transfer;   // what makes two requests the same transfer
  std::string answerKey;
  std::string paperKeyDigest;
  std::string receipt;  // as it was answered, to the letter
  std::string asked;
  std::string askedBefore;
  std::optional<std::int64_t> totalCents;
};

// Something that belongs to a request and has an id of its own.
struct StoredFollowUp {
  std::string id;
  std::string requestId;
  std::string body;    // as JSON with sorted names
  std::string answer;  // completions: the receipt; payments: the state answered
};

// What the centre gave with its answer. Kept, so that an answer that is made again gives the same.
struct Given {
  std::string requestId;
  std::string registrationNumber;            // of the vehicle
  std::optional<DeclaredTransfer> transfer;  // a declared sale, with the code made for it
  std::string newRegistrationNumber;         // empty: the number stays
};

// What handing a request over changes besides it.
struct Consequences {
  std::optional<Given> given;
  std::optional<StoredRequest> answered;  // the request that an answer to the centre belongs to
};

// All that the service was ever told, in `sandbox.db`. Every function that changes something
// returns only once it is synced: what was answered survives a power cut. One thread at a time.
class Store {
 public:
  template <typename T>
  using Result = storage::Result<T>;

  // Creates the file and its tables when they are not there.
  static Result<Store> open(const std::filesystem::path& file);

  Result<void> create(const StoredRequest& request, const std::vector<StoredPart>& parts);
  Result<std::optional<StoredRequest>> find(std::string_view id);
  Result<std::optional<StoredRequest>> findByReference(std::string_view reference);
  // All of it or nothing.
  Result<void> update(const StoredRequest& request, const Consequences& consequences = {});
  // All that were handed over, oldest first.
  Result<std::vector<StoredRequest>> registered();
  // Another request of the same transfer that was handed over and not rejected.
  Result<bool> isUnderWay(std::string_view transfer, std::string_view exceptId);

  // `parcel` is the id of a request or of a completion.
  Result<std::vector<StoredPart>> parts(std::string_view parcel);
  Result<std::vector<std::uint8_t>> partBytes(std::string_view parcel, std::string_view sha256);
  // The size announced for a part of this request or of its completions; nothing: not announced.
  Result<std::optional<std::int64_t>> announcedSize(std::string_view requestId,
                                                    std::string_view sha256);
  Result<void> holdPart(std::string_view requestId, std::string_view sha256,
                        const std::string& bytes);

  Result<void> createCompletion(const StoredFollowUp& completion,
                                const std::vector<StoredPart>& parts);
  Result<std::optional<StoredFollowUp>> findCompletion(std::string_view id);
  // The completion's receipt and what it changes of its request and beyond, all or nothing.
  Result<void> handOver(const StoredFollowUp& completion, const StoredRequest& request,
                        const Consequences& consequences);
  Result<std::optional<Given>> findGiven(std::string_view requestId);
  // The last transfer of this vehicle that was declared here.
  Result<std::optional<DeclaredTransfer>> declaredTransfer(std::string_view registrationNumber);
  Result<std::optional<StoredFollowUp>> findPayment(std::string_view id);
  // The payment and what it changes of its request, both or neither.
  Result<void> recordPayment(const StoredFollowUp& payment, const StoredRequest& request);

  Result<void> clear();

 private:
  explicit Store(storage::Database database) : m_database(std::move(database)) {}
  Result<void> insertParts(std::string_view parcel, std::string_view requestId,
                           const std::vector<StoredPart>& parts);
  Result<void> write(const StoredRequest& request, std::string_view sql);
  Result<void> writeWith(const StoredRequest& request, const Consequences& consequences);
  Result<void> writeGiven(const Given& given);
  Result<std::optional<StoredRequest>> findBy(std::string_view condition, std::string_view value);
  Result<std::optional<Given>> givenBy(std::string_view condition, std::string_view value);
  Result<std::optional<StoredFollowUp>> followUp(const std::string& table, std::string_view id);
  Result<void> writeFollowUp(const std::string& table, const StoredFollowUp& followUp);

  storage::Database m_database;
};

}  // namespace sandbox
