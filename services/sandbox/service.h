// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "answer.h"
#include "calendar.h"
#include "centre.h"
#include "contract.h"
#include "keys.h"
#include "parcel.h"
#include "rates.h"
#include "register.h"
#include "store.h"

namespace sandbox {

// All that the service consists of. Nothing is owned by the service; all of it outlives it.
struct ServiceParts {
  const Contract& contract;
  const Register& vehicles;
  const Rates& rates;
  const Centre& centre;
  const ServiceKeys& keys;
  const std::filesystem::path& keyFolder;
  const Clock& clock;
  Store& store;
};

// The national service: one function for each operation of the contract, and what the processing
// centre does by hand. Calls may come from every thread; they are served one after the other.
class Service {
 public:
  explicit Service(ServiceParts parts) : m_parts(parts) {}

  // The call has passed the contract's schemas. The answer has not: the caller checks it.
  Answer handle(const Call& call);

  // What the tests and rehearsals see: every registered request, opened.
  Answer registered();
  // What an officer of the centre decides, from a body like {"decision": "accept"} or
  // {"status": "to-complete", "asked": [...]}.
  Answer decide(const std::string& requestId, const nlohmann::json& body);
  // Forgets all requests.
  Answer clear();

 private:
  Answer status();
  Answer lookUpVehicle(const Call& call);
  Answer quote(const Call& call);
  Answer announce(const Call& call);
  Answer find(const Call& call);
  Answer putPart(const Call& call);
  Answer submit(const Call& call);
  Answer recordPayment(const Call& call);
  Answer complete(const Call& call);
  Answer provisionalCertificate(const Call& call);

  tl::expected<StoredRequest, Answer> knownRequest(const std::string& id);
  // Checks who announces, with which key, and signed by whom. Nothing: all is well.
  std::optional<Answer> refusedAnnouncement(const nlohmann::json& announcement,
                                            const std::string& requestId);
  // Opens and examines; fills in what the request has become, what follows beyond it, and answers
  // its receipt.
  tl::expected<nlohmann::json, Answer> examineParcel(StoredRequest& request,
                                                     const std::string& parcel,
                                                     const std::vector<StoredPart>& parts,
                                                     Consequences& consequences);
  // An answer to the centre goes to the request that it names (service_answers.cpp). `opened` holds
  // the files that came with it.
  tl::expected<void, Answer> attachAnswer(const nlohmann::json& answer,
                                          const nlohmann::json& opened, Decision& decision,
                                          Consequences& consequences);
  // The transfer code and the new number of a request; those of before when it had them already.
  tl::expected<void, Answer> give(const StoredRequest& request, const nlohmann::json& opened,
                                  const Decision& decision, Consequences& consequences);
  tl::expected<nlohmann::json, Answer> stateOf(const StoredRequest& request);
  tl::expected<nlohmann::json, Answer> stateOf(const StoredFollowUp& completion,
                                               const std::string& status);

  ServiceParts m_parts;
  std::mutex m_mutex;
};

// The digests of the parts that are not held yet, in order.
nlohmann::json missingOf(const std::vector<StoredPart>& parts);
std::vector<StoredPart> partsOf(const nlohmann::json& announcement);
// What a completion, or an answer, says goes over what was there; its papers replace those of their
// kind.
nlohmann::json merged(nlohmann::json request, const nlohmann::json& added);
// A fault of the store: nothing was done, and it may be tried again.
Answer storeProblem(const storage::Fault& fault);
// Idempotency-Key is the id in double quotes.
bool isKeyedBy(const Call& call, const std::string& id);

}  // namespace sandbox
