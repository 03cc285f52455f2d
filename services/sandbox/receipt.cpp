// SPDX-License-Identifier: Apache-2.0
#include "receipt.h"

#include <string_view>

namespace sandbox {

using nlohmann::json;

std::string sealedAnswer(const std::string& reference, const Decision& decision,
                         const crypto::PublicKey& answerKey) {
  json answer{{"reference", reference},
              {"status", decision.status},
              {"totalCents", nullptr},
              {"nextStep", decision.nextStep},
              {"asked", toJson(decision.asked)}};
  if (decision.totalCents) answer["totalCents"] = *decision.totalCents;
  const auto sealed = crypto::seal(crypto::viewOf(answer.dump()), answerKey);
  return sealed ? crypto::toBase64(*sealed) : std::string();
}

json makeReceipt(const ServiceKeys& keys, const std::string& requestId,
                 const std::string& reference, const std::string& status,
                 const std::string& receivedAt, const std::vector<StoredPart>& parts,
                 const std::string& answer) {
  auto lines = "cote-a-cote/receipt/1\n" + requestId + "\n" + reference + "\n" + status + "\n" +
               receivedAt + "\n";
  auto digests = json::array();
  for (const auto& part : parts) {
    lines += part.sha256 + "\n";
    digests.push_back(part.sha256);
  }
  lines += answer + "\n";
  json receipt{{"requestId", requestId},
               {"reference", reference},
               {"status", status},
               {"receivedAt", receivedAt},
               {"digests", digests},
               {"answer", nullptr},
               {"signature", crypto::toBase64(crypto::sign(lines, keys.receipt))}};
  if (!answer.empty()) receipt["answer"] = answer;
  return receipt;
}

std::string makeReference() {
  constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
  std::string reference;
  for (int i = 0; i < 12; ++i) {
    if (i == 4 || i == 8) reference += '-';
    reference += letters[crypto::randomBelow(letters.size())];
  }
  return reference;
}

}  // namespace sandbox
