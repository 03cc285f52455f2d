// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "centre.h"
#include "keys.h"
#include "store.h"

namespace sandbox {

// What the visit may learn of the outcome (`SealedAnswer`), sealed to its key: base64. The key was
// checked when the parcel was opened.
std::string sealedAnswer(const std::string& reference, const Decision& decision,
                         const std::optional<Given>& given, const crypto::PublicKey& answerKey);

// A `Receipt`, signed: what is acknowledged is exactly what the digests name.
nlohmann::json makeReceipt(const ServiceKeys& keys, const std::string& requestId,
                           const std::string& reference, const std::string& status,
                           const std::string& receivedAt, const std::vector<StoredPart>& parts,
                           const std::string& answer);

// Twelve letters and digits that nobody mistakes for each other, in groups of four.
std::string makeReference();
// Eight of them: the code de cession that a seller is shown. No official form is known.
std::string makeTransferCode();
// A number of a series that no vehicle of the register has, "HB-104-QL".
std::string makeRegistrationNumber();

}  // namespace sandbox
